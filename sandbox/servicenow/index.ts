import type { SandboxRequest, SandboxResponse, Service } from '../http/service.ts';
import type { World } from '../world/world.ts';
import { eventControl } from './events/control.ts';
import { dispatch, guarded } from './http/dispatch.ts';
import { createInstance } from './instance.ts';
import type { Instance } from './instance.ts';
import { tokenEndpoint } from './oauth/endpoint.ts';
import type { ServiceNowOptions } from './options.ts';
import { angular } from './session/angular.ts';

export type { AclRule } from './access/acl-rule.ts';
export type { AuthScope } from './access/auth-scopes.ts';
export type { Delivery, EventTarget } from './events/sender.ts';
export type { RateLimitRule } from './limits/rate-limit.ts';
export type { OAuthClient } from './oauth/client.ts';
export type { ServiceNowOptions } from './options.ts';

/** Longest request target, bytes: 8182 passed and 8347 did not (facts 1.1). */
const MAX_TARGET = 8192;

const HTML = { 'Content-Type': 'text/html;charset=UTF-8' };

function page(status: number, text: string): SandboxResponse {
  return {
    status,
    headers: HTML,
    body: `<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`,
  };
}

async function handle(instance: Instance, request: SandboxRequest): Promise<SandboxResponse> {
  if (Buffer.byteLength(request.target) > MAX_TARGET) return page(414, 'Request-URI Too Long');
  if (request.path === '/oauth_token.do') return tokenEndpoint(instance, request);
  if (request.path === '/angular.do') return guarded(() => angular(instance, request));
  if (request.path.startsWith('/api/')) return dispatch(instance, request);
  return page(404, 'Page not found');
}

/**
 * A ServiceNow instance over the world's records: Table, Aggregate and Batch APIs, OAuth, ACLs, domain separation and the
 * business rules that matter to cases. It changes its own copy only; the world stays as it was.
 */
export function createServiceNow(world: World, options: ServiceNowOptions): Service {
  const instance = createInstance(world, options);
  return {
    name: 'servicenow',
    handle: (request) => handle(instance, request),
    control: (request) => eventControl(instance.events, request),
    close: async () => instance.close(),
  };
}
