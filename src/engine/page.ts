import { behind } from './cursor.ts';
import { allOf } from './filter/combine.ts';
import { reversed } from './order.ts';
import type { Condition, PageArguments, Rows } from './query.ts';

/** The order in which a page is read: from the end that it is counted from. */
export function readingOrder({ order, fromEnd }: PageArguments): PageArguments['order'] {
  return fromEnd ? reversed(order) : order;
}

/** What a row fulfils that lies between the places of a page. */
export function betweenPlaces({ order, after, before = null }: PageArguments): Condition {
  return allOf([
    after === null ? null : behind(after, order),
    before === null ? null : behind(before, reversed(order)),
  ]);
}

/** The rows of a page out of what was read in its reading order, in the order of the list; `more` when some were left behind. */
export function cutPage<T>(
  read: readonly T[],
  { first, fromEnd }: PageArguments,
): { rows: T[]; more: boolean } {
  const rows = read.slice(0, first);
  return { rows: fromEnd ? rows.reverse() : rows, more: read.length > first };
}

/**
 * What lies before and behind a page, by the rules of the Relay specification: at the end that was cut it is known; at the other there is
 * at least the row whose cursor was given.
 */
export function pageEnds(
  { fromEnd, after, before = null }: PageArguments,
  more: boolean,
): Pick<Rows, 'hasNextPage' | 'hasPreviousPage'> {
  return fromEnd
    ? { hasNextPage: before !== null, hasPreviousPage: more }
    : { hasNextPage: more, hasPreviousPage: after !== null };
}
