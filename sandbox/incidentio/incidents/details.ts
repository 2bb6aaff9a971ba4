import type {
  IoCustomField,
  IoFieldEntry,
  IoFieldValue,
  IoIncident,
  IoOrganisation,
  IoRoleAssignment,
  IoTimestampValue,
  IoUser,
} from '../../world/incidentio-records.ts';
import type { JsonObject } from '../http/json-body.ts';
import { invalid } from '../http/api-error.ts';
import { isObject, objectsIn, requiredText, textIn } from '../http/json-body.ts';

type Details = Pick<
  IoIncident,
  'custom_field_entries' | 'incident_role_assignments' | 'incident_timestamp_values'
>;

/**
 * Custom fields, roles and timestamps as a request sets them; those that it does not name stay as they are.
 * @param at path of the request's object within the body, for messages: `incident.`
 */
export function detailsIn(
  body: JsonObject,
  organisation: IoOrganisation,
  before: Details,
  at: string,
): Details {
  const entries = objectsIn(body, 'custom_field_entries', at).map((given) =>
    fieldEntry(given, organisation, at),
  );
  const roles = objectsIn(body, 'incident_role_assignments', at).map((given) =>
    assignment(given, organisation, at),
  );
  const moments = objectsIn(body, 'incident_timestamp_values', at).map((given) =>
    timestamp(given, organisation, at),
  );
  return {
    custom_field_entries: replaced(before.custom_field_entries, entries, (each) => each.custom_field.id),
    incident_role_assignments: replaced(before.incident_role_assignments, roles, (each) => each.role.id),
    incident_timestamp_values: replaced(
      before.incident_timestamp_values,
      moments,
      (each) => each.incident_timestamp.id,
    ),
  };
}

/** Each in its old place, what is new behind them. */
function replaced<T>(before: readonly T[], given: readonly T[], idOf: (each: T) => string): readonly T[] {
  const news = new Map(given.map((each) => [idOf(each), each]));
  const kept = before.map((each) => news.get(idOf(each)) ?? each);
  const known = new Set(before.map(idOf));
  return [...kept, ...[...news.values()].filter((each) => !known.has(idOf(each)))];
}

function fieldEntry(given: JsonObject, { customFields }: IoOrganisation, at: string): IoFieldEntry {
  const field = named(given, 'custom_field_id', customFields, `${at}custom_field_entries.`);
  const { id, name, description, field_type, options } = field;
  const values = objectsIn(given, 'values', `${at}custom_field_entries.`);
  return {
    custom_field: { id, name, description, field_type, options },
    values: values.map((value) => fieldValue(value, field, `${at}custom_field_entries.values.`)),
  };
}

const VALUE_KEYS = { text: 'value_text', link: 'value_link', numeric: 'value_numeric' } as const;

function fieldValue(given: JsonObject, field: IoCustomField, at: string): IoFieldValue {
  if (field.field_type === 'single_select' || field.field_type === 'multi_select')
    return { value_option: named(given, 'value_option_id', field.options, at) };
  const key = VALUE_KEYS[field.field_type];
  return { [key]: requiredText(given, key, at) };
}

function assignment(given: JsonObject, { roles, users }: IoOrganisation, before: string): IoRoleAssignment {
  const at = `${before}incident_role_assignments.`;
  const role = named(given, 'incident_role_id', roles, at);
  if (!isObject(given['assignee'])) return { role };
  return { role, assignee: userIn(given['assignee'], users, `${at}assignee.`) };
}

function userIn(given: JsonObject, users: readonly IoUser[], at: string): IoUser {
  const [id, email, slack] = ['id', 'email', 'slack_user_id'].map((name) => textIn(given, name, at));
  const user = users.find(
    (each) => each.id === id || (email !== undefined && each.email === email) || each.slack_user_id === slack,
  );
  if (user === undefined) throw invalid(`${at}id`, 'There is no such user');
  return user;
}

function timestamp(given: JsonObject, { timestamps }: IoOrganisation, before: string): IoTimestampValue {
  const at = `${before}incident_timestamp_values.`;
  const known = named(given, 'incident_timestamp_id', timestamps, at);
  const value = textIn(given, 'value', at);
  if (value === undefined || value === '') return { incident_timestamp: known };
  if (Number.isNaN(Date.parse(value))) throw invalid(`${at}value`, `${value} is no moment`);
  return { incident_timestamp: known, value: { value } };
}

function named<T extends { readonly id: string }>(
  given: JsonObject,
  name: string,
  all: readonly T[],
  at: string,
): T {
  const id = requiredText(given, name, at);
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw invalid(at + name, `There is no ${name.replace(/_id$/, '')} ${id}`);
  return found;
}
