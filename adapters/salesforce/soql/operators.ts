import type { BoundTable, Column, ColumnType, LeafOp } from '../../../src/contract/index.ts';
import { isParentPath } from '../names.ts';
import { isFilterable, isSortable } from '../options.ts';

const EMPTINESS = ['null', 'notNull'] as const;
const EQUALITY = ['eq', 'ne', 'in', 'notIn', ...EMPTINESS] as const;
const RANGE = ['lt', 'lte', 'gt', 'gte'] as const;
const TEXT = ['contains', 'notContains', 'startsWith', 'notStartsWith', 'endsWith', 'notEndsWith'] as const;

/**
 * What SOQL compares as the contract means it. Left to the engine: text areas and compound fields, which SOQL cannot filter; times, whose
 * literals are not documented where the facts could see it; the order of references and of picklists (which Salesforce sorts as its
 * administrator arranged them, not by value); LIKE on anything but text fields. Text has Salesforce's own collation in ranges and in
 * ORDER BY; the contract leaves that open, and both go by the same one.
 */
const OPERATORS: Readonly<Record<ColumnType, readonly LeafOp[]>> = {
  id: [...EQUALITY, ...RANGE],
  reference: EQUALITY,
  string: [...EQUALITY, ...RANGE, ...TEXT],
  url: [...EQUALITY, ...RANGE, ...TEXT],
  choice: EQUALITY,
  list: [...EQUALITY, 'contains', 'notContains'],
  integer: [...EQUALITY, ...RANGE],
  decimal: [...EQUALITY, ...RANGE],
  boolean: EQUALITY,
  date: [...EQUALITY, ...RANGE],
  datetime: [...EQUALITY, ...RANGE],
  text: [],
  time: [],
  json: [],
  duration: [],
};

const ORDERED: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'id',
  'string',
  'url',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
]);

export function operatorsOf(table: BoundTable, column: Column): readonly LeafOp[] {
  if (!isFilterable(table, column)) return [];
  // SOQL takes null for false in checkboxes. A row's own checkbox is never null, but one of a missing parent is.
  if (column.type === 'boolean' && isParentPath(column.upstream)) return [];
  return OPERATORS[column.type];
}

/** NULLS LAST is ignored where a reference can be empty, so fields of parents are sorted by the engine. */
export function canOrder(table: BoundTable, column: Column): boolean {
  return isSortable(table, column) && ORDERED.has(column.type) && !isParentPath(column.upstream);
}
