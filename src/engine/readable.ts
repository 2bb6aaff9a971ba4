import { nearestSource } from '../access/domains.ts';
import { decideTable, mayReadColumn } from '../access/rules.ts';
import { CasegraphError } from '../contract/index.ts';
import type { BoundTable, Order } from '../contract/index.ts';
import type { TableDefinition } from './definition.ts';
import { allOf, columnsOf } from './filter/combine.ts';
import type { Condition } from './query.ts';
import type { Scope } from './scope.ts';

/** A table as one viewer may read it: from which source, and which rows. */
export interface Readable {
  readonly table: TableDefinition;
  readonly bound: BoundTable;
  /** What every row must fulfil for this viewer: row rules and visible domains. */
  readonly rows: Condition;
}

/** Decides before anything is asked. Answers an error instead of throwing, since a relation that may not be read leaves its row standing. */
export function readableFor(table: TableDefinition, scope: Scope): Readable | CasegraphError {
  const source = nearestSource(table.sources, scope.viewer, scope.domainPaths);
  if (source === null)
    return forbidden(`No source of ${table.label} is placed in a domain that you can see.`);
  const decision = decideTable(table.access, scope.viewer);
  if (!decision.allowed)
    return forbidden(`You may not read ${table.label}. Ask an administrator for a role that can.`);
  return { table, bound: source.bound, rows: allOf([separation(table, scope), decision.rows]) };
}

function separation({ separation: column }: TableDefinition, scope: Scope): Condition {
  return column === null ? null : { op: 'in', column, values: scope.domainIds };
}

/** Columns of these that the viewer may not read. */
export function deniedColumns(
  table: TableDefinition,
  columns: Iterable<string>,
  scope: Scope,
): ReadonlySet<string> {
  const denied = new Set<string>();
  for (const name of columns) {
    const column = table.columns.get(name);
    if (column !== undefined && !mayReadColumn(column.access, scope.viewer)) denied.add(name);
  }
  return denied;
}

/** What may not be seen is not filtered or sorted on either: it would show through which rows come back. */
export function refuseColumns(
  table: TableDefinition,
  { filter, order }: { readonly filter: Condition; readonly order: readonly Order[] },
  scope: Scope,
): CasegraphError | null {
  const denied = deniedColumns(table, [...columnsOf(filter), ...order.map(({ column }) => column)], scope);
  return denied.size === 0
    ? null
    : forbidden(`You may not filter or sort ${table.label} by ${[...denied].join(', ')}.`);
}

export function columnDenied(table: TableDefinition, column: string, affected: number): CasegraphError {
  return new CasegraphError('forbidden', `You may not read ${column} of ${table.label}.`, { affected });
}

function forbidden(message: string): CasegraphError {
  return new CasegraphError('forbidden', message);
}
