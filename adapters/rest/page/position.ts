import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable } from '../../../src/contract/index.ts';

/** Where in a list the next page starts. */
export interface Position {
  /** Pages read so far. */
  readonly pages: number;
  /** Rows read so far. */
  readonly rows: number;
  /** A cursor, or the path of a next link, as the service gave it. */
  readonly at: string | number | null;
}

export const START: Position = { pages: 0, rows: 0, at: null };

export function written({ pages, rows, at }: Position): string {
  return JSON.stringify([pages, rows, at]);
}

/** Reads what `written` wrote. Throws invalid-input for anything else. */
export function positionOf(table: BoundTable, resume: string | undefined): Position {
  if (resume === undefined) return START;
  const [pages, rows, at, more] = listOf(resume);
  const isPlace = typeof at === 'string' || typeof at === 'number' || at === null;
  if (isCount(pages) && isCount(rows) && isPlace && more === undefined) return { pages, rows, at };
  throw new CasegraphError(
    'invalid-input',
    `${table.name}: this is no place to go on from; ask for the list from its start`,
  );
}

function listOf(resume: string): unknown[] {
  try {
    const value: unknown = JSON.parse(resume);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
