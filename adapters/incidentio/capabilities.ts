import type { BoundTable, Capabilities, Column, LeafOp } from '../../src/contract/index.ts';
import { RANK_OPS, targetOf } from './filter/target.ts';
import { OBJECTS } from './objects.ts';
import { isWritable } from './write/payload.ts';

/** What the API is sure to do exactly. Days of a moment go along as well, but narrow the list only roughly and are not claimed. */
export function capabilities(table: BoundTable): Capabilities {
  const object = OBJECTS[table.object];
  const columns = [...table.columns.values()];
  const filter = columns.map((column): [string, ReadonlySet<LeafOp>] => [
    column.name,
    new Set(operatorsOf(table, column)),
  ]);
  const isSearchable = object?.searchable === true;
  const isWritten = isSearchable && columns.some((column) => column.writable === true && isWritable(column));
  return {
    filter: new Map(filter.filter(([, operators]) => operators.size > 0)),
    order: new Set(
      isSearchable ? columns.filter(({ upstream }) => upstream === 'created_at').map(({ name }) => name) : [],
    ),
    joins: 0,
    count: isSearchable,
    limitPerKey: false,
    write: { create: isWritten, update: isWritten, delete: false },
  };
}

function operatorsOf(table: BoundTable, column: Column): readonly LeafOp[] {
  const target = targetOf(table, column);
  switch (target?.kind) {
    case 'list':
    case 'parent':
      return target.ops;
    case 'rank':
      return RANK_OPS;
    default:
      return [];
  }
}
