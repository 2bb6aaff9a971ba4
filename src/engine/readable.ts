import { nearestSource } from '../access/domains.ts';
import { decideTable } from '../access/rules.ts';
import { CasegraphError } from '../contract/index.ts';
import type { BoundTable, Order } from '../contract/index.ts';
import { atSource } from './at-source.ts';
import { columnDecision } from './column-access.ts';
import type { SourceDefinition, TableDefinition } from './definition.ts';
import { allOf, columnsOf } from './filter/combine.ts';
import type { Condition } from './query.ts';
import type { Scope } from './scope.ts';

/** A table as one viewer may read it: from which source, and which rows. */
export interface Readable {
  readonly table: TableDefinition;
  readonly bound: BoundTable;
  /** What every row must fulfil for this viewer: the source's own filter, row rules and visible domains. */
  readonly rows: Condition;
}

/** Decides before anything is asked. Answers an error instead of throwing, since a relation that may not be read leaves its row standing. */
export function readableFor(table: TableDefinition, scope: Scope): Readable | CasegraphError {
  const source = sourceFor(table, scope);
  if (source instanceof CasegraphError) return source;
  const decision = decideTable(table.access, scope.viewer);
  if (!decision.allowed)
    return forbidden(`You may not read ${table.label}. Ask an administrator for a role that can.`);
  const { bound, where } = source;
  return { table, bound, rows: atSource(bound, allOf([where, separation(table, scope), decision.rows])) };
}

/** The same with fewer rows. */
export function narrowed(readable: Readable, condition: Condition): Readable {
  if (condition === null) return readable;
  return { ...readable, rows: allOf([readable.rows, atSource(readable.bound, condition)]) };
}

/** Where the viewer's rows of a table come from and go to: one source, whether it answers or not. */
export function sourceFor(table: TableDefinition, scope: Scope): SourceDefinition | CasegraphError {
  return (
    nearestSource(table.sources, scope.viewer, scope.domainPaths) ??
    forbidden(`No source of ${table.label} is placed in a domain that you can see.`)
  );
}

function separation({ separation: column }: TableDefinition, scope: Scope): Condition {
  return column === null ? null : { op: 'in', column, values: scope.domainIds };
}

/** Columns of these that the viewer may read in no row. Those readable in some rows are `conditionalColumns`. */
export function deniedColumns(
  table: TableDefinition,
  columns: Iterable<string>,
  scope: Scope,
): ReadonlySet<string> {
  const denied = new Set<string>();
  for (const name of columns) if (!columnDecision(table, name, scope.viewer).allowed) denied.add(name);
  return denied;
}

/**
 * What may not be seen is not filtered or sorted on either: it would show through which rows come back. For columns that are seen in some rows,
 * `guarded` and `sortable` say what to add to the filter.
 */
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

/** One error for all the cells of a column that are hidden. */
export function columnDenied(table: TableDefinition, column: string, affected: number): CasegraphError {
  return new CasegraphError('forbidden', `You may not read ${column} of ${table.label}.`, { affected });
}

/** The same where other rows show the column. */
export function cellsDenied(table: TableDefinition, column: string, affected: number): CasegraphError {
  const message = `You may not read ${column} of this ${table.label}; of others you may.`;
  return new CasegraphError('forbidden', message, { affected });
}

function forbidden(message: string): CasegraphError {
  return new CasegraphError('forbidden', message);
}
