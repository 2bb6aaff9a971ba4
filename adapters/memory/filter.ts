import type {
  ColumnType,
  Comparison,
  Filter,
  Membership,
  Operand,
  Related,
  Value,
} from '../../src/contract/index.ts';
import { compareValues, textOf } from './compare.ts';

/** Cells of one row, by column name of the declaration. */
export type Cells = Readonly<Record<string, Value>>;

/** The type of a column, by its name in the declaration. */
export type TypeOf = (column: string) => ColumnType;

/** Whether the relation leads from a row on to one that matches: what `some` says. */
export type LeadsOn = (related: Related, cells: Cells) => boolean;

/**
 * Whether a row matches a filter, exactly as the contract says (`filter.ts`). Throws `invalid-input` for an operand of the wrong type.
 * Without `leadsOn`, a filter holds no tests of related rows.
 */
export function matches(
  filter: Filter,
  cells: Cells,
  typeOf: TypeOf,
  leadsOn: LeadsOn = leadsNowhere,
): boolean {
  switch (filter.op) {
    case 'and':
      return filter.all.every((part) => matches(part, cells, typeOf, leadsOn));
    case 'or':
      return filter.any.some((part) => matches(part, cells, typeOf, leadsOn));
    case 'some':
    case 'none':
      return leadsOn(filter, cells) === (filter.op === 'some');
    case 'null':
      return cell(cells, filter.column) === null;
    case 'notNull':
      return cell(cells, filter.column) !== null;
    case 'in':
    case 'notIn':
      return belongs(filter, cell(cells, filter.column), typeOf(filter.column));
    default:
      return compares(filter, cell(cells, filter.column), typeOf(filter.column));
  }
}

function leadsNowhere({ relation }: Related): never {
  throw new TypeError(`nothing is known of what ${relation} leads to`);
}

function cell(cells: Cells, column: string): Value {
  return cells[column] ?? null;
}

function belongs(filter: Membership, value: Value, type: ColumnType): boolean {
  const found = value !== null && filter.values.some((operand) => equals(type, value, operand));
  return filter.op === 'in' ? found : !found;
}

function equals(type: ColumnType, value: Value, operand: Operand): boolean {
  return type === 'list' ? hasMember(value, operand) : compareValues(type, value, operand) === 0;
}

function hasMember(value: Value, operand: Operand): boolean {
  return (
    Array.isArray(value) && value.some((member: Value) => compareValues('string', member, operand) === 0)
  );
}

/** The negative operators are the exact opposites of the positive ones, which no empty cell matches: so an empty cell matches them. */
function compares(filter: Comparison, value: Value, type: ColumnType): boolean {
  const { op, value: operand } = filter;
  switch (op) {
    case 'ne':
      return !compares({ ...filter, op: 'eq' }, value, type);
    case 'notContains':
      return !compares({ ...filter, op: 'contains' }, value, type);
    case 'notStartsWith':
      return !compares({ ...filter, op: 'startsWith' }, value, type);
    case 'notEndsWith':
      return !compares({ ...filter, op: 'endsWith' }, value, type);
  }
  if (value === null) return false;
  switch (op) {
    case 'eq':
      return equals(type, value, operand);
    case 'lt':
      return compareValues(type, value, operand) < 0;
    case 'lte':
      return compareValues(type, value, operand) <= 0;
    case 'gt':
      return compareValues(type, value, operand) > 0;
    case 'gte':
      return compareValues(type, value, operand) >= 0;
    case 'contains':
      return type === 'list'
        ? hasMember(value, operand)
        : textOf(type, value).includes(textOf(type, operand));
    case 'startsWith':
      return textOf(type, value).startsWith(textOf(type, operand));
    case 'endsWith':
      return textOf(type, value).endsWith(textOf(type, operand));
  }
}
