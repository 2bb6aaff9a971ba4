import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, ColumnType, Row, Selection, Value } from '../../src/contract/index.ts';
import { type LeadsOn, matches, type TypeOf } from './filter.ts';
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
  const { target, found } = targetOf(records, table, relation, row.values);
  return found === undefined ? null : project(records, target, found, below);
}

/** What the filter evaluator asks of the rows that a table's references lead to. */
export function leadsOnFrom(records: Records, table: BoundTable): LeadsOn {
  return ({ relation, filter }, cells) => {
    const { target, found } = targetOf(records, table, relation, cells);
    if (found === undefined) return false;
    return filter === null || matches(filter, found.values, typesOf(target), leadsOnFrom(records, target));
  };
}

function targetOf(
  records: Records,
  table: BoundTable,
  relation: string,
  cells: Row['values'],
): { readonly target: BoundTable; readonly found: Row | undefined } {
  const join = table.joins.get(relation);
  const target = join?.table();
  const pointsAt = join && table.columns.get(join.column)?.references?.column;
  if (join === undefined || target === undefined || pointsAt === undefined) {
    throw new CasegraphError('internal', `${table.name} has no relation ${relation} that can be joined.`);
  }
  const value = cells[join.column] ?? null;
  const found = value === null ? [] : rowsOf(records, target).filter((row) => row.values[pointsAt] === value);
  return { target, found: found[0] };
}

/** The types of a table's columns. Asking for a column that is not declared is a defect of the caller. */
export function typesOf(table: BoundTable): TypeOf {
  return (name): ColumnType => {
    const column = table.columns.get(name);
    if (column === undefined) throw new CasegraphError('internal', `${table.name} has no column ${name}.`);
    return column.type;
  };
}
