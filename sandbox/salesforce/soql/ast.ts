/** A query as it was written. Every `at` is an offset into the text, for error messages. */

export interface Path {
  readonly parts: readonly string[];
  readonly at: number;
}

/** A field, or a function of one: `CALENDAR_YEAR(CloseDate)`, `SUM(Amount)`, `COUNT()`. */
export type Operand =
  | { readonly kind: 'field'; readonly path: Path }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly argument: Operand | undefined;
      readonly at: number;
    };

export type SelectItem =
  | {
      readonly kind: 'operand';
      readonly operand: Operand;
      readonly alias: string | undefined;
      readonly at: number;
    }
  | { readonly kind: 'subquery'; readonly query: Query; readonly at: number }
  | { readonly kind: 'fields'; readonly set: string; readonly at: number }
  | TypeofItem;

export interface TypeofItem {
  readonly kind: 'typeof';
  readonly path: Path;
  readonly branches: readonly {
    readonly type: string;
    readonly at: number;
    readonly fields: readonly Path[];
  }[];
  readonly otherwise: readonly Path[] | undefined;
  readonly at: number;
}

export type Literal =
  | { readonly kind: 'string' | 'number' | 'date' | 'datetime'; readonly text: string; readonly at: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly text: string; readonly at: number }
  | { readonly kind: 'null'; readonly text: string; readonly at: number }
  | { readonly kind: 'relative'; readonly text: string; readonly n: number | undefined; readonly at: number };

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';
export type SetOperator = 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly operand: Operand;
      readonly operator: ComparisonOperator;
      readonly value: Literal;
      readonly at: number;
    }
  | {
      readonly kind: 'set';
      readonly operand: Operand;
      readonly operator: SetOperator;
      readonly values: readonly Literal[];
      readonly at: number;
    }
  | {
      readonly kind: 'join';
      readonly operand: Operand;
      readonly negated: boolean;
      readonly query: Query;
      readonly at: number;
    };

export interface Grouping {
  readonly mode: 'plain' | 'rollup' | 'cube';
  readonly by: readonly Operand[];
}

export interface Ordering {
  readonly operand: Operand;
  readonly descending: boolean;
  readonly nullsLast: boolean;
  readonly at: number;
}

export interface FromItem {
  readonly path: Path;
  readonly alias: string | undefined;
}

/** Where a number or clause stands matters to the errors about it. */
export interface Amount {
  readonly value: number;
  readonly at: number;
}

export interface Query {
  readonly select: readonly SelectItem[];
  readonly from: readonly FromItem[];
  readonly scope: string | undefined;
  readonly where: Condition | undefined;
  readonly group: Grouping | undefined;
  readonly having: Condition | undefined;
  readonly order: readonly Ordering[];
  readonly limit: Amount | undefined;
  readonly offset: Amount | undefined;
  readonly at: number;
}
