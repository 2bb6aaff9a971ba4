import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { IoFollowUp } from '../../world/incidentio-records.ts';
import type { Account } from '../account.ts';
import { IO_FOLLOW_UP_STATES } from '../../world/incidentio-records.ts';
import { invalid, notFound } from '../http/api-error.ts';
import { jsonBody, requiredText, textIn, wordIn } from '../http/json-body.ts';
import { responder } from './update-incident.ts';

/** `{ incident_id, title, description? }`: as a responder adds one in the channel. */
export function createFollowUp({ body }: SandboxRequest, account: Account): SandboxResponse {
  const { store, deliveries } = account;
  const given = jsonBody(body);
  const incident = store.incidentBy(requiredText(given, 'incident_id'));
  if (incident === undefined) throw invalid('incident_id', 'There is no such incident');
  const description = textIn(given, 'description');
  const at = store.moment();
  const followUp: IoFollowUp = {
    id: store.newId('follow-up'),
    incident_id: incident.id,
    title: requiredText(given, 'title'),
    ...(description !== undefined && { description }),
    status: 'outstanding',
    labels: [],
    creator: responder(account),
    created_at: at,
    updated_at: at,
  };
  store.putFollowUp(followUp);
  deliveries.publish({ kind: 'follow_up_created', followUp, incident });
  return { status: 201, body: { follow_up: followUp } };
}

/** `{ status?, title?, description? }`. */
export function changeFollowUp({ body }: SandboxRequest, id: string, account: Account): SandboxResponse {
  const before = account.store.followUp(id);
  if (before === undefined) throw notFound(`Follow-up ${id}`);
  const given = jsonBody(body);
  const [title, description] = [textIn(given, 'title'), textIn(given, 'description')];
  const status = wordIn(given, 'status', IO_FOLLOW_UP_STATES) ?? before.status;
  const { completed_at: completed, ...rest } = before;
  const done = status === 'completed' ? (completed ?? account.store.moment()) : undefined;
  return replaceFollowUp(account, {
    ...rest,
    status,
    ...(done !== undefined && { completed_at: done }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
  });
}

export function replaceFollowUp({ store, deliveries }: Account, wanted: IoFollowUp): SandboxResponse {
  const incident = store.incident(wanted.incident_id);
  if (incident === undefined) throw notFound(`Incident ${wanted.incident_id}`);
  const followUp = { ...wanted, updated_at: store.moment() };
  store.putFollowUp(followUp);
  deliveries.publish({ kind: 'follow_up_updated', followUp, incident });
  return { status: 200, body: { follow_up: followUp } };
}
