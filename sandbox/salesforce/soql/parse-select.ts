import type { Path, SelectItem, TypeofItem } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseOperand } from './parse-condition.ts';
import type { ParseSubquery } from './parse-condition.ts';

/** Words that cannot be an alias. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    'AND ASC DESC EXCLUDES FIRST FROM GROUP HAVING IN INCLUDES LAST LIKE LIMIT NOT NULL NULLS OR SELECT USING ' +
    'WHERE WITH'
  ).split(' '),
);

export function parseSelectItem(cursor: Cursor, subquery: ParseSubquery): SelectItem {
  const at = cursor.token.at;
  if (cursor.accept('(')) {
    const query = subquery(cursor);
    cursor.expect(')');
    return { kind: 'subquery', query, at };
  }
  if (cursor.is('TYPEOF') && cursor.peek(1).kind === 'word') return parseTypeof(cursor);
  if (cursor.is('FIELDS') && cursor.is('(', 1)) return parseFields(cursor);
  if (cursor.is('FROM')) throw cursor.unexpected();
  const operand = parseOperand(cursor);
  return { kind: 'operand', operand, alias: parseAlias(cursor), at };
}

/** An alias follows directly; AS is not in the documented grammar and not taken. */
export function parseAlias(cursor: Cursor): string | undefined {
  const token = cursor.token;
  if (token.kind !== 'word' || RESERVED.has(token.text.toUpperCase())) return undefined;
  cursor.advance();
  return token.text;
}

function parseFields(cursor: Cursor): SelectItem {
  const at = cursor.advance().at;
  cursor.expect('(');
  const set = cursor.expectKind('word');
  if (!/^(ALL|STANDARD|CUSTOM)$/i.test(set.text)) throw cursor.unexpected(set);
  cursor.expect(')');
  return { kind: 'fields', set: set.text.toUpperCase(), at };
}

function parseTypeof(cursor: Cursor): TypeofItem {
  const at = cursor.advance().at;
  const path = cursor.path();
  const branches: { type: string; at: number; fields: Path[] }[] = [];
  while (cursor.accept('WHEN')) {
    const type = cursor.expectKind('word');
    cursor.expect('THEN');
    branches.push({ type: type.text, at: type.at, fields: cursor.list(() => cursor.path()) });
  }
  if (branches.length === 0) throw cursor.unexpected();
  const otherwise = cursor.accept('ELSE') ? cursor.list(() => cursor.path()) : undefined;
  cursor.expect('END');
  return { kind: 'typeof', path, branches, otherwise, at };
}
