import { CasegraphError, parseDate, plainDecimal, plainJson } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Value } from '../../../src/contract/index.ts';
import { declarationOf } from '../declaration/declaration.ts';
import { ASTRAY, valueAt } from '../json-path.ts';
import { clockOf, momentOf } from './moment.ts';

const INTEGER = /^-?\d{1,15}$/;

/**
 * The cell of a column out of one record of the upstream. What is null or not there is null. Throws upstream-rejected where the record holds
 * another type than the declared one: the declaration is then wrong for this service.
 */
export function cellOf(table: BoundTable, column: Column, record: unknown): Value {
  const { choices } = declarationOf(table);
  const pair = Object.hasOwn(choices, column.name) ? choices[column.name] : undefined;
  if (pair !== undefined)
    return choiceOf(table, column, valueAt(record, pair.value), valueAt(record, pair.label));
  const raw = valueAt(record, column.upstream);
  if (raw === null || raw === undefined) return null;
  return converted(column, raw) ?? refuse(table, column, raw);
}

/** Two places make one choice; a value without a label is its own label. */
function choiceOf(table: BoundTable, column: Column, raw: unknown, shown: unknown): Value {
  if (raw === null || raw === undefined) return null;
  const value = identifier(raw) ?? refuse(table, column, raw);
  const label =
    shown === null || shown === undefined ? value : (identifier(shown) ?? refuse(table, column, shown));
  return { value, label };
}

/** Undefined or null where the raw value does not fit. */
function converted(column: Column, raw: unknown): Value | undefined {
  switch (column.type) {
    case 'id':
    case 'reference':
      return identifier(raw);
    case 'string':
    case 'text':
    case 'url':
      return typeof raw === 'string' ? raw : undefined;
    case 'choice': {
      const value = identifier(raw);
      return value === undefined ? undefined : { value, label: value };
    }
    case 'list':
      return Array.isArray(raw) && raw.every((member) => typeof member === 'string') ? raw : undefined;
    case 'integer':
      return integerOf(raw);
    case 'decimal':
      return plainDecimal(raw);
    case 'duration':
      return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined;
    case 'boolean':
      return typeof raw === 'boolean' ? raw : undefined;
    case 'date':
      return parseDate(raw);
    case 'time':
      return clockOf(raw);
    case 'datetime':
      return momentOf(raw);
    case 'json':
      return raw === ASTRAY ? undefined : plainJson(raw);
  }
}

/** Many services number their rows: a whole number is an identifier by its digits. */
function identifier(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw;
  return Number.isSafeInteger(raw) ? String(raw) : undefined;
}

/** Services that keep 64 bits send such numbers as text. */
function integerOf(raw: unknown): number | undefined {
  const value = typeof raw === 'string' && INTEGER.test(raw) ? Number(raw) : raw;
  return Number.isSafeInteger(value) ? (value as number) + 0 : undefined;
}

function refuse(table: BoundTable, column: Column, raw: unknown): never {
  const found = raw === ASTRAY ? 'not reached: something on the way is no object' : kindOf(raw);
  throw new CasegraphError(
    'upstream-rejected',
    `${table.name}.${column.name} is declared as ${column.type}, but the service holds something else there; correct the declaration`,
    { connection: table.connection, detail: `${table.object}: ${column.upstream} is ${found}` },
  );
}

function kindOf(raw: unknown): string {
  return Array.isArray(raw) ? 'a list' : typeof raw;
}
