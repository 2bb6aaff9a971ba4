import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Filter, Order, Plan, TableRequest } from '../../src/contract/index.ts';
import type { Parameter } from './ask.ts';
import { targetOf } from './ask.ts';
import { split } from './filter/split.ts';
import { LARGEST_PAGE, MODES, OBJECTS } from './objects.ts';
import { directionOf } from './order.ts';

/** What a read needs. Plain data. */
export interface IncidentIoHandle {
  readonly columns: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Tests of a severity's rank: the ids of those that pass go into the request. */
  readonly ranks: readonly Filter[];
  /** The order within a page; empty where the engine sorts. */
  readonly order: readonly Order[];
  /** Rows after which reading ends; null: at the list's end. */
  readonly limit: number | null;
}

export function plan(table: BoundTable, request: TableRequest): Plan<IncidentIoHandle> {
  const { limit } = request;
  if (limit !== null && (!Number.isSafeInteger(limit) || limit < 0))
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: a limit is a whole number from 0, not ${limit}`,
    );
  const object = OBJECTS[table.object];
  const direction = directionOf(table, request.order);
  const { parameters, ranks, residual } = split(table, request.filter);
  const ordered = direction !== null;
  const limited = limit !== null && residual === null && ordered;
  const size = limited ? Math.max(1, Math.min(LARGEST_PAGE, limit)) : LARGEST_PAGE;
  const handle: IncidentIoHandle = {
    columns: ordered ? request.select.columns : withOrder(request),
    parameters: [
      ...(object?.searchable === true ? searching(parameters, direction) : parameters),
      ...(object?.paged === true ? [['page_size', String(size)] as const] : []),
    ],
    ranks,
    order: ordered ? request.order : [],
    limit: limited ? limit : null,
  };
  const looked = ranks.length === 0 ? '' : ' (severities by their rank)';
  return { handle, residual, ordered, limited, text: `${textOf(object?.path ?? '', handle)}${looked}` };
}

/** The kinds of incidents are always said, since the API would leave some out. */
export function searching(
  parameters: readonly Parameter[],
  direction: Order['direction'] | null,
): readonly Parameter[] {
  const order = direction === 'asc' ? 'oldest' : 'newest';
  const isNarrowed = parameters.some(([name]) => name === 'mode[one_of]');
  const modes = isNarrowed ? [] : MODES.map((mode): Parameter => ['mode[one_of]', mode]);
  return [['sort_by', `created_at_${order}_first`], ...parameters, ...modes];
}

function textOf(path: string, { parameters }: IncidentIoHandle): string {
  return `GET ${decodeURIComponent(targetOf(path, parameters))}`;
}

/** What is sorted by the engine needs the cells it is sorted by. */
function withOrder({ select, order }: TableRequest): string[] {
  return [...new Set([...select.columns, ...order.map(({ column }) => column)])];
}
