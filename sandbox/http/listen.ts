import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Harness } from './exchange.ts';
import type { Service } from './service.ts';
import { exchange } from './exchange.ts';
import { Faults } from './faults.ts';
import { Watch } from './watch.ts';

export interface ListenOptions {
  /** 0 picks a free port. */
  readonly port: number;
  readonly host?: string;
  /** PEM texts; with them the listener speaks HTTPS. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Bytes of request line and headers beyond which node itself answers 431. Default: node's 16 KB. */
  readonly maxHeaderSize?: number;
}

export interface Listener {
  /** Without a trailing slash: `http://127.0.0.1:4100`. */
  readonly url: string;
  /** Ends idle and running connections at once. */
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 75_000;

/** A service has one watch and one set of faults, however many listeners serve it. */
const harnesses = new WeakMap<Service, Harness>();

/** Serves a service on one port. Rejects with node's error (`EADDRINUSE`) when the port is taken. */
export async function listen(service: Service, options: ListenOptions): Promise<Listener> {
  const host = options.host ?? '127.0.0.1';
  const harness = harnessOf(service);
  let url = '';
  const server = createServer(options, (message, response) => {
    exchange(harness, message, response, url).catch((error: unknown) => fail(service, response, error));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `${options.tls ? 'https' : 'http'}://${host}:${port}`;
  return { url, close: () => close(server) };
}

function harnessOf(service: Service): Harness {
  const known = harnesses.get(service);
  if (known) return known;
  const harness = { service, watch: new Watch(), faults: new Faults() };
  harnesses.set(service, harness);
  return harness;
}

type Listen = (message: IncomingMessage, response: ServerResponse) => void;

function createServer({ tls, maxHeaderSize }: ListenOptions, onRequest: Listen): Server {
  const limits = maxHeaderSize === undefined ? {} : { maxHeaderSize };
  return tls ? createHttpsServer({ ...tls, ...limits }, onRequest) : createHttpServer(limits, onRequest);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A service must not throw; if it does, that is a defect to be seen, and the client gets a 500. */
function fail(service: Service, response: ServerResponse, error: unknown): void {
  console.error(`sandbox ${service.name}: the request failed unexpectedly`, error);
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(500, { 'Content-Type': 'application/json;charset=UTF-8' });
  response.end('{"error":"The sandbox failed; see its standard error."}');
}
