import type { Operand } from './value.ts';

/**
 * A filter in negation normal form: `not` has been pushed into the leaves before an adapter sees it, so each leaf can be taken or left
 * on its own. Logic is two-valued: a cell without a value matches `null`, `ne`, `notIn` and the `not…` text operators, and nothing else.
 * Text is compared without regard to case, ids and references exactly.
 */
export type Filter = And | Or | Comparison | Membership | NullTest | Related;

export interface And {
  readonly op: 'and';
  readonly all: readonly Filter[];
}

export interface Or {
  readonly op: 'or';
  readonly any: readonly Filter[];
}

export type ComparisonOp =
  | 'eq'
  | 'ne'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'contains'
  | 'notContains'
  | 'startsWith'
  | 'notStartsWith'
  | 'endsWith'
  | 'notEndsWith';

export interface Comparison {
  readonly op: ComparisonOp;
  /** Column name of the declaration. */
  readonly column: string;
  readonly value: Operand;
}

export interface Membership {
  readonly op: 'in' | 'notIn';
  readonly column: string;
  /** Never empty: an empty list is decided before an adapter is asked. */
  readonly values: readonly Operand[];
}

export interface NullTest {
  readonly op: 'null' | 'notNull';
  readonly column: string;
}

/**
 * A test of the row that a single reference leads to. `some`: there is such a row, and it matches. `none`: not so; the reference may also be
 * empty, or lead to no row. Only asked of adapters that claim it ({@link Capabilities.related}), and pushed down whole or left whole: the engine cannot
 * look at rows that were not read, and answers in two steps what is left.
 */
export interface Related {
  readonly op: 'some' | 'none';
  /** Name of one of {@link BoundTable.joins}. */
  readonly relation: string;
  /** Of the columns of the table it leads to; `null`: any row. */
  readonly filter: Filter | null;
}

export type FilterOp = Filter['op'];

/** Rows without a value come first when ascending and last when descending, in every table. */
export interface Order {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}
