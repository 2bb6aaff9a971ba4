import { GLOBAL, isWithin, nearestSource } from '../../access/domains.ts';
import type { Join } from '../../contract/index.ts';
import type { ReferenceDefinition, SourceDefinition, TableDefinition } from '../../engine/definition.ts';

/**
 * What a source's rows can bring along: references by key into a table that is read through the same connection. Of several sources of that table it
 * is the one that a viewer at home in this source's domain reads; whoever reads another one has the rows read apart (engine/selection.ts).
 */
export function joinsOf(
  source: SourceDefinition,
  references: ReadonlyMap<string, ReferenceDefinition>,
  tables: ReadonlyMap<string, TableDefinition>,
): ReadonlyMap<string, Join> {
  const joins = new Map<string, Join>();
  for (const { name, column, table, to, join } of references.values()) {
    const target = tables.get(table);
    if (!join || target === undefined || to !== target.key || !source.bound.columns.has(column)) continue;
    const other = beside(source, target);
    if (other !== null) joins.set(name, { column, table: () => other.bound });
  }
  return joins;
}

function beside({ domain, bound }: SourceDefinition, { sources }: TableDefinition): SourceDefinition | null {
  const same = sources.filter((other) => other.bound.connection === bound.connection);
  const visible = same
    .map((other) => other.domain)
    .filter((path) => path === GLOBAL || isWithin(path, domain));
  return nearestSource(same, { domain, domains: [] }, new Set(visible));
}
