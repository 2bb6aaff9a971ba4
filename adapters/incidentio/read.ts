import { CasegraphError, compareCells } from '../../src/contract/index.ts';
import type { BoundTable, Call, Page, Plan } from '../../src/contract/index.ts';
import type { ListPage } from './ask.ts';
import { askPage } from './ask.ts';
import { notAsDocumented } from './failure.ts';
import type { ApiObject } from './objects.ts';
import { OBJECTS } from './objects.ts';
import type { IncidentIoHandle } from './plan.ts';
import { severitiesOf } from './ranks.ts';
import { cellsOf, rowOf } from './row.ts';

/** No list is followed further. */
const MOST_PAGES = 2_000;

/** Where the next page starts: rows read so far, and the id of the last. */
const PLACE = /^(\d{1,9}):([\w-]{1,200})$/;

export function objectOf(table: BoundTable): ApiObject {
  const object = Object.hasOwn(OBJECTS, table.object) ? OBJECTS[table.object] : undefined;
  if (object === undefined) throw new CasegraphError('internal', `incident.io has no list ${table.object}`);
  return object;
}

export async function read(
  table: BoundTable,
  { handle }: Plan<IncidentIoHandle>,
  call: Call,
  resume?: string,
): Promise<Page> {
  const { rows, after } = placeOf(table, resume);
  const room = handle.limit === null ? Number.POSITIVE_INFINITY : handle.limit - rows;
  const severities = room <= 0 ? null : await severitiesOf(table, handle.ranks, call);
  if (severities === null) return { rows: [], next: null };
  const page = await askPage(call, table, objectOf(table), [...handle.parameters, ...severities], after);
  const wanted = inOrder(table, handle, page).slice(0, room);
  const isFull = page.records.length >= room;
  return {
    rows: wanted.map((record) => rowOf(table, handle.columns, record)),
    next: page.after === null || isFull ? null : written(table, rows + page.records.length, page.after),
    instance: page.instance,
  };
}

/** As the API counts; where it does not say, by reading to the end. */
export async function count(
  table: BoundTable,
  { handle }: Plan<IncidentIoHandle>,
  call: Call,
): Promise<number> {
  const severities = await severitiesOf(table, handle.ranks, call);
  if (severities === null) return 0;
  const object = objectOf(table);
  const parameters = [...handle.parameters.filter(([name]) => name !== 'page_size'), ...severities];
  let page = await askPage(call, table, object, [...parameters, ['page_size', '1']]);
  if (page.total !== null) return page.total;
  let counted = page.records.length;
  for (let pages = 1; page.after !== null; pages += 1) {
    if (pages > MOST_PAGES) throw notAsDocumented(table, 'the list does not end');
    page = await askPage(call, table, object, [...parameters, ['page_size', '250']], page.after);
    counted += page.records.length;
  }
  return counted;
}

function inOrder(table: BoundTable, { order }: IncidentIoHandle, { records }: ListPage): readonly object[] {
  if (order.length === 0) return records;
  return records.toSorted((a, b) => compareCells(table, order, cellsOf(table, a), cellsOf(table, b)));
}

function written(table: BoundTable, rows: number, after: string): string {
  const place = `${rows}:${after}`;
  if (!PLACE.test(place)) throw notAsDocumented(table, 'pagination_meta.after is no id');
  return place;
}

function placeOf(table: BoundTable, resume: string | undefined): { rows: number; after: string | null } {
  if (resume === undefined) return { rows: 0, after: null };
  const [, rows = '', after = ''] = PLACE.exec(resume) ?? [];
  if (after === '')
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: this is no place to go on from; ask for the list from its start`,
    );
  return { rows: Number(rows), after };
}
