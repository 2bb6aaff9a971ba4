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
import { atSource, hasColumn, orderAtSource } from './at-source.ts';
import { allOf, columnsOf } from './filter/combine.ts';
import { splitFilter } from './filter/split.ts';
import { keep, typeOf } from './materialise.ts';
import { sortRows } from './order.ts';
import type { Condition } from './query.ts';
import { readOptions } from './freshness.ts';
import type { CacheEvent } from './cache-event.ts';
import type { Generations } from './generations.ts';
import type { Outcome, Outcomes } from './outcome.ts';
import { numberOf, readKey } from './read-key.ts';
import type { ReadStore } from './read-store.ts';
import type { Readable } from './readable.ts';
import { callFor, type Scope, type Upstreams } from './scope.ts';
import { mergeSelections } from './selection.ts';
import { uncutBecause } from './uncut.ts';

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
  /** The keys are those of single rows: where there is none, the key itself is missing, and not just a list empty. */
  readonly single?: boolean;
}

/** Rows of one key; shared, not to be changed. */
export interface KeyedFind extends KeyedRows {
  readonly instance: string | undefined;
}

export interface KeyedDependencies {
  readonly upstreams: Upstreams;
  readonly store: ReadStore;
  readonly now: () => number;
  /** The gateway's own writes. */
  readonly generations: Generations;
  readonly publish: (event: CacheEvent) => void;
  /** Rows that one answer may read where the owning system cannot cut. */
  readonly scanRows: number;
}

/** What is asked of the adapter, and what the engine does with the rows of each key. */
interface Asked {
  readonly request: KeyedRequest;
  readonly finish: (rows: KeyedRows) => KeyedRows;
  /** Why the owning system cannot cut the lists, for the error when they are too long; may be empty. */
  readonly uncut: string;
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
    const { bound } = ask.readable;
    if (ask.keys.length === 0) return Promise.resolve(new Map());
    if (!hasColumn(bound, ask.column)) return Promise.resolve(new Map(ask.keys.map((key) => [key, NOTHING])));
    const [filter, order] = [atSource(bound, ask.filter), orderAtSource(bound, ask.order)];
    return this.#loader.load({ ...ask, filter, order });
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

  /** What asks of one group have in common. */
  #signatureOf({ readable, column, via, filter, order, limit, single }: KeyedAsk): string {
    const { bound, rows } = readable;
    return JSON.stringify([
      numberOf(bound),
      column,
      via ?? null,
      rows,
      filter,
      order,
      limit,
      single === true,
    ]);
  }

  async #readGroup(signature: string, group: Group): Promise<Outcomes<Operand, KeyedFind>> {
    const { readable } = group.ask;
    const keys = [...group.keys];
    if (readable.rows === false || group.ask.filter === false)
      return new Map(keys.map((key) => [key, NOTHING]));
    const asked = this.#request(group);
    const { request } = asked;
    const key = readKey(
      this.#dependencies,
      this.#scope,
      readable,
      request.select,
      ['keys', signature],
      request.filter,
    );
    const options = readOptions(this.#dependencies, this.#scope, readable);
    const missing = group.ask.single === true ? { missing: isNothing } : {};
    return this.#dependencies.store.readMany(key, keys, { ...options, ...missing }, (wanted, signal) =>
      this.#ask(readable, asked, wanted, signal),
    );
  }

  /** What to ask of the adapter, and what then to do with each key's rows. */
  #request({ ask, selection }: Group): Asked {
    const { readable, column, via, order, limit } = ask;
    const { bound } = readable;
    const adapter = this.#dependencies.upstreams.adapter(bound.connection);
    const filter = allOf([readable.rows, ask.filter]);
    const { pushed, residual } = splitFilter(filter || null, (part) => takesWhole(adapter, bound, part));
    const wish = { select: { columns: [bound.key], joins: {} }, filter: pushed, order, limit: null };
    const { ordered } = adapter.plan(bound, wish);
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
    const uncut = uncutBecause(residual, ordered ? [] : order);
    return { request: via === undefined ? request : { ...request, via }, finish, uncut };
  }

  /** Lists that are counted, or filtered here, are read whole; that has the same bound as a scan. */
  #refuseTooMany({ table, bound }: Readable, { results }: KeyedAnswer, keys: number, uncut: string): void {
    const rows = results.reduce(
      (sum, result) => sum + (result instanceof CasegraphError ? 0 : result.rows.length),
      0,
    );
    const { scanRows } = this.#dependencies;
    if (rows <= Math.max(scanRows, keys)) return;
    const message = `${table.label}: ${uncut}${rows} rows would have to be held for lists below ${keys} rows; at most ${scanRows} are. Ask for fewer, leave totalCount out, or filter on further columns.`;
    throw new CasegraphError('too-complex', message, { connection: bound.connection });
  }

  async #ask(
    readable: Readable,
    { request, finish, uncut }: Asked,
    keys: readonly Operand[],
    signal: AbortSignal,
  ): Promise<Outcomes<Operand, KeyedFind>> {
    const { upstreams, now } = this.#dependencies;
    const { bound } = readable;
    const call = callFor(upstreams, now, this.#scope, bound.connection, signal);
    const answer = await upstreams.adapter(bound.connection).readByKeys(bound, request, keys, call);
    this.#refuseTooMany(readable, answer, keys.length, uncut);
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

function isNothing(found: object): boolean {
  return (found as KeyedFind).rows.length === 0;
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
