import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { boundConnections } from './connection-bounds.ts';
import { dispatcher } from './dispatch.ts';
import { createDrain } from './drain.ts';
import { DEFAULT_LIMITS } from './limits/limits.ts';
import type { Limits } from './limits/limits.ts';
import type { HttpOptions, HttpServer } from './options.ts';
import { GRAPHQL_PATH, startService } from './service.ts';

/** For the work of requests that have been cut off to notice; milliseconds. */
const AFTERMATH = 1_000;

/**
 * Listens. Rejects when the port cannot be had or the schema is not valid. What the listener itself is bound by (address, connections, time-outs)
 * stays as long as it runs; all else is the service's, which can be replaced.
 */
export async function startHttp<Context extends object>(
  options: HttpOptions<Context>,
): Promise<HttpServer<Context>> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
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
  let service = await startService(options, drain.isDraining);
  boundConnections(server, limits);
  server.on(
    'request',
    dispatcher(() => service, options.log),
  );
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Whoever breaks off while it is still being decided is gone.
    socket.on('error', () => socket.destroy());
    if (request.url === GRAPHQL_PATH && !drain.isDraining()) service.sockets.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  try {
    await listen(server, options);
  } catch (error) {
    await service.close(0);
    throw error;
  }
  return {
    url: addressOf(server, options.host),
    async replace(next) {
      const started = await startService(next, drain.isDraining);
      const old = service;
      service = started;
      return { retired: old.close(old.longest) };
    },
    // Whoever was inside has been answered by then, or cut off.
    close() {
      const drained = drain.close();
      service.endStreams();
      return drained.then(() => service.close(AFTERMATH));
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
