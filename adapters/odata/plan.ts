import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Plan, Selection, TableRequest } from '../../src/contract/index.ts';
import { orderByOf, selectedOf } from './query/select.ts';
import { split } from './query/split.ts';
import type { Query } from './query/target.ts';
import { textOf } from './query/target.ts';
import type { Service } from './service.ts';

/** What a read needs. Plain data. */
export interface ODataHandle {
  readonly selection: Selection;
  readonly select: readonly string[];
  readonly expand: readonly string[];
  /** Conditions that must all hold; null: no row can match, and nothing needs to be sent. */
  readonly where: readonly string[] | null;
  /** Empty: in no order that anybody asked for. */
  readonly orderBy: string;
  readonly limit: number | null;
  /** Pages are asked for by $top and $skip, which needs a total order. */
  readonly skips: boolean;
}

/** Pure. Throws invalid-input for a filter value that cannot stand for its column's type. */
export function plan(service: Service, table: BoundTable, request: TableRequest): Plan<ODataHandle> {
  if (request.limit !== null && (!Number.isSafeInteger(request.limit) || request.limit < 0)) {
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: a limit is a whole number from 0, not ${request.limit}`,
    );
  }
  const { condition, residual } = split(service, table, request.filter);
  const orderBy = orderByOf(service, table, request.order);
  const ordered = orderBy !== null;
  const limited = request.limit !== null && residual === null && ordered;
  const handle: ODataHandle = {
    selection: request.select,
    ...selectedOf(service, table, request.select),
    where: condition === 'none' ? null : condition === 'all' ? [] : [condition.text],
    orderBy: orderBy ?? keyOrder(service, table),
    limit: limited ? request.limit : null,
    skips: service.skips,
  };
  return { handle, residual, ordered, limited, text: describe(service, table, handle) };
}

/** $skip over rows in no order loses some and repeats others; by its key, any service can sort. */
function keyOrder(service: Service, table: BoundTable): string {
  return service.skips ? `${table.columns.get(table.key)?.upstream ?? ''} asc` : '';
}

export function queryOf(handle: ODataHandle, where: readonly string[], skip = 0): Query {
  const { select, expand, orderBy, limit } = handle;
  return { select, expand, where, orderBy, top: limit, skip, count: false };
}

function describe(service: Service, table: BoundTable, handle: ODataHandle): string {
  if (handle.where === null) return `no request: no ${table.object} can match`;
  return textOf(service, table, queryOf(handle, handle.where));
}
