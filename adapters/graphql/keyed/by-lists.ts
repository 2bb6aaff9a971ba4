import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, KeyedRows } from '../../../src/contract/index.ts';
import { askOne } from '../answer/ask.ts';
import type { RawPage } from '../answer/page.ts';
import { pageOf } from '../answer/page.ts';
import { rowOf } from '../answer/row.ts';
import type { ListField } from '../declaration/declared.ts';
import { bytesOf } from '../document/document.ts';
import { listFieldOf, sizeOf } from '../list-field.ts';
import type { GraphQLHandle } from '../plan.ts';
import { askAliases, attempt } from './aliases.ts';
import { handleFor } from './by-filter.ts';
import { chunksOf } from './chunks.ts';
import type { Key } from './key.ts';
import type { Lookup } from './lookup.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import { inParallel } from '../../../src/contract/index.ts';

/** Pages that one list below one key may have: of a thousand rows or so each, more than the engine takes. */
const MOST_PAGES = 100;

/** `k0: comments(filter: $filter, first: $first) { … } k1: …`: a list per key, each cut on its own; `limit` null: all rows of each. */
export function byLists(
  lookup: Lookup,
  list: ListField,
  limit: number | null,
  keys: readonly Key[],
): Promise<KeyedOutcome> {
  // One more than wanted says whether there is more.
  const wanted = limit === null ? null : limit + 1;
  const fieldFor = (key: Key, index: number) =>
    listFieldOf(lookup.table, list, ownHandle(lookup, list, key), { wanted, alias: `k${index}` });
  const chunks = chunksOf(keys, list.batch, lookup.settings.maxBytes, (some) => bytesOf(some.map(fieldFor)));
  return inParallel(chunks, async (chunk) => {
    const { values, instance } = await askAliases(lookup, chunk.map(fieldFor), false);
    const lists = chunk.map(async (key, index): Promise<[string, KeyedRows | CasegraphError]> => {
      const value = values.get(`k${index}`);
      if (value instanceof CasegraphError) return [key.canonical, value];
      const first = attempt(() => pageOf(lookup.table, list, value, sizeOf(list.page, wanted), undefined));
      return [
        key.canonical,
        first instanceof CasegraphError ? first : await gathered(lookup, list, key, limit, first),
      ];
    });
    return { byKey: new Map(await Promise.all(lists)), instance };
  });
}

function ownHandle(lookup: Lookup, list: ListField, key: Key): GraphQLHandle {
  return handleFor(lookup, list, { op: 'eq', column: lookup.column.name, value: key.value });
}

function tooMany(table: BoundTable): CasegraphError {
  return new CasegraphError(
    'too-complex',
    `${table.name}: a list has more than ${MOST_PAGES} pages at the service; ask for fewer rows of each`,
    { connection: table.connection },
  );
}

/** The rest of a list whose first page was not enough. */
async function gathered(
  lookup: Lookup,
  list: ListField,
  key: Key,
  limit: number | null,
  first: RawPage,
): Promise<KeyedRows | CasegraphError> {
  const { settings, call, table, request } = lookup;
  const wanted = limit === null ? Number.POSITIVE_INFINITY : limit + 1;
  try {
    const raw = [...first.rows];
    let pages = 1;
    for (let from = first.next; from !== null && raw.length < wanted; pages += 1) {
      if (pages >= MOST_PAGES) throw tooMany(table);
      const position = { wanted: limit === null ? null : wanted - raw.length, from };
      const field = listFieldOf(table, list, ownHandle(lookup, list, key), position);
      const { value } = await askOne(settings, call, table, field);
      const page = pageOf(table, list, value, sizeOf(list.page, position.wanted), from);
      raw.push(...page.rows);
      from = page.next;
    }
    const rows = raw.slice(0, limit ?? undefined).map((row) => rowOf(table, request.select, row));
    return { rows, more: raw.length > rows.length };
  } catch (error) {
    if (error instanceof CasegraphError) return error;
    throw error;
  }
}
