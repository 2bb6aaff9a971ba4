import type { Order } from '../../src/contract/index.ts';
import { compareValues } from './compare.ts';
import type { Cells, TypeOf } from './filter.ts';

/**
 * Compares two rows by an order: rows without a value come first when ascending and last when descending. Zero where the order does not
 * tell them apart.
 */
export function compareCells(order: readonly Order[], a: Cells, b: Cells, typeOf: TypeOf): number {
  for (const { column, direction } of order) {
    const ascending = compareColumn(column, a, b, typeOf);
    if (ascending !== 0) return direction === 'asc' ? ascending : -ascending;
  }
  return 0;
}

function compareColumn(column: string, a: Cells, b: Cells, typeOf: TypeOf): number {
  const left = a[column] ?? null;
  const right = b[column] ?? null;
  if (left === null || right === null) return Number(right === null) - Number(left === null);
  return compareValues(typeOf(column), left, right);
}
