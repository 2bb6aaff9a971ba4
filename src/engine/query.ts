import type { And, Filter, Operand, Or, Order, Row } from '../contract/index.ts';
import type { CasegraphError } from '../contract/index.ts';

/** A filter that may already be decided: `null` every row, `false` none. */
export type Condition = Filter | null | false;

/**
 * A filter as a client asks for it: parts of it may lead through relations. It becomes a {@link Condition} before rows are read
 * (through.ts).
 */
export type Wanted = WantedFilter | null | false;

export type WantedFilter =
  | Exclude<Filter, And | Or>
  | { readonly op: 'and'; readonly all: readonly WantedFilter[] }
  | { readonly op: 'or'; readonly any: readonly WantedFilter[] }
  | Through;

/** A test of what a relation leads to. Rows that the viewer cannot see are not there for it. */
export interface Through {
  readonly op: 'through';
  /** Name of the reference or list. */
  readonly relation: string;
  /** `null` and `notNull`: whether the reference holds a value; only of references. */
  readonly test: 'some' | 'none' | 'null' | 'notNull';
  /** Of the related rows; `null`: any row. */
  readonly filter: Wanted;
}

/** What is wanted of the rows of one level. Relations are kept by slot: field and arguments, so that the same list asked for twice is read once. */
export interface Select {
  readonly columns: Set<string>;
  readonly relations: Map<string, RelationSelect>;
}

export interface RelationSelect {
  /** Name of the field. */
  readonly relation: string;
  readonly select: Select;
  /** How to read a list; `null` for a reference. */
  readonly list: ListArguments | null;
}

/** Which rows of a list in its order make a page: so many from one end of what lies between two places. */
export interface PageArguments {
  readonly order: readonly Order[];
  /** Rows wanted. */
  readonly first: number;
  /** Counted from the end instead, as `last` does. */
  readonly fromEnd?: boolean;
  /** Values of the order columns of the row to start behind, the key last. */
  readonly after: Place | null;
  /** The same of the row to end before. */
  readonly before?: Place | null;
}

/** A place in a list: the values that its order compares, so that it stays right while rows come and go. */
export type Place = readonly (Operand | null)[];

export interface ListArguments extends PageArguments {
  readonly filter: Wanted;
  /** The number of all rows is wanted. */
  readonly count: boolean;
}

/** Where a result row keeps what its relation fields lead to, by slot. */
export const RELATIONS = Symbol('relations');
/** Where a result row keeps the row it was made from. */
export const ROW = Symbol('row');
/** Where a result row keeps the name of its type. */
export const TYPE = Symbol('type');

export type RelationValue = ResultRow | Rows | CasegraphError | null;

/** A row as the executor reads it: cells as plain properties. A cell that may not be read holds an error (once per selection) or null. */
export interface ResultRow {
  [column: string]: unknown;
  [RELATIONS]: Record<string, RelationValue>;
  [ROW]: Row;
  [TYPE]: string;
}

/** A list as the executor reads it. */
export interface Rows {
  readonly nodes: readonly ResultRow[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Total order of the rows: what cursors are made of. */
  readonly order: readonly Order[];
  /** Only when it was asked for. */
  readonly totalCount: number | null;
}
