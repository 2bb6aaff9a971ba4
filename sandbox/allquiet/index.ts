import type { SandboxRequest, SandboxResponse, Service } from '../http/service.ts';
import type { World } from '../world/world.ts';
import { Desk } from './desk.ts';
import { INBOUND_PREFIX, receive } from './inbound/receive.ts';
import type { AllQuietOptions } from './options.ts';
import { Problem, notFound } from './problem.ts';
import { API_PREFIX, answerApi } from './routes.ts';
import { webhookControl } from './webhooks/control.ts';

export type { AllQuietOptions } from './options.ts';

/** All Quiet: the incident part of its public API, its inbound webhooks, and the outbound ones that it calls. */
export function createAllQuiet(world: Pick<World, 'allquiet'>, options: AllQuietOptions): Service {
  const desk = new Desk(world.allquiet, options);
  const handle = (request: SandboxRequest): SandboxResponse => {
    try {
      return answer(desk, request);
    } catch (error) {
      if (error instanceof Problem) return error.response(request.path);
      throw error;
    }
  };
  return {
    name: 'allquiet',
    handle,
    control: (request) => webhookControl(request, desk.endpoints, desk.outbox),
    close: () => desk.outbox.close(),
  };
}

function answer(desk: Desk, request: SandboxRequest): SandboxResponse {
  const { path } = request;
  if (path.startsWith(`${API_PREFIX}/`)) return answerApi(desk, request);
  if (path.startsWith(INBOUND_PREFIX)) return receive(desk, request);
  throw notFound(`Nothing is served at ${path}.`);
}
