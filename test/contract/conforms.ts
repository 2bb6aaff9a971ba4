import type { BoundTable, ColumnType, Row, Selection, Value } from '../../src/contract/index.ts';

const SHAPES: Partial<Record<ColumnType, RegExp>> = {
  decimal: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}:\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
};

/** What is wrong with a row: cells that were selected and are missing, and cells that their column's type cannot hold. */
export function faultsOf(table: BoundTable, row: Row, select: Selection): string[] {
  if (typeof row !== 'object' || row === null) return ['the row is no object'];
  const own = select.columns.flatMap((name) => {
    const column = table.columns.get(name);
    if (column === undefined) return [`${name} is not declared`];
    const value = row.values[name];
    if (value === undefined) return [`${name} was selected and is missing`];
    return holds(column.type, value) ? [] : [`${name} (${column.type}) holds ${JSON.stringify(value)}`];
  });
  const below = Object.entries(select.joins).flatMap(([name, part]) => {
    const joined = row.joined?.[name];
    const target = table.joins.get(name)?.table();
    if (joined === undefined || target === undefined) return [`the joined ${name} is missing`];
    return joined === null ? [] : faultsOf(target, joined, part).map((fault) => `${name}: ${fault}`);
  });
  return [...own, ...below];
}

/** Whether a column of the type may hold the value, as the table in `value.ts` says. */
export function holds(type: ColumnType, value: Value): boolean {
  if (value === null) return true;
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'duration':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'json':
      return true;
    case 'list':
      return Array.isArray(value) && value.every((member) => typeof member === 'string');
    case 'choice':
      return isChoice(value);
    default:
      return typeof value === 'string' && (SHAPES[type]?.test(value) ?? true);
  }
}

function isChoice(value: Value): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const { value: internal, label } = value as { value?: unknown; label?: unknown };
  return typeof internal === 'string' && typeof label === 'string';
}
