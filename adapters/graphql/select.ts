import { columnOf, joinOf } from '../../src/contract/index.ts';
import type { BoundTable, Column, Selection } from '../../src/contract/index.ts';
import { declaredOf } from './declaration/declaration.ts';
import type { Declared } from './declaration/declared.ts';
import type { Field } from './document/field.ts';
import { merged, nested } from './document/field.ts';

/** Joined rows have a response key of their own, so that they never mix with columns that read through the same field. */
export const JOINED = '_join_';

/** The fields of one row: the selected columns, those looked up by, and the rows that references lead to. */
export function fieldsOf(
  table: BoundTable,
  select: Selection,
  besides: readonly string[] = [],
): readonly Field[] {
  const declared = declaredOf(table);
  const columns = [...new Set([table.key, ...select.columns, ...besides])];
  const own = columns.flatMap((name) =>
    leavesOf(declared, columnOf(table, name)).flatMap((path) => nested(path, [])),
  );
  const joined = Object.entries(select.joins).map(([name, below]): Field => ({
    alias: `${JOINED}${name}`,
    name: declared.relations.get(name) ?? name,
    fields: fieldsOf(joinOf(table, name).table(), below),
  }));
  return merged([...own, ...joined]);
}

/** Paths of the values that a column is made of. */
export function leavesOf(
  { choices }: Declared,
  { name, type, upstream }: Column,
): readonly (readonly string[])[] {
  const path = upstream.split('.');
  const choice = type === 'choice' ? choices.get(name) : undefined;
  if (choice === undefined || choice.value.length === 0) return [path];
  return [choice.value, choice.label].map((below) => [...path, ...below]);
}
