import type { DomainTree } from '../access/domains.ts';
import type { Viewer } from '../access/viewer.ts';
import { CasegraphError } from '../contract/index.ts';
import type { Change, Operand, Row, UpstreamLayout, Written } from '../contract/index.ts';
import { hasColumn } from './at-source.ts';
import { readChoices, type Choices } from './choices.ts';
import { sortable, visibleIn } from './column-access.ts';
import { encodeCursor } from './cursor.ts';
import type { TableDefinition } from './definition.ts';
import { allOf } from './filter/combine.ts';
import { KeyedReader, type KeyedDependencies } from './keyed.ts';
import { typeOf } from './materialise.ts';
import { betweenPlaces, cutPage, pageEnds, readingOrder } from './page.ts';
import {
  ROW,
  type Condition,
  type ListArguments,
  type PageArguments,
  type ResultRow,
  type Rows,
  type Select,
} from './query.ts';
import { ReadStore } from './read-store.ts';
import { narrowed, readableFor, refuseColumns, type Readable } from './readable.ts';
import { readLayout } from './layouts.ts';
import { finish } from './relations.ts';
import { scan } from './scan.ts';
import { Standing } from './standing.ts';
import { stepOf, type Step } from './step.ts';
import { createScope, type Catalog, type Scope, type Upstreams } from './scope.ts';
import { layOut, type Level, type LevelContext } from './selection.ts';
import { countRows } from './count.ts';
import type { CacheEvent } from './cache-event.ts';
import { Generations } from './generations.ts';
import { refuseWanted, resolveWanted } from './through.ts';
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
  /** Milliseconds that a read in the background may take; default 15,000. */
  readonly refreshDeadline?: number;
  /** Writes counted elsewhere as well, where several engines read the same systems; default: this engine's own. */
  readonly writes?: Generations;
  /** Told of every row that was written, or may have been. */
  readonly wrote?: (table: TableDefinition, key: string) => void;
  /** Told where answers came from. */
  readonly publish?: (event: CacheEvent) => void;
}

const REFRESH_DEADLINE = 15_000;

/** Reads of one operation. */
export interface Reader {
  readonly scope: Scope;
  /** Throws CasegraphError. Whether a column may be filtered or sorted on has been checked before anything is sent. */
  list(table: TableDefinition, list: ListArguments, select: Select): Promise<Rows>;
  /** One row by a unique column; `null` when there is none that the viewer can see. */
  one(table: TableDefinition, column: string, key: Operand, select: Select): Promise<ResultRow | null>;
  /** What a choice column can hold. Throws CasegraphError. */
  choices(table: TableDefinition, column: string): Promise<Choices>;
  /** How the owning system arranges lists and forms of the table. Throws `forbidden`, and else only where the operation is over. */
  layout(table: TableDefinition): Promise<UpstreamLayout>;
  /** Writes one row; what was remembered of the table is forgotten. */
  write(table: TableDefinition, change: Change): Promise<Written>;
}

/** The remote-table engine: reads tables through adapters it knows only by their contract. */
export class Engine {
  readonly catalog: Catalog;
  readonly #options: EngineOptions;
  readonly #dependencies: KeyedDependencies;
  readonly #generations: Generations;
  readonly #store: ReadStore;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.catalog = options.catalog;
    this.#generations = options.writes ?? new Generations();
    this.#store = new ReadStore({
      maxBytes: options.cacheBytes,
      now: options.now,
      refreshDeadline: options.refreshDeadline ?? REFRESH_DEADLINE,
    });
    this.#dependencies = {
      upstreams: options.upstreams,
      store: this.#store,
      now: options.now,
      generations: this.#generations,
      publish: options.publish ?? (() => undefined),
      scanRows: options.scanRows,
    };
  }

  /**
   * A reader for one operation; what it reads in one tick is batched. `maxAge`: seconds that rows may be old for it; 0: memory is not good
   * enough.
   */
  reader(asks: { viewer: Viewer; signal: AbortSignal; requestId: string }, maxAge = Infinity): Reader {
    return this.#reader(createScope(this.#options.domains(), asks, maxAge));
  }

  /**
   * A reader for what a change is decided on: memory is not good enough, what is read in one tick travels together where the system can, and a row that was just
   * read need not be read again for writing it.
   */
  decider(asks: { viewer: Viewer; signal: AbortSignal; requestId: string }): Reader {
    const scope = createScope(this.#options.domains(), asks, 0);
    return this.#reader({ ...scope, together: true, standing: new Standing() });
  }

  /** The same reader, but what it reads in one tick travels together where the system can: for what is read back after a change. */
  together({ scope }: Reader): Reader {
    return this.#reader({ ...scope, together: true });
  }

  #reader(scope: Scope): Reader {
    const keyed = new KeyedReader(this.#dependencies, scope);
    return {
      scope,
      list: (table, list, select) =>
        stepOf(scope, table, (step) => this.#list(scope, keyed, table, list, select, step)),
      one: (table, column, key, select) =>
        stepOf(scope, table, (step) => this.#one(scope, keyed, table, column, key, select, step)),
      // Administrators change lists seldom: nothing is decided on them that a list of a few minutes ago would not do for.
      choices: async (table, column) =>
        readChoices(
          this.#dependencies,
          scope.standing === undefined ? scope : { ...scope, maxAge: Infinity },
          required(table, scope),
          column,
        ),
      layout: async (table) => readLayout(this.#dependencies, scope, required(table, scope)),
      write: (table, change) => this.#write(scope, table, change),
    };
  }

  /** Ends what is read in the background; what somebody waits for goes on. */
  close(): void {
    this.#store.close();
  }

  /** What the gateway wrote must not be answered from memory afterwards, even where the write's outcome is unknown. */
  async #write(scope: Scope, table: TableDefinition, change: Change): Promise<Written> {
    try {
      return await writeRow(this.#dependencies, scope, table, change);
    } finally {
      this.#generations.written(table);
      if (change.key !== null) this.#options.wrote?.(table, change.key);
      scope.standing?.written();
    }
  }

  async #list(
    scope: Scope,
    keyed: KeyedReader,
    table: TableDefinition,
    list: ListArguments,
    select: Select,
    step: Step,
  ): Promise<Rows> {
    const context = this.#context(scope);
    const readable = narrowed(required(table, scope), sortable(table, list.order, scope.viewer));
    const refused = refuseWanted(context, table, list);
    if (refused !== null) throw refused;
    const level = layOut(
      context,
      readable,
      select,
      list.order.map(({ column }) => column),
    );
    const beside = { condition: betweenPlaces(list), keyed: false };
    const all = allOf([await context.resolve(readable, list.filter, beside), readable.rows]);
    const [read, totalCount] = await Promise.all([
      this.#page(scope, step.widened(level), list, all),
      list.count ? countRows(this.#dependencies, scope, readable, all, this.#options.scanRows) : null,
    ]);
    const { rows, more } = cutPage(read.rows, list);
    const nodes = await finish(keyed, level, step.found(level, rows), read.instance);
    return { nodes, ...pageEnds(list, more), order: list.order, totalCount };
  }

  /** One row more than wanted tells whether there is a further page. */
  async #page(
    scope: Scope,
    level: Level,
    page: PageArguments,
    all: Condition,
  ): Promise<{ rows: readonly Row[]; instance: string | undefined }> {
    const { readable, selection } = level;
    const filter = allOf([all, betweenPlaces(page)]);
    if (filter === false || page.first === 0) return { rows: [], instance: undefined };
    const request = { readable, selection, filter, order: readingOrder(page), limit: page.first + 1 };
    return scan(this.#dependencies, scope, request, this.#options.scanRows);
  }

  async #one(
    scope: Scope,
    keyed: KeyedReader,
    table: TableDefinition,
    column: string,
    key: Operand,
    select: Select,
    step: Step,
  ): Promise<ResultRow | null> {
    const readable = narrowed(required(table, scope), visibleIn(table, [column], scope.viewer));
    const refused = refuseColumns(table, { filter: { op: 'eq', column, value: key }, order: [] }, scope);
    if (refused !== null) throw refused;
    this.#refuseMalformed(readable, column, key);
    const level = layOut(this.#context(scope), readable, select, []);
    const order = [{ column: table.key, direction: 'asc' as const }];
    const ask = {
      readable,
      selection: step.widened(level).selection,
      column,
      keys: [key],
      filter: null,
      order,
      // As for references: the column is unique, so there is nothing to cut, and rows looked up apart are one key list.
      limit: null,
      single: true,
    };
    const outcome = (await keyed.read(ask)).get(key);
    if (outcome instanceof CasegraphError) throw outcome;
    const [result] = await finish(
      keyed,
      level,
      step.found(level, outcome?.rows.slice(0, 1) ?? []),
      outcome?.instance,
    );
    return result ?? null;
  }

  /** A key that cannot be one is the client's mistake, not a row that is missing. Throws `invalid-input`. */
  #refuseMalformed({ bound }: Readable, column: string, value: Operand): void {
    if (!hasColumn(bound, column)) return;
    const select = { columns: [bound.key], joins: {} };
    const filter = { op: 'eq' as const, column, value };
    this.#options.upstreams.adapter(bound.connection).plan(bound, { select, filter, order: [], limit: 1 });
  }

  #context(scope: Scope): LevelContext {
    const { catalog, upstreams } = this.#options;
    return {
      catalog,
      upstreams,
      scope,
      resolve: (readable, wanted, beside) =>
        resolveWanted({ catalog, scope }, this.#dependencies, readable, wanted, beside),
    };
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
