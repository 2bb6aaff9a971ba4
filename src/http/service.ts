import type { FindRoute } from './dispatch.ts';
import { applyCors } from './exchange/cors.ts';
import type { Route } from './exchange/exchange.ts';
import { graphqlEndpoint } from './graphql/endpoint.ts';
import { startExecutor } from './graphql/executor.ts';
import type { Executor } from './graphql/executor.ts';
import { healthRoutes } from './health.ts';
import { DEFAULT_LIMITS } from './limits/limits.ts';
import type { Limits } from './limits/limits.ts';
import { createOccupancy } from './occupancy.ts';
import type { Occupancy } from './occupancy.ts';
import type { ServiceOptions } from './options.ts';
import { playgroundRoutes } from './playground/serve.ts';

export const GRAPHQL_PATH = '/graphql';

/**
 * What answers requests, and is replaced as a whole while the listener stays: routes, executor, and all that they remember (parsed documents,
 * verdicts). A request is answered to its end by the service that it began on.
 */
export interface Service {
  readonly find: FindRoute;
  readonly occupancy: Occupancy;
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
  const fixed = new Map<string, Route>([
    [GRAPHQL_PATH, graphqlRoute(options, limits, executor, occupancy)],
    ...healthRoutes(options.ready, isDraining, Date.now),
  ]);
  const playground = await playgroundRoutes(options);
  let closing: Promise<void> | undefined;
  return {
    find: (path) => fixed.get(path) ?? playground(path),
    occupancy,
    longest: limits.requestTimeout + limits.operationDeadline + limits.responseTimeout,
    // Once, however often it is called: Apollo's stop never returns to a second caller.
    close: (patience) => (closing ??= occupancy.empty(patience).then(() => executor.stop())),
  };
}

function graphqlRoute<Context extends object>(
  options: ServiceOptions<Context>,
  limits: Limits,
  executor: Executor<Context>,
  occupancy: Occupancy,
): Route {
  const origins = new Set(options.corsOrigins);
  const methods = origins.size > 0 ? ['GET', 'POST', 'OPTIONS'] : ['GET', 'POST'];
  const operation = graphqlEndpoint(options, limits, executor, occupancy);
  return {
    methods,
    async handle(exchange) {
      if (applyCors(exchange, origins, 'GET, POST')) return;
      if (exchange.request.method === 'OPTIONS') return void exchange.response.writeHead(204).end();
      await operation(exchange);
    },
  };
}
