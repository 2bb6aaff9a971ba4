import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { AqAttribute, AqInboundIntegration, AqIncident } from '../../world/allquiet-records.ts';
import { same } from '../authenticate.ts';
import { jsonAnswer } from '../caching.ts';
import type { Desk } from '../desk.ts';
import { statusOf } from '../incidents/current.ts';
import { Problem, notFound } from '../problem.ts';
import type { Alert, Webhook } from './alert.ts';
import { CORRELATION, readAlert } from './alert.ts';
import { openedBy, updatedBy } from './alert-incident.ts';
import { payloadOf } from './payload.ts';

export const INBOUND_PREFIX = '/api/webhook/';

/** `/api/webhook/{integration}`, in any verb: makes an incident, or changes the one that the alert belongs to. */
export function receive(desk: Desk, request: SandboxRequest): SandboxResponse {
  const id = request.path.slice(INBOUND_PREFIX.length);
  const integration = desk.world.integrations.find((each) => each.id === id);
  if (integration?.webhook === undefined) throw notFound(`There is no webhook ${id}.`);
  const { webhook } = integration;
  const shown = /^bearer\s+(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
  if (webhook.token !== null && !same(webhook.token, shown))
    throw new Problem(401, 'Send the bearer token of the integration.', { 'WWW-Authenticate': 'Bearer' });
  const alert = readAlert(webhook, payloadOf(request));
  if (alert === null) return jsonAnswer({ incidentId: null });
  const at = desk.incidents.tick();
  const known = belongsTo(desk, integration, webhook, alert);
  const next = known ? updatedBy(known, alert, at) : openedBy(integration, alert, desk, at);
  return jsonAnswer({ incidentId: next === null ? (known?.id ?? null) : desk.incidents.put(next, at).id });
}

/**
 * The incident with the alert's correlation id; otherwise, for an alert without one, the newest open incident whose grouping keys have
 * the same values, if it last changed within the grouping window.
 */
function belongsTo(
  desk: Desk,
  integration: AqInboundIntegration,
  webhook: Webhook,
  alert: Alert,
): AqIncident | undefined {
  const own = [...desk.incidents.all()].filter(
    (incident) => incident.integration.id === integration.id && !incident.isArchived,
  );
  if (alert.correlationId !== null)
    return own.findLast((incident) => correlationOf(incident) === alert.correlationId);
  const keys = groupingKeys(alert.attributes);
  if (keys === '[]') return undefined;
  const from = desk.now() - webhook.groupingWindowInSeconds * 1000;
  return own.findLast(
    (incident) =>
      statusOf(incident) === 'Open' &&
      groupingKeys(incident.attributes) === keys &&
      Date.parse(incident.lastUpdatedAt) >= from,
  );
}

function correlationOf({ attributes }: AqIncident): string | undefined {
  return attributes.find(({ name }) => name === CORRELATION)?.value;
}

function groupingKeys(attributes: readonly AqAttribute[]): string {
  return JSON.stringify(
    attributes.filter((each) => each.isGroupingKey).map(({ name, value }) => [name, value]),
  );
}
