/** Kinds of values that expressions compare. A moment is reckoned in milliseconds since 1970, everything else as it is written. */
export type Kind = 'string' | 'number' | 'boolean' | 'date' | 'moment' | 'null';

export type Expression =
  | { readonly op: 'literal'; readonly kind: Kind; readonly value: string | number | boolean | null }
  | { readonly op: 'path'; readonly steps: readonly string[] }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly op: 'not' | 'negate'; readonly of: Expression }
  | {
      readonly op: 'binary';
      readonly sign: BinarySign;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly op: 'in'; readonly left: Expression; readonly list: readonly Expression[] };

export type BinarySign =
  'or' | 'and' | 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'add' | 'sub' | 'mul' | 'div' | 'mod';
