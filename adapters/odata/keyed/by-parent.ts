import { inParallel } from '../../../src/contract/index.ts';
import type { Column, KeyedOutcome, KeyedRows, Row } from '../../../src/contract/index.ts';
import { followed } from '../answer/next-link.ts';
import { cellOf } from '../answer/value.ts';
import { rowOf } from '../answer/row.ts';
import type { Json } from '../answer/shape.ts';
import { isObject, notOData, propertyOf } from '../answer/shape.ts';
import { askBlocks, tooLong } from '../ask.ts';
import { queryOf } from '../plan.ts';
import { equalsAny } from '../query/leaf.ts';
import { fits, innerOf, targetOf } from '../query/target.ts';
import { chunksOf } from './chunks.ts';
import type { Key } from './key.ts';
import { canonicalOf } from './key.ts';
import type { Lookup } from './lookup.ts';

/** The entity set of the parents, its list, and the parent's property that the rows of the list point at. */
export interface Parent {
  readonly set: string;
  readonly navigation: string;
  readonly property: string;
  /** Rows wanted of each list. */
  readonly limit: number;
}

/** Where the service itself can cut the lists per parent; null where it cannot, or nothing has to be cut. */
export function parentOf({ service, request, ordered }: Lookup): Parent | null {
  const { via, limit } = request;
  const property = via === undefined ? undefined : service.parents.get(via);
  if (property === undefined || via === undefined || limit === null || !ordered) return null;
  const [set = '', navigation = ''] = via.split('.');
  return { set, navigation, property, limit };
}

/** `Customers?$filter=CustomerID in (…)&$expand=Invoices($top=4;$orderby=…)`: a parent that is not there has no rows. */
export function byParent(lookup: Lookup, parent: Parent, keys: readonly Key[]): Promise<KeyedOutcome> {
  const compose = composer(lookup, parent);
  const chunks = chunksOf(lookup.service, keys, (some) => compose(some).length);
  return inParallel(chunks, (chunk) => readChunk(lookup, parent, chunk, compose(chunk)));
}

function composer(lookup: Lookup, { set, navigation, property, limit }: Parent) {
  const { service, table, column, handle, where } = lookup;
  // One more than wanted says whether there is more.
  const inner = innerOf(service, { ...queryOf(handle, where), top: limit + 1 });
  return (keys: readonly Key[]): string => {
    const literals = keys.map(({ literal }) => literal);
    const condition = equalsAny(service, { ...column, upstream: property }, literals);
    return targetOf(
      service,
      { ...table, object: set },
      {
        select: [property],
        expand: [`${navigation}(${inner})`],
        where: typeof condition === 'string' ? [] : [condition.text],
        orderBy: '',
        top: null,
        skip: 0,
        count: false,
      },
    );
  };
}

async function readChunk(
  lookup: Lookup,
  parent: Parent,
  chunk: readonly Key[],
  path: string,
): Promise<KeyedOutcome> {
  const { service, table, column, call } = lookup;
  if (!fits(service, path)) throw tooLong(table, column.name);
  const own: Column = { ...column, upstream: parent.property };
  const byKey = new Map<string, KeyedRows>(
    chunk.map(({ canonical }) => [canonical, { rows: [], more: false }]),
  );
  const seen = new Set<string>();
  let instance = '';
  for await (const block of askBlocks(service, call, table, path)) {
    instance = block.instance;
    for (const record of block.records) {
      const cell = canonicalOf(
        service,
        table,
        column,
        cellOf(service, table, own, propertyOf(record, own.upstream)),
      );
      if (cell === null || !byKey.has(cell)) continue;
      if (seen.has(cell)) throw notOData(table, `two of ${parent.set} have the same ${parent.property}`);
      seen.add(cell);
      byKey.set(cell, await listOf(lookup, parent, record, instance));
    }
  }
  return { byKey, instance };
}

/** The list of one parent. Services that page inside of answers say where it goes on. */
async function listOf(
  { service, table, request, call }: Lookup,
  { navigation, limit }: Parent,
  record: Json,
  instance: string,
): Promise<KeyedRows> {
  const found = propertyOf(record, navigation);
  if (!Array.isArray(found) || !found.every(isObject))
    throw notOData(table, `${navigation} is no list of objects`);
  const records: Json[] = [...found];
  const link =
    propertyOf(record, `${navigation}@odata.nextLink`) ?? propertyOf(record, `${navigation}@nextLink`);
  if (records.length <= limit && link !== undefined && link !== null) {
    const path = followed(service, link, instance);
    if (path === null) throw notOData(table, 'the link to the next page leads out of the service');
    for await (const block of askBlocks(service, call, table, path)) {
      records.push(...block.records);
      if (records.length > limit) break;
    }
  }
  const rows = records.slice(0, limit).map((each): Row => rowOf(service, table, request.select, each));
  return { rows, more: records.length > limit };
}
