import { ROW, RELATIONS, type RelationSelect, type ResultRow, type Select } from '../engine/query.ts';
import { columnDecision } from '../engine/column-access.ts';
import { cellText } from '../engine/cell-text.ts';
import type { Catalog } from '../engine/scope.ts';
import type { Reader } from '../engine/engine.ts';
import type { TableDefinition } from '../engine/definition.ts';
import { CasegraphError } from '../contract/index.ts';
import type { Row, Value } from '../contract/index.ts';
import type { CaseFacts } from './case-facts.ts';
import type { PriorityRow } from './creation/priority.ts';
import type { Look } from './look.ts';

/** Reads and writes the records that the case rules are about, as one viewer. */
export class CaseStore {
  readonly #catalog: Catalog;
  /** Reads what stands upstream now, not what memory holds. */
  readonly #reader: Reader;

  /** Says that these records are being read back now. */
  readonly look: Look;

  constructor(catalog: Catalog, reader: Reader, look: Look = () => undefined) {
    this.#catalog = catalog;
    this.#reader = reader;
    this.look = look;
  }

  /** `null` when there is no such case or the viewer cannot see it. */
  async readCase(key: string): Promise<CaseFacts | null> {
    const table = this.#table('Case');
    const select: Select = {
      columns: new Set(caseColumns(table)),
      relations: new Map([
        ['consumer', one('consumer', 'userId')],
        ['parentCase', one('parentCase', 'majorCaseState')],
      ]),
    };
    const result = await this.#reader.one(table, table.key, key, select);
    return result === null ? null : factsOf(table, result);
  }

  /**
   * What a case holds by now in some of its columns or relations, by the names that the rules use; `null` when it is not there. Unlike the facts it takes no look at
   * the parent, which is a read of its own.
   */
  async readOfCase<N extends string>(
    key: string,
    names: readonly N[],
  ): Promise<Readonly<Record<N, string | null>> | null> {
    const row = await this.readRow('Case', key, names);
    if (row === null) return null;
    return Object.fromEntries(names.map((name) => [name, this.valueOf('Case', row, name)])) as Record<
      N,
      string | null
    >;
  }

  /** One row by its key with some of its columns; `null` when it is not there. */
  async readRow(type: string, key: string, columns: readonly string[]): Promise<Row | null> {
    const table = this.#table(type);
    const names = columns.map((name) => columnName(table, name));
    const result = await this.#reader.one(table, table.key, key, {
      columns: new Set(names),
      relations: new Map(),
    });
    return result === null ? null : result[ROW];
  }

  async readPriorities(): Promise<readonly PriorityRow[]> {
    const table = this.#table('PriorityLookup');
    const select: Select = {
      columns: new Set(['impact', 'urgency', 'priority', 'order']),
      relations: new Map(),
    };
    const list = {
      filter: null,
      order: [{ column: table.key, direction: 'asc' as const }],
      first: 1000,
      after: null,
      count: false,
    };
    const { nodes } = await this.#reader.list(table, list, select);
    return nodes.map(({ [ROW]: row }) => ({
      impact: cellText(row, 'impact') ?? '',
      urgency: cellText(row, 'urgency') ?? '',
      priority: cellText(row, 'priority') ?? '',
      order: Number(row.values['order'] ?? 0),
    }));
  }

  /**
   * Creates a row under a key of our choosing, which nobody had when the caller looked just now, in a domain; false when a row with that key is there already. After
   * a lost answer true says that there is one, perhaps somebody else's.
   */
  async create(
    type: string,
    key: string,
    domain: string | null,
    values: Readonly<Record<string, Value>>,
  ): Promise<boolean> {
    const table = this.#table(type);
    const placed = table.separation === null || domain === null ? {} : { [table.separation]: domain };
    const written = await this.#reader.write(table, {
      kind: 'create',
      key,
      values: { ...named(table, values), ...placed },
      looked: true,
    });
    return written.changed;
  }

  async update(type: string, key: string, values: Readonly<Record<string, Value>>): Promise<void> {
    const table = this.#table(type);
    await this.#reader.write(table, { kind: 'update', key, values: named(table, values) });
  }

  /** Values of a row by the names that the rules use: columns and relations. */
  valueOf(type: string, row: Row, name: string): string | null {
    return cellText(row, columnName(this.#table(type), name));
  }

  /** Domain of a row that was read; `null` where rows of its type carry none. */
  domainOf(type: string, row: Row): string | null {
    const { separation } = this.#table(type);
    return separation === null ? null : cellText(row, separation);
  }

  /** Whether the viewer may read a column or relation of a type in at least some rows. */
  reads(type: string, name: string): boolean {
    const table = this.#table(type);
    return columnDecision(table, columnName(table, name), this.#reader.scope.viewer).allowed;
  }

  /** Rows of a type whose columns or relations hold one of the values each, in the order of their keys, with some of their columns. */
  async readRows(
    type: string,
    where: Readonly<Record<string, readonly string[]>>,
    columns: readonly string[],
    first: number,
  ): Promise<readonly Row[]> {
    const table = this.#table(type);
    const all = Object.entries(where).map(([name, values]) => {
      return { op: 'in' as const, column: columnName(table, name), values };
    });
    const order = [{ column: table.key, direction: 'asc' as const }];
    const list = { filter: { op: 'and' as const, all }, order, first, after: null, count: false };
    const names = [table.key, ...columns].map((name) => columnName(table, name));
    if (table.separation !== null) names.push(table.separation);
    const { nodes } = await this.#reader.list(table, list, { columns: new Set(names), relations: new Map() });
    return nodes.map(({ [ROW]: row }) => row);
  }

  /** What people call a value of a choice; `null` where the upstream's list does not have it. Throws CasegraphError. */
  async choiceLabel(type: string, column: string, value: string): Promise<string | null> {
    const { options } = await this.#reader.choices(this.#table(type), column);
    return options.find((option) => option.value === value)?.label ?? null;
  }

  /** Whether a journal entry of a record holds a text. */
  async journalHolds(type: string, key: string, part: string): Promise<boolean> {
    return (await this.#journal(type, key, part, 1)).length > 0;
  }

  /** Whether an entry of a record says a text and nothing else; of those that hold it, the first fifty are looked at. */
  async journalSays(type: string, key: string, text: string): Promise<boolean> {
    const entries = await this.#journal(type, key, text, JOURNAL_ENTRIES);
    return entries.some((entry) => entry.trim() === text.trim());
  }

  async #journal(type: string, key: string, part: string, first: number): Promise<readonly string[]> {
    const table = this.#table(type);
    const value: Select = { columns: new Set(['value']), relations: new Map() };
    const list = {
      filter: { op: 'contains' as const, column: 'value', value: part },
      order: JOURNAL_ORDER,
      first,
      after: null,
      count: false,
    };
    const select: Select = {
      columns: new Set(),
      relations: new Map([['journal', { relation: 'journal', select: value, list }]]),
    };
    const result = await this.#reader.one(table, table.key, key, select);
    const found = result?.[RELATIONS]['journal'] ?? null;
    if (found instanceof CasegraphError) throw found;
    const nodes = found !== null && 'nodes' in found ? (found.nodes as readonly ResultRow[]) : [];
    return nodes.map(({ [ROW]: row }) => cellText(row, 'value') ?? '');
  }

  #table(name: string): TableDefinition {
    const table = this.#catalog.tables.get(name);
    if (table === undefined)
      throw new CasegraphError('internal', `The case rules need a table ${name}, and none is declared.`);
    return table;
  }
}

const JOURNAL_ORDER = [{ column: 'id', direction: 'asc' as const }];
/** Entries with a text in them that are compared with it. */
const JOURNAL_ENTRIES = 50;

const CASE_FACTS = [
  'number',
  'state',
  'shortDescription',
  'description',
  'priority',
  'impact',
  'urgency',
  'accountId',
  'contact',
  'consumer',
  'configurationItemId',
  'resolutionCode',
  'closeNotes',
  'incident',
  'problem',
  'changeRequest',
  'causedByChange',
  'majorCaseState',
  'businessImpact',
  'parentCase',
];

function caseColumns(table: TableDefinition): string[] {
  const names = CASE_FACTS.map((name) => columnName(table, name));
  return table.separation === null ? names : [...names, table.separation];
}

/** One column of the row that a reference leads to. */
function one(relation: string, column: string): RelationSelect {
  return { relation, select: { columns: new Set([column]), relations: new Map() }, list: null };
}

/** `null` where the reference is empty or its row cannot be read. */
function referred(result: ResultRow, relation: string): Row | null {
  const value = result[RELATIONS][relation] ?? null;
  return value !== null && ROW in value ? value[ROW] : null;
}

/** What a row of a case says, as far as it was read and the viewer may read it. */
export function factsOf(table: TableDefinition, result: ResultRow): CaseFacts {
  const row = result[ROW];
  const value = (name: string): string | null => cellText(row, columnName(table, name));
  const consumer = referred(result, 'consumer');
  const parent = referred(result, 'parentCase');
  return {
    key: cellText(row, table.key) ?? '',
    number: value('number') ?? '',
    state: value('state') ?? '',
    shortDescription: value('shortDescription') ?? '',
    description: value('description'),
    priority: value('priority'),
    impact: value('impact'),
    urgency: value('urgency'),
    account: value('accountId'),
    contact: value('contact'),
    consumer: value('consumer'),
    consumerUser: consumer === null ? null : cellText(consumer, 'userId'),
    configurationItem: value('configurationItemId'),
    resolutionCode: value('resolutionCode'),
    closeNotes: value('closeNotes'),
    incident: value('incident'),
    problem: value('problem'),
    change: value('changeRequest'),
    causedBy: value('causedByChange'),
    domain: table.separation === null ? null : cellText(row, table.separation),
    majorCaseState: value('majorCaseState'),
    businessImpact: value('businessImpact'),
    parent: value('parentCase'),
    childOfMajor: parent !== null && cellText(parent, 'majorCaseState') === 'accepted',
  };
}

/** The rules name relations; what is read and written is the column that holds them. */
function columnName(table: TableDefinition, name: string): string {
  return table.references.get(name)?.column ?? name;
}

function named(
  table: TableDefinition,
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [columnName(table, name), value]));
}
