import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { CasegraphError } from '../contract/index.ts';
import { createConnections } from './connections.ts';
import type { Connections } from './connections.ts';
import type { ConnectionEvent, UpstreamEvent } from './event.ts';
import type { Caller } from './operation.ts';
import type { ConnectionConfig } from './settings.ts';

/** For the tests of this room: a real HTTP server whose answers are scripted, and connections to it. */
export interface Upstream {
  readonly url: string;
  readonly seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
  readonly sockets: Set<Socket>;
  /** Requests whose socket was closed before they were answered. */
  cut: number;
  stop(): Promise<void>;
}

export type Answer = (
  request: { method: string; url: string; body: string; nth: number },
  response: ServerResponse,
  raw: IncomingMessage,
) => void;

export async function upstream(answer: Answer, port = 0): Promise<Upstream> {
  const seen: Upstream['seen'] = [];
  const sockets = new Set<Socket>();
  const counts = { cut: 0 };
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      response.on('close', () => (counts.cut += response.writableFinished ? 0 : 1));
      seen.push({ method, url, headers, body });
      answer({ method, url, body, nth: seen.length }, response, request);
    });
  };
  const server = createServer(listener);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(counts, { url, seen, sockets, stop });
}

export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers });
  response.end(JSON.stringify(body));
}

export const secret = (text: string) => ({ reveal: () => text });

export function caller(more: Partial<Caller> = {}): Caller {
  return { domain: 'TOP', subject: 'abel', signal: new AbortController().signal, requestId: 'r1', ...more };
}

export interface Bench {
  readonly connections: Connections;
  readonly events: ConnectionEvent[];
  readonly attempts: () => UpstreamEvent[];
  /** Milliseconds that the clock has been put forward. */
  readonly clock: { ahead: number };
}

/** Connections to one upstream named `up`, on a clock that can be put forward. */
export function connect(url: string, more: Partial<ConnectionConfig> = {}): Bench {
  const events: ConnectionEvent[] = [];
  const clock = { ahead: 0 };
  const config: ConnectionConfig = { name: 'up', adapter: 'memory', url, auth: { grant: 'none' }, ...more };
  const connections = createConnections([config], {
    now: () => Date.now() + clock.ahead,
    random: () => 0.5,
    publish: (event) => void events.push(event),
  });
  onTestFinished(() => connections.close());
  return { connections, events, clock, attempts: () => events.filter((event) => event.kind === 'upstream') };
}

/** The error that a promise rejects with; fails when it does not. */
export async function errorOf(promise: Promise<unknown>): Promise<CasegraphError> {
  return promise.then(
    (value) => Promise.reject(new Error(`answered ${JSON.stringify(value)}`)),
    (error: unknown) => error as CasegraphError,
  );
}
