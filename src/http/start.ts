import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { boundConnections } from './connection-bounds.ts';
import { dispatcher } from './dispatch.ts';
import type { FindRoute } from './dispatch.ts';
import { createDrain } from './drain.ts';
import { applyCors } from './exchange/cors.ts';
import type { Route } from './exchange/exchange.ts';
import { graphqlEndpoint } from './graphql/endpoint.ts';
import { startExecutor } from './graphql/executor.ts';
import type { Executor } from './graphql/executor.ts';
import { healthRoutes } from './health.ts';
import { DEFAULT_LIMITS } from './limits/limits.ts';
import type { Limits } from './limits/limits.ts';
import type { HttpOptions, HttpServer } from './options.ts';
import { playgroundRoutes } from './playground/serve.ts';

export const GRAPHQL_PATH = '/graphql';

/** Listens. Rejects when the port cannot be had or the schema is not valid. */
export async function startHttp<Context extends object>(options: HttpOptions<Context>): Promise<HttpServer> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const executor = await startExecutor(options, limits);
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    connectionsCheckingInterval: limits.connectionsCheckingInterval,
    keepAliveTimeout: limits.keepAliveTimeout,
    noDelay: true,
  });
  server.maxConnections = limits.connections;
  const drain = createDrain(server, options.drainDelay ?? 0, limits);
  const find = await routes(options, limits, executor, drain.isDraining);
  boundConnections(server, limits);
  server.on('request', dispatcher(find, options.log));
  try {
    await listen(server, options);
  } catch (error) {
    await executor.stop();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    url: addressOf(server, options.host),
    // Once, however often it is called: Apollo's stop never returns to a second caller.
    close: () => (closing ??= drain.close().then(() => executor.stop())),
  };
}

async function routes<Context extends object>(
  options: HttpOptions<Context>,
  limits: Limits,
  executor: Executor<Context>,
  isDraining: () => boolean,
): Promise<FindRoute> {
  const fixed = new Map<string, Route>([
    [GRAPHQL_PATH, graphqlRoute(options, limits, executor)],
    ...healthRoutes(options.ready, isDraining, Date.now),
  ]);
  const playground = await playgroundRoutes(options);
  return (path) => fixed.get(path) ?? playground(path);
}

function graphqlRoute<Context extends object>(
  options: HttpOptions<Context>,
  limits: Limits,
  executor: Executor<Context>,
): Route {
  const origins = new Set(options.corsOrigins);
  const methods = origins.size > 0 ? ['GET', 'POST', 'OPTIONS'] : ['GET', 'POST'];
  const operation = graphqlEndpoint(options, limits, executor);
  return {
    methods,
    async handle(exchange) {
      if (applyCors(exchange, origins, 'GET, POST')) return;
      if (exchange.request.method === 'OPTIONS') return void exchange.response.writeHead(204).end();
      await operation(exchange);
    },
  };
}

function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const unspecified = host === '0.0.0.0' || host === '::' || host === '';
  const name = unspecified ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
