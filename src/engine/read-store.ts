import { hash } from 'node:crypto';
import { CasegraphError } from '../contract/index.ts';
import { looksIntoMemory, remembers, standingOf, type CachePolicy } from './cache-policy.ts';
import type { CacheState } from './cache-event.ts';
import { Flights, type Run } from './flights.ts';
import { asCasegraphError, isOutage, type Outcome, type Outcomes } from './outcome.ts';
import { RowMemory, type Entry } from './row-memory.ts';

type Key = string | number | boolean;
type Work<K, T> = (keys: readonly K[], signal: AbortSignal) => Promise<Outcomes<K, T>>;

export interface ReadOptions {
  readonly policy: CachePolicy;
  /** Seconds that an answer may be old for this caller; 0: neither memory nor anybody else's flight will do. */
  readonly maxAge: number;
  /** This caller's. */
  readonly signal: AbortSignal;
  /** An answer that says that the key leads to no row; default: none does. */
  readonly missing?: (value: object) => boolean;
  /** Told where answers came from; only for tables that something is remembered of. */
  readonly observe?: Observe;
}

/** `age` (milliseconds) is that of the oldest of the keys; `error` is what kept them from being read anew. */
export type Observe = (
  state: CacheState,
  keys: number,
  stale?: { readonly age: number; readonly error: CasegraphError | null },
) => void;

export interface ReadStoreOptions {
  /** Bound of what is remembered; 0: nothing is. */
  readonly maxBytes: number;
  readonly now: () => number;
  /** Milliseconds that a read in the background may take. */
  readonly refreshDeadline: number;
}

/** Where the keys of one read stand before anything is asked. */
interface Look<K, T> {
  readonly found: Map<K, Outcome<T>>;
  /** Answered already, to be read anew behind the answer. */
  readonly ageing: Map<K, Entry>;
  /** To be asked for. */
  readonly wanted: K[];
  /** Of those, what stands in where the owning system does not answer. */
  readonly spare: Map<K, Entry>;
}

/** Milliseconds after a failed read in which the background does not try again. */
const QUIET = 1_000;

/**
 * Answers in memory and reads in flight, by a signature (read-key.ts: it names everything that the answer depends on) and a key. Errors are never
 * kept; one that is no mere outage also ends what was remembered of its key.
 */
export class ReadStore {
  readonly #memory: RowMemory;
  readonly #flights = new Flights();
  readonly #refreshes = new Set<AbortController>();
  readonly #options: ReadStoreOptions;
  #closed = false;

  constructor(options: ReadStoreOptions) {
    this.#options = options;
    this.#memory = new RowMemory(options.maxBytes);
  }

  /** Bytes held, and answers. */
  get size(): { readonly bytes: number; readonly entries: number } {
    const { bytes, entries } = this.#memory;
    return { bytes, entries };
  }

  /** Ends reads in the background that nobody waits for; no new ones are started. */
  close(): void {
    this.#closed = true;
    for (const refresh of this.#refreshes)
      refresh.abort(new CasegraphError('cancelled', 'The gateway is being stopped.'));
  }

  /** Reads one value. */
  async read<T extends object>(
    signature: string,
    options: ReadOptions,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const outcomes = await this.readMany<'', T>(
      signature,
      [''],
      options,
      async (_, signal) => new Map([['', await work(signal)]]),
    );
    const outcome = outcomes.get('') as Outcome<T>;
    if (outcome instanceof CasegraphError) throw outcome;
    return outcome;
  }

  /**
   * Reads what of these keys is neither in memory nor on its way, in one piece of work. A failure of the work as a whole fails the keys that
   * waited for it; it never throws.
   */
  async readMany<K extends Key, T extends object>(
    signature: string,
    keys: readonly K[],
    options: ReadOptions,
    work: Work<K, T>,
  ): Promise<Outcomes<K, T>> {
    const prefix = hash('sha256', signature, 'base64url');
    const look = this.#look<K, T>(prefix, keys, options);
    const { found, ageing, wanted, spare } = look;
    if (ageing.size > 0) this.#refresh(prefix, ageing, options, work);
    if (wanted.length === 0) return found;
    const runs = this.#board(prefix, wanted, options, work);
    await Promise.all([...runs].map(([run, waiting]) => collect(run, waiting, options.signal, found)));
    if (spare.size > 0) this.#fallBack(found, spare, options);
    return found;
  }

  #look<K extends Key, T>(
    prefix: string,
    keys: readonly K[],
    { policy, maxAge, observe }: ReadOptions,
  ): Look<K, T> {
    const look: Look<K, T> = { found: new Map(), ageing: new Map(), wanted: [], spare: new Map() };
    if (maxAge <= 0 || !looksIntoMemory(policy)) return { ...look, wanted: [...keys] };
    const now = this.#options.now();
    for (const key of keys) {
      const entry = this.#memory.get(nameOf(prefix, key));
      const standing = entry === undefined ? 'gone' : standingOf(entry, policy, maxAge, now);
      if (entry === undefined || standing === 'gone') look.wanted.push(key);
      else if (standing === 'if-error') {
        look.wanted.push(key);
        look.spare.set(key, entry);
      } else {
        look.found.set(key, entry.value as T);
        if (standing === 'revalidate') look.ageing.set(key, entry);
      }
    }
    const hits = look.found.size - look.ageing.size;
    if (hits > 0) observe?.('hit', hits);
    if (look.ageing.size > 0)
      observe?.('stale', look.ageing.size, { age: now - oldest(look.ageing.values()), error: null });
    return look;
  }

  /** Who waits for which read: those under way, and one more for what none of them will answer. */
  #board<K extends Key, T extends object>(
    prefix: string,
    keys: readonly K[],
    options: ReadOptions,
    work: Work<K, T>,
  ): Map<Run, K[]> {
    const runs = new Map<Run, K[]>();
    const missing: K[] = [];
    const now = this.#options.now();
    for (const key of keys) {
      const run = this.#flights.find(nameOf(prefix, key), options.maxAge, now);
      const others = run === undefined ? missing : runs.get(run);
      if (others !== undefined) others.push(key);
      else if (run !== undefined) runs.set(run, [key]);
    }
    const remembered = looksIntoMemory(options.policy);
    if (remembered && missing.length < keys.length) options.observe?.('shared', keys.length - missing.length);
    if (missing.length === 0) return runs;
    if (remembered) options.observe?.('miss', missing.length);
    return runs.set(this.#depart(prefix, missing, options, work), missing);
  }

  /** What must be newer than everything else is not handed to others either: its caller may hang up at any time, and be the last. */
  #depart<K extends Key, T extends object>(
    prefix: string,
    keys: readonly K[],
    { policy, maxAge, missing = () => false }: ReadOptions,
    work: Work<K, T>,
  ): Run {
    const began = this.#options.now();
    const settle = (key: K, outcome: Outcome<T>): void => {
      const name = nameOf(prefix, key);
      if (outcome instanceof CasegraphError) this.#failed(name, outcome);
      else
        this.#remember(
          name,
          { value: outcome, born: began, missing: missing(outcome), quietUntil: 0 },
          policy,
        );
    };
    const shared = maxAge > 0 ? keys.map((key) => nameOf(prefix, key)) : [];
    return this.#flights.depart(shared, began, async (signal) => {
      try {
        const outcomes = await work(keys, signal);
        if (looksIntoMemory(policy)) outcomes.forEach((outcome, key) => settle(key, outcome));
        return outcomes;
      } catch (error) {
        const failure = asCasegraphError(error);
        if (looksIntoMemory(policy)) for (const key of keys) settle(key, failure);
        throw failure;
      }
    });
  }

  #remember(name: string, entry: Entry, policy: CachePolicy): void {
    if (remembers(policy, entry.missing)) this.#memory.set(name, entry);
    else this.#memory.delete(name);
  }

  /** A system that says no has answered: what it said before does not hold any more. */
  #failed(name: string, error: CasegraphError): void {
    if (error.kind === 'cancelled') return;
    if (!isOutage(error)) return this.#memory.delete(name);
    const entry = this.#memory.get(name);
    const pause = Math.max(QUIET, (error.retryAfter ?? 0) * 1000);
    if (entry !== undefined) entry.quietUntil = this.#options.now() + pause;
  }

  /** One read for what is ageing and not on its way yet, which nobody waits for but the store. */
  #refresh<K extends Key, T extends object>(
    prefix: string,
    ageing: ReadonlyMap<K, Entry>,
    options: ReadOptions,
    work: Work<K, T>,
  ): void {
    const now = this.#options.now();
    const due = [...ageing]
      .filter(([key, { quietUntil }]) => {
        return quietUntil <= now && this.#flights.find(nameOf(prefix, key), Infinity, now) === undefined;
      })
      .map(([key]) => key);
    if (due.length === 0 || this.#closed) return;
    const patience = new AbortController();
    const late = new CasegraphError('upstream-timeout', 'A read in the background took too long.');
    const timer = setTimeout(() => patience.abort(late), this.#options.refreshDeadline).unref();
    this.#refreshes.add(patience);
    options.observe?.('refresh', due.length);
    const over = (): void => {
      clearTimeout(timer);
      this.#refreshes.delete(patience);
    };
    this.#depart(prefix, due, options, work).flight.wait(patience.signal).then(over, over);
  }

  #fallBack<K, T>(found: Map<K, Outcome<T>>, spare: ReadonlyMap<K, Entry>, { observe }: ReadOptions): void {
    const used = new Map<string, { error: CasegraphError; entries: Entry[] }>();
    for (const [key, entry] of spare) {
      const error = found.get(key);
      if (!(error instanceof CasegraphError) || !isOutage(error)) continue;
      found.set(key, entry.value as T);
      const same = used.get(error.kind);
      if (same === undefined) used.set(error.kind, { error, entries: [entry] });
      else same.entries.push(entry);
    }
    for (const { error, entries } of used.values())
      observe?.('stale', entries.length, { age: this.#options.now() - oldest(entries), error });
  }
}

/** The type is part of it: the number 1 and the text "1" are different keys. */
function nameOf(prefix: string, key: Key): string {
  return `${prefix}${(typeof key)[0] as string}${key}`;
}

function oldest(entries: Iterable<Entry>): number {
  let born = Infinity;
  for (const entry of entries) born = Math.min(born, entry.born);
  return born;
}

async function collect<K, T extends object>(
  { flight }: Run,
  keys: readonly K[],
  signal: AbortSignal,
  into: Map<K, Outcome<T>>,
): Promise<void> {
  try {
    const outcomes = await flight.wait(signal);
    for (const key of keys) into.set(key, outcomes.get(key) as Outcome<T>);
  } catch (error) {
    const failure = asCasegraphError(error);
    for (const key of keys) into.set(key, failure);
  }
}
