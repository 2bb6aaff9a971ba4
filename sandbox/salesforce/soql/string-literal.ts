import { SoqlError } from './soql-error.ts';

/** One step of a LIKE pattern. */
export type LikeStep = { readonly char: string } | 'any' | 'one';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** Longest string literal of a WHERE clause, in characters. */
const LONGEST = 4_000;

/** The value of a quoted literal. Throws MALFORMED_QUERY on an escape outside the allowed few. */
export function stringValue(literal: string, at: number): string {
  return steps(literal, at, false).join('');
}

/** The same literal read as a LIKE pattern: `%` and `_` are wild unless escaped. */
export function likePattern(literal: string, at: number): LikeStep[] {
  return steps(literal, at, true).map((step) => {
    if (step === '%') return 'any';
    if (step === '_') return 'one';
    return { char: step.length === 2 && step.startsWith('\\') ? step.slice(1) : step };
  });
}

/** Characters with escapes resolved; in a pattern `\%` and `\_` stay as two characters, to differ from the wild ones. */
function steps(literal: string, at: number, pattern: boolean): string[] {
  const inner = literal.slice(1, -1);
  if (inner.length > LONGEST) {
    throw new SoqlError('MALFORMED_QUERY', `String literal is longer than ${LONGEST} characters`, at);
  }
  if (!inner.includes('\\')) return pattern ? [...inner] : [inner];
  const found: string[] = [];
  for (let i = 0; i < inner.length; i++) {
    const char = inner.charAt(i);
    if (char !== '\\') {
      found.push(char);
      continue;
    }
    const [value, length] = escape(inner, i, pattern, at);
    found.push(value);
    i += length - 1;
  }
  return found;
}

function escape(inner: string, i: number, pattern: boolean, at: number): [string, number] {
  const letter = inner.charAt(i + 1);
  const hex = /^[0-9A-Fa-f]{4}$/.exec(inner.slice(i + 2, i + 6))?.[0];
  if (letter.toLowerCase() === 'u' && hex !== undefined) return [String.fromCharCode(parseInt(hex, 16)), 6];
  if (pattern && (letter === '%' || letter === '_')) return [`\\${letter}`, 2];
  const value = ESCAPES[letter.toLowerCase()];
  if (value !== undefined) return [value, 2];
  const message = `Invalid string literal '${inner}'. Illegal character sequence '\\${letter}' in string literal.`;
  throw new SoqlError('MALFORMED_QUERY', message, at);
}
