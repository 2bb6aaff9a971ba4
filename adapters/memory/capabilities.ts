import type { BoundTable, Capabilities, Column, ColumnType, LeafOp } from '../../src/contract/index.ts';
import type { MemoryOptions } from './options.ts';

const EMPTINESS = ['null', 'notNull'] as const;
const EQUALITY = ['eq', 'ne', 'in', 'notIn', ...EMPTINESS] as const;
const RANGE = ['lt', 'lte', 'gt', 'gte'] as const;
const TEXT = ['contains', 'notContains', 'startsWith', 'notStartsWith', 'endsWith', 'notEndsWith'] as const;

/** Which operators make sense for which type; a real upstream offers fewer. */
const OPERATORS: Readonly<Record<ColumnType, readonly LeafOp[]>> = {
  id: [...EQUALITY, ...RANGE, ...TEXT],
  reference: [...EQUALITY, ...RANGE, ...TEXT],
  string: [...EQUALITY, ...RANGE, ...TEXT],
  text: [...EQUALITY, ...RANGE, ...TEXT],
  url: [...EQUALITY, ...RANGE, ...TEXT],
  choice: [...EQUALITY, ...RANGE, ...TEXT],
  integer: [...EQUALITY, ...RANGE],
  decimal: [...EQUALITY, ...RANGE],
  duration: [...EQUALITY, ...RANGE],
  date: [...EQUALITY, ...RANGE],
  time: [...EQUALITY, ...RANGE],
  datetime: [...EQUALITY, ...RANGE],
  boolean: EQUALITY,
  list: [...EQUALITY, 'contains', 'notContains'],
  json: EMPTINESS,
};

export function capabilitiesOf(table: BoundTable, options: MemoryOptions): Capabilities {
  const columns = [...table.columns.values()];
  const ordered = options.ordered ?? true;
  const write = options.write ?? true;
  return {
    filter: new Map(columns.map((column) => [column.name, operatorsOf(column, options)])),
    order: new Set(ordered ? columns.filter(isSortable).map((column) => column.name) : []),
    joins: options.joins ?? Number.POSITIVE_INFINITY,
    ...(followsTests(options) && { related: new Set(['some', 'none'] as const) }),
    count: options.count ?? true,
    limitPerKey: options.limitPerKey ?? true,
    write: { create: write, update: write, delete: write },
  };
}

/** Whether tests of related rows are taken. */
export function followsTests({ related, pushdown, joins }: MemoryOptions): boolean {
  return (related ?? true) && pushdown !== 'none' && joins !== 0;
}

function operatorsOf(column: Column, options: MemoryOptions): ReadonlySet<LeafOp> {
  // A test that decides leaf by leaf is not asked beforehand: then nothing is claimed, and the plan says what was taken.
  return new Set((options.pushdown ?? 'all') === 'all' ? OPERATORS[column.type] : []);
}

function isSortable(column: Column): boolean {
  return column.type !== 'json' && column.type !== 'list';
}
