import type { Place } from './path.ts';

/** A place that cannot be: the way there leads through something else than an object. */
export const ASTRAY: unique symbol = Symbol('astray');

/** Who did something is one of these members of an actor. */
const ACTORS = ['user', 'api_key', 'workflow', 'alert'] as const;

/** What stands at a place of a record; undefined where nothing does; ASTRAY where the shape is another one. */
export function valueAt(record: unknown, place: Place): unknown {
  switch (place.kind) {
    case 'members':
      return membersOf(record, place.names);
    case 'field':
      return fieldValue(record, place.field);
    case 'role':
      return ofChosen(record, 'incident_role_assignments', (each) => isRole(each, place.role), [
        'assignee',
        ...place.names,
      ]);
    case 'timestamp':
      return ofChosen(record, 'incident_timestamp_values', (each) => isTimestamp(each, place.timestamp), [
        'value',
        'value',
      ]);
  }
}

/** Own members only: `constructor` and `__proto__` are names like any other. An actor is passed through to whoever it is. */
function membersOf(record: unknown, names: readonly string[]): unknown {
  let current = record;
  for (const name of names) {
    if (current === null || current === undefined) return undefined;
    if (!isObject(current)) return ASTRAY;
    const own = member(current, name);
    const within = current;
    const actor = own === undefined ? ACTORS.find((each) => isObject(member(within, each))) : undefined;
    current = actor === undefined ? own : memberOf(member(within, actor), name);
  }
  return current;
}

/** What is set in the field: its values as the API has them, one for each. */
function fieldValue(record: unknown, field: string): unknown {
  const entries = membersOf(record, ['custom_field_entries']);
  if (entries === null || entries === undefined) return undefined;
  if (!Array.isArray(entries)) return ASTRAY;
  const entry = entries.find((each: unknown) => {
    const about = memberOf(each, 'custom_field');
    return memberOf(about, 'id') === field || memberOf(about, 'name') === field;
  }) as unknown;
  if (entry === undefined) return undefined;
  const values = memberOf(entry, 'values');
  return Array.isArray(values) ? values : ASTRAY;
}

function ofChosen(
  record: unknown,
  list: string,
  chosen: (each: unknown) => boolean,
  names: readonly string[],
): unknown {
  const all = membersOf(record, [list]);
  if (all === null || all === undefined) return undefined;
  if (!Array.isArray(all)) return ASTRAY;
  return membersOf(all.find(chosen), names);
}

function isRole(each: unknown, role: string): boolean {
  const about = memberOf(each, 'role');
  return memberOf(about, 'id') === role || memberOf(about, 'role_type') === role;
}

function isTimestamp(each: unknown, timestamp: string): boolean {
  const about = memberOf(each, 'incident_timestamp');
  return memberOf(about, 'id') === timestamp || memberOf(about, 'name') === timestamp;
}

export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? member(value, name) : undefined;
}

function member(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
