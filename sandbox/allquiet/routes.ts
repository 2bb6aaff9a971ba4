import type { SandboxRequest, SandboxResponse } from '../http/service.ts';
import type { AqIncident } from '../world/allquiet-records.ts';
import { authenticate, demand, permissionsOf } from './authenticate.ts';
import { readBody } from './body.ts';
import { cachedAnswer, jsonAnswer } from './caching.ts';
import type { Desk } from './desk.ts';
import { createBody, newIncident } from './incidents/create.ts';
import { markdownOf } from './incidents/markdown.ts';
import { patch, patchBody } from './incidents/patch.ts';
import type { ApiKey, Permission } from './options.ts';
import { Problem, notFound } from './problem.ts';
import { changesPage } from './search/changes.ts';
import { listPage } from './search/list.ts';
import { Parameters } from './search/parameters.ts';

/** One request of a known key to a known route. */
interface Call {
  readonly request: SandboxRequest;
  readonly key: ApiKey;
  /** From the path; empty where the route has none. */
  readonly id: string;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Null: any key may. */
  readonly permission: Permission | null;
  readonly answer: (desk: Desk, call: Call) => SandboxResponse;
}

export const API_PREFIX = '/api/public/v1';

/** In this order: `list` and `changes` are no incident's id. */
const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/auth\/me$/, permission: null, answer: me },
  { method: 'POST', path: /^\/incident$/, permission: 'create', answer: create },
  { method: 'GET', path: /^\/incident\/search\/list$/, permission: 'list', answer: list },
  { method: 'GET', path: /^\/incident\/search\/changes$/, permission: 'list', answer: changes },
  { method: 'GET', path: /^\/incident\/search\/([^/]+)\/markdown$/, permission: 'get', answer: markdown },
  { method: 'GET', path: /^\/incident\/search\/([^/]+)$/, permission: 'get', answer: one },
  { method: 'PATCH', path: /^\/incident\/([^/]+)$/, permission: 'update', answer: update },
  { method: 'DELETE', path: /^\/incident\/([^/]+)$/, permission: 'delete', answer: remove },
];

/** Answers what lies below the API's prefix; throws a Problem for what it refuses. */
export function answerApi(desk: Desk, request: SandboxRequest): SandboxResponse {
  const key = authenticate(request, desk.keys);
  desk.rate.take(`key ${key.key}`, desk.limits.perMinute);
  const path = request.path.slice(API_PREFIX.length);
  const here = ROUTES.filter((route) => route.path.test(path));
  const [first] = here;
  if (first === undefined) throw notFound(`Nothing is served at ${request.path}.`);
  const route = here.find(({ method }) => method === request.method);
  if (route === undefined) {
    const allowed = here.map(({ method }) => method).join(', ');
    throw new Problem(405, `${request.method} is not served here, only ${allowed}.`, { Allow: allowed });
  }
  if (route.permission !== null) demand(key, route.permission);
  return route.answer(desk, { request, key, id: route.path.exec(path)?.[1] ?? '' });
}

function find(desk: Desk, { id, key }: Call): AqIncident {
  const incident = desk.incidents.find(id, key);
  if (incident === undefined) throw notFound(`There is no incident ${id}, or the key is not for its teams.`);
  return incident;
}

function list(desk: Desk, { request, key }: Call): SandboxResponse {
  const page = listPage(desk.incidents.visible(key), new Parameters(request.query), desk.now());
  const incidents = page.incidents.map((incident) => desk.showInList(incident, key));
  return cachedAnswer(request, { incidents, hasMore: page.hasMore });
}

/** The API's description gives this one neither ETag nor 304. */
function changes(desk: Desk, { request, key }: Call): SandboxResponse {
  const page = changesPage(desk.incidents.visible(key), new Parameters(request.query), desk.now());
  const incidents = page.incidents.map((incident) => desk.showInList(incident, key));
  return jsonAnswer({ incidents, hasMore: page.hasMore, nextCursor: page.nextCursor });
}

function one(desk: Desk, call: Call): SandboxResponse {
  const incident = find(desk, call);
  return cachedAnswer(call.request, desk.show(incident, call.key), Date.parse(incident.lastUpdatedAt));
}

function markdown(desk: Desk, call: Call): SandboxResponse {
  const headers = { 'Content-Type': 'text/markdown; charset=utf-8' };
  return { status: 200, headers, body: markdownOf(find(desk, call)) };
}

function create(desk: Desk, { request, key }: Call): SandboxResponse {
  const input = readBody(request, createBody);
  desk.rate.take(`create ${key.key}`, desk.limits.createsPerMinute);
  const at = desk.incidents.tick();
  const incident = newIncident(input, desk.incidents.newId(), at, key, desk.directory);
  return jsonAnswer(desk.show(desk.incidents.put(incident, at), key));
}

/** Answers the incident itself, as the live API is said to; its description says a list. */
function update(desk: Desk, call: Call): SandboxResponse {
  const { request, key } = call;
  const incident = find(desk, call);
  const { operations } = readBody(request, patchBody);
  desk.rate.take(`update ${incident.id}`, desk.limits.updatesPerIncidentPerMinute);
  const { directory } = desk;
  const at = desk.incidents.tick();
  const around = {
    at,
    key,
    user: directory.owner(key),
    directory,
    isOutbound: (id: string) => desk.isOutbound(id),
  };
  const patched = patch(incident, operations, around);
  return jsonAnswer(desk.show(desk.incidents.put(patched.incident, at, patched.forwardedTo), key));
}

function remove(desk: Desk, call: Call): SandboxResponse {
  const incident = find(desk, call);
  if (!incident.isArchived)
    throw new Problem(400, 'Only archived incidents can be deleted: append the intent Archived first.');
  desk.incidents.remove(incident.id);
  return { status: 204 };
}

function me(desk: Desk, { key }: Call): SandboxResponse {
  const { directory } = desk;
  const owner = directory.owner(key);
  return jsonAnswer({
    user: owner === undefined ? null : { id: owner.id, displayName: owner.displayName, email: owner.email },
    effectiveTeams: directory
      .teamsOf(key)
      .map((team) => ({ ...team, organizationId: directory.organization.id })),
    allowedOrganizations: [directory.organization],
    hasOrganizationWideTeamAccess: key.teamIds === undefined,
    isUnrestricted: key.teamIds === undefined && key.permissions === undefined,
    resourceScopes: [{ resource: 'incidents', permissions: permissionsOf(key) }],
  });
}
