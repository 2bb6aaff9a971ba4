import { compareDecimals, plainDecimal } from './decimal.ts';
import type { Filter, Order } from './filter.ts';
import { parseDate, parseDateTime, parseTime } from './instant.ts';
import { columnOf } from './named.ts';
import type { BoundTable, Column } from './table.ts';
import type { Operand, Value } from './value.ts';

/** The cell of a record that an adapter has at hand. */
export type CellOf = (column: Column) => Value;

/**
 * A text that is equal for exactly the values that are equal in a column of this type: ids and references as they are, other text in lower
 * case. Null: no value, or one the column cannot hold.
 */
export function canonicalOf(type: Column['type'], value: Value): string | null {
  if (value === null) return null;
  if (typeof value === 'object')
    return 'value' in value && typeof value.value === 'string' ? value.value.toLowerCase() : null;
  switch (type) {
    case 'id':
    case 'reference':
      return typeof value === 'string' ? value : null;
    case 'string':
    case 'text':
    case 'url':
    case 'choice':
    case 'list':
      return typeof value === 'string' ? value.toLowerCase() : null;
    case 'integer':
      return Number.isSafeInteger(value) ? String(value) : null;
    case 'duration':
      return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
    case 'boolean':
      return typeof value === 'boolean' ? String(value) : null;
    case 'decimal':
      return plainDecimal(value);
    case 'date':
      return parseDate(value);
    case 'time':
      return parseTime(value);
    case 'datetime':
      return parseDateTime(value);
    case 'json':
      return null;
  }
}

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

/** Which of two records comes first in an order. Those without a value come first when ascending and last when descending. */
export function compareCells(table: BoundTable, order: readonly Order[], a: CellOf, b: CellOf): number {
  for (const { column: name, direction } of order) {
    const column = columnOf(table, name);
    const [left, right] = [a, b].map((cellOf) => canonicalOf(column.type, cellOf(column)));
    const found = compareEmpty(column, left ?? null, right ?? null);
    if (found !== 0) return direction === 'asc' ? found : -found;
  }
  return 0;
}

function compareEmpty(column: Column, a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareCanonical(column.type, a, b);
}

/**
 * Whether a record matches a filter. For rows that come from requests which know nothing of a filter that the plan has taken. Tests of related rows
 * match nothing.
 */
export function holds(table: BoundTable, filter: Filter, cellOf: CellOf): boolean {
  if (filter.op === 'and') return filter.all.every((part) => holds(table, part, cellOf));
  if (filter.op === 'or') return filter.any.some((part) => holds(table, part, cellOf));
  if ('relation' in filter) return false;
  const column = columnOf(table, filter.column);
  const cell = cellOf(column);
  switch (filter.op) {
    case 'null':
      return cell === null;
    case 'notNull':
      return cell !== null;
    case 'in':
      return filter.values.some((value) => compares(column, 'eq', cell, value));
    case 'notIn':
      return !filter.values.some((value) => compares(column, 'eq', cell, value));
    case 'ne':
      return !compares(column, 'eq', cell, filter.value);
    case 'notContains':
      return !compares(column, 'contains', cell, filter.value);
    case 'notStartsWith':
      return !compares(column, 'startsWith', cell, filter.value);
    case 'notEndsWith':
      return !compares(column, 'endsWith', cell, filter.value);
    default:
      return compares(column, filter.op, cell, filter.value);
  }
}

type Positive = 'eq' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'startsWith' | 'endsWith';

function compares(column: Column, op: Positive, cell: Value, operand: Operand): boolean {
  if (Array.isArray(cell))
    return (
      (op === 'eq' || op === 'contains') &&
      cell.some((member: Value) => canonicalOf('list', member) === canonicalOf('list', operand))
    );
  const [left, right] = [canonicalOf(column.type, cell), canonicalOf(column.type, operand)];
  if (left === null || right === null) return false;
  if (op === 'contains') return left.includes(right);
  if (op === 'startsWith') return left.startsWith(right);
  if (op === 'endsWith') return left.endsWith(right);
  const order = compareCanonical(column.type, left, right);
  if (op === 'eq') return order === 0;
  if (op === 'lt' || op === 'lte') return order < 0 || (op === 'lte' && order === 0);
  return order > 0 || (op === 'gte' && order === 0);
}
