import type { IoIncident, IoOrganisation, IoSeverity } from '../../world/incidentio-records.ts';
import type { Filter } from './filter-value.ts';
import { IO_CATEGORIES } from '../../world/incidentio-records.ts';
import { invalid } from '../http/api-error.ts';
import { dayIn, oneValue, wrongOperator } from './filter-value.ts';

export type Test = (incident: IoIncident) => boolean;

export const MODES = ['standard', 'retrospective', 'test', 'tutorial'] as const;

/** What a filter asks for. Throws a 422 that names it. An id that nothing has finds nothing. */
export function testOf(filter: Filter, organisation: IoOrganisation): Test {
  switch (filter.field) {
    case 'status':
      return among(filter, ({ incident_status: status }) => [status.id]);
    case 'status_category':
      checkWords(filter, IO_CATEGORIES);
      return among(filter, ({ incident_status: status }) => [status.category]);
    case 'severity':
      return severityTest(filter, organisation);
    case 'incident_type':
      return among(filter, ({ incident_type: type }) => (type ? [type.id] : []));
    case 'created_at':
      return momentTest(filter, (incident) => incident.created_at);
    case 'updated_at':
      return momentTest(filter, (incident) => incident.updated_at);
    case 'mode':
      checkWords(filter, MODES);
      return among(filter, ({ mode }) => [mode], ['one_of']);
    case 'incident_role':
      return among(filter, (incident) => assigneesOf(incident, filter.id), ['one_of', 'is_blank']);
    default:
      return among(filter, (incident) => fieldValues(incident, filter.id), ['one_of', 'not_in', 'is_blank']);
  }
}

/** Whether one of an incident's values is among those asked for. What has no value is not in any list. */
function among(
  filter: Filter,
  valuesOf: (incident: IoIncident) => readonly string[],
  accepted: readonly string[] = ['one_of', 'not_in'],
): Test {
  const { operator } = filter;
  if (!accepted.includes(operator)) throw wrongOperator(filter, accepted);
  const wanted = new Set(filter.values);
  if (operator === 'is_blank') {
    const blank = blankIn(filter);
    return (incident) => (valuesOf(incident).length === 0) === blank;
  }
  const holds: Test = (incident) => valuesOf(incident).some((value) => wanted.has(value));
  return operator === 'one_of' ? holds : (incident) => !holds(incident);
}

function blankIn(filter: Filter): boolean {
  const value = oneValue(filter);
  if (value !== 'true' && value !== 'false') throw invalid(filter.key, `${filter.key} takes true or false`);
  return value === 'true';
}

/** `gte` and `lte` compare ranks, of which lower is less severe. What has no severity is neither above nor below one. */
function severityTest(filter: Filter, { severities }: IoOrganisation): Test {
  const { operator } = filter;
  if (operator !== 'gte' && operator !== 'lte')
    return among(filter, ({ severity }) => (severity ? [severity.id] : []), [
      'one_of',
      'not_in',
      'gte',
      'lte',
    ]);
  const id = oneValue(filter);
  const bound: IoSeverity | undefined = severities.find((each) => each.id === id);
  if (bound === undefined) throw invalid(filter.key, `There is no severity ${id}`);
  return ({ severity }) => {
    if (severity === undefined) return false;
    return operator === 'gte' ? severity.rank >= bound.rank : severity.rank <= bound.rank;
  };
}

/** Bounds are midnights, and count as inside. */
function momentTest(filter: Filter, momentOf: (incident: IoIncident) => string): Test {
  const accepted = ['gte', 'lte', 'date_range'];
  if (!accepted.includes(filter.operator)) throw wrongOperator(filter, accepted);
  const value = oneValue(filter);
  const parts = filter.operator === 'date_range' ? value.split('~') : [value, value];
  const [first, last] = parts.map((part) => dayIn(part, filter));
  if (parts.length !== 2 || first === undefined || last === undefined)
    throw invalid(filter.key, `${filter.key} takes two dates such as 2024-12-02~2024-12-08`);
  const from = filter.operator === 'lte' ? Number.NEGATIVE_INFINITY : first;
  const to = filter.operator === 'gte' ? Number.POSITIVE_INFINITY : last;
  return (incident) => {
    const at = Date.parse(momentOf(incident));
    return at >= from && at <= to;
  };
}

function assigneesOf(
  { incident_role_assignments: given }: IoIncident,
  role: string | null,
): readonly string[] {
  return given.flatMap((each) => (each.role.id === role && each.assignee ? [each.assignee.id] : []));
}

/** Of an option its id, of anything else the value itself. */
function fieldValues({ custom_field_entries: entries }: IoIncident, field: string | null): readonly string[] {
  const values = entries.filter((entry) => entry.custom_field.id === field).flatMap((entry) => entry.values);
  return values
    .map((value) => value.value_option?.id ?? value.value_text ?? value.value_link ?? value.value_numeric)
    .filter((value) => value !== undefined);
}

function checkWords({ key, values }: Filter, words: readonly string[]): void {
  const odd = values.find((value) => !words.includes(value));
  if (odd !== undefined) throw invalid(key, `${odd} is none of ${words.join(', ')}`);
}
