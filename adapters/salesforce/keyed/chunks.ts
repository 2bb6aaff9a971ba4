import type { BoundTable } from '../../../src/contract/index.ts';
import { tooLong } from '../ask.ts';
import type { Settings } from '../settings.ts';
import { chunked, fits, queryTarget } from '../target.ts';
import type { Key } from './canonical.ts';

/** Keys that one query can hold, as `compose` writes them into it. */
export function chunksOf(
  settings: Settings,
  keys: readonly Key[],
  compose: (list: string) => string,
): readonly (readonly Key[])[] {
  const byLiteral = new Map(keys.map((key) => [key.literal, key]));
  return chunked(settings, [...byLiteral.keys()], compose).map((literals) =>
    literals.flatMap((literal) => byLiteral.get(literal) ?? []),
  );
}

/** The request target for a chunk. Throws too-complex where even one key does not fit beside the rest of the query. */
export function targetFor(
  settings: Settings,
  table: BoundTable,
  column: string,
  chunk: readonly Key[],
  compose: (list: string) => string,
): string {
  const target = queryTarget(settings, compose(chunk.map(({ literal }) => literal).join(',')));
  if (!fits(settings, target)) throw tooLong(table, column, chunk.length);
  return target;
}
