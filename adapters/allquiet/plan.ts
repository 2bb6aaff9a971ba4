import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Order, Plan, TableRequest } from '../../src/contract/index.ts';
import type { Parameter } from './ask.ts';
import { targetOf } from './ask.ts';
import { split } from './filter/split.ts';
import { LARGEST_PAGE } from './objects.ts';
import { sortingFor, STEADY } from './order.ts';

/** What a read needs. Plain data. */
export interface AllQuietHandle {
  readonly columns: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Incidents of one page. */
  readonly size: number;
  /** The order within a page; empty where the engine sorts. */
  readonly order: readonly Order[];
  /** Rows after which reading ends; null: at the list's end. */
  readonly limit: number | null;
}

/** Lists leave out what is snoozed unless it is asked for; archived incidents are in them. */
export const EVERYTHING: Parameter = ['IncludeSnoozed', 'true'];

export function plan(table: BoundTable, request: TableRequest): Plan<AllQuietHandle> {
  const { limit } = request;
  if (limit !== null && (!Number.isSafeInteger(limit) || limit < 0))
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: a limit is a whole number from 0, not ${limit}`,
    );
  const { parameters, residual } = split(table, request.filter);
  const sorting = sortingFor(table, request.order);
  const ordered = sorting !== null;
  const limited = limit !== null && residual === null && ordered;
  const handle: AllQuietHandle = {
    columns: ordered ? request.select.columns : withOrder(request),
    parameters: [...parameters, ...(sorting ?? STEADY), EVERYTHING],
    size: limited ? Math.max(1, Math.min(LARGEST_PAGE, limit)) : LARGEST_PAGE,
    order: ordered ? request.order : [],
    limit: limited ? limit : null,
  };
  const text = `GET ${decodeURIComponent(targetOf('list', pageParameters(handle, 0)))}`;
  return { handle, residual, ordered, limited, text };
}

export function pageParameters({ parameters, size }: AllQuietHandle, offset: number): readonly Parameter[] {
  return [
    ...parameters,
    ['Limit', String(size)],
    ...(offset === 0 ? [] : [['Offset', String(offset)] as const]),
  ];
}

/** What is sorted by the engine needs the cells it is sorted by. */
function withOrder({ select, order }: TableRequest): string[] {
  return [...new Set([...select.columns, ...order.map(({ column }) => column)])];
}
