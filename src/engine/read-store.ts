import { LRUCache } from 'lru-cache';
import { Flight } from '../concurrency/flight.ts';
import { CasegraphError } from '../contract/index.ts';

/** What one key gave: a value, or an error that fails this key only. */
export type Outcome<T> = T | CasegraphError;
export type Outcomes<K, T> = ReadonlyMap<K, Outcome<T>>;

interface Entry {
  readonly value: object;
  readonly expires: number;
}

export interface ReadOptions {
  /** Seconds that a value may be served from memory; 0: only while it is being fetched. */
  readonly ttl: number;
  /** Neither memory nor anybody else's flight will do. */
  readonly fresh: boolean;
  /** This caller's. */
  readonly signal: AbortSignal;
}

/**
 * Short-lived rows and reads in flight, by a signature that names everything the answer depends on (source, identity, columns, conditions) and a key.
 * Values are shared and must not be changed. Errors are never kept.
 */
export class ReadStore {
  readonly #cache: LRUCache<string, Entry>;
  readonly #flights = new Map<string, Flight<Outcomes<unknown, object>>>();
  readonly #now: () => number;

  constructor(options: { maxBytes: number; now: () => number }) {
    this.#now = options.now;
    this.#cache = new LRUCache({
      maxSize: options.maxBytes,
      sizeCalculation: ({ value }, key) => key.length + sizeOf(value),
    });
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
  async readMany<K extends string | number | boolean, T extends object>(
    signature: string,
    keys: readonly K[],
    options: ReadOptions,
    work: (keys: readonly K[], signal: AbortSignal) => Promise<Outcomes<K, T>>,
  ): Promise<Outcomes<K, T>> {
    const found = new Map<K, Outcome<T>>();
    const joined = new Map<Flight<Outcomes<unknown, object>>, K[]>();
    const missing: K[] = [];
    for (const key of keys) {
      const name = `${signature}\0${key}`;
      const value = options.fresh ? undefined : this.#fromMemory(name);
      const flight = options.fresh ? undefined : this.#flights.get(name);
      if (value !== undefined) found.set(key, value as T);
      else if (flight?.open) push(joined, flight, key);
      else missing.push(key);
    }
    if (missing.length > 0) joined.set(this.#depart(signature, missing, options, work), missing);
    await Promise.all(
      [...joined].map(([flight, waiting]) => collect(flight, waiting, options.signal, found)),
    );
    return found;
  }

  #depart<K extends string | number | boolean, T extends object>(
    signature: string,
    keys: readonly K[],
    options: ReadOptions,
    work: (keys: readonly K[], signal: AbortSignal) => Promise<Outcomes<K, T>>,
  ): Flight<Outcomes<unknown, object>> {
    const names = keys.map((key) => `${signature}\0${key}`);
    const over = (): void => {
      for (const name of names) if (this.#flights.get(name) === flight) this.#flights.delete(name);
    };
    const flight: Flight<Outcomes<unknown, object>> = new Flight(async (signal) => {
      const outcomes = await work(keys, signal);
      if (options.ttl > 0) this.#remember(signature, outcomes, options.ttl);
      return outcomes;
    }, over);
    if (!options.fresh) for (const name of names) this.#flights.set(name, flight);
    return flight;
  }

  #fromMemory(name: string): object | undefined {
    const entry = this.#cache.get(name);
    return entry !== undefined && entry.expires > this.#now() ? entry.value : undefined;
  }

  #remember<K>(signature: string, outcomes: Outcomes<K, object>, ttl: number): void {
    const expires = this.#now() + ttl * 1000;
    for (const [key, value] of outcomes) {
      if (!(value instanceof CasegraphError))
        this.#cache.set(`${signature}\0${String(key)}`, { value, expires });
    }
  }
}

async function collect<K, T extends object>(
  flight: Flight<Outcomes<unknown, object>>,
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

/** Anything else than our own error is a defect; it keeps its cause for the log and says nothing to the client. */
export function asCasegraphError(error: unknown): CasegraphError {
  if (error instanceof CasegraphError) return error;
  return new CasegraphError('internal', 'Something went wrong inside the gateway.', { cause: error });
}

function push<F, K>(map: Map<F, K[]>, flight: F, key: K): void {
  const keys = map.get(flight);
  if (keys === undefined) map.set(flight, [key]);
  else keys.push(key);
}

const CELL_BYTES = 48;

/** A rough size in bytes: what bounds the memory, not an account of it. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return CELL_BYTES + value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + sizeOf(part), CELL_BYTES);
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).reduce<number>((sum, part) => sum + sizeOf(part), CELL_BYTES);
  }
  return CELL_BYTES;
}
