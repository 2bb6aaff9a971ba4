import { columnOf } from '../../src/contract/index.ts';
import type { BoundTable, CellOf, Row, Value } from '../../src/contract/index.ts';
import { cellOf } from './column/cell.ts';
import { notAsDocumented } from './failure.ts';

/** One row of the selected columns. A record without its key is no row: nothing could be done with it. */
export function rowOf(table: BoundTable, columns: readonly string[], record: unknown): Row {
  const cells = cellsOf(table, record);
  const key = columnOf(table, table.key);
  if (cells(key) === null) throw notAsDocumented(table, `${table.object}: a record has no ${key.upstream}`);
  return {
    values: Object.fromEntries(columns.map((name): [string, Value] => [name, cells(columnOf(table, name))])),
  };
}

export function cellsOf(table: BoundTable, record: unknown): CellOf {
  return (column) => cellOf(table, column, record);
}
