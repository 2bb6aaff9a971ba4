import type { Amount, FromItem, Grouping, Operand, Ordering, Query } from './ast.ts';
import { Cursor } from './cursor.ts';
import { parseCondition, parseOperand } from './parse-condition.ts';
import { RESERVED, parseSelectItem } from './parse-select.ts';
import { SoqlError } from './soql-error.ts';

/** Longest query, in characters. */
const LONGEST = 100_000;

/** Words that begin a clause: what stands before one of them is no alias. */
const CLAUSES = new Set('USING WHERE WITH GROUP HAVING ORDER LIMIT OFFSET FOR UPDATE ALL'.split(' '));

/** Reads a whole query. Throws SoqlError MALFORMED_QUERY with the position of the first thing that does not fit. */
export function parseSoql(text: string): Query {
  if (text.length > LONGEST) {
    throw new SoqlError('MALFORMED_QUERY', `SOQL statements cannot be longer than ${LONGEST} characters.`);
  }
  const cursor = new Cursor(text);
  const query = parseQuery(cursor);
  if (cursor.token.kind !== 'end') throw cursor.unexpected();
  return query;
}

function parseQuery(cursor: Cursor): Query {
  return cursor.nested(() => parseClauses(cursor));
}

function parseClauses(cursor: Cursor): Query {
  const at = cursor.expect('SELECT').at;
  const select = cursor.list(() => parseSelectItem(cursor, parseQuery));
  cursor.expect('FROM');
  const from = cursor.list(() => parseFrom(cursor));
  const scope = cursor.accept('USING', 'SCOPE') ? cursor.expectKind('word').text : undefined;
  const where = cursor.accept('WHERE') ? parseCondition(cursor, parseQuery) : undefined;
  if (cursor.accept('WITH')) parseWith(cursor);
  const group = cursor.accept('GROUP', 'BY') ? parseGroup(cursor) : undefined;
  const having = group && cursor.accept('HAVING') ? parseCondition(cursor, parseQuery) : undefined;
  const order = cursor.accept('ORDER', 'BY') ? cursor.list(() => parseOrdering(cursor)) : [];
  const limit = cursor.accept('LIMIT') ? parseAmount(cursor) : undefined;
  const offset = cursor.accept('OFFSET') ? parseAmount(cursor) : undefined;
  parseTail(cursor);
  return { select, from, scope, where, group, having, order, limit, offset, at };
}

function parseFrom(cursor: Cursor): FromItem {
  const path = cursor.path();
  const token = cursor.token;
  const word = token.text.toUpperCase();
  const alias = token.kind === 'word' && !RESERVED.has(word) && !isClause(cursor, word);
  return { path, alias: alias ? cursor.advance().text : undefined };
}

/** `Order`, `Update`, `All` and `For` are fine aliases when no clause follows from them. */
function isClause(cursor: Cursor, word: string): boolean {
  if (!CLAUSES.has(word)) return false;
  if (word === 'ORDER') return cursor.is('BY', 1);
  return true;
}

/** Row security is the same for everyone here, so the three modes change nothing. */
function parseWith(cursor: Cursor): void {
  for (const mode of ['SECURITY_ENFORCED', 'USER_MODE', 'SYSTEM_MODE']) if (cursor.accept(mode)) return;
  throw cursor.unexpected();
}

function parseGroup(cursor: Cursor): Grouping {
  for (const mode of ['rollup', 'cube'] as const) {
    if (!cursor.is(mode.toUpperCase()) || !cursor.is('(', 1)) continue;
    cursor.advance();
    cursor.expect('(');
    const by = cursor.list((): Operand => parseOperand(cursor));
    cursor.expect(')');
    return { mode, by };
  }
  return { mode: 'plain', by: cursor.list(() => parseOperand(cursor)) };
}

function parseOrdering(cursor: Cursor): Ordering {
  const at = cursor.token.at;
  const operand = parseOperand(cursor);
  const descending = cursor.accept('DESC');
  if (!descending) cursor.accept('ASC');
  if (!cursor.accept('NULLS')) return { operand, descending, nullsLast: false, at };
  const nullsLast = cursor.accept('LAST');
  if (!nullsLast) cursor.expect('FIRST');
  return { operand, descending, nullsLast, at };
}

function parseAmount(cursor: Cursor): Amount {
  const token = cursor.expectKind('number');
  if (!/^\d{1,9}$/.test(token.text)) throw cursor.unexpected(token);
  return { value: Number(token.text), at: token.at };
}

/** Clauses that change no result: marking rows as viewed, locking, tracking. */
function parseTail(cursor: Cursor): void {
  while (cursor.accept('FOR')) {
    const known = ['VIEW', 'REFERENCE', 'UPDATE'].some((word) => cursor.accept(word));
    if (!known) throw cursor.unexpected();
  }
  if (cursor.accept('UPDATE')) {
    cursor.list(() => {
      if (!cursor.accept('TRACKING') && !cursor.accept('VIEWSTAT')) throw cursor.unexpected();
    });
  }
}
