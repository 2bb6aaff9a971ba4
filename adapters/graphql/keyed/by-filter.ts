import { CasegraphError } from '../../../src/contract/index.ts';
import type { Filter } from '../../../src/contract/index.ts';
import { askOne } from '../answer/ask.ts';
import { pageOf } from '../answer/page.ts';
import { columnIn, rowOf } from '../answer/row.ts';
import { notGraphQL } from '../answer/shape.ts';
import type { ListField } from '../declaration/declared.ts';
import { bytesOf } from '../document/document.ts';
import { split } from '../filter/split.ts';
import { listFieldOf, sizeOf } from '../list-field.ts';
import type { GraphQLHandle } from '../plan.ts';
import { chunksOf } from './chunks.ts';
import type { Key } from './key.ts';
import { canonicalOf } from './key.ts';
import type { Lookup } from './lookup.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import { KeyedGroups, inParallel } from '../../../src/contract/index.ts';

/** Rows that one batch of keys may lead to: far more than the engine takes, and few enough to hold. */
const MOST_ROWS = 50_000;
const MOST_EMPTY = 20;
const LONG_CURSOR = 200;

/** The list, filtered by `in`: all rows of all keys, told apart by the column. */
export function byFilter(lookup: Lookup, list: ListField, keys: readonly Key[]): Promise<KeyedOutcome> {
  // Later pages also say where they begin.
  const position = { wanted: null, besides: [lookup.column.name], from: ' '.repeat(LONG_CURSOR) };
  const chunks = chunksOf(keys, list.batch, lookup.settings.maxBytes, (some) =>
    bytesOf([listFieldOf(lookup.table, list, handleOf(lookup, list, some), position)]),
  );
  return inParallel(chunks, (chunk) => readChunk(lookup, list, chunk));
}

function handleOf(lookup: Lookup, list: ListField, keys: readonly Key[]): GraphQLHandle {
  const values = keys.map(({ value }) => value);
  return handleFor(lookup, list, { op: 'in', column: lookup.column.name, values });
}

/** The list's arguments for the request's own filter and one more condition. */
export function handleFor(
  { table, request, handle }: Lookup,
  list: ListField,
  condition: Filter,
): GraphQLHandle {
  const filter: Filter =
    request.filter === null ? condition : { op: 'and', all: [request.filter, condition] };
  const { given, residual } = split(table, list.filter, filter);
  if (residual === null) return { ...handle, filter: given };
  throw new CasegraphError(
    'invalid-input',
    `${table.name}: the GraphQL service cannot be asked for these conditions together; leave the one on ${columnsOf(residual)} out`,
    { connection: table.connection },
  );
}

function columnsOf(filter: Filter): string {
  if (filter.op === 'and') return filter.all.map(columnsOf).join(', ');
  return filter.op === 'or'
    ? filter.any.map(columnsOf).join(', ')
    : 'column' in filter
      ? filter.column
      : filter.relation;
}

function tooMany({ table, column }: Lookup): CasegraphError {
  return new CasegraphError(
    'too-complex',
    `${table.name}: the service gives more than ${MOST_ROWS} rows for some values of ${column.name}; ask for fewer at once`,
    { connection: table.connection },
  );
}

async function readChunk(lookup: Lookup, list: ListField, chunk: readonly Key[]): Promise<KeyedOutcome> {
  const { settings, call, table, column, request } = lookup;
  const handle = handleOf(lookup, list, chunk);
  const groups = new KeyedGroups(chunk);
  // No two rows have the same key: when all are there, further pages hold nothing new.
  const open = column.name === table.key ? new Set(chunk.map(({ canonical }) => canonical)) : null;
  let from: string | undefined;
  let instance: string;
  let [rows, empty] = [0, 0];
  do {
    const position = { wanted: null, besides: [column.name], ...(from === undefined ? {} : { from }) };
    const answered = await askOne(settings, call, table, listFieldOf(table, list, handle, position));
    const page = pageOf(table, list, answered.value, sizeOf(list.page, null), from);
    for (const raw of page.rows) {
      const canonical = canonicalOf(column, columnIn(table, column, raw));
      groups.add(canonical, () => rowOf(table, request.select, raw));
      open?.delete(canonical ?? '');
    }
    rows += page.rows.length;
    empty = page.rows.length === 0 ? empty + 1 : 0;
    if (rows > MOST_ROWS) throw tooMany(lookup);
    if (empty >= MOST_EMPTY && page.next !== null)
      throw notGraphQL(table, `${empty} pages without a row promise more`);
    from = open?.size === 0 ? undefined : (page.next ?? undefined);
    instance = answered.instance;
  } while (from !== undefined);
  return { byKey: groups.result(), instance };
}
