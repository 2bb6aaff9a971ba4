import { createIncidentIoAdapter } from '../../adapters/incidentio/index.ts';
import { hostileAnswers } from './hostile-answers.ts';
import { INCIDENT } from './incidentio/tables.ts';

const ID = '01FDAG4SAP5TYPT98WGR2N7W91';
const status = { id: '01FCNDV6P870EA6S7TK1DSYD5H', name: 'Fixing', category: 'live', rank: 2 };
const table = {
  ...INCIDENT,
  columns: new Map(
    [...INCIDENT.columns].filter(([name]) => !['statusId', 'severityName', 'issue'].includes(name)),
  ),
};

hostileAnswers({
  name: 'incidentio',
  adapter: createIncidentIoAdapter(),
  table,
  // More than a few, so that they are looked for in the list.
  keys: [ID, ...Array.from({ length: 5 }, (_, n) => `01FDAG4SAP5TYPT98WGR2N7W8${n}`)],
  row: {
    id: ID,
    reference: 'INC-12',
    name: 'Checkout is down',
    incident_status: status,
    severity: { id: '01FCNDV6P870EA6S7TK1DSYDG0', name: 'Major', rank: 2 },
    incident_role_assignments: [],
    custom_field_entries: [],
    incident_timestamp_values: [],
    has_debrief: false,
    workload_minutes_total: 12.5,
    postmortem_document_ids: [],
    created_at: '2026-11-22T12:00:00.123456Z',
  },
  list: (rows, next) => {
    const after =
      next === 'same' ? ID : typeof next === 'object' && 'page' in next ? `after-${next.page}` : null;
    const elsewhere = typeof next === 'object' && 'host' in next ? `${next.host}/v2/incidents` : after;
    const meta = {
      page_size: 250,
      total_record_count: 600,
      ...(elsewhere === null ? {} : { after: elsewhere }),
    };
    return { json: { incidents: rows, pagination_meta: meta, incident: rows[0] } };
  },
});
