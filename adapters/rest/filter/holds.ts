import { columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Filter, Operand, Value } from '../../../src/contract/index.ts';
import { canonicalOf } from '../values/canonical.ts';
import { cellOf } from '../values/cell.ts';
import { compareCanonical } from '../values/compare.ts';

/**
 * Whether a record matches a filter. Rows that are read by their keys come from requests that know nothing of the list's filters, so what
 * `plan` has taken is looked at here.
 */
export function holds(table: BoundTable, filter: Filter, record: unknown): boolean {
  if (filter.op === 'and') return filter.all.every((part) => holds(table, part, record));
  if (filter.op === 'or') return filter.any.some((part) => holds(table, part, record));
  if ('relation' in filter) return false;
  const column = columnOf(table, filter.column);
  const cell = cellOf(table, column, record);
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
