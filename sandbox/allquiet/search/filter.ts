import type { AqIncident } from '../../world/allquiet-records.ts';
import { AQ_SEVERITIES, AQ_STATUSES } from '../../world/allquiet-records.ts';
import { assignedTo, isSnoozed, severityOf, statusOf } from '../incidents/current.ts';
import { Problem } from '../problem.ts';
import type { Parameters } from './parameters.ts';

export type Filter = (incident: AqIncident) => boolean;

/** The conditions that both searches have. Snoozed incidents are left out unless asked for; archived ones are not. */
export function commonFilter(parameters: Parameters, now: number): Filter {
  const statuses = parameters.list('Statuses', AQ_STATUSES);
  const severities = parameters.list('Severities', AQ_SEVERITIES);
  const integrations = parameters.uuids('IntegrationIds');
  const teams = parameters.uuids('TeamIds');
  const archived = parameters.flag('IsArchived');
  const withSnoozed = parameters.flag('IncludeSnoozed') === true || parameters.flag('OnlySnoozed') === true;
  return (incident) =>
    (statuses?.has(statusOf(incident)) ?? true) &&
    (severities?.has(severityOf(incident)) ?? true) &&
    (integrations?.has(incident.integration.id) ?? true) &&
    (teams === undefined || incident.teams.some(({ id }) => teams.has(id))) &&
    (archived === undefined || incident.isArchived === archived) &&
    (withSnoozed || !isSnoozed(incident, now));
}

/** The conditions of the list beyond those. */
export function listFilter(parameters: Parameters, now: number): Filter {
  const common = commonFilter(parameters, now);
  const users = parameters.uuids('UserIds');
  const term = searchTerm(parameters);
  const unattended = parameters.flag('Unattended');
  const onlySnoozed = parameters.flag('OnlySnoozed') === true;
  const inTime = timeFilter(parameters);
  return (incident) =>
    common(incident) &&
    (users === undefined || involved(incident).some((id) => users.has(id))) &&
    (term === undefined || texts(incident).some((text) => text.toLowerCase().includes(term))) &&
    (unattended === undefined || incident.unattended === unattended) &&
    (!onlySnoozed || isSnoozed(incident, now)) &&
    inTime(incident);
}

function timeFilter(parameters: Parameters): Filter {
  const from = parameters.moment('CreatedFrom') ?? -Infinity;
  const until = parameters.moment('CreatedUntil') ?? Infinity;
  const before = parameters.moment('CreatedUntilExclusive') ?? Infinity;
  const updatedFrom = parameters.moment('LastUpdatedFrom') ?? -Infinity;
  return ({ createdAt, lastUpdatedAt }) => {
    const created = Date.parse(createdAt);
    return (
      created >= from && created <= until && created < before && Date.parse(lastUpdatedAt) >= updatedFrom
    );
  };
}

function searchTerm(parameters: Parameters): string | undefined {
  const term = parameters.text('SearchTerm');
  if (term !== undefined && term.length > 200) throw new Problem(400, 'SearchTerm: at most 200 characters.');
  return term?.toLowerCase();
}

/** Decided here: whom an incident concerns are those on call for it and those it is assigned to. */
function involved(incident: AqIncident): string[] {
  return [...incident.onCallUsers, ...assignedTo(incident)].map(({ id }) => id);
}

/** Decided here: a term is looked for in the title and the attributes' values. */
function texts({ title, attributes }: AqIncident): string[] {
  return [title, ...attributes.map(({ value }) => value)];
}
