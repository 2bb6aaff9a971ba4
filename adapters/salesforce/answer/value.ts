import { parseDate, parseDateTime, parseTime, plainDecimal } from '../../../src/contract/index.ts';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Column, JsonValue, Value } from '../../../src/contract/index.ts';
import { normaliseId } from '../id.ts';

/**
 * A cell of the value space out of what Salesforce sent. Nothing (`null`, or a field that is not there) is null. Throws upstream-rejected
 * where the answer does not fit the declared type: the declaration is then wrong for this org.
 */
export function cellOf(table: BoundTable, column: Column, raw: unknown): Value {
  if (raw === null || raw === undefined) return null;
  const value = convert(column, raw);
  if (value === undefined) throw mismatch(table, column, raw);
  return value;
}

/** Undefined where the raw value does not fit. */
function convert(column: Column, raw: unknown): Value | undefined {
  switch (column.type) {
    case 'id':
    case 'reference':
      return typeof raw === 'string' ? (normaliseId(raw) ?? raw) : undefined;
    case 'string':
    case 'text':
    case 'url':
      return typeof raw === 'string' ? raw : undefined;
    case 'choice':
      return typeof raw === 'string' ? { value: raw, label: raw } : undefined;
    case 'list':
      return typeof raw === 'string' ? raw.split(';').filter((member) => member !== '') : undefined;
    case 'integer':
      return Number.isSafeInteger(raw) ? (raw as number) + 0 : undefined;
    case 'decimal':
      return typeof raw === 'number' ? (plainDecimal(raw) ?? undefined) : undefined;
    case 'boolean':
      return typeof raw === 'boolean' ? raw : undefined;
    case 'date':
      return parseDate(raw) ?? undefined;
    case 'datetime':
      return parseDateTime(raw) ?? undefined;
    case 'time':
      return parseTime(raw) ?? undefined;
    case 'json':
      // The value came out of a JSON parser.
      return raw as JsonValue;
    case 'duration':
      return undefined;
  }
}

function mismatch(table: BoundTable, column: Column, raw: unknown): CasegraphError {
  return new CasegraphError(
    'upstream-rejected',
    `${table.name}.${column.name} is declared as ${column.type}, but Salesforce holds something else there; correct the declaration`,
    {
      connection: table.connection,
      detail: `${table.object}.${column.upstream} is ${Array.isArray(raw) ? 'a list' : typeof raw}`,
    },
  );
}
