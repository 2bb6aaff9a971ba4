import type { BoundTable, Capabilities, Column, ColumnType, LeafOp } from '../../src/contract/index.ts';
import { isDotted, KEY } from './names.ts';

const NULLS: readonly LeafOp[] = ['null', 'notNull'];
const EQUAL: readonly LeafOp[] = ['eq', 'ne', 'in', 'notIn', ...NULLS];
const ORDERED: readonly LeafOp[] = [...EQUAL, 'lt', 'lte', 'gt', 'gte'];
const TEXT: readonly LeafOp[] = [...EQUAL, 'contains', 'notContains', 'startsWith', 'endsWith'];

/**
 * What an encoded query can say about a column, by its type. Left out because the platform has no such operator: notStartsWith and
 * notEndsWith. Left out because it would compare something else: text operators on references and choices (they look at the
 * display value), sizes on ids that are not sys_ids (case counts in the contract, not upstream), times and durations (stored as dates of 1970).
 */
const OPERATORS: Readonly<Record<ColumnType, ReadonlySet<LeafOp>>> = {
  id: new Set(EQUAL),
  reference: new Set(EQUAL),
  string: new Set([...TEXT, ...ORDERED]),
  url: new Set(TEXT),
  text: new Set(TEXT),
  integer: new Set(ORDERED),
  decimal: new Set(ORDERED),
  date: new Set(ORDERED),
  datetime: new Set(ORDERED),
  boolean: new Set(EQUAL),
  choice: new Set(EQUAL),
  time: new Set(NULLS),
  duration: new Set(NULLS),
  json: new Set(NULLS),
  list: new Set(NULLS),
};

const SIZED: ReadonlySet<LeafOp> = new Set(ORDERED);

/**
 * Types that upstream sorts as the contract does. Not references and other ids (they sort by the display value of what they lead to),
 * not choices kept as text (`10` before `3`), not long texts (only their beginning is compared).
 */
const SORTABLE: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'string',
  'url',
  'integer',
  'decimal',
  'date',
  'datetime',
  'time',
  'duration',
  'boolean',
]);

/**
 * Choices that are integers in the dictionaries of task, case, incident, problem and change. The contract compares integer choices as
 * numbers, and so does a query on an integer column. That the platform sorts them by value, and not by the sequence of
 * the choices, is not documented; the sandbox of this repository sorts by value.
 */
const NUMBERED: ReadonlySet<string> = new Set([
  'escalation',
  'hold_reason',
  'impact',
  'incident_state',
  'notify',
  'priority',
  'problem_state',
  'risk',
  'severity',
  'state',
  'urgency',
]);

/** How many references one dotted name follows at most: `contact.account.parent.name`. */
const MOST_JOINS = 3;

/**
 * On a column of another record only operators that an empty reference cannot match: whether the platform puts records without the reference among those that
 * `ISEMPTY` or `!=` find is not documented. The same goes for sorting, so that is the engine's.
 */
const DOTTED: ReadonlySet<LeafOp> = new Set<LeafOp>([
  'eq',
  'in',
  'lt',
  'lte',
  'gt',
  'gte',
  'contains',
  'startsWith',
  'endsWith',
  'notNull',
]);

export function operatorsOf(table: BoundTable, column: Column): ReadonlySet<LeafOp> {
  const own = isCurrency(table, column) ? new Set(NULLS) : ownOperatorsOf(column);
  return isDotted(column) ? new Set([...own].filter((operator) => DOTTED.has(operator))) : own;
}

function ownOperatorsOf(column: Column): ReadonlySet<LeafOp> {
  return column.upstream === KEY || isNumbered(column) ? SIZED : OPERATORS[column.type];
}

export function isSortable(table: BoundTable, column: Column): boolean {
  if (isDotted(column) || isCurrency(table, column)) return false;
  return SORTABLE.has(column.type) || column.upstream === KEY || isNumbered(column);
}

export function isNumbered(column: Column): boolean {
  return column.type === 'choice' && NUMBERED.has(column.upstream);
}

/**
 * `@source(options: { currencies: ["price"] })` names amounts of money. What a query compares them with (the amount as it was given, or converted into the
 * instance's currency) is not documented, so they are filtered and sorted by the engine, on the values that rows show.
 */
export function currenciesOf(table: BoundTable): readonly unknown[] {
  const option = table.options['currencies'];
  return Array.isArray(option) ? option : [];
}

function isCurrency(table: BoundTable, column: Column): boolean {
  return currenciesOf(table).includes(column.name);
}

/** `@source(options: { joins: 0 })` turns dot-walking off for tables whose "references" are plain ids upstream (`sys_journal_field`). */
export function joinsOf(table: BoundTable): number {
  const option = table.options['joins'];
  return typeof option === 'number' ? Math.min(option, MOST_JOINS) : MOST_JOINS;
}

export function isJoinsOption(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_JOINS;
}

/** What a ServiceNow table can do for the engine. */
export function capabilitiesOf(table: BoundTable): Capabilities {
  const columns = [...table.columns.values()];
  return {
    filter: new Map(columns.map((column) => [column.name, operatorsOf(table, column)])),
    order: new Set(columns.filter((column) => isSortable(table, column)).map((column) => column.name)),
    joins: joinsOf(table),
    ...(joinsOf(table) > 0 && { related: new Set(['some'] as const) }),
    count: true,
    limitPerKey: true,
    write: { create: true, update: true, delete: true },
  };
}
