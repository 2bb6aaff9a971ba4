import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Call, Page, Plan } from '../../src/contract/index.ts';
import { askOne } from './answer/ask.ts';
import type { RawPage } from './answer/page.ts';
import { pageOf } from './answer/page.ts';
import { rowOf } from './answer/row.ts';
import { at, notGraphQL } from './answer/shape.ts';
import { declaredOf } from './declaration/declaration.ts';
import type { ListField } from './declaration/declared.ts';
import { nested } from './document/field.ts';
import { listFieldOf, sizeOf } from './list-field.ts';
import type { GraphQLHandle } from './plan.ts';
import type { Settings } from './settings.ts';

const MOST_EMPTY = 20;

/** `resume` is how many rows came before and where the service goes on: `100:Y3Vyc29y`. */
export async function read(
  settings: Settings,
  table: BoundTable,
  { handle }: Plan<GraphQLHandle>,
  call: Call,
  resume?: string,
): Promise<Page> {
  const list = listedIn(table);
  const { taken, from } = positionOf(table, list, resume);
  const wanted = handle.limit === null ? null : handle.limit - taken;
  if (wanted !== null && wanted <= 0) return { rows: [], next: null };
  const { page, instance } = await filledPage(settings, table, handle, call, { wanted, from });
  const rows = page.rows.map((raw) => rowOf(table, handle.select, raw)).slice(0, wanted ?? undefined);
  const isDone = page.next === null || (wanted !== null && rows.length >= wanted);
  return { rows, next: isDone ? null : `${taken + rows.length}:${page.next}`, instance };
}

/** The first page from a place on that holds rows, or the last. Empty pages cost time and give nothing that would bound them. */
async function filledPage(
  settings: Settings,
  table: BoundTable,
  handle: GraphQLHandle,
  call: Call,
  { wanted, from: start }: { readonly wanted: number | null; readonly from: string | undefined },
): Promise<{ page: RawPage; instance: string }> {
  const list = listedIn(table);
  let from = start;
  for (let pages = 0; pages < MOST_EMPTY; pages += 1) {
    const field = listFieldOf(table, list, handle, { wanted, ...(from === undefined ? {} : { from }) });
    const { value, instance } = await askOne(settings, call, table, field);
    const page = pageOf(table, list, value, sizeOf(list.page, wanted), from);
    if (page.rows.length > 0 || page.next === null) return { page, instance };
    from = page.next;
  }
  throw notGraphQL(table, `${MOST_EMPTY} pages without a row promise more`);
}

export function listedIn(table: BoundTable): ListField {
  const { list } = declaredOf(table);
  if (list !== null) return list;
  throw new CasegraphError(
    'invalid-input',
    `${table.name} cannot be listed, its rows are only found by key; declare options.list to list them`,
    { connection: table.connection },
  );
}

function positionOf(
  table: BoundTable,
  { page }: ListField,
  resume: string | undefined,
): { taken: number; from?: string } {
  if (resume === undefined) return { taken: 0 };
  const [, taken = '', from = ''] = /^(\d{1,9}):(.*)$/s.exec(resume) ?? [];
  if (taken === '' || (page.style === 'offset' && !/^\d{1,9}$/.test(from)))
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: this cursor leads nowhere; start from the first page`,
    );
  return { taken: Number(taken), from };
}

/** The exact number of matches, as the service says it. */
export async function count(
  settings: Settings,
  table: BoundTable,
  { handle }: Plan<GraphQLHandle>,
  call: Call,
): Promise<number> {
  const list = listedIn(table);
  if (list.count === null)
    throw new CasegraphError('internal', `${table.name} cannot be counted`, { connection: table.connection });
  const page = listFieldOf(table, list, handle, { wanted: 1 }).arguments ?? [];
  const field = { name: list.field, arguments: page, fields: nested(list.count, []) };
  const { value } = await askOne(settings, call, table, field);
  const total = at(value, list.count);
  if (typeof total === 'number' && Number.isSafeInteger(total) && total >= 0) return total;
  throw notGraphQL(table, `${list.field}.${list.count.join('.')} is no count`);
}
