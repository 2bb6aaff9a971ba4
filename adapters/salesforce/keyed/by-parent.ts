import type { BoundTable, KeyedRows, Row } from '../../../src/contract/index.ts';
import type { Block } from '../answer/page.ts';
import { blockOf } from '../answer/page.ts';
import { rowOf } from '../answer/row.ts';
import type { Json } from '../answer/shape.ts';
import { fieldOf } from '../answer/shape.ts';
import { askBlocks } from '../ask.ts';
import { normaliseId } from '../id.ts';
import { soqlOf } from '../soql/query.ts';
import type { Key } from './canonical.ts';
import { chunksOf, targetFor } from './chunks.ts';
import type { Lookup } from './lookup.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import { inParallel } from '../../../src/contract/index.ts';
import type { RelatedList } from './related-list.ts';

/**
 * The first rows of each parent's list, for many parents in one request: SOQL has no limit per group except inside a child query. One row
 * more than wanted is asked for, which tells whether there are more.
 */
export function byParent(
  lookup: Lookup,
  list: RelatedList,
  limit: number,
  keys: readonly Key[],
): Promise<KeyedOutcome> {
  const compose = composer(lookup, list, limit);
  return inParallel(chunksOf(lookup.settings, keys, compose), (chunk) =>
    readChunk(lookup, list, limit, chunk, compose),
  );
}

function composer({ handle, where }: Lookup, list: RelatedList, limit: number): (ids: string) => string {
  const children = soqlOf({
    fields: handle.fields,
    from: list.child,
    where,
    orderBy: handle.orderBy,
    limit: limit + 1,
  });
  return (ids) =>
    soqlOf({
      fields: ['Id', `(${children})`],
      from: list.parent,
      where: [`Id IN (${ids})`],
      orderBy: '',
      limit: null,
    });
}

async function readChunk(
  lookup: Lookup,
  list: RelatedList,
  limit: number,
  chunk: readonly Key[],
  compose: (ids: string) => string,
): Promise<KeyedOutcome> {
  const { settings, table, call, request } = lookup;
  const asked = new Set(chunk.map(({ canonical }) => canonical));
  const byKey = new Map<string, KeyedRows>();
  let instance: string | null = null;
  for await (const block of askBlocks(
    call,
    table,
    targetFor(settings, table, request.column, chunk, compose),
  )) {
    instance = block.instance;
    for (const parent of block.records) {
      const id = normaliseId(fieldOf(parent, 'Id'));
      // The children are read to their end before the parents go on: reading on in the parents may close the children's cursors.
      if (id !== null && asked.has(id))
        byKey.set(id, await firstRows(lookup, fieldOf(parent, list.child), limit));
    }
  }
  return { byKey, instance };
}

async function firstRows(lookup: Lookup, children: unknown, limit: number): Promise<KeyedRows> {
  const { table, call, request } = lookup;
  if (children === null || children === undefined) return { rows: [], more: false };
  const block = blockOf(children, table);
  const rows = rowsOf(table, block, request.select);
  if (block.next !== null && rows.length <= limit) {
    // Child rows share the size of a block with their parents, so a list can break off before its limit.
    for await (const further of askBlocks(call, table, block.next)) {
      rows.push(...rowsOf(table, further, request.select));
      if (rows.length > limit) break;
    }
  }
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

function rowsOf(table: BoundTable, block: Block, select: Lookup['request']['select']): Row[] {
  return block.records.map((record: Json) => rowOf(table, select, record));
}
