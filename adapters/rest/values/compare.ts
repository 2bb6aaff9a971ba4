import { compareDecimals, columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Order } from '../../../src/contract/index.ts';
import { canonicalOf } from './canonical.ts';
import { cellOf } from './cell.ts';

/** Which of two canonical values of a column's type comes first. */
export function compareCanonical(type: Column['type'], a: string, b: string): number {
  if (type === 'integer' || type === 'duration') return Number(a) - Number(b);
  if (type === 'boolean') return Number(a === 'true') - Number(b === 'true');
  if (type === 'decimal') return compareDecimals(a, b);
  // Choices that are both numbers go by number, and a number before a word.
  const numbers = type === 'choice' ? [a, b].filter((text) => /^-?\d+$/.test(text)).length : 0;
  if (numbers === 2) return compareDecimals(a, b);
  if (numbers === 1) return /^-?\d+$/.test(a) ? -1 : 1;
  // Without the Z a moment with a fraction comes after the same one without.
  const [left, right] = type === 'datetime' ? [a.slice(0, -1), b.slice(0, -1)] : [a, b];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Which of two records comes first in an order. Records without a value come first when ascending and last when descending. */
export function compareRecords(table: BoundTable, order: readonly Order[], a: object, b: object): number {
  for (const { column: name, direction } of order) {
    const column = columnOf(table, name);
    const [left, right] = [a, b].map((record) => canonicalOf(column.type, cellOf(table, column, record)));
    const found = compareEmpty(column, left ?? null, right ?? null);
    if (found !== 0) return direction === 'asc' ? found : -found;
  }
  return 0;
}

function compareEmpty(column: Column, a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareCanonical(column.type, a, b);
}
