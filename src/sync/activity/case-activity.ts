import { CasegraphError } from '../../contract/index.ts';
import type { Row } from '../../contract/index.ts';
import { cellText } from '../../engine/cell-text.ts';
import type { TableDefinition } from '../../engine/definition.ts';
import type { Reader } from '../../engine/engine.ts';
import {
  RELATIONS,
  ROW,
  type ListArguments,
  type RelationSelect,
  type ResultRow,
  type Select,
} from '../../engine/query.ts';
import type { Catalog } from '../../engine/scope.ts';
import { caseTable } from './case-changes.ts';
import { checkReached, readPlace, writePlace, type Reached } from './place.ts';
import { isNew, NOWHERE, reach, since } from './reached.ts';

/** Something that happened to a case. */
export interface CaseActivity {
  readonly kind: 'CASE' | 'RELATED' | 'COMMENT' | 'WORK_NOTE';
  /** ISO 8601, by the owner's clock. */
  readonly at: string;
  readonly caseKey: string;
  /** Key of the journal entry, of a comment or work note. */
  readonly entryKey: string | null;
  readonly relation: CaseActivityRelation | null;
  /** Where to go on from after this event. */
  readonly cursor: string;
}

export type CaseActivityRelation = 'INCIDENT' | 'PROBLEM' | 'CHANGE' | 'CAUSED_BY_CHANGE' | 'REQUEST';

/** How far a case has been followed. */
interface Followed {
  readonly version: string;
  /** Key and version of each related record, by relation and, for requests, key. */
  readonly related: Readonly<Record<string, string>>;
  readonly journal: Reached;
}

const REFERENCES: Readonly<Record<string, CaseActivityRelation>> = {
  incident: 'INCIDENT',
  problem: 'PROBLEM',
  changeRequest: 'CHANGE',
  causedByChange: 'CAUSED_BY_CHANGE',
};
/** Requests of a case that are followed, and entries that are read at once. */
const REQUESTS = 50;
const ENTRIES = 100;

/** Follows one case as one viewer: each look tells what has happened since the one before. */
export class CaseWatch {
  readonly #catalog: Catalog;
  readonly #caseKey: string;
  #followed: Followed | null;
  /** Keys of the case and of all that is related to it: what a hint has to be about to matter. */
  readonly #keys = new Set<string>();

  /** `after`: cursor of an earlier event; throws `invalid-input` where it is none. `null`: from now on. */
  constructor(catalog: Catalog, caseKey: string, after: string | null) {
    this.#catalog = catalog;
    this.#caseKey = caseKey;
    this.#followed = after === null ? null : readPlace('caseActivity', after, checkFollowed);
    this.#keys.add(caseKey);
  }

  concerns(key: string): boolean {
    return this.#keys.has(key);
  }

  /** Throws CasegraphError: `not-found` where there is no such case for the viewer, any more or at all. */
  async look(reader: Reader): Promise<readonly CaseActivity[]> {
    const events: CaseActivity[] = [];
    for (;;) {
      const before = this.#followed;
      const seen = await this.#read(reader, before?.journal ?? null);
      if (before === null) {
        this.#followed = { ...seen.now, journal: seen.entries.reduce(reach, NOWHERE) };
        return [];
      }
      const told = this.#tell(before, seen);
      events.push(...told.events);
      this.#followed = told.followed;
      if (!seen.more) return events;
    }
  }

  async #read(reader: Reader, journal: Reached | null): Promise<Seen> {
    const table = caseTable(this.#catalog.tables);
    const row = await reader.one(table, table.key, this.#caseKey, selectionOf(table, journal));
    if (row === null)
      throw new CasegraphError('not-found', 'There is no such case, or you cannot see it any more.');
    const seen = seenOf(row);
    for (const key of seen.keys) this.#keys.add(key);
    return seen;
  }

  #tell(before: Followed, seen: Seen): { events: readonly CaseActivity[]; followed: Followed } {
    const events: CaseActivity[] = [];
    let followed = before;
    const tell = (event: Omit<CaseActivity, 'caseKey' | 'cursor'>, next: Followed): void => {
      followed = next;
      events.push({ ...event, caseKey: this.#caseKey, cursor: writePlace('caseActivity', next) });
    };
    for (const entry of seen.entries.filter((one) => isNew(before.journal, one))) {
      const next = { ...followed, journal: reach(followed.journal, entry) };
      tell({ kind: entry.kind, at: entry.at, entryKey: entry.name, relation: null }, next);
    }
    const { version, related } = seen.now;
    const about = { at: seen.at, entryKey: null };
    if (version !== followed.version)
      tell({ ...about, kind: 'CASE', relation: null }, { ...followed, version });
    for (const { slot, relation, at } of seen.related) {
      if (related[slot] === followed.related[slot]) continue;
      const next = { ...followed, related: { ...followed.related, [slot]: related[slot] ?? '' } };
      tell({ kind: 'RELATED', at, entryKey: null, relation }, next);
    }
    return { events, followed: { ...followed, related } };
  }
}

/** What one look has found. */
interface Seen {
  readonly at: string;
  readonly now: Omit<Followed, 'journal'>;
  readonly entries: readonly Entry[];
  /** There are more entries than were read. */
  readonly more: boolean;
  readonly related: readonly { slot: string; relation: CaseActivityRelation; at: string }[];
  readonly keys: readonly string[];
}

interface Entry {
  readonly at: string;
  readonly name: string;
  readonly kind: 'COMMENT' | 'WORK_NOTE';
}

function selectionOf(table: TableDefinition, journal: Reached | null): Select {
  const relations = new Map<string, RelationSelect>();
  const marks: Select = { columns: new Set(['version', 'updatedAt']), relations: new Map() };
  for (const relation of Object.keys(REFERENCES)) {
    if (table.references.has(relation)) relations.set(relation, { relation, select: marks, list: null });
  }
  if (table.lists.has('requests'))
    relations.set('requests', { relation: 'requests', select: marks, list: REQUEST_LIST });
  if (table.lists.has('journal'))
    relations.set('journal', { relation: 'journal', select: ENTRY, list: entriesFrom(journal) });
  return { columns: new Set(['version', 'updatedAt']), relations };
}

const ENTRY: Select = { columns: new Set(['element', 'createdAt']), relations: new Map() };
const REQUEST_LIST: ListArguments = {
  filter: null,
  order: [
    { column: 'updatedAt', direction: 'desc' },
    { column: 'id', direction: 'asc' },
  ],
  first: REQUESTS,
  after: null,
  count: false,
};

/** The newest entries where nothing is known yet; else those since, the oldest first. */
function entriesFrom(journal: Reached | null): ListArguments {
  const direction = journal === null ? ('desc' as const) : ('asc' as const);
  const at = journal === null ? null : since(journal);
  return {
    filter: at === null ? null : { op: 'gte', column: 'createdAt', value: at },
    order: [
      { column: 'createdAt', direction },
      { column: 'id', direction: 'asc' },
    ],
    first: ENTRIES + Object.keys(journal?.seen ?? {}).length,
    after: null,
    count: false,
  };
}

function seenOf(row: ResultRow): Seen {
  const related: { slot: string; relation: CaseActivityRelation; at: string; mark: string }[] = [];
  const keys: string[] = [];
  const add = (slot: string, relation: CaseActivityRelation, { [ROW]: one }: ResultRow): void => {
    keys.push(keyOf(one));
    related.push({ slot, relation, at: timeOf(one), mark: `${keyOf(one)} ${versionOf(one)}` });
  };
  for (const [name, relation] of Object.entries(REFERENCES)) {
    const value = valueOf(row, name);
    if (value !== null && ROW in value) add(relation, relation, value);
  }
  for (const request of nodesOf(row, 'requests')) add(`REQUEST ${keyOf(request[ROW])}`, 'REQUEST', request);
  const journal = valueOf(row, 'journal');
  return {
    at: timeOf(row[ROW]),
    now: {
      version: versionOf(row[ROW]),
      related: Object.fromEntries(related.map(({ slot, mark }) => [slot, mark])),
    },
    entries: nodesOf(row, 'journal').map(({ [ROW]: entry }) => ({
      at: cellText(entry, 'createdAt') ?? '',
      name: keyOf(entry),
      kind: cellText(entry, 'element') === 'comments' ? 'COMMENT' : 'WORK_NOTE',
    })),
    more: journal !== null && 'hasNextPage' in journal && journal.hasNextPage === true,
    related,
    keys,
  };
}

/** What a relation leads to; null where the viewer may not follow it. Throws what looking again may mend. */
function valueOf(row: ResultRow, slot: string) {
  const value = row[RELATIONS][slot] ?? null;
  if (!(value instanceof CasegraphError)) return value;
  if (value.retryable) throw value;
  return null;
}

function nodesOf(row: ResultRow, slot: string): readonly ResultRow[] {
  const value = valueOf(row, slot);
  return value !== null && 'nodes' in value ? (value.nodes as readonly ResultRow[]) : [];
}

const keyOf = (row: Row): string => cellText(row, 'id') ?? '';
const timeOf = (row: Row): string => cellText(row, 'updatedAt') ?? '';
const versionOf = (row: Row): string => cellText(row, 'version') ?? timeOf(row);

function checkFollowed(value: unknown): Followed | null {
  if (typeof value !== 'object' || value === null) return null;
  const { version, related, journal } = value as Record<string, unknown>;
  const reached = checkReached(journal);
  if (typeof version !== 'string' || reached === null || !isMarks(related)) return null;
  return { version, related, journal: reached };
}

function isMarks(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((mark) => typeof mark === 'string')
  );
}
