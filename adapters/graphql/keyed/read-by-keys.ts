import { CasegraphError, columnOf } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  KeyedAnswer,
  KeyedRequest,
  KeyedRows,
  Operand,
} from '../../../src/contract/index.ts';
import { declaredOf } from '../declaration/declaration.ts';
import type { LookupField } from '../declaration/declared.ts';
import { operandOf } from '../filter/operand.ts';
import { plan } from '../plan.ts';
import type { Settings } from '../settings.ts';
import { isAskable } from './argument.ts';
import { byFilter } from './by-filter.ts';
import { byKeysField } from './by-keys-field.ts';
import { byLists } from './by-lists.ts';
import { byOne } from './by-one.ts';
import type { Key } from './key.ts';
import { keyOf } from './key.ts';
import type { Lookup } from './lookup.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';

const NO_ROWS: KeyedRows = { rows: [], more: false };

/** Rows for many keys: each distinct key is asked for once. */
export async function readByKeys(
  settings: Settings,
  table: BoundTable,
  request: KeyedRequest,
  keys: readonly Operand[],
  call: Call,
): Promise<KeyedAnswer> {
  const column = columnOf(table, request.column);
  const { handle, limited } = plan(table, request);
  const asked = keys.map((key) => keyOf(table, column, key));
  const distinct = new Map(
    asked.flatMap((key) => (key instanceof CasegraphError ? [] : [[key.canonical, key] as const])),
  );
  const lookup = { settings, table, call, request, column, handle };
  const { byKey, instance } = await answered(lookup, limited, [...distinct.values()]);
  return {
    results: asked.map((key) =>
      key instanceof CasegraphError ? key : (byKey.get(key.canonical) ?? NO_ROWS),
    ),
    ...(instance === null ? {} : { instance }),
  };
}

/** The cheapest way that gives the right rows. A filter of the request's own can only be kept by the list. */
async function answered(lookup: Lookup, limited: boolean, keys: readonly Key[]): Promise<KeyedOutcome> {
  const { table, request, column } = lookup;
  const { list, lookups, keys: many } = declaredOf(table);
  const tests = list?.filter?.columns.get(column.name)?.operators;
  if (keys.length === 0) return { byKey: new Map(), instance: null };
  if (request.via !== undefined && limited && list !== null && tests?.has('eq'))
    return byLists(lookup, list, request.limit, testable(lookup, keys));
  const isBare = request.filter === null;
  if (isBare && many?.column === column.name) return byKeysField(lookup, many, askable(many, keys));
  if (list !== null && tests?.has('in')) return byFilter(lookup, list, testable(lookup, keys));
  const one = lookups.find((each) => each.column === column.name);
  if (isBare && one !== undefined) return byOne(lookup, one, askable(one, keys));
  if (list !== null && tests?.has('eq')) return byLists(lookup, list, null, testable(lookup, keys));
  throw new CasegraphError(
    'invalid-input',
    `${table.name} cannot be looked up by ${column.name}${isBare ? '' : ' under a condition'}; declare "in" or "eq" for it in options.list.filter.columns`,
    { connection: table.connection },
  );
}

function askable(field: LookupField, keys: readonly Key[]): readonly Key[] {
  return keys.filter((key) => isAskable(field, key));
}

/** A value that the filter cannot hold, such as a word where the service has numbers for ids, leads to no row. */
function testable({ table, column }: Lookup, keys: readonly Key[]): readonly Key[] {
  const rules = declaredOf(table).list?.filter?.columns.get(column.name);
  return rules === undefined ? [] : keys.filter(({ value }) => operandOf(column, rules, value) !== undefined);
}
