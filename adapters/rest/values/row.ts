import { columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Row, Value } from '../../../src/contract/index.ts';
import { notAsDeclared } from '../answer/failure.ts';
import { cellOf } from './cell.ts';

/** One row of the selected columns. A record without its key is no row: nothing could be done with it. */
export function rowOf(table: BoundTable, columns: readonly string[], record: unknown): Row {
  if (cellOf(table, columnOf(table, table.key), record) === null)
    throw notAsDeclared(table, `${table.object}: a row has no ${columnOf(table, table.key).upstream}`);
  return {
    values: Object.fromEntries(
      columns.map((name): [string, Value] => [name, cellOf(table, columnOf(table, name), record)]),
    ),
  };
}
