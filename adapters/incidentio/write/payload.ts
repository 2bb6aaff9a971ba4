import { CasegraphError, columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Value } from '../../../src/contract/index.ts';
import { placeOf } from '../column/path.ts';
import { isId } from '../objects.ts';

/** Members of a request, by the upstream name of the column. */
const MEMBERS: Readonly<Record<string, string>> = {
  name: 'name',
  summary: 'summary',
  call_url: 'call_url',
  incident_status: 'incident_status_id',
  'incident_status.id': 'incident_status_id',
  severity: 'severity_id',
  'severity.id': 'severity_id',
};
/** Members that only a new incident is given. */
const AT_FIRST: Readonly<Record<string, string>> = {
  incident_type: 'incident_type_id',
  'incident_type.id': 'incident_type_id',
  mode: 'mode',
  visibility: 'visibility',
};

/** Whether incident.io lets a column of an incident be written; fields only by their ids, since writing needs them. */
export function isWritable({ upstream }: Pick<Column, 'upstream'>): boolean {
  if (Object.hasOwn(MEMBERS, upstream) || Object.hasOwn(AT_FIRST, upstream)) return true;
  const place = placeOf(upstream);
  return place?.kind === 'field' && isId(place.field);
}

/** The incident of a create or an edit. Throws invalid-input for what cannot be written so. */
export function payloadOf(
  table: BoundTable,
  values: Readonly<Record<string, Value>>,
  isNew: boolean,
): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  const entries: object[] = [];
  for (const [name, value] of Object.entries(values)) {
    const column = columnOf(table, name);
    const place = placeOf(column.upstream);
    const member = memberFor(column.upstream, isNew);
    if (place?.kind === 'field')
      entries.push({ custom_field_id: place.field, values: fieldValues(column, value) });
    else if (member === undefined) throw unwritable(table, column);
    else if (value !== null || isNew) payload[member] = value ?? undefined;
    // The API takes no null; what is text can be emptied.
    else if (member === 'summary' || member === 'call_url') payload[member] = '';
    else throw unwritable(table, column);
  }
  return entries.length === 0 ? payload : { ...payload, custom_field_entries: entries };
}

function memberFor(upstream: string, isNew: boolean): string | undefined {
  if (Object.hasOwn(MEMBERS, upstream)) return MEMBERS[upstream];
  return isNew && Object.hasOwn(AT_FIRST, upstream) ? AT_FIRST[upstream] : undefined;
}

function fieldValues({ type }: Column, value: Value): object[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.map((member: Value) => ({ value_text: textOf(member) }));
  switch (type) {
    case 'choice':
      return [{ value_option_id: textOf(value) }];
    case 'integer':
    case 'decimal':
    case 'duration':
      return [{ value_numeric: textOf(value) }];
    case 'url':
      return [{ value_link: textOf(value) }];
    default:
      return [{ value_text: textOf(value) }];
  }
}

function textOf(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function unwritable(table: BoundTable, { name }: Column): CasegraphError {
  return new CasegraphError(
    'invalid-input',
    `${table.name}.${name}: incident.io does not let this be changed; leave it out`,
  );
}
