import { parseDate, parseDateTime, plainDecimal } from '../../../src/contract/index.ts';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { Column, ColumnType, Operand } from '../../../src/contract/index.ts';
import { normaliseId } from '../id.ts';
import { LONGEST_STRING, quoted } from './escape.ts';

/** What a value must look like, by column type, as a message to the client says it. */
const EXPECTED: Partial<Record<ColumnType, string>> = {
  id: 'a Salesforce id of 15 or 18 characters',
  reference: 'a Salesforce id of 15 or 18 characters',
  string: `text of at most ${LONGEST_STRING} characters`,
  url: `text of at most ${LONGEST_STRING} characters`,
  choice: `the value of a choice, at most ${LONGEST_STRING} characters`,
  list: `one member of the list, at most ${LONGEST_STRING} characters`,
  integer: 'a whole number',
  decimal: 'a number such as "-12.50"',
  text: 'text',
  time: 'a time of day such as "13:45:00"',
  boolean: 'true or false',
  date: 'a date such as "2026-11-22", between 1700 and 4000',
  datetime: 'a date and time with zone such as "2026-11-22T13:45:00Z", between 1700 and 4000',
};

/**
 * How a value is written in SOQL for a column: text in quotes and escaped, everything else from a closed alphabet. Null where the value
 * cannot stand for the column's type, or the type cannot be compared at all.
 */
export function literalOf(column: Column, value: Operand): string | null {
  switch (column.type) {
    case 'id':
    case 'reference': {
      const id = normaliseId(value);
      return id === null ? null : `'${id}'`;
    }
    case 'string':
    case 'url':
    case 'choice':
    case 'list':
      return typeof value === 'string' ? quoted(value) : null;
    case 'boolean':
      return typeof value === 'boolean' ? String(value) : null;
    case 'integer':
      return integer(value);
    case 'decimal':
      return plainDecimal(value);
    case 'date':
      return inRange(parseDate(value));
    case 'datetime':
      return inRange(parseDateTime(value));
    default:
      return null;
  }
}

function integer(value: Operand): string | null {
  const plain = plainDecimal(value);
  return plain !== null && Number.isSafeInteger(Number(plain)) && !plain.includes('.') ? plain : null;
}

/** SOQL takes dates from 1700 to 4000. */
function inRange(text: string | null): string | null {
  const year = Number(text?.slice(0, 4));
  return year >= 1700 && (year < 4000 || (text ?? '').startsWith('4000-')) ? text : null;
}

/** The error for a value that {@link literalOf} refuses. The value itself is quoted, cut short. */
export function misfit(column: Column, value: Operand): CasegraphError {
  const expected = EXPECTED[column.type] ?? 'nothing: this column cannot be compared';
  const got = JSON.stringify(
    typeof value === 'string' && value.length > 60 ? `${value.slice(0, 60)}…` : value,
  );
  return new CasegraphError('invalid-input', `${column.name}: ${got} is not ${expected}`);
}

export function requiredLiteral(column: Column, value: Operand): string {
  const literal = literalOf(column, value);
  if (literal === null) throw misfit(column, value);
  return literal;
}
