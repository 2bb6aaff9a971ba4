import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { Endpoints } from './endpoints.ts';
import type { Outbox } from './outbox.ts';

/** `/__sandbox/webhooks` sets webhooks up, `/__sandbox/deliveries` shows their calls and sends them again. */
export function webhookControl(
  { method, path, body }: SandboxRequest,
  endpoints: Endpoints,
  outbox: Outbox,
): SandboxResponse | undefined {
  const [, collection, id, action] =
    /^\/__sandbox\/(webhooks|deliveries)(?:\/([^/]+))?(?:\/(send))?$/.exec(path) ?? [];
  if (collection === undefined) return undefined;
  const route = [method, collection, id && '{id}', action].filter((part) => part !== undefined).join(' ');
  switch (route) {
    case 'GET webhooks':
      return { status: 200, body: { webhooks: endpoints.list() } };
    case 'POST webhooks':
      return added(endpoints.add(body));
    case 'DELETE webhooks':
      endpoints.clear();
      return { status: 204 };
    case 'DELETE webhooks {id}':
      return endpoints.remove(id ?? '') ? { status: 204 } : missing(`webhook ${id}`);
    case 'GET deliveries':
      return { status: 200, body: { deliveries: outbox.list() } };
    case 'DELETE deliveries':
      outbox.forget();
      return { status: 204 };
    case 'POST deliveries {id} send':
      return sentAgain(id ?? '', endpoints, outbox);
    default:
      return undefined;
  }
}

function added(result: ReturnType<Endpoints['add']>): SandboxResponse {
  if ('problem' in result) return { status: 400, body: { error: result.problem } };
  return { status: 201, body: result };
}

/** The same text once more, as a delivery of its own, to the endpoint as it is now. */
function sentAgain(id: string, endpoints: Endpoints, outbox: Outbox): SandboxResponse {
  const delivery = outbox.find(id);
  if (delivery === undefined) return missing(`delivery ${id}`);
  const endpoint = endpoints.find(delivery.endpointId);
  if (endpoint === undefined) return missing(`webhook ${delivery.endpointId} any more`);
  return { status: 202, body: { id: outbox.send(endpoint, delivery.incidentId, delivery.body).id } };
}

function missing(what: string): SandboxResponse {
  return { status: 404, body: { error: `There is no ${what}.` } };
}
