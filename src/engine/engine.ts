import type { DomainTree } from '../access/domains.ts';
import type { Viewer } from '../access/viewer.ts';
import { CasegraphError } from '../contract/index.ts';
import type { Change, Operand, Row, Written } from '../contract/index.ts';
import { behind, encodeCursor } from './cursor.ts';
import type { TableDefinition } from './definition.ts';
import { allOf } from './filter/combine.ts';
import { KeyedReader, type KeyedDependencies, type KeyedFind } from './keyed.ts';
import { typeOf } from './materialise.ts';
import { ROW, type ListArguments, type ResultRow, type Rows, type Select } from './query.ts';
import { ReadStore } from './read-store.ts';
import { readableFor, refuseColumns, type Readable } from './readable.ts';
import { finish } from './relations.ts';
import { scan } from './scan.ts';
import { createScope, type Catalog, type Scope, type Upstreams } from './scope.ts';
import { layOut, type Level } from './selection.ts';
import { countRows } from './count.ts';
import { writeRow } from './write.ts';

export interface EngineOptions {
  readonly catalog: Catalog;
  readonly upstreams: Upstreams;
  /** The domain tree as it stands now. */
  readonly domains: () => DomainTree;
  readonly now: () => number;
  /** Rows that one answer may read at most where the owning system cannot filter or sort. */
  readonly scanRows: number;
  /** Bound of the memory for cached rows. */
  readonly cacheBytes: number;
}

/** Reads of one operation. */
export interface Reader {
  readonly scope: Scope;
  /** Throws CasegraphError. Whether a column may be filtered or sorted on has been checked before anything is sent. */
  list(table: TableDefinition, list: ListArguments, select: Select): Promise<Rows>;
  /** One row by a unique column; `null` when there is none that the viewer can see. */
  one(table: TableDefinition, column: string, key: Operand, select: Select): Promise<ResultRow | null>;
  /** Writes one row; what was remembered of the table is forgotten. */
  write(table: TableDefinition, change: Change): Promise<Written>;
}

/** The remote-table engine: reads tables through adapters it knows only by their contract. */
export class Engine {
  readonly catalog: Catalog;
  readonly #options: EngineOptions;
  readonly #dependencies: KeyedDependencies;
  readonly #generations = new Map<string, number>();

  constructor(options: EngineOptions) {
    this.#options = options;
    this.catalog = options.catalog;
    const store = new ReadStore({ maxBytes: options.cacheBytes, now: options.now });
    const generation = (table: string): number => this.#generations.get(table) ?? 0;
    this.#dependencies = {
      upstreams: options.upstreams,
      store,
      now: options.now,
      generation,
      scanRows: options.scanRows,
    };
  }

  /** A reader for one operation; what it reads in one tick is batched. `fresh`: memory is not good enough. */
  reader(asks: { viewer: Viewer; signal: AbortSignal; requestId: string }, fresh = false): Reader {
    const scope = createScope(this.#options.domains(), asks, fresh);
    const keyed = new KeyedReader(this.#dependencies, scope);
    return {
      scope,
      list: (table, list, select) => this.#list(scope, keyed, table, list, select),
      one: (table, column, key, select) => this.#one(scope, keyed, table, column, key, select),
      write: (table, change) => this.#write(scope, table, change),
    };
  }

  /** What the gateway wrote must not be answered from memory afterwards, even where the write's outcome is unknown. */
  async #write(scope: Scope, table: TableDefinition, change: Change): Promise<Written> {
    try {
      return await writeRow(this.#options, scope, table, change);
    } finally {
      this.#generations.set(table.name, (this.#generations.get(table.name) ?? 0) + 1);
    }
  }

  async #list(
    scope: Scope,
    keyed: KeyedReader,
    table: TableDefinition,
    list: ListArguments,
    select: Select,
  ): Promise<Rows> {
    const readable = required(table, scope);
    const refused = refuseColumns(table, list, scope);
    if (refused !== null) throw refused;
    const level = layOut(
      this.#context(scope),
      readable,
      select,
      list.order.map(({ column }) => column),
    );
    const all = allOf([list.filter, readable.rows]);
    const [read, totalCount] = await Promise.all([
      this.#page(scope, level, list),
      list.count ? countRows(this.#dependencies, scope, readable, all, this.#options.scanRows) : null,
    ]);
    const nodes = await finish(keyed, level, read.rows.slice(0, list.first), read.instance);
    return {
      nodes,
      hasNextPage: read.rows.length > list.first,
      hasPreviousPage: list.after !== null,
      order: list.order,
      totalCount,
    };
  }

  /** One row more than wanted tells whether there is a next page. */
  async #page(
    scope: Scope,
    level: Level,
    list: ListArguments,
  ): Promise<{ rows: readonly Row[]; instance: string | undefined }> {
    const { readable, selection } = level;
    const place = list.after === null ? null : behind(list.after, list.order);
    const filter = allOf([list.filter, readable.rows, place]);
    if (filter === false || list.first === 0) return { rows: [], instance: undefined };
    const request = { readable, selection, filter, order: list.order, limit: list.first + 1 };
    return scan(this.#dependencies, scope, request, this.#options.scanRows);
  }

  async #one(
    scope: Scope,
    keyed: KeyedReader,
    table: TableDefinition,
    column: string,
    key: Operand,
    select: Select,
  ): Promise<ResultRow | null> {
    const readable = required(table, scope);
    const refused = refuseColumns(table, { filter: { op: 'eq', column, value: key }, order: [] }, scope);
    if (refused !== null) throw refused;
    this.#refuseMalformed(readable, column, key);
    const level = layOut(this.#context(scope), readable, select, []);
    const order = [{ column: table.key, direction: 'asc' as const }];
    const ask = { readable, selection: level.selection, column, keys: [key], filter: null, order, limit: 1 };
    const outcome = (await keyed.read(ask)).get(key);
    if (outcome instanceof CasegraphError) throw outcome;
    return this.#finishOne(keyed, level, outcome);
  }

  async #finishOne(
    keyed: KeyedReader,
    level: Level,
    found: KeyedFind | undefined,
  ): Promise<ResultRow | null> {
    const row = found?.rows[0];
    if (row === undefined) return null;
    const [result] = await finish(keyed, level, [row], found?.instance);
    return result ?? null;
  }

  /** A key that cannot be one is the client's mistake, not a row that is missing. Throws `invalid-input`. */
  #refuseMalformed({ bound }: Readable, column: string, value: Operand): void {
    const select = { columns: [bound.key], joins: {} };
    const filter = { op: 'eq' as const, column, value };
    this.#options.upstreams.adapter(bound.connection).plan(bound, { select, filter, order: [], limit: 1 });
  }

  #context(scope: Scope) {
    return { catalog: this.#options.catalog, upstreams: this.#options.upstreams, scope };
  }
}

function required(table: TableDefinition, scope: Scope): Readable {
  const readable = readableFor(table, scope);
  if (readable instanceof CasegraphError) throw readable;
  return readable;
}

/** The cursor of a row in its list. */
export function cursorOf(table: TableDefinition, rows: Rows, row: ResultRow): string {
  return encodeCursor(row[ROW], rows.order, (column) => typeOf(table, column));
}
