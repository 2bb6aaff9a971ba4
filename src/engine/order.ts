import type { ColumnType, Order, Row } from '../contract/index.ts';
import { comparable, compareValues } from './filter/compare.ts';

export type TypeOf = (column: string) => ColumnType;

/** Ends an order with the key, so that no two rows stand at the same place. */
export function totalOrder(order: readonly Order[], key: string): readonly Order[] {
  return order.some((part) => part.column === key) ? order : [...order, { column: key, direction: 'asc' }];
}

/** The same order from its end: rows without a value change their end too. */
export function reversed(order: readonly Order[]): readonly Order[] {
  return order.map(({ column, direction }) => ({ column, direction: direction === 'asc' ? 'desc' : 'asc' }));
}

/** Sorts by the contract's rule: rows without a value first when ascending, last when descending. */
export function sortRows(rows: readonly Row[], order: readonly Order[], typeOf: TypeOf): Row[] {
  const parts = order.map((part) => ({
    ...part,
    type: typeOf(part.column),
    sign: part.direction === 'asc' ? 1 : -1,
  }));
  return [...rows].sort((left, right) => {
    for (const { column, type, sign } of parts) {
      const difference = compareCells(type, left, right, column);
      if (difference !== 0) return sign * difference;
    }
    return 0;
  });
}

function compareCells(type: ColumnType, left: Row, right: Row, column: string): number {
  const a = comparable(type, left.values[column]);
  const b = comparable(type, right.values[column]);
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareValues(type, a, b);
}
