import { CasegraphError } from './errors.ts';
import type { BoundTable, Column, Join } from './table.ts';

/** A column by its name. The engine checks names before it asks; one that is not there is a defect and throws `internal`. */
export function columnOf(table: BoundTable, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined) throw new CasegraphError('internal', `${table.name} has no column ${name}`);
  return column;
}

/** The same for a reference that can be followed inside the request. */
export function joinOf(table: BoundTable, name: string): Join {
  const join = table.joins.get(name);
  if (join === undefined)
    throw new CasegraphError('internal', `${table.name} has no relation ${name} to follow`);
  return join;
}
