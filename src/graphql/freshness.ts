import type { ExecutionResult } from 'graphql';
import type { Viewer } from '../access/viewer.ts';
import type { GraphContext } from './context.ts';

/** How old rows may be for an operation: what its client asked for, and whether that is heard. */
export interface Freshness {
  /** Seconds; Infinity: as the tables say. */
  readonly maxAge: number;
  /** The client asked for newer rows and may not. */
  readonly ignored: boolean;
}

/**
 * Decides whether a client's wish for newer rows is heard: each such request costs the owning systems one. Who may not is answered all the same,
 * since browsers and clients send `Cache-Control` of their own accord, and is told so. `asked`: seconds; `null`: nothing was asked for.
 */
export function freshnessFor(asked: number | null, viewer: Viewer, roles: readonly string[]): Freshness {
  if (asked === null) return { maxAge: Infinity, ignored: false };
  return roles.some((role) => viewer.roles.has(role))
    ? { maxAge: asked, ignored: false }
    : { maxAge: Infinity, ignored: true };
}

const IGNORED =
  'Cache-Control was not followed: you have no role that may ask for rows newer than tables give.';

/** Adds to an answer what its reader should know about the age of its rows; nothing where there is nothing to know. */
export function noteFreshness(
  result: ExecutionResult,
  { reader, freshness }: Pick<GraphContext, 'reader' | 'freshness'>,
): ExecutionResult {
  const stale = reader.scope.stale.all;
  const ignored = freshness?.ignored === true;
  if (stale.length === 0 && !ignored) return result;
  const extensions = {
    ...result.extensions,
    ...(stale.length === 0 ? {} : { stale }),
    ...(ignored ? { cacheControl: { ignored: IGNORED } } : {}),
  };
  return { ...result, extensions };
}
