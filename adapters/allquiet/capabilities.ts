import type { BoundTable, Capabilities, LeafOp } from '../../src/contract/index.ts';
import { targetOf } from './filter/target.ts';
import { isEvents } from './objects.ts';
import { canSort } from './order.ts';
import { isWritable } from './write/write.ts';

/** What the API is sure to do exactly. Bounds of moments and search terms go along as well, but narrow a list only roughly and are not claimed. */
export function capabilities(table: BoundTable): Capabilities {
  const columns = [...table.columns.values()];
  const filter = columns.map((column): [string, ReadonlySet<LeafOp>] => {
    const target = targetOf(table, column);
    return [column.name, new Set(target?.kind === 'list' ? target.ops : [])];
  });
  const isWritten =
    !isEvents(table) && columns.some((column) => column.writable === true && isWritable(column));
  return {
    filter: new Map(filter.filter(([, operators]) => operators.size > 0)),
    order: new Set(columns.map(({ name }) => name).filter((name) => canSort(table, name))),
    joins: 0,
    count: false,
    limitPerKey: false,
    write: { create: isWritten, update: isWritten, delete: false },
  };
}
