import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Filter, Plan, Selection, TableRequest } from '../../src/contract/index.ts';
import { fieldsOf } from './soql/fields.ts';
import { orderByOf, soqlOf } from './soql/query.ts';
import { split } from './soql/split.ts';

/** What a read needs. Plain data. */
export interface QueryHandle {
  readonly select: Selection;
  readonly fields: readonly string[];
  /** SOQL conditions that must all hold; null: no row can match, and nothing needs to be sent. */
  readonly where: readonly string[] | null;
  readonly orderBy: string;
  readonly limit: number | null;
  /** The longest list of values in the filter, for the error when the request grows too long. */
  readonly longestList: LongestList | null;
}

export interface LongestList {
  readonly column: string;
  readonly values: number;
}

/** Pure. Throws invalid-input for a filter value that cannot stand for its column's type. */
export function plan(table: BoundTable, request: TableRequest): Plan<QueryHandle> {
  if (request.limit !== null && (!Number.isSafeInteger(request.limit) || request.limit < 0)) {
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: a limit is a whole number from 0, not ${request.limit}`,
    );
  }
  const { condition, residual } = split(table, request.filter);
  const orderBy = orderByOf(table, request.order);
  const ordered = orderBy !== null;
  const limited = request.limit !== null && residual === null && ordered;
  const handle: QueryHandle = {
    select: request.select,
    fields: fieldsOf(table, request.select),
    where: condition === 'none' ? null : condition === 'all' ? [] : [condition.soql],
    orderBy: orderBy ?? '',
    limit: limited ? request.limit : null,
    longestList: longestList(request.filter),
  };
  return { handle, residual, ordered, limited, text: textOf(table, handle) };
}

function textOf(table: BoundTable, handle: QueryHandle): string {
  if (handle.where === null) return `no request: no ${table.object} can match`;
  return soqlOf({ ...handle, where: handle.where, from: table.object });
}

function longestList(filter: Filter | null): LongestList | null {
  if (filter === null) return null;
  if (filter.op === 'in' || filter.op === 'notIn')
    return { column: filter.column, values: filter.values.length };
  if ('relation' in filter) return longestList(filter.filter);
  const below = filter.op === 'and' ? filter.all : filter.op === 'or' ? filter.any : [];
  return below.map(longestList).reduce((a, b) => ((b?.values ?? 0) > (a?.values ?? 0) ? b : a), null);
}
