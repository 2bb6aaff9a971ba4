import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Value } from '../../../src/contract/index.ts';
import { holdsSysId, isSysId } from '../names.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A value as the Table API takes it with `sysparm_input_display_value=false`: always text, dates in UTC, choices and references by
 * their internal value. Throws `invalid-input` for what the column cannot hold, because ServiceNow would drop it without an error.
 */
export function writeValue(table: BoundTable, column: Column, value: Value): string {
  if (value === null) return '';
  switch (column.type) {
    case 'choice':
      return text(column, typeof value === 'object' && 'value' in value ? (value.value ?? null) : value);
    case 'datetime':
      return timestamp(column, value);
    case 'duration':
      return duration(column, value);
    case 'time':
      return `1970-01-01 ${text(column, value)}`;
    case 'list':
      return list(column, value);
    case 'json':
      return JSON.stringify(value);
    default:
      return reference(table, column, text(column, value));
  }
}

function text(column: Column, value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw expects(column, `a ${column.type}`);
}

function reference(table: BoundTable, column: Column, value: string): string {
  if (holdsSysId(table, column) && value !== '' && !isSysId(value)) {
    throw expects(column, 'a sys_id: 32 hexadecimal digits in lower case');
  }
  return value;
}

/** Fractions of a second are cut off: ServiceNow has none. */
function timestamp(column: Column, value: Value): string {
  const time = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw expects(column, 'a date and time such as "2026-11-22T13:45:00Z"');
  return utc(time);
}

function duration(column: Column, value: Value): string {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw expects(column, 'a number of seconds');
  return utc(value * 1000);
}

function utc(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

function list(column: Column, value: Value): string {
  const members = Array.isArray(value) ? (value as readonly Value[]) : [];
  const texts = members.map((member) => text(column, member));
  if (!Array.isArray(value) || texts.some((member) => member.includes(','))) {
    throw expects(column, 'a list of texts without commas');
  }
  return texts.join(',');
}

function expects(column: Column, what: string): CasegraphError {
  return new CasegraphError('invalid-input', `${column.name} expects ${what}.`);
}
