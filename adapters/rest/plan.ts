import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Plan, TableRequest } from '../../src/contract/index.ts';
import { declarationOf } from './declaration/declaration.ts';
import { split } from './filter/split.ts';
import { orderOf } from './order.ts';
import { pageParameters } from './page/parameters.ts';
import { START } from './page/position.ts';
import type { Parameter } from './request/compose.ts';
import { compose, textOf } from './request/compose.ts';

/** What a read needs. Plain data. */
export interface RestHandle {
  readonly columns: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Rows per page that are asked for, where the declaration says how. */
  readonly size: number | null;
  /** Rows after which reading ends; null: at the list's end. */
  readonly limit: number | null;
}

export function plan(table: BoundTable, request: TableRequest): Plan<RestHandle> {
  const { limit } = request;
  if (limit !== null && (!Number.isSafeInteger(limit) || limit < 0))
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: a limit is a whole number from 0, not ${limit}`,
    );
  const declaration = declarationOf(table);
  const { list } = declaration;
  const { parameters, residual } = split(table, declaration, request.filter);
  const word = orderOf(declaration, table.key, request.order);
  const ordered = word !== null;
  const limited = limit !== null && residual === null && ordered;
  const sorting = word ?? list.order?.default;
  const size = list.page.size ?? null;
  const handle: RestHandle = {
    columns: ordered ? request.select.columns : withOrder(request),
    parameters:
      sorting === undefined || list.order === undefined
        ? parameters
        : [...parameters, { name: list.order.param, value: sorting, list: 'repeat' }],
    size: limited && size !== null ? Math.max(1, Math.min(size, limit)) : size,
    limit: limited ? limit : null,
  };
  const all = [...handle.parameters, ...pageParameters(list.page, START, handle.size)];
  return { handle, residual, ordered, limited, text: textOf(compose(list, all)) };
}

/** What is sorted here needs the cells it is sorted by. */
function withOrder({ select, order }: TableRequest): string[] {
  return [...new Set([...select.columns, ...order.map(({ column }) => column)])];
}
