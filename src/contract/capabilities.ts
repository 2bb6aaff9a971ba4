import type { ComparisonOp, Membership, NullTest, Related } from './filter.ts';

export type LeafOp = ComparisonOp | Membership['op'] | NullTest['op'];

/** Every operator on a column, for those who read or list them. */
export const LEAF_OPS = [
  'eq',
  'ne',
  'in',
  'notIn',
  'lt',
  'lte',
  'gt',
  'gte',
  'contains',
  'notContains',
  'startsWith',
  'notStartsWith',
  'endsWith',
  'notEndsWith',
  'null',
  'notNull',
] as const satisfies readonly LeafOp[];

/** What an adapter can do for one table. Static: known without asking the upstream. The contract suite checks each claim. */
export interface Capabilities {
  /** Filter operators that may be pushed down, by column name. A column that is absent cannot be filtered upstream. */
  readonly filter: ReadonlyMap<string, ReadonlySet<LeafOp>>;
  /** Columns the upstream can sort by. */
  readonly order: ReadonlySet<string>;
  /** Follows single references inside the same request, this many deep; 0: not at all. */
  readonly joins: number;
  /**
   * Tests of the row behind a reference that can be part of the same request; absent: none. What a test holds beyond that (its depth, its operators,
   * its values) is the plan's to take or to leave.
   */
  readonly related?: ReadonlySet<Related['op']>;
  /** `count` is there and exact. */
  readonly count: boolean;
  /** A related list with `via` is cut per parent by the upstream. */
  readonly limitPerKey: boolean;
  readonly write: { readonly create: boolean; readonly update: boolean; readonly delete: boolean };
}
