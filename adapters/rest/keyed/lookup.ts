import { canonicalOf, CasegraphError, compareCells, holds, inParallel } from '../../../src/contract/index.ts';
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
import type { Settings } from '../settings.ts';
import { cellOf } from '../values/cell.ts';
import { rowOf } from '../values/row.ts';

/** One batched read: what the ways of answering it share. */
export interface Lookup {
  readonly table: BoundTable;
  readonly call: Call;
  readonly request: KeyedRequest;
  readonly column: Column;
  readonly settings: Settings;
}

/** A key as it is asked for, and what it is recognised by in the answer. */
export interface Key {
  readonly canonical: string;
  readonly operand: Operand;
}

/** Requests that one batch has under way at a time. */
const SIDE_BY_SIDE = 6;

/** Gathers records under the keys that were asked for; others, and those the filter excludes, are left out. */
export function grouped(
  lookup: Lookup,
  keys: readonly Key[],
  records: readonly object[],
): ReadonlyMap<string, KeyedRows> {
  const { table, request, column } = lookup;
  const rows = new Map<string, Row[]>(keys.map(({ canonical }) => [canonical, []]));
  // The engine trusts claimed orders here too, and these requests do not name one.
  const cells = (record: object) => (cell: Column) => cellOf(table, cell, record);
  const sorted = records.toSorted((a, b) => compareCells(table, request.order, cells(a), cells(b)));
  for (const record of sorted) {
    const group = rows.get(canonicalOf(column.type, cellOf(table, column, record)) ?? '');
    const row = rowOf(table, request.select.columns, record);
    if (request.filter === null || holds(table, request.filter, cells(record))) group?.push(row);
  }
  return new Map([...rows].map(([canonical, found]) => [canonical, { rows: found, more: false }]));
}

/** Runs the chunks, a few at a time. */
export function sideBySide(
  chunks: readonly (readonly Key[])[],
  run: (chunk: readonly Key[]) => Promise<KeyedOutcome>,
): Promise<KeyedOutcome> {
  return inParallel(chunks, run, SIDE_BY_SIDE);
}

/** The error of a key that cannot be put into a request without changing its meaning. */
export function unaskable(table: BoundTable, column: Column): CasegraphError {
  return new CasegraphError(
    'invalid-input',
    `${table.name} cannot be looked up by this ${column.name}: it holds characters that mean something in the service's addresses`,
    { connection: table.connection },
  );
}
