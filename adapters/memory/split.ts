import type { Comparison, Filter, Membership, NullTest, Related } from '../../src/contract/index.ts';

export type Leaf = Comparison | Membership | NullTest;

/** What is taken: leaf by leaf, and tests of related rows where all that they hold is. */
export interface Takes {
  readonly leaf: (leaf: Leaf) => boolean;
  readonly related: (related: Related) => boolean;
}

/**
 * Splits a filter into the part that is pushed down and the part that remains; the two joined by `and` mean the same as the whole.
 * The parts of an `and` go their own ways. An `or` is pushed as a whole or not at all: half an `or` would lose rows.
 */
export function split(filter: Filter, takes: Takes): { pushed: Filter | null; residual: Filter | null } {
  if (filter.op !== 'and')
    return isTaken(filter, takes) ? { pushed: filter, residual: null } : { pushed: null, residual: filter };
  const parts = filter.all.map((part) => split(part, takes));
  return {
    pushed: allOf(parts.map((part) => part.pushed)),
    residual: allOf(parts.map((part) => part.residual)),
  };
}

function isTaken(filter: Filter, takes: Takes): boolean {
  if (filter.op === 'and') return filter.all.every((part) => isTaken(part, takes));
  if (filter.op === 'or') return filter.any.every((part) => isTaken(part, takes));
  if ('relation' in filter)
    return takes.related(filter) && (filter.filter === null || isTaken(filter.filter, takes));
  return takes.leaf(filter);
}

function allOf(parts: readonly (Filter | null)[]): Filter | null {
  const all = parts.filter((part) => part !== null);
  if (all.length <= 1) return all[0] ?? null;
  return { op: 'and', all };
}
