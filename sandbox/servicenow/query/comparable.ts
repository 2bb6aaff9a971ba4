import { isDate, isNumeric } from '../dictionary/column.ts';
import type { Column } from '../dictionary/column.ts';
import { formatDateTime, parseDateTime } from '../store/time.ts';

/** Numbers are compared as numbers, everything else as text without case; stored dates sort as text. */
export type Comparable = number | string;

/** Undefined for an empty value, and for one that the column's type cannot hold: such a value equals nothing. */
export function comparable(column: Column, value: string): Comparable | undefined {
  if (value === '') return undefined;
  if (isNumeric(column)) {
    const number = Number(value);
    return Number.isNaN(number) || value.trim() === '' ? undefined : number;
  }
  if (column.type === 'boolean') {
    const text = value.toLowerCase();
    return text === '1' || text === 'true' ? 'true' : text === '0' || text === 'false' ? 'false' : undefined;
  }
  if (isDate(column)) {
    const time = parseDateTime(value);
    return time === undefined ? undefined : formatDateTime(time);
  }
  return value.toLowerCase();
}

/** Undefined compares with nothing: all comparisons with it are false. */
export function holds(
  operator: string,
  left: Comparable | undefined,
  right: Comparable | undefined,
): boolean {
  if (left === undefined || right === undefined) return false;
  switch (operator) {
    case '=':
      return left === right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '!=':
      return left !== right;
    default:
      return false;
  }
}
