import { parseDate, parseDateTime, parseTime, plainDecimal, plainJson } from '../../../src/contract/index.ts';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Value } from '../../../src/contract/index.ts';
import type { ChoicePaths } from '../declaration/declared.ts';
import { at } from './shape.ts';

/**
 * A cell of the value space out of what the service sent. Throws upstream-rejected where the answer does not fit the declared type: the
 * declaration is then wrong for this service.
 */
export function cellOf(
  table: BoundTable,
  column: Column,
  paths: ChoicePaths | undefined,
  raw: unknown,
): Value {
  if (raw === null) return null;
  const value = column.type === 'choice' ? choiceOf(paths, raw) : convert(column, raw);
  if (value !== undefined) return value;
  throw new CasegraphError(
    'upstream-rejected',
    `${table.name}.${column.name} is declared as ${column.type}, but the GraphQL service holds something else there; correct the declaration`,
    {
      connection: table.connection,
      detail: `${table.object}.${column.upstream} is ${Array.isArray(raw) ? 'a list' : typeof raw}`,
    },
  );
}

/** Undefined where the raw value does not fit. */
function convert({ type }: Column, raw: unknown): Value | undefined {
  switch (type) {
    case 'id':
    case 'reference':
      // Services with ids of type Int send numbers.
      return typeof raw === 'string' ? raw : Number.isSafeInteger(raw) ? String(raw) : undefined;
    case 'string':
    case 'text':
    case 'url':
      return typeof raw === 'string' ? raw : undefined;
    case 'integer':
      return integerOf(raw);
    case 'decimal':
      return plainDecimal(raw) ?? undefined;
    case 'boolean':
      return typeof raw === 'boolean' ? raw : undefined;
    case 'date':
      return parseDate(raw) ?? undefined;
    case 'datetime':
      return parseDateTime(raw) ?? undefined;
    case 'time':
      return parseTime(raw) ?? undefined;
    case 'duration':
      return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined;
    case 'list':
      return Array.isArray(raw) && raw.every((member) => typeof member === 'string') ? raw : undefined;
    case 'json':
      return plainJson(raw) ?? undefined;
    case 'choice':
      return undefined;
  }
}

/** Whole numbers beyond 32 bits come as text from many services. */
function integerOf(raw: unknown): number | undefined {
  const number = typeof raw === 'string' && /^-?\d{1,16}$/.test(raw) ? Number(raw) : raw;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number + 0 : undefined;
}

function choiceOf(paths: ChoicePaths | undefined, raw: unknown): Value | undefined {
  if (paths === undefined || paths.value.length === 0) {
    return typeof raw === 'string' ? { value: raw, label: paths?.labels.get(raw) ?? raw } : undefined;
  }
  const value = at(raw, paths.value);
  const label = at(raw, paths.label) ?? value;
  if (value === null) return null;
  if (typeof value !== 'string' || typeof label !== 'string') return undefined;
  return { value, label: paths.labels.get(value) ?? label };
}
