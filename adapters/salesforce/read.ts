import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Call, Page, Plan } from '../../src/contract/index.ts';
import { pagesAddress } from './answer/links.ts';
import { isLocator } from './answer/page.ts';
import { rowOf } from './answer/row.ts';
import { notSalesforce, isObject } from './answer/shape.ts';
import { ask, askBlock, tooLong } from './ask.ts';
import type { QueryHandle } from './plan.ts';
import type { Settings } from './settings.ts';
import type { Query } from './soql/query.ts';
import { soqlOf } from './soql/query.ts';
import { fits, queryTarget } from './target.ts';

/** One page; `next` is the path of the one after it, as Salesforce gave it. */
export async function read(
  settings: Settings,
  table: BoundTable,
  { handle }: Plan<QueryHandle>,
  call: Call,
  resume?: string,
): Promise<Page> {
  if (handle.where === null) return { rows: [], next: null };
  if (resume !== undefined && !isLocator(resume)) {
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: this is no place to go on from; ask for the list from its start`,
    );
  }
  const path =
    resume ?? targetOf(settings, table, handle, { ...handle, where: handle.where, from: table.object });
  const block = await askBlock(call, table, path);
  // A list that leads back to itself, or promises more and gives nothing, would be read for ever.
  if (block.next === path || (block.next !== null && block.records.length === 0)) {
    throw notSalesforce(table, 'query: the pages do not come to an end');
  }
  return {
    rows: block.records.map((record) => rowOf(table, handle.select, record)),
    next: block.next,
    instance: pagesAddress(block.instance),
  };
}

/** Exact number of rows that match, whatever the limit. */
export async function count(
  settings: Settings,
  table: BoundTable,
  { handle }: Plan<QueryHandle>,
  call: Call,
): Promise<number> {
  if (handle.where === null) return 0;
  const query = { fields: ['COUNT()'], from: table.object, where: handle.where, orderBy: '', limit: null };
  const { json } = await ask(call, table, { method: 'GET', path: targetOf(settings, table, handle, query) });
  // What `records` holds beside a count is doubtful (an empty list, or null): only the count is looked at.
  const total = isObject(json) ? json['totalSize'] : undefined;
  if (typeof total !== 'number' || !Number.isSafeInteger(total) || total < 0) {
    throw notSalesforce(table, 'count: totalSize is no count');
  }
  return total;
}

function targetOf(settings: Settings, table: BoundTable, handle: QueryHandle, query: Query): string {
  const target = queryTarget(settings, soqlOf(query));
  if (fits(settings, target)) return target;
  throw tooLong(table, handle.longestList?.column ?? null, handle.longestList?.values ?? 0);
}
