import { SoqlError } from './soql-error.ts';

export type TokenKind = 'word' | 'string' | 'number' | 'date' | 'datetime' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; a string keeps its quotes and escapes. */
  readonly text: string;
  /** Offset of the first character. */
  readonly at: number;
}

/** Tried in this order: a date begins like a number. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['datetime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})/y],
  ['date', /\d{4}-\d{2}-\d{2}(?![\dT])/y],
  ['number', /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![A-Za-z_])/y],
  ['word', /[A-Za-z][A-Za-z0-9_]*/y],
  ['string', /'(?:[^'\\]|\\[^])*'/y],
  ['symbol', /!=|<>|<=|>=|[=<>(),.:]/y],
];

const SPACE = /\s+/y;

/** Cuts a query into tokens; the last is always `end`. Escapes in strings are looked at when the string is used. */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += matchAt(SPACE, text, at)?.length ?? 0;
    if (at >= text.length) break;
    const token = next(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ kind: 'end', text: '<EOF>', at: text.length });
  return tokens;
}

function next(text: string, at: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    const found = matchAt(pattern, text, at);
    if (found !== undefined) return { kind, text: found, at };
  }
  throw illegal(text, at);
}

/** The two wordings are those of the parser generator behind the real service, from memory. */
function illegal(text: string, at: number): SoqlError {
  const before = text.slice(0, at).split('\n');
  const position = `line ${before.length}:${(before.at(-1) ?? '').length}`;
  const char = text.charAt(at);
  if (char === "'")
    return new SoqlError('MALFORMED_QUERY', `${position} mismatched character '<EOF>' expecting '''`);
  return new SoqlError('MALFORMED_QUERY', `${position} no viable alternative at character '${char}'`);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
