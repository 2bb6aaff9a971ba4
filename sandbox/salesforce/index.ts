import type { SandboxRequest, SandboxResponse, Service } from '../http/service.ts';
import type { World } from '../world/world.ts';
import { identityEndpoint, userinfoEndpoint } from './oauth/identity.ts';
import { LoginRate } from './oauth/login-rate.ts';
import { introspectEndpoint, revokeEndpoint } from './oauth/token-care.ts';
import { tokenEndpoint } from './oauth/token-endpoint.ts';
import type { SalesforceOptions } from './options.ts';
import { createOrg } from './org.ts';
import type { Org } from './org.ts';
import { restService } from './rest/rest-service.ts';
import { standardHeaders } from './rest/headers.ts';
import { notFound } from './rest/rest-error.ts';

export type { SalesforceOptions } from './options.ts';

/** Request line and headers together, in bytes; documented. The request line alone answers 414 beyond it. */
const MOST_HEAD = 16_384;

/** A Salesforce org over the world's data: OAuth and the REST API, as documented and recorded. */
export function createSalesforce(world: World, options: SalesforceOptions): Service {
  const org = createOrg(world, options);
  const rate = new LoginRate(options.now, options.loginsPerHour ?? 3_600);
  return { name: 'salesforce', handle: (request) => handle(normalised(request), org, rate) };
}

function handle(
  request: SandboxRequest,
  org: Org,
  rate: LoginRate,
): SandboxResponse | Promise<SandboxResponse> {
  const tooLong = headTooLong(request);
  if (tooLong !== undefined) return { status: tooLong, headers: standardHeaders(), body: '' };
  const { path } = request;
  switch (path) {
    case '/services/oauth2/token':
      return tokenEndpoint(request, org, rate);
    case '/services/oauth2/revoke':
      return revokeEndpoint(request, org);
    case '/services/oauth2/introspect':
      return introspectEndpoint(request, org);
    case '/services/oauth2/userinfo':
      return userinfoEndpoint(request, org);
  }
  if (path.startsWith('/id/')) return identityEndpoint(request, org);
  if (path === '/services/data' || path.startsWith('/services/data/')) return restService(request, org);
  return { status: 404, headers: standardHeaders(), body: notFound().body };
}

function headTooLong({ target, headers }: SandboxRequest): 414 | 431 | undefined {
  if (target.length > MOST_HEAD) return 414;
  const fields = Object.entries(headers).reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    0,
  );
  return target.length + fields > MOST_HEAD ? 431 : undefined;
}

/** Clients write `//services/…` and `/query/`: neither makes another resource of it. */
function normalised(request: SandboxRequest): SandboxRequest {
  const path = request.path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  return path === request.path ? request : { ...request, path };
}
