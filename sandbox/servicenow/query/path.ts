import { pointsToRecord } from '../dictionary/column.ts';
import type { Column, TableDefinition } from '../dictionary/column.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { follow } from '../store/display.ts';
import type { Sight } from '../store/display.ts';
import type { Row } from '../store/row.ts';

/** A column, possibly behind references: `account.primary_contact.email`. */
export interface Path {
  readonly text: string;
  /** References to follow, in order; empty for a column of the table itself. */
  readonly steps: readonly (Column & { readonly reference: string })[];
  readonly column: Column;
  /** The table that declares `column`. */
  readonly table: TableDefinition;
}

/** Undefined when a name is unknown or a dot follows something that is not a reference. */
export function resolvePath(dictionary: Dictionary, table: TableDefinition, text: string): Path | undefined {
  const names = text.split('.');
  const last = names.pop() ?? '';
  const steps: (Column & { readonly reference: string })[] = [];
  let at = table;
  for (const name of names) {
    const column = at.columns.get(name);
    const next = column && pointsToRecord(column) ? dictionary.get(column.reference) : undefined;
    if (!column || !pointsToRecord(column) || !next) return undefined;
    steps.push(column);
    at = next;
  }
  const column = at.columns.get(last);
  return column && { text, steps, column, table: at };
}

/** The record that holds the path's column, or undefined where a reference is empty or leads out of sight. */
export function holderOf(sight: Sight, path: Path, row: Row): Row | undefined {
  let at: Row | undefined = row;
  for (const step of path.steps) {
    if (!at) return undefined;
    at = follow(sight, step, at.values[step.name] ?? '');
  }
  return at;
}
