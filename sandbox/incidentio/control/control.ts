import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { Account } from '../account.ts';
import { ApiError } from '../http/api-error.ts';
import { changeFollowUp, createFollowUp } from './follow-ups.ts';
import { addEndpoint, listDeliveries, resend } from './hooks.ts';
import { linkFollowUp, linkIncident } from './links.ts';
import { updateIncident } from './update-incident.ts';

type Handler = (request: SandboxRequest, id: string, account: Account, secret: string) => SandboxResponse;

const GONE: SandboxResponse = { status: 204 };

const ROUTES: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  [
    'GET',
    /^webhooks$/,
    (_, __, { deliveries }) => ({ status: 200, body: { webhooks: deliveries.endpoints } }),
  ],
  ['POST', /^webhooks$/, (request, _, account, secret) => addEndpoint(request, account, secret)],
  [
    'DELETE',
    /^webhooks\/([^/]+)$/,
    (_, id, { deliveries }) => (deliveries.remove(id) ? GONE : missing('webhook', id)),
  ],
  ['GET', /^deliveries$/, (_, __, account) => listDeliveries(account)],
  [
    'DELETE',
    /^deliveries$/,
    (_, __, { deliveries }) => {
      deliveries.forget();
      return GONE;
    },
  ],
  ['POST', /^deliveries\/([^/]+)\/resend$/, resend],
  ['POST', /^incidents\/([^/]+)$/, updateIncident],
  ['PUT', /^incidents\/([^/]+)\/external_issue_reference$/, linkIncident],
  ['DELETE', /^incidents\/([^/]+)\/external_issue_reference$/, linkIncident],
  ['POST', /^follow_ups$/, (request, _, account) => createFollowUp(request, account)],
  ['POST', /^follow_ups\/([^/]+)$/, changeFollowUp],
  ['PUT', /^follow_ups\/([^/]+)\/external_issue_reference$/, linkFollowUp],
  ['DELETE', /^follow_ups\/([^/]+)\/external_issue_reference$/, linkFollowUp],
];

/**
 * `/__sandbox/*`: webhooks and their deliveries, and what people do in the app or in Slack, for which incident.io has no API.
 * The README beside this folder lists the routes.
 */
export function controlOf(account: Account, secret: string) {
  return (request: SandboxRequest): SandboxResponse | undefined => {
    const rest = request.path.slice('/__sandbox/'.length);
    for (const [method, pattern, handler] of ROUTES) {
      const found = request.method === method ? pattern.exec(rest) : null;
      if (found) return answered(() => handler(request, found[1] ?? '', account, secret));
    }
    return undefined;
  };
}

export function missing(what: string, id: string): SandboxResponse {
  return { status: 404, body: { error: `There is no ${what} ${id}.` } };
}

function answered(work: () => SandboxResponse): SandboxResponse {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: { error: error.message } };
    throw error;
  }
}
