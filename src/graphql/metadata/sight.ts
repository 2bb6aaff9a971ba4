import { arrivalDecision, relationDecision } from '../../engine/column-access.ts';
import type { ListDefinition, ReferenceDefinition, TableDefinition } from '../../engine/definition.ts';
import { CasegraphError } from '../../contract/index.ts';
import { deniedColumns, readableFor, type Readable } from '../../engine/readable.ts';
import type { Catalog, Scope } from '../../engine/scope.ts';
import type { TablePresentation } from '../declaration/presentation.ts';

/** The tables as one viewer sees them. */
export interface Sight {
  readonly catalog: Catalog;
  readonly presentations: ReadonlyMap<string, TablePresentation>;
  readonly scope: Scope;
}

/** A table that the viewer may read, with how it is shown. */
export interface Seen {
  readonly table: TableDefinition;
  readonly presentation: TablePresentation;
  /** From the source that the viewer reads. */
  readonly bound: Readable['bound'];
}

/** `null` where the viewer may not read it at all, and for the gateway's own tables. */
export function see({ catalog, presentations, scope }: Sight, name: string): Seen | null {
  const table = catalog.tables.get(name);
  const presentation = presentations.get(name);
  if (table === undefined || presentation === undefined || table.reach === 'internal') return null;
  const readable = readableFor(table, scope);
  return readable instanceof CasegraphError ? null : { table, presentation, bound: readable.bound };
}

/** All that the viewer may read, by name. */
export function seeAll(sight: Sight): readonly Seen[] {
  return [...sight.catalog.tables.keys()].sort().flatMap((name) => see(sight, name) ?? []);
}

/** Whether the viewer may read a column, in at least some rows. */
export function mayRead({ scope }: Sight, table: TableDefinition, column: string): boolean {
  return table.columns.has(column) && deniedColumns(table, [column], scope).size === 0;
}

/** The table that a relation leads this viewer to; `null` where it may not be followed. */
export function follow(
  sight: Sight,
  table: TableDefinition,
  relation: ReferenceDefinition | ListDefinition,
): Seen | null {
  const target = see(sight, relation.table);
  if (target === null) return null;
  const { viewer } = sight.scope;
  const open =
    relationDecision(table, relation, viewer).allowed &&
    arrivalDecision(target.table, relation, viewer).allowed;
  return open ? target : null;
}
