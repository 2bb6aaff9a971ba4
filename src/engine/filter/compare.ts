import { compareDecimals } from '../../contract/index.ts';
import type { Choice, ColumnType, Operand, Value } from '../../contract/index.ts';

/** Compares two values of one type: below zero, zero, above. The contract's value.ts says how each type compares. */
export function compareValues(type: ColumnType, left: Operand, right: Operand): number {
  switch (type) {
    case 'integer':
    case 'duration':
      return Number(left) - Number(right);
    case 'decimal':
      return compareDecimals(String(left), String(right));
    case 'boolean':
      return Number(left) - Number(right);
    case 'datetime':
      return compareMoments(String(left), String(right));
    case 'choice':
      return compareChoices(String(left), String(right));
    case 'id':
    case 'reference':
    case 'date':
    case 'time':
      return compareText(String(left), String(right));
    default:
      return compareText(fold(String(left)), fold(String(right)));
  }
}

/** What a cell is compared by; `null` when it has no value. Lists and JSON are not ordered. */
export function comparable(type: ColumnType, value: Value | undefined): Operand | null {
  if (value === null || value === undefined) return null;
  if (type === 'choice') return (value as Choice).value;
  return typeof value === 'object' ? null : value;
}

/** Text without regard to case. */
export function fold(text: string): string {
  return text.toLowerCase();
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function compareMoments(left: string, right: string): number {
  const difference = Date.parse(left) - Date.parse(right);
  return Number.isNaN(difference) ? compareText(left, right) : difference;
}

const INTEGER = /^-?\d{1,15}$/;

/** Whole numbers by size and before words, so that a list that has both still has one order. */
function compareChoices(left: string, right: string): number {
  const [a, b] = [INTEGER.test(left), INTEGER.test(right)];
  if (a && b) return Number(left) - Number(right);
  return a === b ? compareText(fold(left), fold(right)) : Number(b) - Number(a);
}
