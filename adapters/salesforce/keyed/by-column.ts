import { rowOf, valueAt } from '../answer/row.ts';
import { askBlocks } from '../ask.ts';
import { fieldsOf } from '../soql/fields.ts';
import { soqlOf } from '../soql/query.ts';
import type { Key } from './canonical.ts';
import { canonicalOf } from './canonical.ts';
import { chunksOf, targetFor } from './chunks.ts';
import type { Lookup } from './lookup.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import { KeyedGroups, inParallel } from '../../../src/contract/index.ts';

/** `SELECT … FROM X WHERE column IN (…)`: all rows of all keys, in the order asked for, told apart by the column. */
export function byColumn(lookup: Lookup, keys: readonly Key[]): Promise<KeyedOutcome> {
  const compose = composer(lookup);
  return inParallel(chunksOf(lookup.settings, keys, compose), (chunk) => readChunk(lookup, chunk, compose));
}

export function composer({ table, request, column, handle, where }: Lookup): (list: string) => string {
  const fields = fieldsOf(table, request.select, [column.upstream]);
  return (list) =>
    soqlOf({
      fields,
      from: table.object,
      where: [...where, `${column.upstream} IN (${list})`],
      orderBy: handle.orderBy,
      limit: null,
    });
}

async function readChunk(
  lookup: Lookup,
  chunk: readonly Key[],
  compose: (list: string) => string,
): Promise<KeyedOutcome> {
  const { settings, table, call, request, column } = lookup;
  const groups = new KeyedGroups(chunk);
  let instance: string | null = null;
  const target = targetFor(settings, table, column.name, chunk, compose);
  for await (const block of askBlocks(call, table, target)) {
    instance = block.instance;
    for (const record of block.records) {
      groups.add(canonicalOf(column, valueAt(table, column, record)), () =>
        rowOf(table, request.select, record),
      );
    }
  }
  return { byKey: groups.result(), instance };
}
