import { canonicalOf, CasegraphError } from '../../../src/contract/index.ts';
import type { KeyList } from '../declaration/shape.ts';
import type { ListRequest } from '../page/ask.ts';
import { askPages, requestAt } from '../page/ask.ts';
import { START } from '../page/position.ts';
import { cellOf } from '../values/cell.ts';
import { bytesOf, chunksOf, fits } from './chunks.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import type { Key, Lookup } from './lookup.ts';
import { grouped, sideBySide } from './lookup.ts';

/** Records that one batch of keys may lead to: far more than the engine takes, and few enough to hold. */
const MOST_RECORDS = 50_000;

/** Rows of many keys by the requests that `compose` makes for some of them. */
export function together(
  lookup: Lookup,
  most: number,
  keys: readonly Key[],
  compose: (values: readonly string[]) => ListRequest,
): Promise<KeyedOutcome> {
  const { table, settings } = lookup;
  const first = (values: readonly string[]) => requestAt(table, compose(values), START);
  return sideBySide(chunksOf(keys, most, settings.bounds, first), async (chunk) => {
    const values = chunk.map(({ operand }) => String(operand));
    if (!fits(bytesOf(first(values)), settings.bounds)) throw tooLong(lookup);
    return gathered(lookup, chunk, compose(values));
  });
}

async function gathered(lookup: Lookup, chunk: readonly Key[], list: ListRequest): Promise<KeyedOutcome> {
  const { table, call, column } = lookup;
  const records: object[] = [];
  // No two rows have the same key: when all are there, further pages hold nothing new.
  const open = column.name === table.key ? new Set(chunk.map(({ canonical }) => canonical)) : null;
  let instance: string | null = null;
  for await (const page of askPages(call, table, list)) {
    records.push(...page.records);
    instance = page.instance;
    if (records.length > MOST_RECORDS) throw tooMany(lookup);
    for (const record of open === null ? [] : page.records)
      open?.delete(canonicalOf(column.type, cellOf(table, column, record)) ?? '');
    if (open?.size === 0) break;
  }
  return { byKey: grouped(lookup, chunk, records), instance };
}

/** The request of a declared key list. */
export function keyListRequest(keys: KeyList, values: readonly string[]): ListRequest {
  const page = keys.page ?? { style: 'none', first: 1 };
  return {
    template: keys,
    rows: keys.rows,
    page,
    parameters: [],
    size: page.size ?? null,
    keys: { name: 'keys', values, list: keys.list },
  };
}

function tooLong({ table, column }: Lookup): CasegraphError {
  return new CasegraphError(
    'too-complex',
    `${table.name} cannot be looked up by so long a ${column.name}: the request would be longer than the service takes`,
    { connection: table.connection },
  );
}

function tooMany({ table, column }: Lookup): CasegraphError {
  return new CasegraphError(
    'too-complex',
    `${table.name}: the service gives more than ${MOST_RECORDS} rows for some values of ${column.name}; ask for fewer at once`,
    { connection: table.connection },
  );
}
