import { fieldOf, isObject, notSalesforce } from '../answer/shape.ts';
import { rowOf } from '../answer/row.ts';
import { ask } from '../ask.ts';
import { normaliseId } from '../id.ts';
import { fieldsOf } from '../soql/fields.ts';
import type { Key } from './canonical.ts';
import type { Lookup } from './lookup.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import { KeyedGroups, inParallel } from '../../../src/contract/index.ts';

/** Ids that one collections request takes, when they travel in its body (resources_composite_sobjects_collections_retrieve_post). */
const MOST_IDS = 2_000;

/** Records by id through `composite/sobjects`: no filter, no parents, but many times as many ids as an address holds. */
export function byId(lookup: Lookup, keys: readonly Key[]): Promise<KeyedOutcome> {
  const chunks: Key[][] = [];
  for (let start = 0; start < keys.length; start += MOST_IDS)
    chunks.push(keys.slice(start, start + MOST_IDS));
  return inParallel(chunks, (chunk) => readChunk(lookup, chunk));
}

async function readChunk(
  { settings, table, call, request }: Lookup,
  chunk: readonly Key[],
): Promise<KeyedOutcome> {
  const { json, instance } = await ask(call, table, {
    method: 'POST',
    path: `${settings.base}/composite/sobjects/${table.object}`,
    json: { ids: chunk.map(({ canonical }) => canonical), fields: fieldsOf(table, request.select, ['Id']) },
    // It only reads.
    idempotent: true,
  });
  if (!Array.isArray(json)) throw notSalesforce(table, 'collections: the answer is no list');
  const groups = new KeyedGroups(chunk);
  for (const record of json as readonly unknown[]) {
    // Missing, deleted and invisible records are null. Places are not relied on: each record says which it is.
    if (record === null) continue;
    if (!isObject(record)) throw notSalesforce(table, 'collections: a record is no object');
    groups.add(normaliseId(fieldOf(record, 'Id')), () => rowOf(table, request.select, record));
  }
  return { byKey: groups.result(), instance };
}
