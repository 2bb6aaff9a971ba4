import { canonicalOf, compareCells, holds } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  Column,
  KeyedOutcome,
  KeyedRequest,
  KeyedRows,
  Operand,
  Row,
} from '../../../src/contract/index.ts';
import { cellOf } from '../column/cell.ts';
import type { ApiObject } from '../objects.ts';
import { cellsOf, rowOf } from '../row.ts';

/** One batched read: what the ways of answering it share. */
export interface Lookup {
  readonly table: BoundTable;
  readonly object: ApiObject;
  readonly call: Call;
  readonly request: KeyedRequest;
  readonly column: Column;
}

/** A key as it is asked for, and what it is recognised by in the answer. */
export interface Key {
  readonly canonical: string;
  readonly operand: Operand;
}

/** Requests that one batch has under way at a time: the API's limit is one of requests in a minute. */
export const SIDE_BY_SIDE = 6;

export const NOTHING: KeyedOutcome = { byKey: new Map(), instance: null };

/** Gathers records under the keys that were asked for; others, and those the filter excludes, are left out. */
export function grouped(
  { table, request, column }: Lookup,
  keys: readonly Key[],
  records: readonly object[],
  instance: string | null,
): KeyedOutcome {
  const rows = new Map<string, Row[]>(keys.map(({ canonical }) => [canonical, []]));
  // The engine trusts a claimed order here too, and these requests do not name one.
  const sorted = records.toSorted((a, b) =>
    compareCells(table, request.order, cellsOf(table, a), cellsOf(table, b)),
  );
  for (const record of sorted) {
    const found = canonicalOf(column.type, cellOf(table, column, record));
    const row = rowOf(table, request.select.columns, record);
    const isKept = request.filter === null || holds(table, request.filter, cellsOf(table, record));
    if (found !== null && isKept) rows.get(found)?.push(row);
  }
  const results = [...rows].map(([canonical, found]): [string, KeyedRows] => [
    canonical,
    { rows: found, more: false },
  ]);
  return { byKey: new Map(results), instance };
}
