import { CasegraphError, plainDecimal, plainJson } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Value } from '../../../src/contract/index.ts';
import { edmOf } from '../edm.ts';
import { parseDate, parseDuration, parseMoment, parseTime } from '../instant.ts';
import type { Service } from '../service.ts';
import { wholeNumber } from '../whole-number.ts';
import { isObject } from './shape.ts';

/**
 * A cell of the value space out of what the service sent. Nothing (null, or a property that is not there: 4.01 may omit nulls) is null.
 * Throws upstream-rejected where the answer does not fit the declared type: the declaration is then wrong for this service.
 */
export function cellOf(service: Service, table: BoundTable, column: Column, raw: unknown): Value {
  if (raw === null || raw === undefined) return null;
  const value = convert(service, table, column, raw);
  if (value === null) throw mismatch(table, column, raw);
  return value;
}

/** Null where the raw value does not fit. */
function convert(service: Service, table: BoundTable, column: Column, raw: unknown): Value {
  switch (column.type) {
    case 'id':
    case 'reference':
      return nameOf(service, table, column, raw);
    case 'choice':
      return choiceOf(nameOf(service, table, column, raw));
    case 'string':
    case 'text':
    case 'url':
      return typeof raw === 'string' ? raw : null;
    case 'boolean':
      return typeof raw === 'boolean' ? raw : null;
    case 'integer':
      return wholeNumber(raw);
    case 'decimal':
      return plainDecimal(raw);
    case 'date':
      return parseDate(raw);
    case 'datetime':
      return parseMoment(raw, service.version === 2);
    case 'time':
      return parseTime(raw);
    case 'duration':
      return typeof raw === 'number' && Number.isFinite(raw) ? raw : parseDuration(raw);
    case 'list':
      return listOf(raw);
    case 'json':
      return plainJson(raw);
  }
}

/** Ids are text here: numbers are taken as they are written, Guids in lower case, since services write either. */
function nameOf(service: Service, table: BoundTable, column: Column, raw: unknown): string | null {
  if (typeof raw === 'string') return edmOf(service, table, column) === 'Edm.Guid' ? raw.toLowerCase() : raw;
  return typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : null;
}

/** OData sends no labels of codes: a value is its own. */
function choiceOf(value: string | null): Value {
  return value === null ? null : { value, label: value };
}

/** A collection of primitives; OData 2 wraps lists in `results`. */
function listOf(raw: unknown): Value {
  const members = isObject(raw) ? raw['results'] : raw;
  return Array.isArray(members) && members.every((member) => typeof member === 'string') ? members : null;
}

function mismatch(table: BoundTable, column: Column, raw: unknown): CasegraphError {
  return new CasegraphError(
    'upstream-rejected',
    `${table.name}.${column.name} is declared as ${column.type}, but the service holds something else there; correct the declaration`,
    {
      connection: table.connection,
      detail: `${table.object}.${column.upstream} is ${Array.isArray(raw) ? 'a list' : typeof raw}`,
    },
  );
}
