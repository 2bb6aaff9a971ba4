import type { ErrorKind } from '../contract/index.ts';

/**
 * Where an answer came from. `hit`: memory, within the ttl; `shared`: a read that somebody else had under way; `miss`: the owning system was asked;
 * `stale`: memory, beyond the ttl; `refresh`: the owning system is asked behind a stale answer.
 */
export type CacheState = 'hit' | 'shared' | 'miss' | 'stale' | 'refresh';

/** Told for reads of tables that something is remembered of. */
export interface CacheEvent {
  readonly kind: 'cache';
  readonly table: string;
  readonly connection: string;
  readonly state: CacheState;
  /** Rows looked up, or lists; 1 for a page or a count. */
  readonly keys: number;
  /** Of the operation that asked; a refresh has that of the operation that it was started by. */
  readonly requestId: string;
  /** Subject of the viewer that asked. */
  readonly viewer: string;
  /** Of the oldest answer, when stale. */
  readonly ageMs?: number;
  /** Why a stale answer was not read anew; absent where that is under way. */
  readonly error?: ErrorKind;
}
