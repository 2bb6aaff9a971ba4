import type { LeafOp } from '../../../src/contract/index.ts';

/** The declaration's options with every default filled in. Plain data. */
export interface Declared {
  readonly list: ListField | null;
  readonly lookups: readonly LookupField[];
  readonly keys: KeysField | null;
  /** Field by relation name, where it is not the relation's own. */
  readonly relations: ReadonlyMap<string, string>;
  readonly choices: ReadonlyMap<string, ChoicePaths>;
  readonly joins: number;
}

/** A field that gives rows, and what is always given to it. */
export interface RootField {
  readonly field: string;
  readonly fixed: readonly Argument[];
  /** The field gives an interface or a union: the object's own fields are asked for by its name. */
  readonly fragment: boolean;
}

/** An argument of a field. Its value always travels as a variable of this type. */
export interface Argument {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

export interface ListField extends RootField {
  /** Where the rows are below the field; empty: the field is the list. */
  readonly rows: readonly string[];
  readonly filter: FilterRules | null;
  readonly order: OrderRules | null;
  readonly page: PageRules;
  /** Where the exact number of matches is below the field. */
  readonly count: readonly string[] | null;
  /** Most values, or lists under aliases, of one request. */
  readonly batch: number;
}

/** One row by one value. */
export interface LookupField extends RootField {
  readonly argument: string;
  readonly type: string;
  readonly column: string;
  /** Most rows of one request. */
  readonly batch: number;
  readonly pattern: RegExp | null;
}

/** Rows by many values at once. */
export interface KeysField extends LookupField {
  readonly rows: readonly string[];
}

/** `nested`: `{ and: [{ title: { eq: "x" } }] }`; `flat`: each test has a name of its own, and all of them hold: `{ titleContains: "x" }`. */
export interface FilterRules {
  readonly style: 'nested' | 'flat';
  /** Absent for a flat filter whose tests are arguments of the field itself. */
  readonly argument: string | null;
  readonly type: string;
  readonly and: string | null;
  readonly or: string | null;
  readonly not: string | null;
  readonly columns: ReadonlyMap<string, ColumnRules>;
}

export interface ColumnRules {
  /** Input fields that lead to the column's tests; not used by flat filters. */
  readonly field: readonly string[];
  readonly as: 'string' | 'number' | null;
  readonly operators: ReadonlyMap<LeafOp, OperatorRule>;
}

export interface OperatorRule {
  readonly name: string;
  /** Given instead of an operand: `isNull: true`. */
  readonly value?: unknown;
  /** The test is wrapped in the filter's `not`. */
  readonly not: boolean;
  /** Of a flat test that is an argument of the field. */
  readonly type: string | null;
}

export interface OrderRules {
  readonly argument: string;
  readonly type: string;
  /** What is written for a column, by direction. */
  readonly columns: ReadonlyMap<string, { readonly asc: unknown; readonly desc: unknown }>;
  /** The service itself ends every order with the key, ascending. */
  readonly tiebreak: boolean;
}

export type PageRules =
  | { readonly style: 'none' }
  | {
      readonly style: 'relay';
      readonly size: number;
      readonly first: string;
      readonly after: string;
      readonly pageInfo: readonly string[];
      readonly types: { readonly first: string; readonly after: string };
    }
  | {
      readonly style: 'offset';
      readonly size: number;
      readonly limit: string;
      readonly offset: string;
      readonly types: { readonly limit: string; readonly offset: string };
    };

/** Where value and label are below the column's own field; without paths, the field is the value. */
export interface ChoicePaths {
  readonly value: readonly string[];
  readonly label: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
}
