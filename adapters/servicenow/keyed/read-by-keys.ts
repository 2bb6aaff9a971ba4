import { CasegraphError } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  KeyedAnswer,
  KeyedRequest,
  KeyedRows,
  Operand,
} from '../../../src/contract/index.ts';
import { rowReader } from '../read/rows.ts';
import { mapBounded } from './bounded.ts';
import { sortKeys } from './keys.ts';
import type { WantedKey } from './keys.ts';
import { MOST_LISTS_PER_BATCH, readLimited } from './limited-lists.ts';
import type { Cut } from './limited-lists.ts';
import { chunk } from './chunks.ts';
import { prepare } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { chunkKeys, readWhole } from './whole-lists.ts';

/** Requests at the same time for one lookup; `send` has its own bound for the connection. */
const MOST_AT_ONCE = 4;
const NO_ROWS: KeyedRows = { rows: [], more: false };

/**
 * The rows of many keys. All rows of a key, or rows of a unique key: `IN` lists, cut by the bytes of the request line. A few rows
 * of each key: a batch of short lists. A failed request fails its own keys only.
 */
export async function readKeys(
  table: BoundTable,
  request: KeyedRequest,
  keys: readonly Operand[],
  call: Call,
): Promise<KeyedAnswer> {
  const lookup = prepare(table, request);
  const { wanted, refused } = sortKeys(table, lookup.column, keys);
  const results: (KeyedRows | CasegraphError)[] = keys.map((_, position) => refused.get(position) ?? NO_ROWS);
  if (lookup.groups.length === 0 || wanted.length === 0) return { results };
  const found = await mapBounded(chunksOf(lookup, wanted), MOST_AT_ONCE, (part) =>
    readChunk(lookup, part, call),
  );
  for (const part of found) {
    for (const [key, rows] of part.results) for (const position of key.positions) results[position] = rows;
  }
  const instance = found.find((part) => part.instance !== undefined)?.instance;
  return instance === undefined ? { results } : { results, instance };
}

/** Upstream cuts per key only where a key can have more rows than one, and the rows come in the order asked for. */
function limitPerKey({ unique, limit }: Lookup): number | null {
  return unique ? null : limit;
}

function chunksOf(lookup: Lookup, wanted: readonly WantedKey[]): WantedKey[][] {
  if (limitPerKey(lookup) === null) return chunkKeys(lookup, wanted);
  return chunk(wanted, () => 1, MOST_LISTS_PER_BATCH, MOST_LISTS_PER_BATCH);
}

async function readChunk(lookup: Lookup, keys: readonly WantedKey[], call: Call): Promise<Cut> {
  const limit = limitPerKey(lookup);
  try {
    return limit === null ? await readAll(lookup, keys, call) : await readLimited(lookup, limit, keys, call);
  } catch (error) {
    if (!(error instanceof CasegraphError) || error.kind === 'cancelled') throw error;
    return { results: new Map(keys.map((key) => [key, error])), instance: undefined };
  }
}

async function readAll(lookup: Lookup, keys: readonly WantedKey[], call: Call): Promise<Cut> {
  const { records, instance } = await readWhole(lookup, keys, call);
  const read = rowReader(lookup.table, lookup.request.select);
  const results = [...records].map(([key, found]) => [key, { rows: found.map(read), more: false }] as const);
  return { results: new Map(results), instance };
}
