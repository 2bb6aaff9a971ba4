import type { BoundTable, Column } from '../../src/contract/index.ts';

/** Names of tables and columns. Lower case only, so that no name can run into an operator (`^ORDERBY`, `IN`), all of which are upper case. */
export const NAME = /^[a-z][a-z0-9_]*$/;

/** References that the path of a dotted column may follow: `account.primary_contact.email` follows two. */
export const MOST_REFERENCES = 3;

/** A column of another record, behind references of this one. */
export function isDotted(column: Column): boolean {
  return column.upstream.includes('.');
}

/** A column, or a path to a column of another record. */
export function isColumnPath(text: string): boolean {
  const names = text.split('.');
  return names.length <= MOST_REFERENCES + 1 && names.every((name) => NAME.test(name));
}

const SYS_ID = /^[0-9a-f]{32}$/;

/** True for 32 lower-case hexadecimal digits, and for `global`, the one named record that domain references hold. */
export function isSysId(text: string): boolean {
  return SYS_ID.test(text) || text === 'global';
}

/** Column that identifies a record in every table. */
export const KEY = 'sys_id';

/**
 * True when the column can only hold sys_ids: `sys_id` itself, and references that the instance follows (under whatever name they are
 * declared). A reference that leads to another system is a plain text column in ServiceNow and holds whatever that system uses as an id.
 */
export function holdsSysId(table: BoundTable, column: Column): boolean {
  if (column.upstream === KEY) return true;
  for (const join of table.joins.values()) {
    if (table.columns.get(join.column)?.upstream === column.upstream) return true;
  }
  return false;
}

/** Two values of this column that differ in case only are the same value to ServiceNow, but not to the contract. */
export function comparedExactly(column: Column): boolean {
  return column.type === 'id' || column.type === 'reference';
}
