import { isLongText, isText } from '../dictionary/object-info.ts';
import type { Condition, Operand } from './ast.ts';
import type { Column } from './column.ts';
import { keyOf, literalKey } from './comparison-key.ts';
import type { Key, LiteralKey } from './comparison-key.ts';
import { likeTest } from './like.ts';
import { SoqlError } from './soql-error.ts';
import { likePattern, stringValue } from './string-literal.ts';

export type Test<Row> = (row: Row) => boolean;

type Join = Extract<Condition, { kind: 'join' }>;
type Compare = Extract<Condition, { kind: 'compare' }>;
type SetCondition = Extract<Condition, { kind: 'set' }>;

/** What differs between WHERE (over records) and HAVING (over groups). */
export interface ConditionScope<Row> {
  readonly now: number;
  bind(operand: Operand): Column<Row>;
  /** Ids the inner query of a semi-join selects. */
  join(condition: Join): ReadonlySet<Key>;
}

/**
 * A condition as a test. Every test answers yes or no, never "unknown": an empty field is unlike any value, so
 * `!=`, NOT IN, EXCLUDES and NOT (…) hold for it, and `=`, `<`, LIKE and INCLUDES do not. (The documentation
 * says so for `!=`; that the rest follows suit is decided here.)
 */
export function compileCondition<Row>(condition: Condition, scope: ConditionScope<Row>): Test<Row> {
  switch (condition.kind) {
    case 'and': {
      const tests = condition.parts.map((part) => compileCondition(part, scope));
      return (row) => tests.every((test) => test(row));
    }
    case 'or': {
      const tests = condition.parts.map((part) => compileCondition(part, scope));
      return (row) => tests.some((test) => test(row));
    }
    case 'not': {
      const test = compileCondition(condition.part, scope);
      return (row) => !test(row);
    }
    case 'compare':
      return compileCompare(condition, scope);
    case 'set':
      return compileSet(condition, scope);
    case 'join':
      return compileJoin(condition, scope);
  }
}

function compileCompare<Row>(condition: Compare, scope: ConditionScope<Row>): Test<Row> {
  const column = filterable(scope.bind(condition.operand), condition.at);
  if (condition.operator === 'LIKE') return compileLike(column, condition);
  const key = literalKey(column, condition.value, scope.now);
  const ordered = !['=', '!='].includes(condition.operator);
  if (ordered && (column.type === 'boolean' || column.type === 'multipicklist'))
    throw badOperator(column, condition.at);
  const holds = comparison(condition.operator, effective(column, key));
  return (row) => holds(keyOf(column.type, column.read(row)));
}

/** A boolean is never empty: asking for null asks for false. */
function effective<Row>(column: Column<Row>, key: LiteralKey): LiteralKey {
  return column.type === 'boolean' && key === null ? false : key;
}

function comparison(operator: string, wanted: LiteralKey): (key: Key | null) => boolean {
  if (wanted !== null && typeof wanted === 'object')
    return spanComparison(operator, wanted.start, wanted.end);
  if (operator === '=') return (key) => key === wanted;
  if (operator === '!=') return (key) => key !== wanted;
  if (wanted === null) return () => false;
  if (operator === '<') return (key) => key !== null && key < wanted;
  if (operator === '<=') return (key) => key !== null && key <= wanted;
  if (operator === '>') return (key) => key !== null && key > wanted;
  return (key) => key !== null && key >= wanted;
}

/** `=` is inside the span, `<` and `>` are outside of it. */
function spanComparison(operator: string, start: Key, end: Key): (key: Key | null) => boolean {
  const inside = (key: Key | null) => key !== null && key >= start && key < end;
  if (operator === '=') return inside;
  if (operator === '!=') return (key) => !inside(key);
  if (operator === '<') return (key) => key !== null && key < start;
  if (operator === '<=') return (key) => key !== null && key < end;
  if (operator === '>') return (key) => key !== null && key >= end;
  return (key) => key !== null && key >= start;
}

function compileLike<Row>(column: Column<Row>, { value, at }: Compare): Test<Row> {
  if (!isText(column.type) || column.type === 'multipicklist') throw badOperator(column, at);
  if (value.kind !== 'string') literalKey(column, value, 0);
  if (value.kind === 'null') return (row) => column.read(row) === null;
  const matches = likeTest(likePattern(value.text, value.at));
  return (row) => {
    const text = column.read(row);
    return typeof text === 'string' && matches(text);
  };
}

function compileSet<Row>(condition: SetCondition, scope: ConditionScope<Row>): Test<Row> {
  const column = filterable(scope.bind(condition.operand), condition.at);
  const { operator, values, at } = condition;
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') return compileIncludes(column, condition);
  if (column.type === 'boolean') throw badOperator(column, at);
  const keys = values.map((value) => literalKey(column, value, scope.now));
  const spans = keys.filter((key) => key !== null && typeof key === 'object');
  const single = new Set(keys.filter((key) => key === null || typeof key !== 'object'));
  const inSpan = spans.map((span) => comparison('=', span));
  const negated = operator === 'NOT IN';
  return (row) => {
    const key = keyOf(column.type, column.read(row));
    return (single.has(key) || inSpan.some((test) => test(key))) !== negated;
  };
}

/** `INCLUDES ('A;B', 'C')` holds for those that have A and B, and for those that have C. */
function compileIncludes<Row>(column: Column<Row>, { operator, values, at }: SetCondition): Test<Row> {
  if (column.type !== 'multipicklist') {
    const message = 'includes or excludes operator only valid on multipicklist field';
    throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', message, at);
  }
  const wanted = values.map((value) => {
    if (value.kind !== 'string') literalKey(column, value, 0);
    return value.kind === 'string' ? stringValue(value.text, value.at).toUpperCase().split(';') : [];
  });
  const negated = operator === 'EXCLUDES';
  return (row) => {
    const value = column.read(row);
    const has = new Set(typeof value === 'string' ? value.toUpperCase().split(';') : []);
    return wanted.some((all) => all.length > 0 && all.every((one) => has.has(one))) !== negated;
  };
}

function compileJoin<Row>(condition: Join, scope: ConditionScope<Row>): Test<Row> {
  const column = scope.bind(condition.operand);
  const ids = scope.join(condition);
  return (row) => {
    const key = keyOf(column.type, column.read(row));
    return (key !== null && ids.has(key)) !== condition.negated;
  };
}

function filterable<Row>(column: Column<Row>, at: number): Column<Row> {
  if (column.type !== 'address' && !(column.field !== undefined && isLongText(column.field))) return column;
  throw new SoqlError('INVALID_FIELD', `field '${column.name}' can not be filtered in a query call`, at);
}

function badOperator<Row>(column: Column<Row>, at: number): SoqlError {
  const kind = column.type === 'reference' ? 'id' : column.type;
  return new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${kind} field`, at);
}
