import type { BoundTable, Capabilities, LeafOp } from '../../src/contract/index.ts';
import { declarationOf } from './declaration/declaration.ts';
import { operatorsOf } from './filter/target.ts';
import { orderOf } from './order.ts';

/** What the declaration names, and nothing else. */
export function capabilities(table: BoundTable): Capabilities {
  const declaration = declarationOf(table);
  const names = [...table.columns.keys()];
  const filter = names.map((name): [string, ReadonlySet<LeafOp>] => [
    name,
    new Set(operatorsOf(declaration, name)),
  ]);
  const sorts = (column: string): boolean =>
    (['asc', 'desc'] as const).every((direction) => {
      const order = [{ column, direction }, { column: table.key, direction: 'asc' } as const];
      return orderOf(declaration, table.key, order) !== null;
    });
  return {
    filter: new Map(filter.filter(([, operators]) => operators.size > 0)),
    order: new Set(names.filter(sorts)),
    joins: 0,
    count: declaration.list.page.total !== undefined,
    limitPerKey: false,
    write: { create: false, update: false, delete: false },
  };
}
