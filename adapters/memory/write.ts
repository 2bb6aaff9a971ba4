import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Change, Column, Value, Written } from '../../src/contract/index.ts';
import type { MemoryOptions, MemoryRecord } from './options.ts';
import type { Records } from './records.ts';

/** Carries out one change. Throws `not-found` for a row that is not there, `conflict` for a value that must be unique and is taken. */
export function apply(
  records: Records,
  table: BoundTable,
  change: Change,
  options: MemoryOptions,
  newKey: () => string,
): Written {
  const stored = records.get(table.object) ?? [];
  const keyColumn = columnOf(table, table.key).upstream;
  const place = stored.findIndex((record) => change.key !== null && record[keyColumn] === change.key);
  if (change.kind === 'create') {
    if (change.key !== null && place >= 0) return { key: change.key, changed: false };
    const key = change.key ?? newKey();
    const record = { ...recordOf(table, change.values, stored), [keyColumn]: key };
    requireUnique(table, record, stored, options);
    records.set(table.object, [...stored, record]);
    return { key, changed: true };
  }
  const before = stored[place];
  if (before === undefined) throw new CasegraphError('not-found', `There is no ${table.name} with this id.`);
  const others = stored.filter((record) => record !== before);
  if (change.kind === 'delete') {
    records.set(table.object, others);
    return { key: change.key, changed: true };
  }
  const after = { ...before, ...recordOf(table, change.values, stored) };
  requireUnique(table, after, others, options);
  records.set(table.object, stored.with(place, after));
  return { key: change.key, changed: true };
}

function recordOf(
  table: BoundTable,
  values: Readonly<Record<string, Value>>,
  stored: readonly MemoryRecord[],
): MemoryRecord {
  const record: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    const column = columnOf(table, name);
    record[column.upstream] = column.type === 'choice' ? choiceOf(column, value, stored) : value;
  }
  return record;
}

/** A choice is written by its value; the label is the one that other records show for it, else the value itself. */
function choiceOf(column: Column, value: Value, stored: readonly MemoryRecord[]): Value {
  if (typeof value !== 'string') return value;
  const same = (cell: Value | undefined): boolean =>
    cell !== null && typeof cell === 'object' && 'value' in cell && cell.value === value;
  return stored.find((record) => same(record[column.upstream]))?.[column.upstream] ?? { value, label: value };
}

function requireUnique(
  table: BoundTable,
  record: MemoryRecord,
  others: readonly MemoryRecord[],
  options: MemoryOptions,
): void {
  for (const column of options.unique?.get(table.object) ?? []) {
    const value = record[column] ?? null;
    if (value !== null && others.some((other) => other[column] === value)) {
      throw new CasegraphError('conflict', `Another ${table.name} already has this value of ${column}.`);
    }
  }
}

function columnOf(table: BoundTable, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined) throw new CasegraphError('internal', `${table.name} has no column ${name}.`);
  return column;
}
