import type { Column } from '../dictionary/column.ts';
import { comparable } from '../query/comparable.ts';
import type { Comparable } from '../query/comparable.ts';

export type AggregateName = 'count' | 'avg' | 'min' | 'max' | 'sum';

/** What is computed over one column of a group; all results are text, an empty one when no record holds a value. */
export function aggregate(
  name: Exclude<AggregateName, 'count'>,
  column: Column,
  values: readonly string[],
): string {
  const held = values.filter((value) => value !== '');
  if (held.length === 0) return '';
  if (name === 'min' || name === 'max') return extreme(name, column, held);
  const numbers = held.map(Number).filter((number) => !Number.isNaN(number));
  const sum = numbers.reduce((total, number) => total + number, 0);
  // Recorded averages bear four decimals.
  return name === 'sum' ? String(sum) : (sum / Math.max(1, numbers.length)).toFixed(4);
}

function extreme(name: 'min' | 'max', column: Column, values: readonly string[]): string {
  const sign = name === 'min' ? -1 : 1;
  const key = (value: string): Comparable => comparable(column, value) ?? '';
  return values.reduce((best, value) => {
    const [a, b] = [key(value), key(best)];
    return (sign === 1 ? a > b : a < b) ? value : best;
  });
}
