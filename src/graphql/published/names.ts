import { Kind, print } from 'graphql';
import type { TableDefinition } from '../../engine/definition.ts';

/** Root field of one row: the type's name in lower camel case. */
export function oneField({ name }: TableDefinition): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The label as it may stand inside a quoted description: a label is free text, and may hold quotes. */
export function quotedLabel({ label }: TableDefinition): string {
  return print({ kind: Kind.STRING, value: label }).slice(1, -1);
}

/** Columns that clients see. */
export function visibleColumns(table: TableDefinition) {
  return [...table.columns.values()].filter(({ hidden }) => !hidden);
}

/** Columns that clients can look a row up by, besides `id`. */
export function uniqueColumns(table: TableDefinition) {
  return visibleColumns(table).filter(({ unique }) => unique);
}

export const DEFAULT_PAGE = 50;
export const DEFAULT_NESTED_PAGE = 10;
