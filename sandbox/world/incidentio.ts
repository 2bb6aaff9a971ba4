import type { Draft } from './draft.ts';
import type { OutagePlan } from './incidentio-plan.ts';
import type {
  IncidentIoWorld,
  IoCategory,
  IoIncident,
  IoOrganisation,
  IoSeverity,
  IoStatus,
  IoUpdate,
  IoUser,
} from './incidentio-records.ts';
import type { Random } from './random.ts';
import type { SnRecord } from './world.ts';
import { addFollowUps } from './incidentio-follow-ups.ts';
import { createOrganisation } from './incidentio-organisation.ts';
import { planOutages } from './incidentio-plan.ts';
import { ioTime } from './moment.ts';
import { OUTAGE_MESSAGES } from './vocabulary/outages.ts';
import { ulid } from './ulid.ts';

/** What the columns correlation_display of the linked ServiceNow incidents say. */
export const INCIDENT_IO = 'incident.io';

/** incident.io's incidents. Those that are forwarded name their ServiceNow incident, which names them in its correlation id. */
export function addIncidentIo(draft: Draft): IncidentIoWorld {
  const organisation = createOrganisation(draft);
  const random = draft.random('incidentio-details');
  const incidents: IoIncident[] = [];
  const updates: IoUpdate[] = [];
  for (const [index, plan] of planOutages(draft).entries()) {
    const made = incident(draft.seed, organisation, plan, index + 1, random);
    incidents.push(made);
    updates.push(...updatesOf(draft.seed, organisation, plan, made, random));
    if (plan.link) correlate(plan.link, made);
  }
  const merged = mergeInto(updates, incidents);
  return {
    organisation,
    incidents,
    updates: merged,
    followUps: addFollowUps(draft, organisation, incidents),
  };
}

function correlate(record: SnRecord, { id }: IoIncident): void {
  record['correlation_id'] = id;
  record['correlation_display'] = INCIDENT_IO;
}

function incident(
  seed: string,
  organisation: IoOrganisation,
  plan: OutagePlan,
  number: number,
  random: Random,
): IoIncident {
  const id = ulid(plan.created, `${seed}/incidentio/incident/${number}`);
  const severity = severityNamed(organisation, plan.severity);
  const type = organisation.types.find(
    (each) => each.private_incidents_only === (plan.visibility === 'private'),
  );
  const creator = random.pick(organisation.users);
  const worked = random.between(10, 600);
  return {
    id,
    reference: `INC-${number}`,
    name: plan.name,
    ...(plan.summary !== undefined && { summary: plan.summary }),
    mode: plan.mode,
    visibility: plan.visibility,
    permalink: `https://app.incident.io/${organisation.slug}/incidents/${number}`,
    ...(plan.category === 'live' && { call_url: `https://meet.example/inc-${number}` }),
    incident_status: pathTo(organisation, plan.category).at(-1) as IoStatus,
    ...(severity && { severity }),
    ...(type && { incident_type: type }),
    creator: { user: creator },
    ...detailsOf(organisation, plan, creator, random),
    ...(plan.link && { external_issue_reference: issueOf(plan.link) }),
    has_debrief: plan.category === 'closed',
    postmortem_document_ids: [],
    slack_team_id: 'T02CASEGRAPH',
    slack_channel_id: `C${id.slice(-10)}`,
    slack_channel_name: `inc-${number}`,
    workload_minutes_late: 0,
    workload_minutes_sleeping: 0,
    workload_minutes_total: worked,
    workload_minutes_working: worked,
    created_at: ioTime(plan.created),
    updated_at: ioTime(plan.updated),
  };
}

function detailsOf(organisation: IoOrganisation, plan: OutagePlan, creator: IoUser, random: Random) {
  const [lead, reporter] = organisation.roles;
  const [reported] = organisation.timestamps;
  return {
    custom_field_entries: organisation.customFields.map(({ id, name, description, field_type, options }) => ({
      custom_field: { id, name, description, field_type, options },
      values: options.length > 0 && random.chance(0.8) ? [{ value_option: random.pick(options) }] : [],
    })),
    incident_role_assignments: [
      ...(lead ? [{ role: lead, assignee: random.pick(organisation.users) }] : []),
      ...(reporter ? [{ role: reporter, assignee: creator }] : []),
    ],
    incident_timestamp_values: reported
      ? [{ incident_timestamp: reported, value: { value: ioTime(plan.created) } }]
      : [],
    duration_metrics: [],
  };
}

function issueOf(record: SnRecord) {
  const number = record['number'] ?? '';
  return {
    provider: 'service_now',
    issue_name: number,
    issue_permalink: `https://servicenow.example/nav_to.do?uri=incident.do?sys_id=${record.sys_id}`,
  };
}

function updatesOf(
  seed: string,
  organisation: IoOrganisation,
  plan: OutagePlan,
  made: IoIncident,
  random: Random,
): IoUpdate[] {
  const path = pathTo(organisation, plan.category);
  const first = severityNamed(organisation, plan.severity && random.chance(0.3) ? 'Minor' : plan.severity);
  return path.map((status, place): IoUpdate => {
    const part = path.length === 1 ? 0 : place / (path.length - 1);
    const at = plan.created + Math.floor(part * (plan.updated - plan.created));
    const severity: IoSeverity | undefined = place === 0 && path.length > 1 ? first : made.severity;
    const message = place === 0 ? undefined : random.pick(OUTAGE_MESSAGES[status.category]);
    return {
      id: ulid(at, `${seed}/incidentio/update/${made.id}/${place}`),
      incident_id: made.id,
      ...(message !== undefined && { message }),
      new_incident_status: status,
      ...(severity && { new_severity: severity }),
      updater: { user: random.pick(organisation.users) },
      created_at: ioTime(at),
    };
  });
}

/** The statuses that an incident went through to one of this category. */
function pathTo({ statuses }: IoOrganisation, category: IoCategory): readonly IoStatus[] {
  const named = (name: string): IoStatus[] => statuses.filter((status) => status.name === name);
  const last = statuses.filter((status) => status.category === category);
  switch (category) {
    case 'triage':
      return last;
    case 'declined':
    case 'merged':
    case 'canceled':
      return [...named('Triage'), ...last];
    case 'live':
      return [...named('Investigating'), ...named('Fixing')];
    case 'learning':
      return [...named('Investigating'), ...named('Monitoring'), ...named('Documenting')];
    default:
      return [...named('Investigating'), ...named('Monitoring'), ...last];
  }
}

/** Updates to the status `merged` say into which incident: here the first that is live. */
function mergeInto(updates: readonly IoUpdate[], incidents: readonly IoIncident[]): readonly IoUpdate[] {
  const into = incidents.find(({ incident_status: status }) => status.category === 'live')?.id;
  return updates.map((update) =>
    update.new_incident_status.category === 'merged' && into !== undefined
      ? { ...update, merged_into_incident_id: into }
      : update,
  );
}

function severityNamed({ severities }: IoOrganisation, name: string | undefined): IoSeverity | undefined {
  return severities.find((severity) => severity.name === name);
}
