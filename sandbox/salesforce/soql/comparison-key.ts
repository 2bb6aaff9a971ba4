import type { Value } from '../data/derived.ts';
import { isNumber, isText } from '../dictionary/object-info.ts';
import type { FieldType } from '../dictionary/object-info.ts';
import { idKey, isId } from '../ids.ts';
import type { Literal } from './ast.ts';
import type { Column } from './column.ts';
import { dateText, datetimeText, isDate, parseDatetime } from './dates.ts';
import { relativeSpan } from './relative-date.ts';
import { SoqlError } from './soql-error.ts';
import { stringValue } from './string-literal.ts';

/** What two values of a field are compared by. Text compares without case, ids by their first 15 characters. */
export type Key = string | number | boolean;

/** A relative date stands for a span, from inside to outside. */
export type LiteralKey = Key | null | { readonly start: Key; readonly end: Key };

export function keyOf(type: FieldType, value: Value): Key | null {
  if (value === null || typeof value === 'object') return null;
  if (typeof value !== 'string') return value;
  if (type === 'id' || type === 'reference') return idKey(value);
  if (type === 'multipicklist') return setKey(value);
  return isText(type) ? value.toLowerCase() : value;
}

/** `B;A` and `A;B` are one choice. */
function setKey(value: string): string {
  return value.includes(';') ? value.toLowerCase().split(';').sort().join(';') : value.toLowerCase();
}

/** The literal as the column compares it. Throws INVALID_FIELD when it is of the wrong type. */
export function literalKey<Row>(column: Column<Row>, literal: Literal, now: number): LiteralKey {
  const { type } = column;
  if (literal.kind === 'null') return null;
  if (type === 'date' || type === 'datetime') return timeKey(column, literal, now);
  if (literal.kind === 'string' && isText(type))
    return emptyAsNull(type, stringValue(literal.text, literal.at));
  if (literal.kind === 'string' && (type === 'id' || type === 'reference')) return identity(literal);
  if (literal.kind === 'number' && isNumber(type)) return Number(literal.text);
  if (literal.kind === 'boolean' && type === 'boolean') return literal.value;
  throw wrongType(column, literal);
}

function emptyAsNull(type: FieldType, value: string): Key | null {
  return value === '' ? null : keyOf(type, value);
}

function identity(literal: { text: string; at: number }): Key | null {
  const id = stringValue(literal.text, literal.at);
  if (id === '') return null;
  if (!isId(id)) throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${id}`, literal.at);
  return idKey(id);
}

function timeKey<Row>(column: Column<Row>, literal: Literal, now: number): LiteralKey {
  const { type } = column;
  const write = type === 'date' ? dateText : datetimeText;
  if (literal.kind === 'relative') {
    const span = relativeSpan(literal.text, literal.n, now);
    return { start: write(span.start), end: write(span.end) };
  }
  if (literal.kind !== type) throw wrongType(column, literal);
  const milliseconds = type === 'date' ? 0 : parseDatetime(literal.text);
  if (Number.isNaN(milliseconds) || !isDate(literal.text.slice(0, 10))) {
    throw new SoqlError('INVALID_FIELD', `Invalid date: ${literal.text}`, literal.at);
  }
  return type === 'date' ? literal.text : datetimeText(milliseconds);
}

function wrongType<Row>(column: Column<Row>, literal: Literal): SoqlError {
  const quoted = isText(column.type) || column.type === 'id' || column.type === 'reference';
  const type = typeName(column.type);
  const message = `value of filter criterion for field '${column.name}' must be of type ${type} and should ${
    quoted ? '' : 'not '
  }be enclosed in quotes`;
  return new SoqlError('INVALID_FIELD', message, literal.at);
}

function typeName(type: FieldType): string {
  if (isText(type)) return 'string';
  if (type === 'id' || type === 'reference') return 'ID';
  if (type === 'datetime') return 'dateTime';
  return isNumber(type) && type !== 'int' ? 'double' : type;
}
