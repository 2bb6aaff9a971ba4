import type { ColumnType } from './value.ts';

/** A column of a table as one source has it: the declaration's name and the upstream's own. */
export interface Column {
  /** Name in the graph: `shortDescription`. */
  readonly name: string;
  readonly type: ColumnType;
  /** Name in the upstream: `short_description`, `Account.Name`. */
  readonly upstream: string;
  /** For a reference: the table it leads to, and that table's column it holds the value of. */
  readonly references?: { readonly table: string; readonly column: string };
  /** May be given in a create or an update. */
  readonly writable?: boolean;
}

/**
 * A table bound to one of its sources: all that an adapter needs to know to read it. Built once at start, frozen, compared by identity.
 */
export interface BoundTable {
  /** Name of the type in the graph: `Opportunity`. */
  readonly name: string;
  /** Name of the connection (alias) that rows are read through. */
  readonly connection: string;
  /** The upstream's name of the table or object: `sn_customerservice_case`, `Opportunity`. */
  readonly object: string;
  /** Name of the column that identifies a row. */
  readonly key: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** Tables that single references lead to and that are read through the same connection, by relation name. */
  readonly joins: ReadonlyMap<string, Join>;
  /** Adapter options from the declaration's `@source(options: …)`, for what only one kind of system knows. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A single reference that an adapter with the `joins` capability can follow inside the same request. */
export interface Join {
  /** The column of this table that holds the reference; its `references.column` names what it points at. */
  readonly column: string;
  readonly table: () => BoundTable;
}
