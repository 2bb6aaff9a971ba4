import type { Filter, Operand, Order, Row } from '../contract/index.ts';
import type { CasegraphError } from '../contract/index.ts';

/** A filter that may already be decided: `null` every row, `false` none. */
export type Condition = Filter | null | false;

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

export interface ListArguments {
  readonly filter: Condition;
  readonly order: readonly Order[];
  /** Rows wanted. */
  readonly first: number;
  /** Values of the order columns of the row to start behind, the key last. */
  readonly after: readonly (Operand | null)[] | null;
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
