import { CasegraphError } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  Column,
  KeyedRequest,
  KeyedRows,
  Operand,
  Row,
} from '../../../src/contract/index.ts';
import { holds } from '../filter/holds.ts';
import type { Settings } from '../settings.ts';
import { canonicalOf } from '../values/canonical.ts';
import { cellOf } from '../values/cell.ts';
import { compareRecords } from '../values/compare.ts';
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

/** What became of the keys, by canonical key. */
export interface Outcome {
  readonly byKey: ReadonlyMap<string, KeyedRows | CasegraphError>;
  readonly instance: string | null;
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
  const sorted = records.toSorted((a, b) => compareRecords(table, request.order, a, b));
  for (const record of sorted) {
    const group = rows.get(canonicalOf(column.type, cellOf(table, column, record)) ?? '');
    const row = rowOf(table, request.select.columns, record);
    if (request.filter === null || holds(table, request.filter, record)) group?.push(row);
  }
  return new Map([...rows].map(([canonical, found]) => [canonical, { rows: found, more: false }]));
}

/** Runs the chunks, a few at a time. One that fails gives its error to each of its own keys. */
export async function inParallel(
  chunks: readonly (readonly Key[])[],
  run: (chunk: readonly Key[]) => Promise<Outcome>,
): Promise<Outcome> {
  const byKey = new Map<string, KeyedRows | CasegraphError>();
  let instance: string | null = null;
  const waiting = chunks[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const chunk of waiting) {
      const outcome = await run(chunk).catch((error: unknown) => failed(chunk, error));
      for (const [key, result] of outcome.byKey) byKey.set(key, result);
      instance ??= outcome.instance;
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, chunks.length) }, work));
  return { byKey, instance };
}

function failed(chunk: readonly Key[], error: unknown): Outcome {
  // Anything else is a defect of ours, not the fate of these keys.
  if (!(error instanceof CasegraphError)) throw error;
  return { byKey: new Map(chunk.map(({ canonical }) => [canonical, error])), instance: null };
}

/** The error of a key that cannot be put into a request without changing its meaning. */
export function unaskable(table: BoundTable, column: Column): CasegraphError {
  return new CasegraphError(
    'invalid-input',
    `${table.name} cannot be looked up by this ${column.name}: it holds characters that mean something in the service's addresses`,
    { connection: table.connection },
  );
}
