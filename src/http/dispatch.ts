import type { IncomingMessage, ServerResponse } from 'node:http';
import { CasegraphError } from '../contract/index.ts';
import { answerRefusal } from './exchange/answer.ts';
import type { Exchange, Route } from './exchange/exchange.ts';
import { HttpRefusal, refusalOf } from './exchange/refusal.ts';
import { requestIdOf } from './exchange/request-id.ts';
import { setSecurityHeaders } from './exchange/security-headers.ts';
import type { HttpLog } from './options.ts';
import type { Service } from './service.ts';

export type FindRoute = (path: string) => Route | undefined;

/**
 * What every request goes through: id, headers that guard the answer, route, and one way for what goes wrong. `current` is the service that
 * answers requests now; a request stays with the one it began on.
 */
export function dispatcher(
  current: () => Pick<Service, 'find' | 'occupancy'>,
  log: HttpLog,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const exchange = exchangeOf(request, response);
    response.setHeader('x-request-id', exchange.requestId);
    setSecurityHeaders(response);
    const { find, occupancy } = current();
    occupancy.enter();
    handle(exchange, find)
      .catch((error: unknown) => {
        report(error, exchange, log);
        answerRefusal(exchange, refusalOf(error));
      })
      .finally(() => occupancy.leave());
  };
}

function exchangeOf(request: IncomingMessage, response: ServerResponse): Exchange {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const [path, search] = mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark)];
  return { request, response, path, search, requestId: requestIdOf(request.headers['x-request-id']) };
}

async function handle(exchange: Exchange, find: FindRoute): Promise<void> {
  const route = find(exchange.path);
  if (route === undefined)
    throw new HttpRefusal(404, 'NOT_FOUND', 'There is nothing here. The API is at /graphql.');
  if (!route.methods.includes(exchange.request.method ?? '')) {
    const allow = route.methods.filter((method) => method !== 'OPTIONS').join(', ');
    throw new HttpRefusal(405, 'BAD_USER_INPUT', `Only ${allow} can be used here.`, { allow });
  }
  await route.handle(exchange);
}

function report(error: unknown, { requestId, request, response }: Exchange, log: HttpLog): void {
  if (error instanceof HttpRefusal) return;
  if (error instanceof CasegraphError && error.kind !== 'internal') {
    if (error.detail !== undefined)
      log.warn({ requestId, kind: error.kind, detail: error.detail }, error.message);
    return;
  }
  // A client that hangs up while it sends is no defect of ours.
  if (response.destroyed || request.destroyed) return;
  log.error({ requestId, err: error }, 'A request failed for no reason that was foreseen');
}
