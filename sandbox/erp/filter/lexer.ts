import { badOption } from '../service/odata-error.ts';

export type TokenKind = 'string' | 'moment' | 'date' | 'number' | 'word' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Characters from the start of the expression. */
  readonly at: number;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/** Longest first: a moment begins like a date, a date like a number. */
const PATTERNS: readonly (readonly [Exclude<TokenKind, 'end'>, RegExp])[] = [
  ['string', /'(?:[^']|'')*'/y],
  ['moment', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})/y],
  ['date', /\d{4}-\d{2}-\d{2}(?![\dT-])/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y],
  ['word', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['sign', /[(),/:-]/y],
];

/** Cuts an expression of OData's URL conventions into tokens; throws a 400 for what is none. */
export function tokenize(text: string, option: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const from = at;
    while (text[at] === ' ' || text[at] === '\t') at += 1;
    const spaced = at > from;
    if (at >= text.length) return [...tokens, { kind: 'end', text: '', at, spaced }];
    const token = tokenAt(text, at, spaced);
    if (token === null) throw badOption(option, `Syntax error at position ${at} in '${text}'.`);
    tokens.push(token);
    at += token.text.length;
  }
}

function tokenAt(text: string, at: number, spaced: boolean): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { kind, text: match[0], at, spaced };
  }
  return null;
}
