import { canonicalOf, CasegraphError, columnOf } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  KeyedAnswer,
  KeyedRequest,
  KeyedRows,
  Operand,
} from '../../../src/contract/index.ts';
import { declarationOf } from '../declaration/declaration.ts';
import { sendable } from '../filter/operand.ts';
import type { Settings } from '../settings.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import type { Key, Lookup } from './lookup.ts';
import { unaskable } from './lookup.ts';
import { singly } from './singly.ts';
import { together, keyListRequest } from './together.ts';
import { byFilter, filterFor } from './by-filter.ts';

const NO_ROWS: KeyedRows = { rows: [], more: false };

/** Rows for many keys: each distinct key is asked for once. */
export async function readByKeys(
  settings: Settings,
  table: BoundTable,
  request: KeyedRequest,
  keys: readonly Operand[],
  call: Call,
): Promise<KeyedAnswer> {
  const lookup: Lookup = { settings, table, call, request, column: columnOf(table, request.column) };
  const asked = keys.map((operand) => keyOf(lookup, operand));
  const distinct = new Map(asked.flatMap((key) => (isKey(key) ? [[key.canonical, key]] : [])));
  const outcome = await answered(lookup, [...distinct.values()]);
  return {
    results: asked.map((key) => (isKey(key) ? (outcome.byKey.get(key.canonical) ?? NO_ROWS) : key)),
    ...(outcome.instance === null ? {} : { instance: outcome.instance }),
  };
}

function isKey(key: Key | KeyedRows | CasegraphError): key is Key {
  return 'canonical' in key;
}

/** An empty key is no key: put into a path it would name the list. */
function keyOf({ table, column }: Lookup, operand: Operand): Key | KeyedRows | CasegraphError {
  const canonical = canonicalOf(column.type, operand);
  if (canonical !== null) return canonical === '' ? NO_ROWS : { canonical, operand };
  return new CasegraphError(
    'invalid-input',
    `${table.name}.${column.name}: this is no value of a ${column.type} column`,
  );
}

/** The way with the fewest requests that the declaration knows; keys that a list cannot carry are asked for one by one. */
async function answered(lookup: Lookup, keys: readonly Key[]): Promise<KeyedOutcome> {
  const { table, column } = lookup;
  const { keys: lists, one } = declarationOf(table);
  const list = lists.find((candidate) => candidate.column === column.name);
  const single = column.name === table.key ? one : undefined;
  const filter = filterFor(table, column.name);
  if (list === undefined && single === undefined && filter === null) throw noWay(table, column.name);
  if (list === undefined && filter?.op !== 'in' && single !== undefined) return singly(lookup, single, keys);
  const easy = keys.filter(({ operand }) => sendable(column, operand) !== null);
  const odd = keys.filter((key) => !easy.includes(key));
  const [first, second] = await Promise.all([
    list === undefined
      ? byFilter(lookup, filter, easy)
      : together(lookup, list.max, easy, (values) => keyListRequest(list, values)),
    single === undefined ? refused(lookup, odd) : singly(lookup, single, odd),
  ]);
  return { byKey: new Map([...first.byKey, ...second.byKey]), instance: first.instance ?? second.instance };
}

function refused({ table, column }: Lookup, keys: readonly Key[]): KeyedOutcome {
  return {
    byKey: new Map(keys.map(({ canonical }) => [canonical, unaskable(table, column)])),
    instance: null,
  };
}

function noWay(table: BoundTable, column: string): CasegraphError {
  return new CasegraphError(
    'invalid-input',
    `${table.name} cannot be looked up by ${column}: its declaration has no "keys" for ${column}, and no filter "in" or "eq"`,
    { connection: table.connection },
  );
}
