import type { BoundTable, Row } from '../../../src/contract/index.ts';
import { boundTable } from '../tables.ts';
import type { Incident } from './incident-data.ts';

/** The options of the whole example in the adapter's README, and the promises about order and totals that this server keeps. */
export const INCIDENT_OPTIONS = {
  list: {
    path: '/v2/incidents',
    rows: 'incidents',
    page: {
      style: 'cursor',
      size: 20,
      sizeParam: 'page_size',
      cursorParam: 'after',
      next: 'pagination_meta.after',
      total: 'pagination_meta.total_record_count',
    },
    filters: {
      status: { in: 'status_category[one_of]', notIn: 'status_category[not_in]' },
      severityId: { in: 'severity[one_of]', notIn: 'severity[not_in]' },
      createdAt: { gte: 'created_at[gte]', lte: 'created_at[lte]' },
    },
    order: {
      param: 'sort_by',
      columns: { createdAt: { asc: 'created_at_oldest_first', desc: 'created_at_newest_first' } },
      ties: 'key',
      default: 'created_at_newest_first',
    },
  },
  one: { path: '/v2/incidents/{key}', row: 'incident' },
  choices: { status: { value: 'incident_status.category', label: 'incident_status.name' } },
};

export const INCIDENT: BoundTable = {
  ...boundTable('IncidentIo', 'incidents', {
    id: ['id', 'id'],
    reference: ['string', 'reference'],
    name: ['string', 'name'],
    summary: ['text', 'summary'],
    status: ['choice', 'incident_status.category'],
    severityId: ['reference', 'severity.id'],
    severity: ['string', 'severity.name'],
    rank: ['integer', 'severity.rank'],
    lead: ['string', 'incident_role_assignments[0].assignee.name'],
    createdAt: ['datetime', 'created_at'],
    permalink: ['url', 'permalink'],
    hasDebrief: ['boolean', 'has_debrief'],
    minutes: ['decimal', 'workload_minutes_total'],
    lasted: ['duration', 'duration_metrics[0].value_seconds'],
    postmortems: ['list', 'postmortem_document_ids'],
  }),
  options: INCIDENT_OPTIONS,
};

/** What an incident is in the gateway's value space, written without looking at the adapter. */
export function incidentRow(incident: Incident): Row {
  const { incident_status: status, severity, incident_role_assignments: roles } = incident;
  return {
    values: {
      id: incident.id,
      reference: incident.reference,
      name: incident.name,
      summary: incident.summary ?? null,
      status: { value: status.category, label: status.name },
      severityId: severity?.id ?? null,
      severity: severity?.name ?? null,
      rank: severity?.rank ?? null,
      lead: roles[0]?.assignee?.name ?? null,
      createdAt: incident.created_at,
      permalink: incident.permalink,
      hasDebrief: incident.has_debrief,
      minutes: incident.workload_minutes_total === undefined ? null : String(incident.workload_minutes_total),
      lasted: incident.duration_metrics[0]?.value_seconds ?? null,
      postmortems: incident.postmortem_document_ids,
    },
  };
}
