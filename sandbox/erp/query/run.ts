import type { ErpRecord } from '../../world/world.ts';
import type { Cell } from '../filter/functions.ts';
import type { OrderTerm, Query } from './query.ts';

export interface Page {
  readonly records: readonly ErpRecord[];
  /** All that match the filter, whatever was skipped or cut. */
  readonly total: number;
  /** Token of the page after it; null where this was the last. */
  readonly next: string | null;
}

/** One page of a collection: filter, order, skip, top, and then the service's own cut at `most` entities. */
export function runQuery(records: readonly ErpRecord[], query: Query, most: number): Page {
  const { filter, order, top, skip, given } = query;
  const matching = filter === null ? records : records.filter((record) => filter.of(record) === true);
  const sorted = order.length === 0 ? matching : sortRecords(matching, order);
  const wanted = sorted.slice(skip, top === null ? undefined : skip + top);
  const page = wanted.slice(given, given + most);
  const until = given + page.length;
  return { records: page, total: matching.length, next: until < wanted.length ? `p${until}` : null };
}

/** Null comes before every value when ascending, after it when descending; what is equal stays in order of the key. */
function sortRecords(records: readonly ErpRecord[], order: readonly OrderTerm[]): readonly ErpRecord[] {
  const keyed = records.map((record) => ({ record, cells: order.map(({ by }) => by.of(record)) }));
  keyed.sort((a, b) => {
    for (const [index, { descending }] of order.entries()) {
      const difference = compare(a.cells[index] ?? null, b.cells[index] ?? null);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
  return keyed.map(({ record }) => record);
}

function compare(a: Cell, b: Cell): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
