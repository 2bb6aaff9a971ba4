import type {
  BoundTable,
  Column,
  ColumnType,
  LeafOp,
  Operand,
  Row,
  Value,
} from '../../src/contract/index.ts';

const EMPTINESS: readonly LeafOp[] = ['null', 'notNull'];
const EQUALITY: readonly LeafOp[] = ['eq', 'ne', 'in', 'notIn', ...EMPTINESS];
const RANGES: readonly LeafOp[] = ['lt', 'lte', 'gt', 'gte'];

export const TEXT_OPERATORS = [
  'contains',
  'notContains',
  'startsWith',
  'notStartsWith',
  'endsWith',
  'notEndsWith',
] as const satisfies readonly LeafOp[];

const TEXT_TYPES: ReadonlySet<ColumnType> = new Set(['string', 'text', 'url', 'id', 'reference', 'choice']);

/** The operators that mean something for a column's type, whether or not the upstream can do them. */
export function operatorsFor(column: Column): readonly LeafOp[] {
  if (column.type === 'json') return EMPTINESS;
  if (column.type === 'list') return [...EQUALITY, 'contains', 'notContains'];
  if (column.type === 'boolean') return EQUALITY;
  if (TEXT_TYPES.has(column.type)) return [...EQUALITY, ...RANGES, ...TEXT_OPERATORS];
  return [...EQUALITY, ...RANGES];
}

/** The distinct values of a column as operands, in the order of the rows. */
export function operandsOf(column: Column, rows: readonly Row[]): Operand[] {
  const operands = rows.flatMap((row) => asOperands(row.values[column.name] ?? null));
  return [...new Set(operands)];
}

export function textColumns(table: BoundTable): Column[] {
  return [...table.columns.values()].filter((column) => TEXT_TYPES.has(column.type));
}

function asOperands(value: Value): Operand[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((member: Value) => asOperands(member));
  if (typeof value === 'object')
    return 'value' in value && typeof value.value === 'string' ? [value.value] : [];
  return [value];
}
