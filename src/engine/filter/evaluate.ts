import type {
  ColumnType,
  Comparison,
  ComparisonOp,
  Filter,
  Membership,
  Operand,
  Value,
} from '../../contract/index.ts';
import { comparable, compareValues, fold } from './compare.ts';

/** Looks a column up: its type and its value in the row at hand. */
export type Cells = (column: string) => { readonly type: ColumnType; readonly value: Value | undefined };

/** Whether a row matches, by the contract's two-valued logic. */
export function matches(filter: Filter, cells: Cells): boolean {
  switch (filter.op) {
    case 'and':
      return filter.all.every((part) => matches(part, cells));
    case 'or':
      return filter.any.some((part) => matches(part, cells));
    case 'null':
      return isEmpty(cells(filter.column).value);
    case 'notNull':
      return !isEmpty(cells(filter.column).value);
    case 'in':
    case 'notIn':
      return isMember(filter, cells) === (filter.op === 'in');
    case 'some':
    case 'none':
      throw new Error(`${filter.relation}: rows that were not read cannot be looked at`);
    default:
      return compares(filter, cells);
  }
}

function isEmpty(value: Value | undefined): boolean {
  return value === null || value === undefined;
}

function isMember(filter: Membership, cells: Cells): boolean {
  const { type, value } = cells(filter.column);
  return candidates(type, value).some((mine) => filter.values.some((other) => equal(type, mine, other)));
}

/** The operands that a cell offers: one, the members of a list, or none. */
function candidates(type: ColumnType, value: Value | undefined): readonly Operand[] {
  if (type === 'list') return Array.isArray(value) ? (value as readonly Operand[]) : [];
  const mine = comparable(type, value);
  return mine === null ? [] : [mine];
}

function equal(type: ColumnType, left: Operand, right: Operand): boolean {
  return compareValues(type, left, right) === 0;
}

/** Operators that hold where their positive twin does not: they match cells without a value. */
const NEGATED: Partial<Record<ComparisonOp, ComparisonOp>> = {
  ne: 'eq',
  notContains: 'contains',
  notStartsWith: 'startsWith',
  notEndsWith: 'endsWith',
};

function compares(filter: Comparison, cells: Cells): boolean {
  const positive = NEGATED[filter.op];
  const op = positive ?? filter.op;
  const { type, value } = cells(filter.column);
  const holds = candidates(type, value).some((mine) => test(op, type, mine, filter.value));
  return holds === (positive === undefined);
}

function test(op: ComparisonOp, type: ColumnType, mine: Operand, other: Operand): boolean {
  switch (op) {
    case 'eq':
      return equal(type, mine, other);
    case 'lt':
      return compareValues(type, mine, other) < 0;
    case 'lte':
      return compareValues(type, mine, other) <= 0;
    case 'gt':
      return compareValues(type, mine, other) > 0;
    case 'gte':
      return compareValues(type, mine, other) >= 0;
    case 'contains':
      return fold(String(mine)).includes(fold(String(other)));
    case 'startsWith':
      return fold(String(mine)).startsWith(fold(String(other)));
    case 'endsWith':
      return fold(String(mine)).endsWith(fold(String(other)));
    default:
      throw new Error(`no such comparison: ${op}`);
  }
}
