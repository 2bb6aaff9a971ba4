import { columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Order } from '../../../src/contract/index.ts';
import { isSortable } from '../capabilities.ts';
import { KEY } from '../names.ts';

export interface Sorting {
  /** `ORDERBYnumber^ORDERBYDESCsys_id`: always ends with the key, because pages by offset need a total order. */
  readonly text: string;
  /** False when a column of the order cannot be sorted by upstream the way the contract sorts; the text then only sorts by key. */
  readonly ordered: boolean;
}

/** Rows without a value come first when ascending and last when descending, as the contract wants it (MySQL's order of NULL). */
export function sortingOf(table: BoundTable, order: readonly Order[]): Sorting {
  const columns = order.map(({ column, direction }) => ({ column: columnOf(table, column), direction }));
  const ordered = columns.every(({ column }) => isSortable(table, column));
  const terms = ordered
    ? columns.map(({ column, direction }) => `ORDERBY${direction === 'desc' ? 'DESC' : ''}${column.upstream}`)
    : [];
  const total = columns.some(({ column }) => column.upstream === KEY) && ordered;
  return { text: (total ? terms : [...terms, `ORDERBY${KEY}`]).join('^'), ordered };
}
