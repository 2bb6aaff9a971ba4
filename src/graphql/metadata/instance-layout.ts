import type { BoundTable, UpstreamLayout } from '../../contract/index.ts';
import type { TableDefinition } from '../../engine/definition.ts';
import type { DeclaredLayout } from '../declaration/layout.ts';
import { follow, type Seen, type Sight } from './sight.ts';

/** The owning system's layout in names of fields. What is not declared is left out; what that leaves empty counts as not arranged. */
export function inFields(
  sight: Sight,
  { table, bound }: Seen,
  { list, form, related }: UpstreamLayout,
): Pick<DeclaredLayout, 'list' | 'form' | 'related'> {
  const names = (columns: readonly string[]) => [
    ...new Set(columns.flatMap((column) => fieldHolding(table, bound, column) ?? [])),
  ];
  const sections = form?.map(({ title, columns }) => ({ title, columns: names(columns) }));
  return {
    list: unlessEmpty(names(list ?? [])),
    form: unlessEmpty((sections ?? []).filter(({ columns }) => columns.length > 0)),
    related: unlessEmpty((related ?? []).flatMap((entry) => listOver(sight, table, entry) ?? [])),
  };
}

/** A reference shows more than the column that holds it. */
function fieldHolding(table: TableDefinition, bound: BoundTable, upstream: string): string | null {
  for (const { name, column } of table.references.values())
    if (bound.columns.get(column)?.upstream === upstream) return name;
  for (const { name, hidden } of table.columns.values())
    if (!hidden && name !== table.key && bound.columns.get(name)?.upstream === upstream) return name;
  return null;
}

function listOver(
  sight: Sight,
  table: TableDefinition,
  { object, column }: { readonly object: string; readonly column: string },
): string | null {
  for (const list of table.lists.values()) {
    const bound = follow(sight, table, list)?.bound;
    if (bound?.object === object && bound.columns.get(list.column)?.upstream === column) return list.name;
  }
  return null;
}

function unlessEmpty<T>(items: readonly T[]): readonly T[] | null {
  return items.length === 0 ? null : items;
}
