import type { BoundTable, Capabilities, LeafOp } from '../../src/contract/index.ts';
import { isPropertyPath } from './names.ts';
import { canOrder, operatorsOf } from './query/operators.ts';
import type { Service } from './service.ts';

/** Relations are followed this deep in one request; services bound the depth of $expand, and few need more. */
const LEVELS = 3;

export function capabilities(service: Service, table: BoundTable): Capabilities {
  const columns = [...table.columns.values()];
  const filter = columns.map((column): [string, ReadonlySet<LeafOp>] => [
    column.name,
    new Set(operatorsOf(service, table, column)),
  ]);
  const writable = columns.some((column) => column.writable === true && isPropertyPath(column.upstream));
  return {
    filter: new Map(filter.filter(([, operators]) => operators.size > 0)),
    order: new Set(columns.filter((column) => canOrder(service, table, column)).map((column) => column.name)),
    joins: LEVELS,
    count: true,
    limitPerKey: service.parents.size > 0,
    write: { create: writable, update: writable, delete: writable },
  };
}
