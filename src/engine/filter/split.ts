import type { Filter } from '../../contract/index.ts';
import { allOf } from './combine.ts';

/** A filter in two parts: what a batched read may push down whole, and what the engine applies. */
export interface Split {
  readonly pushed: Filter | null;
  readonly residual: Filter | null;
}

/** Splits a conjunction by whether the adapter takes each part whole; anything else stays in one piece. */
export function splitFilter(filter: Filter | null, takesWhole: (part: Filter) => boolean): Split {
  if (filter === null) return { pushed: null, residual: null };
  const pushed: Filter[] = [];
  const residual: Filter[] = [];
  for (const part of filter.op === 'and' ? filter.all : [filter])
    (takesWhole(part) ? pushed : residual).push(part);
  return { pushed: allOf(pushed) || null, residual: allOf(residual) || null };
}
