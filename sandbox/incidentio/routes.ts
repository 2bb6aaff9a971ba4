import type { SandboxRequest, SandboxResponse } from '../http/service.ts';
import type { Account } from './account.ts';
import type { IncidentIoOptions } from './options.ts';
import { listFollowUps, showFollowUp } from './follow-ups/list.ts';
import { notFound } from './http/api-error.ts';
import { createIncident } from './incidents/create.ts';
import { editIncident } from './incidents/edit.ts';
import { listIncidents, showIncident } from './incidents/read.ts';
import { showIdentity } from './settings/identity.ts';
import { listUsers, showUser } from './settings/users.ts';
import { listUpdates } from './updates/list.ts';

/** @param id the part of the path that names one record; empty for lists */
type Handler = (
  request: SandboxRequest,
  id: string,
  account: Account,
  options: IncidentIoOptions,
) => SandboxResponse;

const ROUTES: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['GET', /^\/v1\/identity$/, (_, __, account, options) => showIdentity(account, options)],
  ['GET', /^\/v2\/incidents$/, (request, _, account) => listIncidents(request, account)],
  ['POST', /^\/v2\/incidents$/, (request, _, account) => createIncident(request, account)],
  ['GET', /^\/v2\/incidents\/([^/]+)$/, (_, id, account) => showIncident(id, account)],
  ['POST', /^\/v2\/incidents\/([^/]+)\/actions\/edit$/, editIncident],
  ['GET', /^\/v2\/incident_updates$/, (request, _, account) => listUpdates(request, account)],
  ['GET', /^\/v2\/follow_ups$/, (request, _, account) => listFollowUps(request, account)],
  ['GET', /^\/v2\/follow_ups\/([^/]+)$/, (_, id, account) => showFollowUp(id, account)],
  ['GET', /^\/v2\/users$/, (request, _, account) => listUsers(request, account)],
  ['GET', /^\/v2\/users\/([^/]+)$/, (_, id, account) => showUser(id, account)],
  ...settings('/v1/incident_statuses', 'incident_statuses', 'incident_status', 'statuses'),
  ...settings('/v1/severities', 'severities', 'severity', 'severities'),
  ...settings('/v1/incident_types', 'incident_types', 'incident_type', 'types'),
  ...settings('/v2/custom_fields', 'custom_fields', 'custom_field', 'customFields'),
];

/** What serves a request; null for a path, or a method of it, that there is not. */
export function routeOf({ method, path }: SandboxRequest): { handler: Handler; id: string } | null {
  for (const [known, pattern, handler] of ROUTES) {
    const found = pattern.exec(path);
    if (found && (known === method || (known === 'GET' && method === 'HEAD')))
      return { handler, id: found[1] ?? '' };
  }
  return null;
}

/** A list of things that an account has set up, and one of them. */
function settings(
  path: string,
  plural: string,
  singular: string,
  kind: 'statuses' | 'severities' | 'types' | 'customFields',
): typeof ROUTES {
  const one = new RegExp(`^${path}/([^/]+)$`);
  return [
    [
      'GET',
      new RegExp(`^${path}$`),
      (_, __, { store }) => ({ status: 200, body: { [plural]: store.organisation[kind] } }),
    ],
    [
      'GET',
      one,
      (_, id, { store }) => {
        const found = store.organisation[kind].find((each) => each.id === id);
        if (found === undefined) throw notFound(plural);
        return { status: 200, body: { [singular]: found } };
      },
    ],
  ];
}
