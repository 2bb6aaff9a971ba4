import type { FindRoute } from './dispatch.ts';
import { eventRoutes } from './events/route.ts';
import { applyCors } from './exchange/cors.ts';
import type { Route } from './exchange/exchange.ts';
import { graphqlEndpoint } from './graphql/endpoint.ts';
import { startExecutor } from './graphql/executor.ts';
import { healthRoutes } from './health.ts';
import { createGate } from './limits/gate.ts';
import { DEFAULT_LIMITS } from './limits/limits.ts';
import type { Limits } from './limits/limits.ts';
import { createOccupancy } from './occupancy.ts';
import type { Occupancy } from './occupancy.ts';
import type { ServiceOptions } from './options.ts';
import { playgroundRoutes } from './playground/serve.ts';
import { STREAM_PATH, streamRoute } from './subscriptions/sse.ts';
import { createStreams } from './subscriptions/streams.ts';
import { createSockets, type Sockets } from './subscriptions/web-socket.ts';

export const GRAPHQL_PATH = '/graphql';

/**
 * What answers requests, and is replaced as a whole while the listener stays: routes, executor, and all that they remember (parsed documents,
 * verdicts). A request is answered to its end by the service that it began on.
 */
export interface Service {
  readonly find: FindRoute;
  readonly occupancy: Occupancy;
  readonly sockets: Sockets;
  /** Ends all subscriptions; their clients come again, to whoever serves then. */
  endStreams(): void;
  /** For how long its last request can take by all bounds, in milliseconds. */
  readonly longest: number;
  /** Waits for the last request, but not longer than `patience` (ms), then stops the executor. */
  close(patience: number): Promise<void>;
}

/** Rejects when the schema is not valid. */
export async function startService<Context extends object>(
  options: ServiceOptions<Context>,
  isDraining: () => boolean,
): Promise<Service> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const executor = await startExecutor(options, limits);
  const occupancy = createOccupancy();
  const gate = createGate(limits);
  const streams = createStreams(options, limits, gate);
  const sockets = createSockets(options, limits, streams);
  // Sockets first: a stream that ends by itself would be told as complete over them.
  const endStreams = (): void => {
    sockets.end();
    streams.end();
  };
  const fixed = new Map<string, Route>([
    [GRAPHQL_PATH, graphqlRoute(options, graphqlEndpoint(options, limits, gate, executor, occupancy))],
    [STREAM_PATH, streamRoute(streams, limits, new Set(options.corsOrigins))],
    ...healthRoutes(options.ready, isDraining, Date.now),
  ]);
  const events = eventRoutes(options.events);
  const playground = await playgroundRoutes(options);
  let closing: Promise<void> | undefined;
  return {
    find: (path) => fixed.get(path) ?? events(path) ?? playground(path),
    occupancy,
    sockets,
    endStreams,
    longest: limits.requestTimeout + limits.operationDeadline + limits.responseTimeout,
    // Once, however often it is called: Apollo's stop never returns to a second caller.
    close(patience) {
      endStreams();
      return (closing ??= occupancy.empty(patience).then(() => executor.stop()));
    },
  };
}

function graphqlRoute(
  { corsOrigins }: Pick<ServiceOptions, 'corsOrigins'>,
  operation: Route['handle'],
): Route {
  const origins = new Set(corsOrigins);
  const methods = origins.size > 0 ? ['GET', 'POST', 'OPTIONS'] : ['GET', 'POST'];
  return {
    methods,
    async handle(exchange) {
      if (applyCors(exchange, origins, 'GET, POST')) return;
      if (exchange.request.method === 'OPTIONS') return void exchange.response.writeHead(204).end();
      await operation(exchange);
    },
  };
}
