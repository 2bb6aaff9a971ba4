import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { IoIncident, IoOrganisation } from '../../world/incidentio-records.ts';
import type { Account } from '../account.ts';
import type { JsonObject } from '../http/json-body.ts';
import { invalid, isRequired } from '../http/api-error.ts';
import { isObject, jsonBody, textIn } from '../http/json-body.ts';
import { API_KEY } from '../settings/identity.ts';
import { changeIncident } from './change.ts';
import { chosen } from './choices.ts';
import { detailsIn } from './details.ts';
import { incidentOf } from './read.ts';
import { mayMove } from './transitions.ts';

/** Only what is given changes. Whether the channel is told of it makes no difference here, but has to be said. */
export function editIncident({ body }: SandboxRequest, id: string, account: Account): SandboxResponse {
  const before = incidentOf(id, account);
  const read = jsonBody(body);
  const given = read['incident'];
  if (!isObject(given)) throw isRequired('incident', 'incident is required');
  if (typeof read['notify_incident_channel'] !== 'boolean')
    throw isRequired('notify_incident_channel', 'notify_incident_channel is required');
  const wanted = changed(given, before, account.store.organisation);
  const incident = changeIncident(account, before, wanted, { by: { api_key: API_KEY } });
  return { status: 200, body: { incident } };
}

function changed(given: JsonObject, before: IoIncident, organisation: IoOrganisation): IoIncident {
  const at = 'incident.';
  const [name, summary, call] = ['name', 'summary', 'call_url'].map((field) => textIn(given, field, at));
  const channel = textIn(given, 'slack_channel_name_override', at);
  const severity = chosen(given, 'severity_id', organisation.severities, at);
  const status = chosen(given, 'incident_status_id', organisation.statuses, at);
  const [from, to] = [before.incident_status, status ?? before.incident_status];
  if (!mayMove(from.category, to.category))
    throw invalid(
      'incident.incident_status_id',
      `An incident cannot be moved from ${from.name} (${from.category}) to ${to.name} (${to.category})`,
    );
  if (name === '') throw isRequired('incident.name', 'An incident needs a name');
  return {
    ...before,
    ...(name !== undefined && { name }),
    ...(summary !== undefined && { summary }),
    ...(call !== undefined && { call_url: call }),
    ...(channel !== undefined && { slack_channel_name: channel }),
    ...(severity && { severity }),
    ...(status && { incident_status: status }),
    ...detailsIn(given, organisation, before, at),
  };
}
