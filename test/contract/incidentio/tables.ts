import type {
  IoFollowUp,
  IoIncident,
  IoSeverity,
  IoStatus,
  IoUpdate,
} from '../../../sandbox/world/incidentio-records.ts';
import type { Row, Value } from '../../../src/contract/index.ts';
import { boundTable } from '../tables.ts';

export const INCIDENT = boundTable(
  'IncidentIoIncident',
  'incidents',
  {
    id: ['id', 'id'],
    reference: ['string', 'reference'],
    name: ['string', 'name'],
    summary: ['text', 'summary'],
    status: ['choice', 'incident_status'],
    statusId: ['id', 'incident_status.id'],
    category: ['choice', 'incident_status.category'],
    severity: ['choice', 'severity'],
    severityName: ['string', 'severity.name'],
    rank: ['integer', 'severity.rank'],
    type: ['choice', 'incident_type'],
    mode: ['choice', 'mode'],
    visibility: ['choice', 'visibility'],
    lead: ['string', 'incident_role[lead].name'],
    creator: ['string', 'creator.name'],
    team: ['string', 'custom_field[Affected Team]'],
    reportedAt: ['datetime', 'incident_timestamp[Reported at]'],
    issueName: ['string', 'external_issue_reference.issue_name'],
    issue: ['json', 'external_issue_reference'],
    permalink: ['url', 'permalink'],
    hasDebrief: ['boolean', 'has_debrief'],
    minutes: ['decimal', 'workload_minutes_total'],
    postmortems: ['list', 'postmortem_document_ids'],
    createdAt: ['datetime', 'created_at'],
    updatedAt: ['datetime', 'updated_at'],
  },
  ['name', 'summary', 'severity', 'status', 'mode', 'visibility'],
);

export const UPDATE = boundTable('IncidentIoUpdate', 'incident_updates', {
  id: ['id', 'id'],
  incidentId: ['reference', 'incident_id', () => INCIDENT],
  message: ['text', 'message'],
  status: ['choice', 'new_incident_status'],
  severity: ['choice', 'new_severity'],
  author: ['string', 'updater.name'],
  createdAt: ['datetime', 'created_at'],
});

export const FOLLOW_UP = boundTable('IncidentIoFollowUp', 'follow_ups', {
  id: ['id', 'id'],
  incidentId: ['reference', 'incident_id', () => INCIDENT],
  title: ['string', 'title'],
  description: ['text', 'description'],
  status: ['choice', 'status'],
  priority: ['choice', 'priority'],
  labels: ['list', 'labels'],
  assignee: ['string', 'assignee.name'],
  completedAt: ['datetime', 'completed_at'],
  updatedAt: ['datetime', 'updated_at'],
});

const CATEGORIES: Readonly<Record<string, string>> = {
  triage: 'Triage',
  declined: 'Declined',
  merged: 'Merged',
  canceled: 'Canceled',
  live: 'Active',
  learning: 'Post-incident',
  closed: 'Closed',
  paused: 'Paused',
};
const STATES: Readonly<Record<string, string>> = {
  outstanding: 'Outstanding',
  completed: 'Completed',
  deleted: 'Deleted',
  not_doing: 'Not doing',
};

/** What an incident is in the gateway's value space, written without looking at the adapter. */
export function incidentRow(incident: IoIncident): Row {
  const { incident_status: status, severity, incident_type: type, creator } = incident;
  const lead = incident.incident_role_assignments.find(({ role }) => role.role_type === 'lead');
  const team = incident.custom_field_entries.find((entry) => entry.custom_field.name === 'Affected Team');
  const reported = incident.incident_timestamp_values.find(
    ({ incident_timestamp: { name } }) => name === 'Reported at',
  );
  const { external_issue_reference: issue } = incident;
  return {
    values: {
      id: incident.id,
      reference: incident.reference,
      name: incident.name,
      summary: incident.summary ?? null,
      status: choice(status),
      statusId: status.id,
      category: { value: status.category, label: CATEGORIES[status.category] ?? '' },
      severity: choice(severity),
      severityName: severity?.name ?? null,
      rank: severity?.rank ?? null,
      type: choice(type),
      mode: word(incident.mode),
      visibility: word(incident.visibility),
      lead: lead?.assignee?.name ?? null,
      creator: creator.user?.name ?? creator.api_key?.name ?? null,
      team: team?.values[0]?.value_option?.value ?? null,
      reportedAt: moment(reported?.value?.value),
      issueName: issue?.issue_name ?? null,
      issue: (issue ?? null) as Value,
      permalink: incident.permalink,
      hasDebrief: incident.has_debrief,
      minutes: String(incident.workload_minutes_total),
      postmortems: incident.postmortem_document_ids,
      createdAt: moment(incident.created_at),
      updatedAt: moment(incident.updated_at),
    },
  };
}

export function updateRow(update: IoUpdate): Row {
  return {
    values: {
      id: update.id,
      incidentId: update.incident_id,
      message: update.message ?? null,
      status: choice(update.new_incident_status),
      severity: choice(update.new_severity),
      author: update.updater.user?.name ?? null,
      createdAt: moment(update.created_at),
    },
  };
}

export function followUpRow(followUp: IoFollowUp): Row {
  return {
    values: {
      id: followUp.id,
      incidentId: followUp.incident_id,
      title: followUp.title,
      description: followUp.description ?? null,
      status: { value: followUp.status, label: STATES[followUp.status] ?? '' },
      priority: choice(followUp.priority),
      labels: followUp.labels,
      assignee: followUp.assignee?.name ?? null,
      completedAt: moment(followUp.completed_at),
      updatedAt: moment(followUp.updated_at),
    },
  };
}

function choice(named: Pick<IoStatus | IoSeverity, 'id' | 'name'> | undefined): Value {
  return named === undefined ? null : { value: named.id, label: named.name };
}

function word(text: string): Value {
  return { value: text, label: text.charAt(0).toUpperCase() + text.slice(1) };
}

/** Without zeros at the end of the fraction. */
function moment(text: string | undefined): string | null {
  return text?.replace(/(?:\.0+|(\.\d*[1-9])0+)Z$/, '$1Z') ?? null;
}
