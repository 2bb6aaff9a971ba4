import type { BoundTable, Column, ColumnType, LeafOp } from '../../../src/contract/index.ts';
import { edmOf } from '../edm.ts';
import type { Service } from '../service.ts';

const EMPTINESS = ['null', 'notNull'] as const;
const EQUALITY = ['eq', 'ne', 'in', 'notIn', ...EMPTINESS] as const;
const RANGE = ['lt', 'lte', 'gt', 'gte'] as const;
const TEXT = ['contains', 'notContains', 'startsWith', 'notStartsWith', 'endsWith', 'notEndsWith'] as const;

/**
 * What OData compares as the contract means it. Left to the engine: parts of ids; ranges of references and choices; durations;
 * collections and complex properties.
 */
const OPERATORS: Readonly<Record<ColumnType, readonly LeafOp[]>> = {
  id: [...EQUALITY, ...RANGE],
  reference: EQUALITY,
  choice: EQUALITY,
  string: [...EQUALITY, ...RANGE, ...TEXT],
  text: [...EQUALITY, ...RANGE, ...TEXT],
  url: [...EQUALITY, ...RANGE, ...TEXT],
  integer: [...EQUALITY, ...RANGE],
  decimal: [...EQUALITY, ...RANGE],
  boolean: EQUALITY,
  date: [...EQUALITY, ...RANGE],
  datetime: [...EQUALITY, ...RANGE],
  time: [...EQUALITY, ...RANGE],
  duration: EMPTINESS,
  json: [],
  list: [],
};

const FOLDED: ReadonlySet<ColumnType> = new Set<ColumnType>(['string', 'text', 'url', 'choice']);
const ORDERED: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'id',
  'string',
  'text',
  'url',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'time',
]);

/** The column is compared without regard to case, so both sides are put in lower case. */
export function folds(service: Service, column: Column): boolean {
  return service.foldsCase && FOLDED.has(column.type) && !isNumbered(service, column);
}

export function operatorsOf(service: Service, table: BoundTable, column: Column): readonly LeafOp[] {
  if (FOLDED.has(column.type) && !service.foldsCase && !isNumbered(service, column)) return EMPTINESS;
  // An id is compared as text: of numbers and Guids the service has another order.
  if (column.type === 'id' && edmOf(service, table, column) !== 'Edm.String') return EQUALITY;
  return OPERATORS[column.type];
}

/** Sorted upstream as ranges are compared there: only then do pages that go on from a value lose no row. */
export function canOrder(service: Service, table: BoundTable, column: Column): boolean {
  if (!ORDERED.has(column.type)) return false;
  if (column.type === 'id' && edmOf(service, table, column) !== 'Edm.String') return false;
  if (FOLDED.has(column.type) && !service.ordersText) return false;
  return service.nullsLow || service.required.has(column.name);
}

/** A choice that the service keeps as a number. */
function isNumbered(service: Service, column: Column): boolean {
  const declared = service.types.get(column.name);
  return declared !== undefined && declared !== 'Edm.String';
}
