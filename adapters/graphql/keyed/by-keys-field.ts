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
import { chunksOf } from './chunks.ts';
import type { Key } from './key.ts';
import { canonicalOf } from './key.ts';
import type { Lookup } from './lookup.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import { KeyedGroups, inParallel } from '../../../src/contract/index.ts';

/** `incidentsByIds(ids: $ids) { … }`: the rows of many keys by one field, in any order, with null or nothing for those that are not there. */
export function byKeysField(lookup: Lookup, field: KeysField, keys: readonly Key[]): Promise<KeyedOutcome> {
  const fieldFor = (chunk: readonly Key[]): Field => ({
    name: field.field,
    arguments: [...field.fixed, listArgumentOf(field, chunk)],
    fields: nested(field.rows, fieldsOf(lookup.table, lookup.request.select, [lookup.column.name])),
    ...(field.fragment && field.rows.length === 0 ? { on: lookup.table.object } : {}),
  });
  const chunks = chunksOf(keys, field.batch, lookup.settings.maxBytes, (some) => bytesOf([fieldFor(some)]));
  return inParallel(chunks, (chunk) => readChunk(lookup, field, chunk, fieldFor(chunk)));
}

async function readChunk(
  lookup: Lookup,
  keys: KeysField,
  chunk: readonly Key[],
  field: Field,
): Promise<KeyedOutcome> {
  const { settings, call, table, column, request } = lookup;
  const { value, instance } = await askOne(settings, call, table, field);
  const items = itemsOf(value, keys.rows);
  if (items === undefined) throw notGraphQL(table, `${keys.field} holds no list of rows`);
  const groups = new KeyedGroups(chunk);
  for (const item of items) {
    if (item === null || (keys.fragment && memberOf(item, '__typename') !== table.object)) continue;
    groups.add(canonicalOf(column, columnIn(table, column, item)), () => rowOf(table, request.select, item));
  }
  return { byKey: groups.result(), instance };
}
