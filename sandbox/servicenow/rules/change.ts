import type { Caller } from '../access/caller.ts';
import type { TableDefinition } from '../dictionary/column.ts';
import type { Store } from '../store/store.ts';

/** What a write is about to do, as business rules see it. */
export interface Change {
  readonly store: Store;
  readonly caller: Caller;
  /** The record's class. */
  readonly table: TableDefinition;
  readonly insert: boolean;
  /** Stored values before the write; empty on insert. */
  readonly before: Readonly<Record<string, string>>;
  /** What will be stored: rules add to it. Journal columns are not in it. */
  readonly changes: Record<string, string>;
  /** Texts for journal columns. */
  readonly journals: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD HH:MM:SS`. */
  readonly now: string;
  readonly priorityLookup: boolean;
}

/** The value a column will have. */
export function after(change: Change, column: string): string {
  return change.changes[column] ?? change.before[column] ?? '';
}

/** Whether the write gives the column another value; on insert, any value. */
export function changed(change: Change, column: string): boolean {
  const value = change.changes[column];
  return value !== undefined && value !== (change.before[column] ?? '');
}

export function enters(change: Change, column: string, values: readonly string[]): boolean {
  return values.includes(after(change, column)) && !values.includes(change.before[column] ?? '');
}
