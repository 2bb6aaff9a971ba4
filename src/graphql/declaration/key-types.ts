import type { ColumnType } from '../../contract/index.ts';
import type { ColumnDefinition } from '../../engine/definition.ts';

/** Types whose values are found by one another: texts by texts, numbers by numbers of their kind. Absent: nothing can be found by it. */
const KINDS: Partial<Record<ColumnType, string>> = {
  id: 'text',
  reference: 'text',
  string: 'text',
  integer: 'integer',
  decimal: 'decimal',
};

/** What is wrong with a relation between two columns, or null. Either may be hidden: then nobody declared it, and it holds text. */
export function keyTypesProblem(
  relation: string,
  holder: ColumnDefinition,
  aim: ColumnDefinition,
): string | null {
  const [from, to] = [KINDS[holder.type], KINDS[aim.type]];
  if (from !== undefined && from === to) return null;
  const where = (column: ColumnDefinition): string =>
    column.hidden ? `${column.upstream}, which is taken for an ID` : `${column.name} of type ${column.type}`;
  const advice = holder.hidden
    ? `Declare ${holder.upstream} as a column of type ${aim.type}, or lead to an ID`
    : 'Declare both as ID, or lead to another column';
  return `${relation} leads from ${where(holder)} to ${where(aim)}: no row would be found. ${advice}.`;
}
