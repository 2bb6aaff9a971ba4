import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type {
  IoIncident,
  IoOrganisation,
  IoSeverity,
  IoStatus,
  IoType,
} from '../../world/incidentio-records.ts';
import type { Account } from '../account.ts';
import type { JsonObject } from '../http/json-body.ts';
import { invalid, isRequired } from '../http/api-error.ts';
import { isObject, jsonBody, requiredText, textIn, wordIn } from '../http/json-body.ts';
import { API_KEY } from '../settings/identity.ts';
import { recordUpdate } from './change.ts';
import { chosen } from './choices.ts';
import { detailsIn } from './details.ts';
import { MODES } from './filters.ts';

/** A second request with the same idempotency key is answered with the incident that the first one made, as it stands now. */
export function createIncident({ body }: SandboxRequest, account: Account): SandboxResponse {
  const { store, deliveries } = account;
  const given = jsonBody(body);
  const key = requiredText(given, 'idempotency_key');
  const known = store.madeWith(key);
  if (known) return { status: 200, body: { incident: known } };
  const incident = made(given, account);
  store.put(incident);
  store.remember(key, incident);
  recordUpdate(account, incident, { by: incident.creator });
  deliveries.publish({ kind: 'incident_created', incident });
  return { status: 200, body: { incident } };
}

function made(given: JsonObject, { store }: Account): IoIncident {
  const { organisation } = store;
  const visibility = wordIn(given, 'visibility', ['public', 'private']);
  if (visibility === undefined) throw isRequired('visibility', 'visibility is required');
  const settings = settingsIn(given, organisation, visibility);
  const number = numberIn(given) ?? store.nextNumber();
  if (store.incidentBy(String(number)))
    throw invalid('retrospective_incident_options.external_id', `INC-${number} exists already`);
  const at = store.moment();
  const id = store.newId('incident');
  const summary = textIn(given, 'summary');
  return {
    id,
    reference: `INC-${number}`,
    name: textIn(given, 'name') ?? `INC-${number}`,
    ...(summary !== undefined && { summary }),
    mode: wordIn(given, 'mode', MODES) ?? 'standard',
    visibility,
    permalink: `https://app.incident.io/${organisation.slug}/incidents/${number}`,
    ...settings,
    creator: { api_key: API_KEY },
    ...detailsIn(given, organisation, NO_DETAILS, ''),
    duration_metrics: [],
    has_debrief: false,
    postmortem_document_ids: [],
    slack_team_id: textIn(given, 'slack_team_id') ?? 'T02CASEGRAPH',
    slack_channel_id: `C${id.slice(-10)}`,
    slack_channel_name: textIn(given, 'slack_channel_name_override') ?? `inc-${number}`,
    workload_minutes_late: 0,
    workload_minutes_sleeping: 0,
    workload_minutes_total: 0,
    workload_minutes_working: 0,
    created_at: at,
    updated_at: at,
  };
}

const NO_DETAILS = {
  custom_field_entries: [],
  incident_role_assignments: [],
  incident_timestamp_values: [],
};

interface Settings {
  readonly incident_type: IoType | undefined;
  readonly incident_status: IoStatus;
  readonly severity?: IoSeverity;
}

/** Without a status it begins in triage where its type says so, else with the first active status. Only triage needs no severity. */
function settingsIn(given: JsonObject, organisation: IoOrganisation, visibility: string): Settings {
  const { statuses, severities, types } = organisation;
  const type = chosen(given, 'incident_type_id', types) ?? types.find((each) => each.is_default);
  if (type?.private_incidents_only === true && visibility !== 'private')
    throw invalid('visibility', `Incidents of the type ${type.name} are private`);
  const first = type?.create_in_triage === 'always' ? 'triage' : 'live';
  const status =
    chosen(given, 'incident_status_id', statuses) ?? statuses.find(({ category }) => category === first);
  if (status === undefined)
    throw isRequired('incident_status_id', 'A status is required to open an incident');
  const severity = chosen(given, 'severity_id', severities);
  if (severity === undefined && status.category !== 'triage')
    throw isRequired('severity_id', 'A severity is required to open an incident');
  return { incident_type: type, incident_status: status, ...(severity && { severity }) };
}

/** The number that a retrospective incident had elsewhere. */
function numberIn(given: JsonObject): number | undefined {
  const options = given['retrospective_incident_options'];
  const number = isObject(options) ? options['external_id'] : undefined;
  if (number === undefined || number === null) return undefined;
  if (typeof number === 'number' && Number.isInteger(number) && number > 0) return number;
  throw invalid('retrospective_incident_options.external_id', 'external_id must be a whole number');
}
