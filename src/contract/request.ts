import type { Filter, Order } from './filter.ts';

/** Which cells are wanted: columns of the table, and of tables that single references lead to. */
export interface Selection {
  readonly columns: readonly string[];
  /** By relation name of {@link BoundTable.joins}; only asked of adapters with the `joins` capability. */
  readonly joins: Readonly<Record<string, Selection>>;
}

/** What the engine wants of one table. Every column named anywhere in it has been checked against the declaration. */
export interface TableRequest {
  readonly select: Selection;
  /** `null`: every row. */
  readonly filter: Filter | null;
  /** In sequence. The engine always ends it with the key, so that the order is total. */
  readonly order: readonly Order[];
  /** Rows wanted at most; `null`: all. */
  readonly limit: number | null;
}

/** What one key of a batched read wants: the same for every key of the batch. */
export interface KeyedRequest extends TableRequest {
  /** Column whose value is looked up: the key, a natural key, or the reference of a related list. */
  readonly column: string;
  /**
   * Set for a related list: the upstream's own name of it, as `Parent.list`, where the declaration gives one. With it an upstream can cut
   * the list per parent (`limit` then counts per key) instead of giving all rows of all parents.
   */
  readonly via?: string;
}
