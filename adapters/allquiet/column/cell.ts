import {
  CasegraphError,
  parseDate,
  parseDateTime,
  plainDecimal,
  plainJson,
} from '../../../src/contract/index.ts';
import type { BoundTable, CellOf, Column, Value } from '../../../src/contract/index.ts';
import { isEvents } from '../objects.ts';
import { newest } from './events.ts';
import { isObject, memberOf } from './members.ts';
import type { Place } from './path.ts';
import { placeOf } from './path.ts';

/** A place that cannot be: the way there leads through something of another shape. */
const ASTRAY: unique symbol = Symbol('astray');

export function cellsOf(table: BoundTable, record: unknown): CellOf {
  return (column) => cellOf(table, column, record);
}

/**
 * The cell of a column out of one record. What is null or not there is null. Throws upstream-rejected where the record holds another type than the
 * declared one.
 */
export function cellOf(table: BoundTable, column: Column, record: unknown): Value {
  const place = placeOf(column.upstream);
  const raw = place === null ? ASTRAY : valueAt(table, record, place);
  if (raw === null || raw === undefined) return null;
  const found = converted(column.type, raw);
  if (found === undefined) throw otherType(table, column, raw);
  return found;
}

function valueAt(table: BoundTable, record: unknown, place: Place): unknown {
  switch (place.kind) {
    case 'members':
      return membersOf(record, place.names);
    case 'current':
      // An event says its own; what holds of an incident is what the newest one says.
      return isEvents(table) ? memberOf(record, place.name) : newest(record, place.name);
    case 'attribute':
      return attributeOf(record, place.attribute);
    case 'each': {
      const list = memberOf(record, place.list);
      if (list === null || list === undefined) return undefined;
      return Array.isArray(list) ? list.map((each) => membersOf(each, place.names)) : ASTRAY;
    }
  }
}

function membersOf(record: unknown, names: readonly string[]): unknown {
  let current = record;
  for (const name of names) {
    if (current === null || current === undefined) return undefined;
    if (!isObject(current)) return ASTRAY;
    current = memberOf(current, name);
  }
  return current;
}

/** Attributes are known by their names; of several of one name the first counts. */
export function attributeOf(incident: unknown, name: string): unknown {
  const attributes = memberOf(incident, 'attributes');
  if (attributes === null || attributes === undefined) return undefined;
  if (!Array.isArray(attributes)) return ASTRAY;
  return memberOf(
    attributes.find((each: unknown) => memberOf(each, 'name') === name),
    'value',
  );
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
      return typeof raw === 'string' ? { value: raw, label: raw } : undefined;
    case 'list':
      return Array.isArray(raw) && raw.every((member) => typeof member === 'string') ? raw : undefined;
    case 'integer':
    case 'duration':
      return Number.isSafeInteger(raw) ? (raw as number) + 0 : undefined;
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

function otherType(table: BoundTable, column: Column, raw: unknown): CasegraphError {
  const found = raw === ASTRAY ? 'not reached: something on the way has another shape' : `a ${typeof raw}`;
  return new CasegraphError(
    'upstream-rejected',
    `${table.name}.${column.name} is declared as ${column.type}, but All Quiet holds something else there; correct the declaration`,
    { connection: table.connection, detail: `${table.object}: ${column.upstream} is ${found}` },
  );
}
