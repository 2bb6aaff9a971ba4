import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Operand } from '../../../src/contract/index.ts';
import { holdsSysId, isSysId } from '../names.ts';

/** An operand as ServiceNow stores such values. `between`: the true value lies between `text` and the next second. */
export interface Rendered {
  readonly text: string;
  readonly between: boolean;
}

/** C0 and C1 controls (line breaks among them), the Unicode line separators, and halves of surrogate pairs, which cannot be encoded. */
const UNSENDABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u;
const SCRIPT = /javascript:/i;
const DECIMAL = /^-?\d{1,30}(\.\d{1,30})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Turns an operand into the text that stands in an encoded query. Throws `invalid-input` for what the column can never hold, and for
 * what must never be sent: encoded queries have no escape, so a `^` would begin another condition, and a value with
 * `javascript:` would run on the instance.
 */
export function renderOperand(table: BoundTable, column: Column, operand: Operand): Rendered {
  switch (column.type) {
    case 'integer':
      return plain(integer(column, operand));
    case 'decimal':
      return plain(matching(column, String(operand), DECIMAL, 'a decimal number such as "-12.50"'));
    case 'boolean':
      if (typeof operand !== 'boolean') throw expects(column, 'true or false');
      return plain(String(operand));
    case 'date':
      return plain(matching(column, String(operand), DATE, 'a date such as "2026-11-22"'));
    case 'datetime':
      return datetime(column, operand);
    default:
      return plain(textOperand(table, column, operand));
  }
}

function plain(text: string): Rendered {
  return { text, between: false };
}

function textOperand(table: BoundTable, column: Column, operand: Operand): string {
  const text = String(operand);
  if (holdsSysId(table, column) && !isSysId(text)) {
    throw expects(column, 'a sys_id: 32 hexadecimal digits in lower case');
  }
  if (text.includes('^') || UNSENDABLE.test(text)) {
    throw invalid(
      `${column.name}: ServiceNow queries cannot hold the character ^ or control characters such as line breaks. Use a value without them.`,
    );
  }
  if (SCRIPT.test(text))
    throw invalid(`${column.name}: ServiceNow queries cannot hold "javascript:". Use a value without it.`);
  return text;
}

function integer(column: Column, operand: Operand): string {
  if (typeof operand === 'number' && Number.isSafeInteger(operand)) return String(operand);
  throw expects(column, 'a whole number');
}

function matching(column: Column, text: string, pattern: RegExp, what: string): string {
  if (pattern.test(text)) return text;
  throw expects(column, what);
}

/** ServiceNow keeps whole seconds, in UTC, as `2026-11-22 13:45:00`. */
function datetime(column: Column, operand: Operand): Rendered {
  const text = matching(column, String(operand), INSTANT, 'a date and time such as "2026-11-22T13:45:00Z"');
  const time = Date.parse(text);
  const iso = Number.isNaN(time) ? '' : new Date(time).toISOString();
  if (iso.length !== 24) throw expects(column, 'a date and time such as "2026-11-22T13:45:00Z"');
  // Digits behind the millisecond are lost in Date.parse, so the fraction is looked at in the text.
  return { text: `${iso.slice(0, 10)} ${iso.slice(11, 19)}`, between: /\.\d*[1-9]/.test(text) };
}

function expects(column: Column, what: string): CasegraphError {
  return invalid(`${column.name} expects ${what}.`);
}

function invalid(message: string): CasegraphError {
  return new CasegraphError('invalid-input', message);
}
