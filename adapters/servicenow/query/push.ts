import { joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Filter, Related } from '../../../src/contract/index.ts';
import { behind } from './behind.ts';
import { joinsOf } from '../capabilities.ts';
import { pushLeaf } from './leaf.ts';
import { EVERYTHING, NOTHING, bothOf, isEverything, isTooLarge, oneOf } from './term.ts';
import type { Groups } from './term.ts';

/** A filter split in two: what ServiceNow applies, and what the engine still has to. */
export interface Split {
  readonly groups: Groups;
  readonly residual: Filter | null;
}

const LEFT_WHOLE = (filter: Filter): Split => ({ groups: EVERYTHING, residual: filter });

/**
 * Splits a filter. What is pushed never holds fewer rows than the filter. Throws `invalid-input` for values that must not be sent.
 */
export function splitFilter(table: BoundTable, filter: Filter | null): Split {
  if (filter === null) return { groups: EVERYTHING, residual: null };
  switch (filter.op) {
    case 'and':
      return splitAnd(table, filter.all);
    case 'or':
      return splitOr(table, filter);
    case 'some':
    case 'none':
      return splitRelated(table, filter);
    default: {
      const { groups, exact } = pushLeaf(table, filter);
      return { groups, residual: exact ? null : filter };
    }
  }
}

/** Each part is taken as far as it goes. Simple parts come first, so that a part that would grow the query too much is the one left. */
function splitAnd(table: BoundTable, all: readonly Filter[]): Split {
  const parts = all.map((filter) => ({ filter, ...splitFilter(table, filter) }));
  if (parts.some((part) => part.groups.length === 0)) return { groups: NOTHING, residual: null };
  parts.sort((a, b) => a.groups.length - b.groups.length);
  let groups = EVERYTHING;
  const residuals: Filter[] = [];
  for (const part of parts) {
    const both = bothOf(groups, part.groups);
    const left = isTooLarge(both) ? part.filter : part.residual;
    if (!isTooLarge(both)) groups = both;
    if (left !== null) residuals.push(left);
  }
  return { groups, residual: allOf(residuals) };
}

/** Alternatives cannot be left out one by one: either each says at least as much as it should, or none is pushed. */
function splitOr(table: BoundTable, filter: Filter & { readonly op: 'or' }): Split {
  const parts = filter.any.map((part) => splitFilter(table, part));
  if (parts.some((part) => part.residual === null && isEverything(part.groups))) {
    return { groups: EVERYTHING, residual: null };
  }
  const groups = oneOf(parts.map((part) => part.groups));
  if (isTooLarge(groups)) return LEFT_WHOLE(filter);
  return { groups, residual: parts.every((part) => part.residual === null) ? null : filter };
}

/**
 * A test of a related row goes whole or stays: the engine has no such rows to look at. `none` stays, since there is no way to say that a condition
 * behind a reference does not hold.
 */
function splitRelated(table: BoundTable, related: Related): Split {
  if (related.op === 'none' || joinsOf(table) < 1) return LEFT_WHOLE(related);
  const inner = splitFilter(joinOf(table, related.relation).table(), related.filter);
  const groups = inner.residual === null ? behind(table, related, inner.groups) : null;
  return groups === null ? LEFT_WHOLE(related) : { groups, residual: null };
}

function allOf(filters: readonly Filter[]): Filter | null {
  const [first, ...rest] = filters;
  if (first === undefined) return null;
  return rest.length === 0 ? first : { op: 'and', all: filters };
}
