import type { BoundTable, Capabilities, LeafOp } from '../../src/contract/index.ts';
import { PARENT_LEVELS } from './names.ts';
import { canOrder, operatorsOf } from './soql/operators.ts';

export function capabilities(table: BoundTable): Capabilities {
  const columns = [...table.columns.values()];
  const filter = columns.map((column): [string, ReadonlySet<LeafOp>] => [
    column.name,
    new Set(operatorsOf(table, column)),
  ]);
  const writable = columns.some((column) => column.writable === true);
  return {
    filter: new Map(filter.filter(([, operators]) => operators.size > 0)),
    order: new Set(columns.filter((column) => canOrder(table, column)).map((column) => column.name)),
    joins: PARENT_LEVELS,
    related: new Set(['some'] as const),
    count: true,
    limitPerKey: true,
    write: { create: writable, update: writable, delete: writable },
  };
}
