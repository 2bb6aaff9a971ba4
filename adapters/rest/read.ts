import type { BoundTable, Call, Page, Plan } from '../../src/contract/index.ts';
import { totalOf } from './answer/records.ts';
import { declarationOf } from './declaration/declaration.ts';
import type { ListRequest } from './page/ask.ts';
import { ask, askFilledPage, requestAt } from './page/ask.ts';
import { positionOf, START, written } from './page/position.ts';
import type { RestHandle } from './plan.ts';
import { rowOf } from './values/row.ts';

function listRequest(table: BoundTable, { parameters, size }: RestHandle): ListRequest {
  const { list } = declarationOf(table);
  return { template: list, rows: list.rows, page: list.page, parameters, size, keys: null };
}

export async function read(
  table: BoundTable,
  { handle }: Plan<RestHandle>,
  call: Call,
  resume?: string,
): Promise<Page> {
  const position = positionOf(table, resume);
  const room = handle.limit === null ? null : handle.limit - position.rows;
  if (room !== null && room <= 0) return { rows: [], next: null };
  const { records, next, instance } = await askFilledPage(call, table, listRequest(table, handle), position);
  const wanted = room === null ? records : records.slice(0, room);
  const full = room !== null && records.length >= room;
  return {
    rows: wanted.map((record) => rowOf(table, handle.columns, record)),
    next: next === null || full ? null : written(next),
    instance,
  };
}

/** As the service counts, where the declaration says that its answers hold the number. */
export async function count(table: BoundTable, { handle }: Plan<RestHandle>, call: Call): Promise<number> {
  const list = listRequest(table, handle);
  const size = list.size === null ? null : 1;
  const response = await ask(call, table, requestAt(table, { ...list, size }, START));
  return totalOf(table, response, list.page.total ?? '');
}
