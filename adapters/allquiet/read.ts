import { CasegraphError, compareCells } from '../../src/contract/index.ts';
import type { BoundTable, Call, Page, Plan } from '../../src/contract/index.ts';
import { askPage } from './ask.ts';
import { cellsOf } from './column/cell.ts';
import { notAsDocumented } from './failure.ts';
import type { AllQuietHandle } from './plan.ts';
import { pageParameters } from './plan.ts';
import { recordsOf, rowOf } from './records.ts';

/** No list is followed further. */
const MOST_INCIDENTS = 200_000;

/** Where the next page starts: incidents read so far, and the id of the first one of the page before, by which a page that comes again is known. */
const PLACE = /^(\d{1,9}):([0-9A-Za-z-]{0,64})$/;

export async function read(
  table: BoundTable,
  { handle }: Plan<AllQuietHandle>,
  call: Call,
  resume?: string,
): Promise<Page> {
  const { offset, first: before } = placeOf(table, resume);
  const room = handle.limit === null ? Number.POSITIVE_INFINITY : handle.limit - offset;
  if (room <= 0) return { rows: [], next: null };
  const page = await askPage(call, table, 'list', pageParameters(handle, offset));
  const first = nameOf(page.incidents[0]);
  if (resume !== undefined && first !== '' && first === before)
    throw notAsDocumented(table, 'a page came twice');
  const records = inOrder(table, handle, await recordsOf(table, page.incidents, call)).slice(0, room);
  const reached = offset + page.incidents.length;
  const isOver = !page.hasMore || page.incidents.length >= room;
  if (!isOver && reached >= MOST_INCIDENTS) throw tooMany(table);
  return {
    rows: records.map((record) => rowOf(table, handle.columns, record)),
    next: isOver ? null : `${reached}:${first}`,
    instance: page.instance,
  };
}

function inOrder(
  table: BoundTable,
  { order }: AllQuietHandle,
  records: readonly object[],
): readonly object[] {
  if (order.length === 0) return records;
  return records.toSorted((a, b) => compareCells(table, order, cellsOf(table, a), cellsOf(table, b)));
}

function nameOf(incident: object | undefined): string {
  const id = incident !== undefined && 'id' in incident ? incident.id : '';
  return typeof id === 'string' && /^[0-9A-Za-z-]{1,64}$/.test(id) ? id : '';
}

function placeOf(table: BoundTable, resume: string | undefined): { offset: number; first: string } {
  if (resume === undefined) return { offset: 0, first: '' };
  const [, offset, first] = PLACE.exec(resume) ?? [];
  if (offset === undefined || first === undefined)
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: this is no place to go on from; ask for the list from its start`,
    );
  return { offset: Number(offset), first };
}

function tooMany(table: BoundTable): CasegraphError {
  return new CasegraphError(
    'too-complex',
    `${table.name}: the list is longer than ${MOST_INCIDENTS} incidents; filter it`,
    { connection: table.connection },
  );
}
