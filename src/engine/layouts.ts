import { CasegraphError } from '../contract/index.ts';
import type { UpstreamLayout } from '../contract/index.ts';
import { UNCACHED } from './cache-policy.ts';
import type { KeyedDependencies } from './keyed.ts';
import { numberOf } from './read-key.ts';
import type { Readable } from './readable.ts';
import { callFor, type Scope } from './scope.ts';

/** Seconds that a layout is kept. */
const LAYOUT_TTL = 300;
/** Seconds before a layout that could not be read is asked for again. */
const FAILED_TTL = 30;
/** Milliseconds that an answer waits for a layout at most: what is declared will do. */
const PATIENCE = 4_000;

/**
 * How the owning system arranges a table, or an empty layout whose note says why there is none. Never throws, but for the caller's own
 * leaving: a front end gets its metadata whatever the designer's tables say.
 */
export async function readLayout(
  dependencies: KeyedDependencies,
  scope: Scope,
  readable: Readable,
): Promise<UpstreamLayout> {
  const { upstreams, store, now } = dependencies;
  const { bound, table } = readable;
  const adapter = upstreams.adapter(bound.connection);
  if (adapter.layout === undefined)
    return without(`The system that owns ${table.label} has no layouts to read.`);
  const identity = upstreams.identity(bound.connection, scope.viewer);
  const signature = JSON.stringify(['layout', numberOf(bound), identity]);
  const { maxAge, signal: own } = scope;
  const read = (ttl: number, work: (signal: AbortSignal) => Promise<UpstreamLayout>) =>
    store.read(signature, { policy: { ...UNCACHED, ttl }, maxAge, signal: own }, work);
  try {
    return await read(LAYOUT_TTL, (signal) => {
      const bounded = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
      const call = callFor(upstreams, now, scope, bound.connection, bounded);
      return adapter.layout?.(bound, call) ?? Promise.resolve(without(null));
    });
  } catch (error) {
    own.throwIfAborted();
    const failed = without(error instanceof CasegraphError ? messageOf(error) : null);
    return read(FAILED_TTL, () => Promise.resolve(failed));
  }
}

function messageOf({ kind, message }: CasegraphError): string {
  return kind === 'cancelled' ? 'Reading the layout took too long.' : message;
}

function without(reason: string | null): UpstreamLayout {
  const note = reason ?? 'The layout could not be read.';
  return { list: null, form: null, related: null, notes: [note] };
}
