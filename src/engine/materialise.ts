import { CasegraphError } from '../contract/index.ts';
import type { Filter, Row } from '../contract/index.ts';
import { cellText } from './cell-text.ts';
import type { TableDefinition, UrlTemplate } from './definition.ts';
import { matches, type Cells } from './filter/evaluate.ts';
import { RELATIONS, ROW, TYPE, type Condition, type ResultRow, type Select } from './query.ts';
import { cellsDenied, columnDenied } from './readable.ts';

/** A row that the executor can read, without its relations yet. */
export function resultRow(
  table: TableDefinition,
  row: Row,
  select: Select,
  instance: string | undefined,
): ResultRow {
  const result: ResultRow = { [RELATIONS]: {}, [ROW]: row, [TYPE]: table.name };
  for (const name of select.columns) {
    const column = table.columns.get(name);
    if (column?.template) result[name] = fillTemplate(column.template, row, instance);
    else result[name] = row.values[name] ?? null;
  }
  return result;
}

/** A denied column is null everywhere, with one error for all of its rows where the first stands. */
export function denyColumns(
  table: TableDefinition,
  denied: ReadonlySet<string>,
  rows: readonly ResultRow[],
): void {
  for (const column of denied) {
    rows.forEach((row, index) => {
      row[column] = index === 0 ? columnDenied(table, column, rows.length - 1) : null;
    });
  }
}

/** A cell that may not be read in its row is null, with one error for all such cells of the column where the first stands. */
export function hideCells(
  table: TableDefinition,
  conditional: ReadonlyMap<string, Filter>,
  rows: readonly ResultRow[],
): void {
  for (const [column, condition] of conditional) {
    const [first, ...others] = rows.filter((row) => !holds(table, row, condition));
    if (first === undefined) continue;
    first[column] = cellsDenied(table, column, others.length);
    for (const row of others) row[column] = null;
  }
}

/** Whether the row that a result was made from fulfils a condition. */
export function holds(table: TableDefinition, { [ROW]: row }: ResultRow, condition: Condition): boolean {
  return keep(table, [row], condition).length > 0;
}

function fillTemplate(template: UrlTemplate, row: Row, instance: string | undefined): string | null {
  let address = '';
  for (const part of template) {
    if (typeof part === 'string') address += part;
    else if (part === null) {
      if (instance === undefined) return null;
      address += instance;
    } else {
      const text = cellText(row, part.column);
      if (text === null) return null;
      address += encodeURIComponent(text);
    }
  }
  return address;
}

/** The cells of a row, for the evaluator. */
export function cellsOf(table: TableDefinition, row: Row): Cells {
  return (column) => ({ type: typeOf(table, column), value: row.values[column] });
}

export function typeOf(table: TableDefinition, column: string): NonNullable<ReturnType<typeof find>>['type'] {
  const found = find(table, column);
  if (found === undefined) throw new CasegraphError('internal', `${table.label} has no column ${column}.`);
  return found.type;
}

function find(table: TableDefinition, column: string) {
  return table.columns.get(column);
}

/** Rows that fulfil a condition. */
export function keep(table: TableDefinition, rows: readonly Row[], condition: Condition): readonly Row[] {
  if (condition === null) return rows;
  if (condition === false) return [];
  return rows.filter((row) => matches(condition, cellsOf(table, row)));
}
