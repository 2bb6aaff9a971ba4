import { CasegraphError, columnOf } from '../../src/contract/index.ts';
import type { BoundTable, Call, Page, Plan } from '../../src/contract/index.ts';
import { isInside } from './answer/next-link.ts';
import { countOf } from './answer/page.ts';
import { rowOf } from './answer/row.ts';
import { notOData } from './answer/shape.ts';
import { ask, askBlock, askFilledBlock, tooLong } from './ask.ts';
import type { ODataHandle } from './plan.ts';
import { queryOf } from './plan.ts';
import type { Query } from './query/target.ts';
import { fits, targetOf } from './query/target.ts';
import type { Service } from './service.ts';

/** `skip:200`: how many rows have been read, where pages are asked for by $skip. */
const SKIP = /^skip:(\d{1,12})$/;

/** One page. `next` is the path of the one after it, as the service gave it, or the number of rows to skip. */
export async function read(
  service: Service,
  table: BoundTable,
  { handle }: Plan<ODataHandle>,
  call: Call,
  resume?: string,
): Promise<Page> {
  if (handle.where === null || handle.limit === 0) return { rows: [], next: null };
  return handle.skips
    ? readBySkip(service, table, handle, handle.where, call, skipOf(table, resume))
    : readByLink(service, table, handle, handle.where, call, resume);
}

async function readByLink(
  service: Service,
  table: BoundTable,
  handle: ODataHandle,
  where: readonly string[],
  call: Call,
  resume: string | undefined,
): Promise<Page> {
  if (resume !== undefined && !isInside(service, resume)) throw noPlace(table);
  const path = resume ?? fitting(service, table, queryOf(handle, where));
  const { records, next, instance } = await askFilledBlock(service, call, table, path);
  const rows = records.map((record) => rowOf(service, table, handle.selection, record));
  return { rows, next, instance };
}

/** A service may give fewer rows than were asked for; only an answer that is short and has no link onwards is the last. */
async function readBySkip(
  service: Service,
  table: BoundTable,
  handle: ODataHandle,
  where: readonly string[],
  call: Call,
  skip: number,
): Promise<Page> {
  const top = Math.min(service.pageSize, (handle.limit ?? Number.POSITIVE_INFINITY) - skip);
  const path = fitting(service, table, { ...queryOf(handle, where, skip), top });
  const { records, next, instance } = await askBlock(service, call, table, path);
  if (records.length > top) throw notOData(table, 'more rows than $top asked for');
  if (records.length === 0 && next !== null) throw notOData(table, 'an empty page that promises more');
  const read = skip + records.length;
  const isLast = (records.length < top && next === null) || read === handle.limit;
  const rows = records.map((record) => rowOf(service, table, handle.selection, record));
  return { rows, next: isLast ? null : `skip:${read}`, instance };
}

function skipOf(table: BoundTable, resume: string | undefined): number {
  if (resume === undefined) return 0;
  const match = SKIP.exec(resume);
  if (match === null) throw noPlace(table);
  return Number(match[1]);
}

/** Exact number of rows that match, whatever the limit: asked for beside no rows. */
export async function count(
  service: Service,
  table: BoundTable,
  { handle }: Plan<ODataHandle>,
  call: Call,
): Promise<number> {
  if (handle.where === null) return 0;
  const select = [columnOf(table, table.key).upstream];
  const query = { select, expand: [], where: handle.where, orderBy: '', top: 0, skip: 0, count: true };
  const path = fitting(service, table, query);
  const { json } = await ask(service, call, table, { method: 'GET', path });
  return countOf(service, table, json);
}

function fitting(service: Service, table: BoundTable, query: Query): string {
  const path = targetOf(service, table, query);
  if (!fits(service, path)) throw tooLong(table, null);
  return path;
}

function noPlace(table: BoundTable): CasegraphError {
  return new CasegraphError(
    'invalid-input',
    `${table.name}: this is no place to go on from; ask for the list from its start`,
  );
}
