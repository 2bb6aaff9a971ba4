import type { TableDefinition } from '../dictionary/column.ts';
import type { Sight } from '../store/display.ts';
import type { Row } from '../store/row.ts';
import type { Order } from './ast.ts';
import { comparable } from './comparable.ts';
import type { Comparable } from './comparable.ts';
import { textReader } from './operators.ts';
import { resolvePath } from './path.ts';

/** Empty sorts below everything: first when ascending, last when descending. */
function compare(a: Comparable | undefined, b: Comparable | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}

/**
 * Sorts rows that already stand by sys_id, so that ties do. Numbers by value, references by display value, texts without
 * case. An unknown column to order by is passed over.
 */
export function sortRows(
  sight: Sight,
  table: TableDefinition,
  rows: readonly Row[],
  orders: readonly Order[],
): readonly Row[] {
  const keys = orders.flatMap(({ column, descending }) => {
    const path = resolvePath(sight.store.dictionary, table, column);
    return path ? [{ path, read: textReader(sight, path), sign: descending ? -1 : 1 }] : [];
  });
  if (keys.length === 0) return rows;
  const keyed = rows.map((row) => ({
    row,
    values: keys.map(({ path, read }) =>
      path.column.type === 'reference'
        ? read(row).toLowerCase() || undefined
        : comparable(path.column, read(row)),
    ),
  }));
  keyed.sort((a, b) => {
    for (let at = 0; at < keys.length; at += 1) {
      const order = compare(a.values[at], b.values[at]) * (keys[at]?.sign ?? 1);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}
