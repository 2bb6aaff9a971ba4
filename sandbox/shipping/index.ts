import { timingSafeEqual } from 'node:crypto';
import type { SandboxRequest, SandboxResponse, Service } from '../http/service.ts';
import type { World } from '../world/world.ts';
import { cursorAt, readListQuery } from './list-query.ts';
import { Problem } from './problem.ts';
import { Rate } from './rate.ts';
import { Shipments } from './shipments.ts';

export interface ShippingOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What has to stand in the header `x-api-key`. */
  readonly apiKey: string;
  /** Requests in one clock minute; default 6,000. */
  readonly perMinute?: number;
}

const ONE = /^\/v1\/shipments\/([^/]+)$/;

/** A parcel service's REST API, read only: shipments by customer, a page at a time. */
export function createShipping(world: Pick<World, 'shipments'>, options: ShippingOptions): Service {
  const shipments = new Shipments(world);
  const rate = new Rate(options.perMinute ?? 6_000, options.now);
  const handle = (request: SandboxRequest): SandboxResponse => {
    try {
      authenticate(request, options.apiKey);
      if (!rate.take()) throw exhausted(rate);
      const response = answer(request, shipments);
      return { ...response, headers: { ...rate.headers, ...response.headers } };
    } catch (error) {
      if (error instanceof Problem) return error.response();
      throw error;
    }
  };
  return { name: 'shipping', handle };
}

function authenticate({ headers }: SandboxRequest, apiKey: string): void {
  const [shown, right] = [Buffer.from(headers['x-api-key'] ?? ''), Buffer.from(apiKey)];
  if (shown.length === right.length && timingSafeEqual(shown, right)) return;
  const detail = 'Send the key of your account in the header x-api-key.';
  throw new Problem(401, 'unauthorized', 'The API key is missing or wrong', detail, {
    headers: { 'WWW-Authenticate': 'ApiKey realm="shipping"' },
  });
}

function exhausted(rate: Rate): Problem {
  const headers = { ...rate.headers, 'Retry-After': String(rate.reset) };
  const detail = `Come back in ${rate.reset} seconds.`;
  return new Problem(429, 'rate-limited', 'Too many requests', detail, { headers });
}

function answer(request: SandboxRequest, shipments: Shipments): SandboxResponse {
  const { method, path } = request;
  const id = ONE.exec(path)?.[1];
  const known = path === '/v1/shipments' || path === '/v1/account' || id !== undefined;
  if (!known)
    throw new Problem(404, 'not-found', 'There is no such resource', `Nothing is served at ${path}.`);
  if (method !== 'GET' && method !== 'HEAD')
    throw new Problem(405, 'method-not-allowed', 'Only GET is allowed', `${method} is not served.`, {
      headers: { Allow: 'GET, HEAD' },
    });
  if (path === '/v1/account')
    return { status: 200, body: { account: { name: 'Casegraph demo', plan: 'read' } } };
  return id === undefined ? list(request, shipments) : one(id, shipments);
}

function one(id: string, shipments: Shipments): SandboxResponse {
  const shipment = shipments.find(id);
  if (shipment === undefined)
    throw new Problem(404, 'not-found', 'There is no such resource', `There is no shipment ${id}.`);
  return { status: 200, body: { data: shipment } };
}

/** The place to go on from stands in the body and, for clients that follow links, in a Link header (RFC 8288). */
function list({ query, origin }: SandboxRequest, shipments: Shipments): SandboxResponse {
  const asked = readListQuery(query);
  const all = shipments.list(asked);
  const data = all.slice(asked.from, asked.from + asked.limit);
  const until = asked.from + data.length;
  const next = until < all.length ? cursorAt(until) : null;
  const body = { data, has_more: next !== null, next_cursor: next, total_count: all.length };
  if (next === null) return { status: 200, body };
  const further = new URLSearchParams(query);
  further.set('cursor', next);
  return {
    status: 200,
    headers: { Link: `<${origin}/v1/shipments?${further.toString()}>; rel="next"` },
    body,
  };
}
