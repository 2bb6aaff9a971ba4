import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { Account } from '../account.ts';
import { invalid, notFound } from '../http/api-error.ts';
import { jsonBody, requiredText, textIn } from '../http/json-body.ts';

/** `{ url, secret?, previous_secret?, events? }`; without a secret the sandbox's own signs. */
export function addEndpoint({ body }: SandboxRequest, { deliveries }: Account, own: string): SandboxResponse {
  const given = jsonBody(body);
  const url = requiredText(given, 'url');
  if (!/^https?:$/.test(protocolOf(url))) throw invalid('url', 'url must be an http or https address');
  const events = given['events'];
  if (events !== undefined && !(Array.isArray(events) && events.every((each) => typeof each === 'string')))
    throw invalid('events', 'events must be a list of event types');
  const endpoint = deliveries.add({
    url,
    secret: secretIn(textIn(given, 'secret') ?? own, 'secret'),
    previousSecret: secretIn(textIn(given, 'previous_secret'), 'previous_secret'),
    events,
  });
  return { status: 201, body: endpoint };
}

export function listDeliveries({ deliveries }: Account): SandboxResponse {
  return { status: 200, body: { deliveries: deliveries.list } };
}

/** `{ timestamp? }`, seconds since 1970: sent once, signed for that moment. Without a body: as a new attempt. */
export function resend({ body }: SandboxRequest, id: string, { deliveries }: Account): SandboxResponse {
  const timestamp = body.length === 0 ? undefined : jsonBody(body)['timestamp'];
  if (timestamp !== undefined && !(typeof timestamp === 'number' && Number.isInteger(timestamp)))
    throw invalid('timestamp', 'timestamp must be whole seconds since 1970');
  if (!deliveries.resend(id, timestamp)) throw notFound(`Delivery ${id}`);
  return { status: 202, body: { id } };
}

function secretIn<T extends string | undefined>(secret: T, field: string): T {
  if (secret !== undefined && !/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret))
    throw invalid(field, `${field} must be whsec_ and base64`);
  return secret;
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}
