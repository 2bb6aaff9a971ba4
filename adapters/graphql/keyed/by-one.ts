import { CasegraphError } from '../../../src/contract/index.ts';
import type { KeyedRows } from '../../../src/contract/index.ts';
import { columnIn, rowOf } from '../answer/row.ts';
import { memberOf, notGraphQL } from '../answer/shape.ts';
import type { LookupField } from '../declaration/declared.ts';
import { bytesOf } from '../document/document.ts';
import type { Field } from '../document/field.ts';
import { fieldsOf } from '../select.ts';
import { askAliases, attempt } from './aliases.ts';
import { chunksOf } from './chunks.ts';
import { argumentOf } from './argument.ts';
import type { Key } from './key.ts';
import { canonicalOf } from './key.ts';
import type { Lookup } from './lookup.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import { inParallel } from '../../../src/contract/index.ts';

const NONE: KeyedRows = { rows: [], more: false };

/** `k0: incident(id: $id) { … } k1: …`: one row per key, many keys per request. */
export function byOne(lookup: Lookup, one: LookupField, keys: readonly Key[]): Promise<KeyedOutcome> {
  const row = fieldsOf(lookup.table, lookup.request.select, [lookup.column.name]);
  const fieldFor = (key: Key, index: number): Field => ({
    alias: `k${index}`,
    name: one.field,
    arguments: [...one.fixed, argumentOf(one, key)],
    fields: row,
    ...(one.fragment ? { on: lookup.table.object } : {}),
  });
  const chunks = chunksOf(keys, one.batch, lookup.settings.maxBytes, (some) => bytesOf(some.map(fieldFor)));
  return inParallel(chunks, (chunk) => readChunk(lookup, one, chunk, chunk.map(fieldFor)));
}

async function readChunk(
  lookup: Lookup,
  one: LookupField,
  chunk: readonly Key[],
  fields: readonly Field[],
): Promise<KeyedOutcome> {
  const { values, instance } = await askAliases(lookup, fields, true);
  const byKey = chunk.map((key, index): [string, KeyedRows | CasegraphError] => {
    const value = values.get(`k${index}`);
    if (value instanceof CasegraphError) return [key.canonical, value];
    return [key.canonical, attempt(() => rowsOf(lookup, one, key, value))];
  });
  return { byKey: new Map(byKey), instance };
}

/** A row that has another value than the one asked for is not the row of that key, however the service came to it. */
function rowsOf({ table, column, request }: Lookup, one: LookupField, key: Key, value: unknown): KeyedRows {
  if (value === undefined) throw notGraphQL(table, `${one.field} is not answered`);
  if (value === null || (one.fragment && memberOf(value, '__typename') !== table.object)) return NONE;
  if (canonicalOf(column, columnIn(table, column, value)) !== key.canonical) return NONE;
  return { rows: [rowOf(table, request.select, value)], more: false };
}
