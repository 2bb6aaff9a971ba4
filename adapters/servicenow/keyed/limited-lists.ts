import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, KeyedRows } from '../../../src/contract/index.ts';
import { sendBatch } from '../batch.ts';
import type { Answer } from '../errors.ts';
import { get } from '../get.ts';
import { MOST_ROWS_PER_PAGE } from '../plan.ts';
import { listPath } from '../read/path.ts';
import type { List } from '../read/path.ts';
import { rowReader } from '../read/rows.ts';
import type { Upstream } from '../read/rows.ts';
import { readCell } from '../values/cell.ts';
import { sameText } from './keys.ts';
import type { WantedKey } from './keys.ts';
import { queryFor } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { readOn } from './read-on.ts';

/** Lists in one batch. The instance runs them one after another and stops after 30 s. */
export const MOST_LISTS_PER_BATCH = 100;

export interface Cut {
  readonly results: ReadonlyMap<WantedKey, KeyedRows | CasegraphError>;
  readonly instance: string | undefined;
}

/**
 * The first rows of each key, cut by the instance: a short list per key. An `IN` list cannot be cut per key, so with several
 * keys the lists travel together in one batch request.
 */
export async function readLimited(
  lookup: Lookup,
  limit: number,
  keys: readonly WantedKey[],
  call: Call,
): Promise<Cut> {
  const lists = keys.map((key) => listOf(lookup, limit, key));
  const answers = await askAll(lists.map(listPath), call);
  const results = new Map<WantedKey, KeyedRows | CasegraphError>();
  // One after another: going on past a first page is rare (rows hidden by ACLs, or limits above a page).
  for (const [index, key] of keys.entries()) {
    const answer = answers[index];
    const list = lists[index];
    if (answer !== undefined && list !== undefined)
      results.set(key, await cutOf(lookup, limit, key, list, answer, call));
  }
  return { results, instance: instanceOf(answers) };
}

function instanceOf(answers: readonly (Answer | CasegraphError)[]): string | undefined {
  for (const answer of answers) if (!(answer instanceof CasegraphError)) return answer.instance;
  return undefined;
}

/** One row more than wanted tells whether there are more. */
function listOf(lookup: Lookup, limit: number, key: WantedKey): List {
  const { table, fields, labels } = lookup;
  return {
    object: table.object,
    query: queryFor(lookup, [key]),
    fields,
    labels,
    limit: Math.min(limit + 1, MOST_ROWS_PER_PAGE),
  };
}

async function askAll(paths: readonly string[], call: Call): Promise<readonly (Answer | CasegraphError)[]> {
  const [only] = paths;
  return paths.length === 1 && only !== undefined ? [await get(only, call)] : sendBatch(paths, call);
}

async function cutOf(
  lookup: Lookup,
  limit: number,
  key: WantedKey,
  list: List,
  answer: Answer | CasegraphError,
  call: Call,
): Promise<KeyedRows | CasegraphError> {
  if (answer instanceof CasegraphError) return answer;
  const { table, column, request } = lookup;
  const keep = (record: Upstream): boolean => {
    const cell = readCell(record[column.upstream]);
    return cell === undefined || sameText(column, cell.value) === key.match;
  };
  const doing = { verb: 'read', name: table.name, object: table.object } as const;
  try {
    const records = await readOn({ list, keep, enough: limit + 1, doing }, answer, call);
    return {
      rows: records.slice(0, limit).map(rowReader(table, request.select)),
      more: records.length > limit,
    };
  } catch (error) {
    if (error instanceof CasegraphError && error.kind !== 'cancelled') return error;
    throw error;
  }
}
