import type { Literal } from './ast.ts';
import type { Cursor } from './cursor.ts';

const UNITS = 'WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR';
const PLAIN = new RegExp(
  `^(YESTERDAY|TODAY|TOMORROW|LAST_90_DAYS|NEXT_90_DAYS|(LAST|THIS|NEXT)_(${UNITS}))$`,
);
const COUNTED = new RegExp(`^((LAST|NEXT)_N_(DAY|${UNITS})S|N_(DAY|${UNITS})S_AGO)$`);

/** A value on the right of an operator. */
export function parseLiteral(cursor: Cursor): Literal {
  const token = cursor.token;
  const { text, at } = token;
  if (
    token.kind === 'string' ||
    token.kind === 'number' ||
    token.kind === 'date' ||
    token.kind === 'datetime'
  ) {
    cursor.advance();
    return { kind: token.kind, text, at };
  }
  if (token.kind !== 'word') throw cursor.unexpected();
  const word = text.toUpperCase();
  if (word === 'TRUE' || word === 'FALSE')
    return cursor.advance() && { kind: 'boolean', value: word === 'TRUE', text, at };
  if (word === 'NULL') return cursor.advance() && { kind: 'null', text, at };
  if (PLAIN.test(word)) return cursor.advance() && { kind: 'relative', text: word, n: undefined, at };
  if (COUNTED.test(word)) return counted(cursor);
  throw cursor.unexpected();
}

function counted(cursor: Cursor): Literal {
  const word = cursor.advance();
  cursor.expect(':');
  const number = cursor.expectKind('number');
  if (!/^\d{1,6}$/.test(number.text)) throw cursor.unexpected(number);
  return { kind: 'relative', text: word.text.toUpperCase(), n: Number(number.text), at: word.at };
}
