import DataLoader from 'dataloader';
import type {
  Adapter,
  BoundTable,
  Filter,
  KeyedAnswer,
  KeyedRequest,
  KeyedRows,
  Operand,
  Order,
  Row,
  Selection,
} from '../contract/index.ts';
import { CasegraphError } from '../contract/index.ts';
import { allOf, columnsOf } from './filter/combine.ts';
import { splitFilter } from './filter/split.ts';
import { keep, typeOf } from './materialise.ts';
import { sortRows } from './order.ts';
import type { Condition } from './query.ts';
import type { Outcome, Outcomes, ReadStore } from './read-store.ts';
import type { Readable } from './readable.ts';
import { callFor, type Scope, type Upstreams } from './scope.ts';
import { mergeSelections } from './selection.ts';

/** What one relation of one level, or one root field, wants to look up. */
export interface KeyedAsk {
  readonly readable: Readable;
  readonly selection: Selection;
  readonly column: string;
  readonly keys: readonly Operand[];
  /** Beyond what the viewer may see at all. */
  readonly filter: Condition;
  readonly order: readonly Order[];
  /** Rows per key; `null`: all. */
  readonly limit: number | null;
  readonly via?: string;
}

/** Rows of one key; shared, not to be changed. */
export interface KeyedFind extends KeyedRows {
  readonly instance: string | undefined;
}

export interface KeyedDependencies {
  readonly upstreams: Upstreams;
  readonly store: ReadStore;
  readonly now: () => number;
  readonly generation: (table: string) => number;
  /** Rows that one answer may read where the owning system cannot cut. */
  readonly scanRows: number;
}

interface Group {
  readonly ask: KeyedAsk;
  selection: Selection;
  readonly keys: Set<Operand>;
}

/**
 * Gathers what arrives apart in one tick (sibling fields, aliases, relations of several lists, read-backs) into one batched read per table, column
 * and condition.
 */
export class KeyedReader {
  readonly #loader: DataLoader<KeyedAsk, Outcomes<Operand, KeyedFind>>;
  readonly #scope: Scope;
  readonly #dependencies: KeyedDependencies;

  constructor(dependencies: KeyedDependencies, scope: Scope) {
    this.#dependencies = dependencies;
    this.#scope = scope;
    this.#loader = new DataLoader((asks) => this.#readAll(asks), { cache: false });
  }

  /** The rows of each key; a key that failed has its error. Never rejects for an upstream's failure. */
  read(ask: KeyedAsk): Promise<Outcomes<Operand, KeyedFind>> {
    if (ask.keys.length === 0) return Promise.resolve(new Map());
    return this.#loader.load(ask);
  }

  async #readAll(asks: readonly KeyedAsk[]): Promise<Outcomes<Operand, KeyedFind>[]> {
    const groups = new Map<string, Group>();
    const signatures = asks.map((ask) => {
      const signature = this.#signatureOf(ask);
      const group = groups.get(signature);
      if (group === undefined)
        groups.set(signature, { ask, selection: ask.selection, keys: new Set(ask.keys) });
      else {
        group.selection = mergeSelections(group.selection, ask.selection);
        ask.keys.forEach((key) => group.keys.add(key));
      }
      return signature;
    });
    const answers = new Map<string, Outcomes<Operand, KeyedFind>>();
    await Promise.all(
      [...groups].map(async ([signature, group]) =>
        answers.set(signature, await this.#readGroup(signature, group)),
      ),
    );
    return signatures.map((signature) => answers.get(signature) as Outcomes<Operand, KeyedFind>);
  }

  #signatureOf({ readable, column, via, filter, order, limit }: KeyedAsk): string {
    const { bound, rows } = readable;
    const { upstreams, generation } = this.#dependencies;
    const where = [
      bound.connection,
      upstreams.identity(bound.connection, this.#scope.viewer),
      bound.object,
      bound.name,
    ];
    return JSON.stringify([
      ...where,
      generation(bound.name),
      column,
      via ?? null,
      rows,
      filter,
      order,
      limit,
    ]);
  }

  async #readGroup(signature: string, group: Group): Promise<Outcomes<Operand, KeyedFind>> {
    const { readable } = group.ask;
    const keys = [...group.keys];
    if (readable.rows === false || group.ask.filter === false)
      return new Map(keys.map((key) => [key, NOTHING]));
    const { request, finish } = this.#request(group);
    const whole = `${signature}${JSON.stringify(request.select)}`;
    const options = { ttl: readable.table.ttl, fresh: this.#scope.fresh, signal: this.#scope.signal };
    return this.#dependencies.store.readMany(whole, keys, options, (missing, signal) =>
      this.#ask(readable, request, missing, finish, signal),
    );
  }

  /** What to ask of the adapter, and what then to do with each key's rows. */
  #request({ ask, selection }: Group): { request: KeyedRequest; finish: (rows: KeyedRows) => KeyedRows } {
    const { readable, column, via, order, limit } = ask;
    const { bound } = readable;
    const adapter = this.#dependencies.upstreams.adapter(bound.connection);
    const filter = allOf([readable.rows, ask.filter]);
    const { pushed, residual } = splitFilter(filter || null, (part) => takesWhole(adapter, bound, part));
    const sortable = adapter.capabilities(bound).order;
    const ordered = order.every((part) => sortable.has(part.column));
    const columns = [...new Set([...selection.columns, column, ...columnsOf(residual)])].sort();
    const select = { columns, joins: selection.joins };
    const request = {
      select,
      filter: pushed,
      order,
      limit: residual === null && ordered ? limit : null,
      column,
    };
    const finish = (found: KeyedRows): KeyedRows => {
      const rows = keep(readable.table, found.rows, residual);
      const sorted = ordered ? rows : sortRows(rows, order, (name) => typeOf(readable.table, name));
      return cut(sorted, limit, found.more);
    };
    return { request: via === undefined ? request : { ...request, via }, finish };
  }

  /** Lists that are counted, or filtered here, are read whole; that has the same bound as a scan. */
  #refuseTooMany({ table, bound }: Readable, { results }: KeyedAnswer, keys: number): void {
    const rows = results.reduce(
      (sum, result) => sum + (result instanceof CasegraphError ? 0 : result.rows.length),
      0,
    );
    const { scanRows } = this.#dependencies;
    if (rows <= Math.max(scanRows, keys)) return;
    const message = `${table.label}: ${rows} rows would have to be held for lists below ${keys} rows; at most ${scanRows} are. Ask for fewer, leave totalCount out, or filter on columns that the owning system can filter.`;
    throw new CasegraphError('too-complex', message, { connection: bound.connection });
  }

  async #ask(
    readable: Readable,
    request: KeyedRequest,
    keys: readonly Operand[],
    finish: (rows: KeyedRows) => KeyedRows,
    signal: AbortSignal,
  ): Promise<Outcomes<Operand, KeyedFind>> {
    const { upstreams, now } = this.#dependencies;
    const { bound } = readable;
    const call = callFor(upstreams, now, this.#scope, bound.connection, signal);
    const answer = await upstreams.adapter(bound.connection).readByKeys(bound, request, keys, call);
    this.#refuseTooMany(readable, answer, keys.length);
    const outcomes = new Map<Operand, Outcome<KeyedFind>>();
    keys.forEach((key, index) => {
      const result = answer.results[index];
      if (result === undefined) outcomes.set(key, missingAnswer(bound.connection));
      else
        outcomes.set(
          key,
          result instanceof CasegraphError ? result : { ...finish(result), instance: answer.instance },
        );
    });
    return outcomes;
  }
}

/** Asks the adapter itself, since it may leave a part because of its value where it takes others of the kind. */
function takesWhole(adapter: Adapter, bound: BoundTable, filter: Filter): boolean {
  const select = { columns: [bound.key], joins: {} };
  return adapter.plan(bound, { select, filter, order: [], limit: null }).residual === null;
}

const NOTHING: KeyedFind = { rows: [], more: false, instance: undefined };

function missingAnswer(connection: string): CasegraphError {
  return new CasegraphError('internal', 'The adapter left a key unanswered.', { connection });
}

/** What an adapter left uncut is cut here. */
function cut(rows: readonly Row[], limit: number | null, more: boolean): KeyedRows {
  if (limit === null || rows.length <= limit) return { rows, more };
  return { rows: rows.slice(0, limit), more: true };
}
