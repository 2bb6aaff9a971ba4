/** An encoded query, parsed and not yet understood: columns and values are text. */

export interface Term {
  readonly kind: 'term';
  readonly column: string;
  readonly operator: string;
  readonly value: string;
}

/** `RLQUERYtable.column,>=1^conditions^ENDRLQUERY`: how many records of `table` point here through `column`. */
export interface RelatedTerm {
  readonly kind: 'related';
  readonly table: string;
  readonly column: string;
  readonly comparison: string;
  readonly count: number;
  readonly where: readonly Alternatives[];
}

export interface TextTerm {
  readonly kind: 'text';
  readonly words: string;
}

/** What cannot be read as a condition. */
export interface InvalidTerm {
  readonly kind: 'invalid';
  readonly text: string;
}

export type Condition = Term | RelatedTerm | TextTerm | InvalidTerm;

/** Conditions joined by ^OR. */
export type Alternatives = readonly Condition[];

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

export interface EncodedQuery {
  /** Joined by ^NQ; each is a list of alternatives that must all hold. */
  readonly groups: readonly (readonly Alternatives[])[];
  readonly orders: readonly Order[];
  readonly groupBy: readonly string[];
}
