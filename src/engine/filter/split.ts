import type { Filter } from '../../contract/index.ts';
import { allOf } from './combine.ts';

/** A filter in two parts: what a batched read may push down whole, and what the engine applies. */
export interface Split {
  readonly pushed: Filter | null;
  readonly residual: Filter | null;
}

/**
 * Splits a conjunction by what the adapter takes whole, part by part and with the parts it has already taken: a query has a size. Anything else
 * stays in one piece.
 */
export function splitFilter(filter: Filter | null, takesWhole: (part: Filter) => boolean): Split {
  if (filter === null) return { pushed: null, residual: null };
  if (takesWhole(filter)) return { pushed: filter, residual: null };
  let pushed: Filter | null = null;
  const residual: Filter[] = [];
  for (const part of filter.op === 'and' ? filter.all : []) {
    const both: Filter | null = allOf([pushed, part]) || null;
    if (both !== null && takesWhole(both)) pushed = both;
    else residual.push(part);
  }
  return { pushed, residual: filter.op === 'and' ? allOf(residual) || null : filter };
}
