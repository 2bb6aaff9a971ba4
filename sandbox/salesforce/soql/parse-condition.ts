import type { ComparisonOperator, Condition, Operand, Query, SetOperator } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseLiteral } from './parse-literal.ts';

/** Handed in, so that a condition can hold a query and a query a condition. */
export type ParseSubquery = (cursor: Cursor) => Query;

const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** AND and OR side by side need brackets: after the first of them, the other is an unexpected token. */
export function parseCondition(cursor: Cursor, subquery: ParseSubquery): Condition {
  const first = parseTerm(cursor, subquery);
  for (const [word, other, kind] of [
    ['AND', 'OR', 'and'],
    ['OR', 'AND', 'or'],
  ] as const) {
    if (!cursor.is(word)) continue;
    const parts = [first];
    while (cursor.accept(word)) parts.push(parseTerm(cursor, subquery));
    if (cursor.is(other)) throw cursor.unexpected();
    return { kind, parts };
  }
  return first;
}

function parseTerm(cursor: Cursor, subquery: ParseSubquery): Condition {
  if (cursor.accept('NOT')) return { kind: 'not', part: cursor.nested(() => parseTerm(cursor, subquery)) };
  if (!cursor.accept('(')) return parseComparison(cursor, subquery);
  const inner = cursor.nested(() => parseCondition(cursor, subquery));
  cursor.expect(')');
  return inner;
}

function parseComparison(cursor: Cursor, subquery: ParseSubquery): Condition {
  const operand = parseOperand(cursor);
  const { at, text } = cursor.token;
  if (cursor.accept('LIKE'))
    return { kind: 'compare', operand, operator: 'LIKE', value: parseLiteral(cursor), at };
  const set = setOperator(cursor);
  if (set === 'IN' || set === 'NOT IN') return parseIn(cursor, operand, set, subquery, at);
  if (set !== undefined) return { kind: 'set', operand, operator: set, values: parseValues(cursor), at };
  const operator = COMPARISONS[text];
  if (operator === undefined) throw cursor.unexpected();
  cursor.advance();
  return { kind: 'compare', operand, operator, value: parseLiteral(cursor), at };
}

function setOperator(cursor: Cursor): SetOperator | undefined {
  if (cursor.accept('IN')) return 'IN';
  if (cursor.accept('NOT', 'IN')) return 'NOT IN';
  if (cursor.accept('INCLUDES')) return 'INCLUDES';
  return cursor.accept('EXCLUDES') ? 'EXCLUDES' : undefined;
}

function parseIn(
  cursor: Cursor,
  operand: Operand,
  operator: 'IN' | 'NOT IN',
  subquery: ParseSubquery,
  at: number,
): Condition {
  if (!cursor.is('(') || !cursor.is('SELECT', 1)) {
    return { kind: 'set', operand, operator, values: parseValues(cursor), at };
  }
  cursor.expect('(');
  const query = subquery(cursor);
  cursor.expect(')');
  return { kind: 'join', operand, negated: operator === 'NOT IN', query, at };
}

function parseValues(cursor: Cursor) {
  cursor.expect('(');
  const values = cursor.list(() => parseLiteral(cursor));
  cursor.expect(')');
  return values;
}

/** A field path, or a function with one argument or none. */
export function parseOperand(cursor: Cursor): Operand {
  if (cursor.token.kind === 'word' && cursor.is('(', 1)) {
    const name = cursor.advance();
    cursor.expect('(');
    const argument = cursor.is(')') ? undefined : cursor.nested(() => parseOperand(cursor));
    cursor.expect(')');
    return { kind: 'call', name: name.text.toUpperCase(), argument, at: name.at };
  }
  return { kind: 'field', path: cursor.path() };
}
