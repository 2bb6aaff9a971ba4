import type { SandboxRequest, SandboxResponse, Service } from '../http/service.ts';
import type { World } from '../world/world.ts';
import type { IncidentIoOptions } from './options.ts';
import { createAccount } from './account.ts';
import { controlOf } from './control/control.ts';
import { ApiError } from './http/api-error.ts';
import { authenticate } from './http/authenticate.ts';
import { Bucket } from './http/bucket.ts';
import { routeOf } from './routes.ts';

export type { IncidentIoOptions, WebhookEndpoint } from './options.ts';

/** incident.io's API over the demo data, with the webhooks that tell of changes. `close` ends the deliveries. */
export function createIncidentIo(world: Pick<World, 'incidentio'>, options: IncidentIoOptions): Service {
  const account = createAccount(world.incidentio, options);
  const bucket = new Bucket(options.perMinute ?? 1_200, options.now);
  const handle = (request: SandboxRequest): SandboxResponse => {
    const route = routeOf(request);
    if (route === null) return { status: 404 };
    return answered(() => {
      authenticate(request, options.apiKey);
      const response = answered(() => {
        bucket.take();
        return route.handler(request, route.id, account, options);
      });
      const headers: Record<string, string> = { ...bucket.headers };
      if (response.status === 429) headers['Retry-After'] = String(bucket.retryAfter);
      return { ...response, headers };
    });
  };
  return {
    name: 'incidentio',
    handle,
    control: controlOf(account, options.webhookSecret),
    close: () => account.deliveries.close(),
  };
}

function answered(work: () => SandboxResponse): SandboxResponse {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) return error.response();
    throw error;
  }
}
