import { columnOf, joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Selection } from '../../../src/contract/index.ts';
import { KEY } from '../names.ts';

/**
 * `sysparm_fields` for a selection: the columns, each followed reference, and dotted names behind it. The sys_id of a joined row is
 * the reference's own value and is not asked for again.
 */
export function fieldsOf(
  table: BoundTable,
  select: Selection,
  more: readonly string[] = [],
): readonly string[] {
  const fields = new Set<string>();
  collect(table, select, '', fields);
  for (const name of more) fields.add(name);
  // Without any field, the answer would hold every column there is.
  if (fields.size === 0) fields.add(KEY);
  return [...fields];
}

function collect(table: BoundTable, select: Selection, prefix: string, fields: Set<string>): void {
  for (const name of select.columns) {
    const { upstream } = columnOf(table, name);
    if (prefix === '' || upstream !== KEY) fields.add(prefix + upstream);
  }
  for (const [name, below] of Object.entries(select.joins)) {
    const join = joinOf(table, name);
    const reference = prefix + columnOf(table, join.column).upstream;
    fields.add(reference);
    collect(join.table(), below, `${reference}.`, fields);
  }
}

/**
 * Whether a selection needs display values: the labels of choices, and of references that are followed, since a reference without one leads to
 * a row that cannot be seen.
 */
export function needsLabels(table: BoundTable, select: Selection): boolean {
  if (Object.keys(select.joins).length > 0) return true;
  return select.columns.some((name) => columnOf(table, name).type === 'choice');
}
