import {
  CasegraphError,
  parseDate,
  parseDateTime,
  plainDecimal,
  plainJson,
} from '../../../src/contract/index.ts';
import type { BoundTable, Choice, Column, Value } from '../../../src/contract/index.ts';
import { placeOf } from './path.ts';
import { ASTRAY, isObject, memberOf, valueAt } from './value-at.ts';

/**
 * The cell of a column out of one record. What is null or not there is null. Throws upstream-rejected where the record holds another type than the
 * declared one.
 */
export function cellOf(table: BoundTable, column: Column, record: unknown): Value {
  const place = placeOf(column.upstream);
  const raw = place === null ? ASTRAY : valueAt(record, place);
  if (raw === null || raw === undefined) return null;
  const found = place?.kind === 'field' ? fieldCell(column, raw) : converted(column.type, raw);
  if (found === undefined) throw otherType(table, column, raw);
  return found;
}

/** Custom fields may hold several values; a column of type list takes them all, any other the first. */
function fieldCell({ type }: Column, raw: unknown): Value | undefined {
  if (!Array.isArray(raw)) return undefined;
  if (type === 'json') return plainJson(raw) ?? undefined;
  const values: readonly unknown[] = raw.map(heldBy);
  if (type === 'list')
    return converted(
      'list',
      values.map((value) => (isObject(value) ? labelOf(value) : value)),
    );
  const [first] = values;
  if (first === null || first === undefined) return null;
  return converted(type, type !== 'choice' && isObject(first) ? labelOf(first) : first);
}

function heldBy(value: unknown): unknown {
  const names = ['value_option', 'value_catalog_entry', 'value_text', 'value_link', 'value_numeric'];
  return names.map((name) => memberOf(value, name)).find((held) => held !== undefined && held !== null);
}

/** Undefined where the raw value does not fit. */
function converted(type: Column['type'], raw: unknown): Value | undefined {
  switch (type) {
    case 'id':
    case 'reference':
    case 'string':
    case 'text':
    case 'url':
      return typeof raw === 'string' ? raw : undefined;
    case 'choice':
      return choiceOf(raw);
    case 'list':
      return Array.isArray(raw) && raw.every((member) => typeof member === 'string') ? raw : undefined;
    case 'integer':
    case 'duration':
      return integerOf(raw);
    case 'decimal':
      return plainDecimal(raw) ?? undefined;
    case 'boolean':
      return typeof raw === 'boolean' ? raw : undefined;
    case 'date':
      return parseDate(raw) ?? undefined;
    case 'datetime':
      return parseDateTime(raw) ?? undefined;
    case 'json':
      return raw === ASTRAY ? undefined : (plainJson(raw) ?? undefined);
    case 'time':
      return undefined;
  }
}

/** The app's own words, where they differ from those of the API: `live` is Active, `learning` is Post-incident. */
const LABELS: Readonly<Record<string, string>> = { live: 'Active', learning: 'Post-incident' };

/** A status, a severity or an option is named by its id; a word of a fixed set by itself. */
function choiceOf(raw: unknown): Choice | undefined {
  if (typeof raw === 'string') return { value: raw, label: LABELS[raw] ?? inWords(raw) };
  const value = memberOf(raw, 'id');
  const label = labelOf(raw);
  return typeof value === 'string' ? { value, label: label ?? value } : undefined;
}

/** Of a status or severity its `name`, of an option its `value`. */
function labelOf(raw: unknown): string | undefined {
  const label = memberOf(raw, 'name') ?? memberOf(raw, 'value');
  return typeof label === 'string' ? label : undefined;
}

function inWords(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');
}

/** Numeric fields and minutes come as text or with a fraction, which whole numbers have none of. */
function integerOf(raw: unknown): number | undefined {
  const value = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw) ? Number(raw) : raw;
  return Number.isSafeInteger(value) ? (value as number) + 0 : undefined;
}

function otherType(table: BoundTable, column: Column, raw: unknown): CasegraphError {
  const found = raw === ASTRAY ? 'not reached: something on the way is no object' : `a ${typeof raw}`;
  return new CasegraphError(
    'upstream-rejected',
    `${table.name}.${column.name} is declared as ${column.type}, but incident.io holds something else there; correct the declaration`,
    { connection: table.connection, detail: `${table.object}: ${column.upstream} is ${found}` },
  );
}
