import type { Operand } from './value.ts';

/**
 * A filter in negation normal form: `not` has been pushed into the leaves before an adapter sees it, so each leaf can be taken or left
 * on its own. Logic is two-valued: a cell without a value matches `null`, `ne`, `notIn` and the `not…` text operators, and nothing else.
 * Text is compared without regard to case, ids and references exactly.
 */
export type Filter = And | Or | Comparison | Membership | NullTest;

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

export type FilterOp = Filter['op'];

/** Rows without a value come first when ascending and last when descending, in every table. */
export interface Order {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}
