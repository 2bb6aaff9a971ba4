import type { ErrorCode } from '../contract/index.ts';
import type { CacheEvent } from './cache-event.ts';
import type { Readable } from './readable.ts';
import type { Observe, ReadOptions } from './read-store.ts';
import type { Scope } from './scope.ts';

/** A part of an answer that is older than it should be, because the owning system did not answer. */
export interface StaleRead {
  readonly table: string;
  readonly connection: string;
  /** Seconds since the oldest of it was read. */
  readonly age: number;
  /** Why it could not be read anew. */
  readonly code: ErrorCode;
}

/** What one operation was answered with that is stale: the oldest of each table, connection and cause. */
export class StaleReads {
  readonly #reads = new Map<string, StaleRead>();

  add(read: StaleRead): void {
    const name = [read.table, read.connection, read.code].join('\0');
    const known = this.#reads.get(name);
    if (known === undefined || known.age < read.age) this.#reads.set(name, read);
  }

  get all(): readonly StaleRead[] {
    return [...this.#reads.values()];
  }
}

/** How a read of a table may be answered on behalf of an operation, and who is told how it was. */
export function readOptions(
  { publish }: { readonly publish: (event: CacheEvent) => void },
  scope: Scope,
  { table, bound }: Readable,
): ReadOptions {
  const { maxAge, signal, requestId, viewer, stale: reads } = scope;
  const { connection } = bound;
  const observe: Observe = (state, keys, stale) => {
    const { age, error = null } = stale ?? {};
    publish({
      kind: 'cache',
      table: table.name,
      connection,
      state,
      keys,
      requestId,
      viewer: viewer.subject,
      ...(age === undefined ? {} : { ageMs: age }),
      ...(error === null ? {} : { error: error.kind }),
    });
    if (age !== undefined && error !== null)
      reads.add({ table: table.name, connection, age: Math.round(age / 1000), code: error.code });
  };
  return { policy: table.cache, maxAge, signal, observe };
}
