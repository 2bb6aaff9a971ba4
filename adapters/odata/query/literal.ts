import { CasegraphError, plainDecimal } from '../../../src/contract/index.ts';
import type { BoundTable, Column, ColumnType, Operand } from '../../../src/contract/index.ts';
import type { Edm } from '../edm.ts';
import { edmOf } from '../edm.ts';
import { parseDate, parseMoment, parseTime } from '../instant.ts';
import type { Service } from '../service.ts';
import { wholeNumber } from '../whole-number.ts';
import { folded } from './fold.ts';
import { folds } from './operators.ts';

/** What a value must look like, by column type, as a message to the client says it. */
const EXPECTED: Partial<Record<ColumnType, string>> = {
  integer: 'a whole number',
  decimal: 'a number such as "-12.50"',
  boolean: 'true or false',
  date: 'a date such as "2026-11-22"',
  time: 'a time of day such as "13:45:00"',
  datetime: 'a date and time with zone such as "2026-11-22T13:45:00Z"',
};
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PLAIN_INTEGER = /^(?:0|-?[1-9]\d{0,18})$/;

/** A value as it stands in a query; `never`: no cell can equal it; `unsayable`: the request cannot carry it, so the engine has to compare. */
export type Literal = { readonly text: string } | 'never' | 'unsayable';

/** How a value is written for a column. Throws invalid-input for a value of another type. */
export function literalOf(service: Service, table: BoundTable, column: Column, value: Operand): Literal {
  const edm = edmOf(service, table, column);
  switch (column.type) {
    case 'id':
    case 'reference':
    case 'choice':
      return typeof value === 'string' ? nameLiteral(service, column, edm, value) : misfit(column, value);
    case 'string':
    case 'text':
    case 'url':
      return typeof value === 'string' ? textLiteral(service, column, value) : misfit(column, value);
    case 'boolean':
      return typeof value === 'boolean' ? { text: String(value) } : misfit(column, value);
    case 'integer':
      return { text: suffixed(service, edm, String(wholeNumber(value) ?? misfit(column, value))) };
    case 'decimal':
      return { text: suffixed(service, edm, plainDecimal(value) ?? misfit(column, value)) };
    case 'date':
      return { text: dateLiteral(service, parseDate(value) ?? misfit(column, value)) };
    case 'datetime':
      return { text: momentLiteral(service, edm, parseMoment(value, false) ?? misfit(column, value)) };
    case 'time':
      return { text: timeLiteral(service, parseTime(value) ?? misfit(column, value)) };
    default:
      return 'unsayable';
  }
}

/** Ids, references and choices: text, or what a Guid or an integer looks like as text. */
function nameLiteral(service: Service, column: Column, edm: Edm | null, value: string): Literal {
  if (edm === 'Edm.String') return textLiteral(service, column, value);
  if (edm === 'Edm.Guid') {
    const guid = value.toLowerCase();
    if (!GUID.test(guid)) return 'never';
    return { text: service.version === 2 ? `guid'${guid}'` : guid };
  }
  return PLAIN_INTEGER.test(value) ? { text: suffixed(service, edm, value) } : 'never';
}

function textLiteral(service: Service, column: Column, value: string): Literal {
  // Half a surrogate pair has no encoding, and many servers cut or refuse a request at a control character.
  if (/[\p{Cc}\p{Surrogate}]/u.test(value)) return 'unsayable';
  if (!folds(service, column)) return { text: quoted(value) };
  const lower = folded(value);
  return lower === null ? 'unsayable' : { text: quoted(lower) };
}

/** The only character that means something inside a string literal is the quote, and it is doubled (ABNF: SQUOTE-in-string). */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** OData 2 marks numbers by their types: 5L, 12.5M. */
function suffixed({ version }: Service, edm: Edm | null, digits: string): string {
  if (version === 4) return digits;
  return edm === 'Edm.Int64' ? `${digits}L` : edm === 'Edm.Decimal' ? `${digits}M` : digits;
}

function dateLiteral({ version }: Service, day: string): string {
  return version === 4 ? day : `datetime'${day}T00:00:00'`;
}

function momentLiteral({ version }: Service, edm: Edm | null, moment: string): string {
  if (version === 4) return moment;
  return edm === 'Edm.DateTimeOffset' ? `datetimeoffset'${moment}'` : `datetime'${moment.slice(0, -1)}'`;
}

function timeLiteral({ version }: Service, time: string): string {
  if (version === 4) return time;
  const [hours, minutes, seconds] = time.split(':');
  return `time'PT${hours}H${minutes}M${seconds}S'`;
}

export function misfit(column: Column, value: unknown): never {
  const expected = EXPECTED[column.type] ?? 'text';
  const got = JSON.stringify(
    typeof value === 'string' && value.length > 60 ? `${value.slice(0, 60)}…` : value,
  );
  throw new CasegraphError('invalid-input', `${column.name}: ${got} is not ${expected}`);
}
