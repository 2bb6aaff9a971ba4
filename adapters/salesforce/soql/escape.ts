/** The only escapes SOQL knows, besides `\uXXXX`; any other backslash is an error (SOQL reference v66.0). */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** Each string of a WHERE clause may have this many characters. */
export const LONGEST_STRING = 4_000;

/**
 * A string literal in quotes. Null where the text cannot be one: longer than SOQL takes, or with half a surrogate pair, which no encoding
 * of the request can carry.
 */
export function quoted(text: string): string | null {
  const body = escaped(text, /[\\'"\p{Cc}\u2028\u2029]/gu);
  return body === null ? null : `'${body}'`;
}

/** The same for the right side of LIKE, with `before` and `after` put around it as they are: `pattern('50%', '', '%')` is `'50\%%'`. */
export function pattern(text: string, before: '%' | '', after: '%' | ''): string | null {
  const body = escaped(text, /[\\'"_%\p{Cc}\u2028\u2029]/gu);
  return body === null ? null : `'${before}${body}${after}'`;
}

function escaped(text: string, special: RegExp): string | null {
  if (/\p{Surrogate}/u.test(text)) return null;
  const body = text.replace(special, (character) => ESCAPES[character] ?? coded(character));
  return body.length > LONGEST_STRING ? null : body;
}

function coded(character: string): string {
  if (character === '_' || character === '%') return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
