import type { About, Call, SendRequest, SendResponse } from '../../src/contract/index.ts';
import { isObject, memberOf } from './column/members.ts';
import { failureOf, notAsDocumented } from './failure.ts';
import { ROOT } from './objects.ts';

/** A parameter of the query string; one name may come several times. */
export type Parameter = readonly [name: string, value: string];

export interface IncidentPage {
  readonly incidents: readonly object[];
  readonly hasMore: boolean;
  /** Of changes only. */
  readonly nextCursor: string | null;
  readonly instance: string;
}

/** Sends one request; throws for everything but a success. */
export async function ask(call: Call, about: About, request: SendRequest): Promise<SendResponse> {
  const response = await call.send(request);
  if (response.status < 200 || response.status > 299) throw failureOf(response, about);
  return response;
}

export async function askPage(
  call: Call,
  about: About,
  search: 'list' | 'changes',
  parameters: readonly Parameter[],
): Promise<IncidentPage> {
  const path = targetOf(search, parameters);
  const { json, text, instance } = await ask(call, about, { method: 'GET', path });
  const incidents = memberOf(json, 'incidents');
  const hasMore = memberOf(json, 'hasMore') ?? false;
  const nextCursor = memberOf(json, 'nextCursor') ?? null;
  if (!Array.isArray(incidents) || !incidents.every(isObject))
    throw notAsDocumented(about, `incidents is no list of objects: ${text.slice(0, 200)}`);
  if (typeof hasMore !== 'boolean' || (nextCursor !== null && typeof nextCursor !== 'string'))
    throw notAsDocumented(about, 'hasMore or nextCursor is of another type');
  // An empty page that promises more would never end.
  if (hasMore && incidents.length === 0) throw notAsDocumented(about, 'an empty page promises more');
  return { incidents, hasMore, nextCursor, instance };
}

/** One incident with all its events; null where there is none that the key sees. */
export async function askOne(call: Call, about: About, id: string): Promise<object | null> {
  const response = await call.send({
    method: 'GET',
    path: `${ROOT}/incident/search/${encodeURIComponent(id)}`,
  });
  if (response.status === 404) return null;
  if (response.status < 200 || response.status > 299) throw failureOf(response, about);
  if (!isObject(response.json)) throw notAsDocumented(about, 'the incident is no object');
  return response.json;
}

export function targetOf(search: 'list' | 'changes', parameters: readonly Parameter[]): string {
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${ROOT}/incident/search/${search}?${query.join('&')}`;
}
