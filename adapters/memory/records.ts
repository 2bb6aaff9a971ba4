import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, ColumnType, Row, Selection, Value } from '../../src/contract/index.ts';
import type { TypeOf } from './filter.ts';
import type { MemoryRecord } from './options.ts';

/** All records, by the upstream's name of their table. */
export type Records = Map<string, MemoryRecord[]>;

/** The rows of a table with all their cells, by the declaration's column names: what filters and orders are evaluated on. */
export function rowsOf(records: Records, table: BoundTable): Row[] {
  return (records.get(table.object) ?? []).map((record) => ({ values: cellsOf(record, table) }));
}

function cellsOf(record: MemoryRecord, table: BoundTable): Record<string, Value> {
  const cells: Record<string, Value> = {};
  for (const column of table.columns.values()) cells[column.name] = record[column.upstream] ?? null;
  return cells;
}

/** The cells that were selected and no others, and the rows that the selected references lead to. */
export function project(records: Records, table: BoundTable, row: Row, select: Selection): Row {
  const values: Record<string, Value> = {};
  for (const name of select.columns) values[name] = row.values[name] ?? null;
  const relations = Object.entries(select.joins);
  if (relations.length === 0) return { values };
  const joined: Record<string, Row | null> = {};
  for (const [name, below] of relations) joined[name] = follow(records, table, row, name, below);
  return { values, joined };
}

function follow(
  records: Records,
  table: BoundTable,
  row: Row,
  relation: string,
  below: Selection,
): Row | null {
  const join = table.joins.get(relation);
  const target = join?.table();
  const pointsAt = join && table.columns.get(join.column)?.references?.column;
  if (join === undefined || target === undefined || pointsAt === undefined) {
    throw new CasegraphError('internal', `${table.name} has no relation ${relation} that can be joined.`);
  }
  const value = row.values[join.column] ?? null;
  if (value === null) return null;
  const found = rowsOf(records, target).find((candidate) => candidate.values[pointsAt] === value);
  return found === undefined ? null : project(records, target, found, below);
}

/** The types of a table's columns. Asking for a column that is not declared is a defect of the caller. */
export function typesOf(table: BoundTable): TypeOf {
  return (name): ColumnType => {
    const column = table.columns.get(name);
    if (column === undefined) throw new CasegraphError('internal', `${table.name} has no column ${name}.`);
    return column.type;
  };
}
