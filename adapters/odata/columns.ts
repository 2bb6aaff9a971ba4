import { CasegraphError, joinOf } from '../../src/contract/index.ts';
import type { BoundTable } from '../../src/contract/index.ts';
import { navigationOf } from './names.ts';
import type { Service } from './service.ts';

/** Navigation property by which a relation is followed; null where nothing tells. */
export function navigationPath(service: Service, table: BoundTable, name: string): string | null {
  const declared = service.navigation.get(name);
  if (declared !== undefined) return declared;
  const column = table.columns.get(joinOf(table, name).column);
  return column === undefined ? null : navigationOf(column.upstream);
}

/** The same, for a declaration that `check` has passed. */
export function requiredNavigation(service: Service, table: BoundTable, name: string): string {
  const path = navigationPath(service, table, name);
  if (path === null)
    throw new CasegraphError('internal', `${table.name}: no navigation property for ${name}`);
  return path;
}
