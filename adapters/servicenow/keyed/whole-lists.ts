import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call } from '../../../src/contract/index.ts';
import { MOST_PATH_BYTES, get } from '../get.ts';
import { MOST_ROWS_PER_PAGE } from '../plan.ts';
import { isSafeInList } from '../query/wording.ts';
import { encodeQuery, listPath } from '../read/path.ts';
import type { List } from '../read/path.ts';
import type { Upstream } from '../read/rows.ts';
import { readCell } from '../values/cell.ts';
import { chunk } from './chunks.ts';
import { sameText } from './keys.ts';
import type { WantedKey } from './keys.ts';
import { queryFor, queryWithoutKeys } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { readOn } from './read-on.ts';

/** Rows that the keys of one chunk may have together. */
const MOST_ROWS = 10_000;
/** Keys in one list, so that an answer with one row each fits into a page. */
const MOST_KEYS = MOST_ROWS_PER_PAGE;
/** Keys in a list whose conditions alone are too long for a request line; such a list goes into a batch, where there is room. */
const KEYS_IN_BODY = 200;

/** All rows of some keys, by key. */
export interface Found {
  readonly records: ReadonlyMap<WantedKey, readonly Upstream[]>;
  readonly instance: string;
}

/** Cuts the keys so that the request line of each list stays within its bound. */
export function chunkKeys(lookup: Lookup, keys: readonly WantedKey[]): WantedKey[][] {
  const room = MOST_PATH_BYTES - listPath(listFor(lookup, queryWithoutKeys(lookup), keys.length)).length;
  // The keys are repeated in each group of conditions that are joined by ^NQ.
  const copies = lookup.groups.length;
  if (room < 200 * copies) return chunk(keys, () => 1, KEYS_IN_BODY, KEYS_IN_BODY);
  return chunk(keys, (key) => copies * encodedSize(lookup, key.rendered.text), room, MOST_KEYS);
}

/** In a list: the key and a comma. Outside of one: another condition, `^ORnumber=key` or `^ORnumberLIKEkey`. */
function encodedSize(lookup: Lookup, text: string): number {
  const size = encodeQuery(text).length;
  return isSafeInList(text) ? size + 1 : size + encodeQuery(`^OR${lookup.column.upstream}LIKE`).length;
}

/** Reads all rows of these keys with one `IN` list, and tells them apart by the column's value. */
export async function readWhole(lookup: Lookup, keys: readonly WantedKey[], call: Call): Promise<Found> {
  const list = listFor(lookup, queryFor(lookup, keys), keys.length);
  const doing = { verb: 'read', name: lookup.table.name, object: list.object } as const;
  const answer = await get(listPath(list), call);
  const wanted = { list, keep: () => true, enough: MOST_ROWS + 1, doing };
  const records = await readOn(wanted, answer, call);
  if (records.length > MOST_ROWS) throw tooMany(lookup);
  return { records: byKey(lookup, keys, records), instance: answer.instance };
}

function listFor(lookup: Lookup, query: string, keys: number): List {
  const { table, fields, labels, unique } = lookup;
  const limit = unique ? Math.min(keys, MOST_KEYS) : MOST_ROWS_PER_PAGE;
  return { object: table.object, query, fields, labels, limit, whole: unique };
}

function byKey(
  lookup: Lookup,
  keys: readonly WantedKey[],
  records: readonly Upstream[],
): Map<WantedKey, Upstream[]> {
  const found = new Map<string, Upstream[]>(keys.map((key) => [key.match, []]));
  for (const record of records) {
    const cell = readCell(record[lookup.column.upstream]);
    if (cell === undefined) throw hidden(lookup);
    found.get(sameText(lookup.column, cell.value))?.push(record);
  }
  return new Map(keys.map((key) => [key, found.get(key.match) ?? []]));
}

function tooMany({ table, column }: Lookup): CasegraphError {
  const message = `More than ${MOST_ROWS} rows of ${table.name} belong to the values of ${column.name} that were asked for together. Ask for fewer at a time, or for a page of each.`;
  return new CasegraphError('too-complex', message);
}

function hidden({ table, column }: Lookup): CasegraphError {
  const message = `The gateway's ServiceNow account may not read ${column.name} of ${table.name}. An administrator should grant it read access to that column.`;
  return new CasegraphError('upstream-unauthorized', message);
}
