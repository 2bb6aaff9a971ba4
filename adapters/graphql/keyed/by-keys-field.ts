import { itemsOf } from '../answer/page.ts';
import { askOne } from '../answer/ask.ts';
import { columnIn, rowOf } from '../answer/row.ts';
import { memberOf, notGraphQL } from '../answer/shape.ts';
import type { KeysField } from '../declaration/declared.ts';
import { bytesOf } from '../document/document.ts';
import type { Field } from '../document/field.ts';
import { nested } from '../document/field.ts';
import { fieldsOf } from '../select.ts';
import { listArgumentOf } from './argument.ts';
import { bytesOfValue, chunksOf } from './chunks.ts';
import type { Key } from './key.ts';
import { canonicalOf } from './key.ts';
import type { Lookup } from './lookup.ts';
import type { Outcome } from './outcome.ts';
import { Groups, inParallel } from './outcome.ts';

/** `incidentsByIds(ids: $ids) { … }`: the rows of many keys by one field, in any order, with null or nothing for those that are not there. */
export function byKeysField(lookup: Lookup, field: KeysField, keys: readonly Key[]): Promise<Outcome> {
  const fieldFor = (chunk: readonly Key[]): Field => ({
    name: field.field,
    arguments: [...field.fixed, listArgumentOf(field, chunk)],
    fields: nested(field.rows, fieldsOf(lookup.table, lookup.request.select, [lookup.column.name])),
    ...(field.fragment && field.rows.length === 0 ? { on: lookup.table.object } : {}),
  });
  const { maxBytes } = lookup.settings;
  return inParallel(chunksOf(keys, field.batch, maxBytes, bytesOf([fieldFor([])]), bytesOfValue), (chunk) =>
    readChunk(lookup, field, chunk, fieldFor(chunk)),
  );
}

async function readChunk(
  lookup: Lookup,
  keys: KeysField,
  chunk: readonly Key[],
  field: Field,
): Promise<Outcome> {
  const { settings, call, table, column, request } = lookup;
  const { value, instance } = await askOne(settings, call, table, field);
  const items = itemsOf(value, keys.rows);
  if (items === undefined) throw notGraphQL(table, `${keys.field} holds no list of rows`);
  const groups = new Groups(chunk);
  for (const item of items) {
    if (item === null || (keys.fragment && memberOf(item, '__typename') !== table.object)) continue;
    groups.add(canonicalOf(column, columnIn(table, column, item)), () => rowOf(table, request.select, item));
  }
  return { byKey: groups.result(), instance };
}
