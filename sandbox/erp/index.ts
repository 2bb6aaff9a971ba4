import type { SandboxRequest, SandboxResponse, Service } from '../http/service.ts';
import type { World } from '../world/world.ts';
import type { ErpClient } from './oauth/token-endpoint.ts';
import { TokenEndpoint } from './oauth/token-endpoint.ts';
import { createFinanceService } from './service/finance-service.ts';
import { ODataError, notFound } from './service/odata-error.ts';

export interface ErpOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly client: ErpClient;
  /** Entities that the service gives at once; default 1,000. */
  readonly pageSize?: number;
}

/** Where the OData service lies. */
export const ERP_SERVICE = '/odata/v4/finance';

/** An ERP system's OData 4 service of customers and invoices, read only, behind OAuth client credentials. */
export function createErp(world: Pick<World, 'erp'>, options: ErpOptions): Service {
  const tokens = new TokenEndpoint(options.client, options.now);
  const finance = createFinanceService(world, options.pageSize ?? 1_000);
  const handle = (request: SandboxRequest): SandboxResponse => {
    const { path } = request;
    if (path === '/oauth/token') return tokens.answer(request);
    if (path !== ERP_SERVICE && !path.startsWith(`${ERP_SERVICE}/`)) return notFound(path).response();
    const token = /^bearer\s+(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
    if (token === undefined || !tokens.knows(token)) return unauthorised(token !== undefined).response();
    return finance(request, ERP_SERVICE);
  };
  return { name: 'erp', handle };
}

/** The header is that of RFC 6750, section 3. */
function unauthorised(shown: boolean): ODataError {
  const challenge = shown ? 'Bearer realm="erp", error="invalid_token"' : 'Bearer realm="erp"';
  return new ODataError(401, 'Unauthorized', 'An access token is needed: POST /oauth/token gives one.', {
    headers: { 'WWW-Authenticate': challenge },
  });
}
