import type { BoundTable, Column } from '../../src/contract/index.ts';

/** Options of `@source(options: …)` that list columns, by their names in the graph. */
export const COLUMN_LISTS = ['unfilterable', 'unsortable', 'currencies', 'convertCurrency'] as const;

export type ColumnList = (typeof COLUMN_LISTS)[number];

/** All that a source may say about its object beyond the declaration. */
export const KNOWN_OPTIONS: readonly string[] = ['relationships', ...COLUMN_LISTS];

/** The columns that an option lists, as the declaration gives them; {@link check} has looked at them. */
export function listedIn(table: BoundTable, option: ColumnList): readonly unknown[] {
  const given = table.options[option];
  return Array.isArray(given) ? given : [];
}

function isListed(table: BoundTable, option: ColumnList, column: Column): boolean {
  return listedIn(table, option).includes(column.name);
}

/** Selected by `convertCurrency()`: the amount in the currency of the connection's user. The function cannot stand in a condition. */
export function isConverted(table: BoundTable, column: Column): boolean {
  return isListed(table, 'convertCurrency', column);
}

/**
 * Amounts of an org with several currencies. What SOQL compares them with (the amount of the row, or a converted one) could not be confirmed, and it
 * sorts them by their value in the corporate currency: both are left to the engine, which goes by what rows show.
 */
function isMoney(table: BoundTable, column: Column): boolean {
  return isListed(table, 'currencies', column) || isConverted(table, column);
}

/** Encrypted, compound and some formula fields: the object's describe answer says `filterable: false`. */
export function isFilterable(table: BoundTable, column: Column): boolean {
  return !isListed(table, 'unfilterable', column) && !isMoney(table, column);
}

export function isSortable(table: BoundTable, column: Column): boolean {
  return !isListed(table, 'unsortable', column) && !isMoney(table, column);
}
