import type { BoundTable, Order } from '../contract/index.ts';
import type { ListDefinition, TableDefinition } from './definition.ts';
import { allOf, anyOf } from './filter/combine.ts';
import { matches } from './filter/evaluate.ts';
import type { Condition } from './query.ts';

/** Whether the rows of a source have a column. Where they do not, its cells are empty and nobody is asked for them. */
export function hasColumn({ columns }: BoundTable, name: string): boolean {
  return columns.has(name);
}

/** A condition as one source can be asked it: tests of columns that its rows do not have are decided, as tests of empty cells. */
export function atSource(bound: BoundTable, condition: Condition): Condition {
  if (condition === null || condition === false) return condition;
  if (condition.op === 'and') return allOf(condition.all.map((part) => atSource(bound, part)));
  if (condition.op === 'or') return anyOf(condition.any.map((part) => atSource(bound, part)));
  // A test of a related row is made for the source already.
  if (!('column' in condition) || hasColumn(bound, condition.column)) return condition;
  return matches(condition, () => EMPTY) ? null : false;
}

/** Every type compares an empty cell alike. */
const EMPTY = { type: 'string', value: null } as const;

/** An order as one source can be asked for it: empty cells are all alike, so sorting by them changes nothing. */
export function orderAtSource(bound: BoundTable, order: readonly Order[]): readonly Order[] {
  return order.every(({ column }) => hasColumn(bound, column))
    ? order
    : order.filter(({ column }) => hasColumn(bound, column));
}

/**
 * The upstream's own name of a list, where the source can be asked by it: the name belongs to the object and column of the table's first source,
 * and another object's list would be other rows.
 */
export function viaAt(
  { table, bound }: { readonly table: TableDefinition; readonly bound: BoundTable },
  { column, via }: ListDefinition,
): string | undefined {
  const first = table.sources[0]?.bound;
  const same =
    first?.object === bound.object &&
    first.columns.get(column)?.upstream === bound.columns.get(column)?.upstream;
  return same ? via : undefined;
}
