import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, parse, type GraphQLFormattedError } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { CasegraphError } from '../../contract/index.ts';
import { requestIdOf } from '../exchange/request-id.ts';
import { refusalOf } from '../exchange/refusal.ts';
import type { Limits } from '../limits/limits.ts';
import type { HttpLog, ServiceOptions } from '../options.ts';
import { streamParameters } from './parameters.ts';
import type { Opened, Streams } from './streams.ts';

/** "Service restart" (RFC 6455, IANA registry): clients connect again. */
const RESTART = 1012;

export interface Sockets {
  /** Takes an HTTP connection over, or refuses and closes it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends all clients away; they come back to whoever serves then. */
  end(): void;
}

interface Extra {
  readonly request: IncomingMessage;
}

/** Subscriptions over WebSocket, in the protocol of graphql-ws (`graphql-transport-ws`). The token comes with `connection_init`, or as a header. */
export function createSockets<Context extends object>(
  options: ServiceOptions<Context>,
  limits: Limits,
  streams: Streams,
): Sockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes, handleProtocols });
  const protocol = protocolOf(options, limits, streams);
  const origins = new Set(options.corsOrigins);
  return {
    upgrade(request, socket, head) {
      if (!mayConnect(request, origins)) return refuse(socket);
      sockets.handleUpgrade(request, socket, head, (web) =>
        attach(web, request, protocol, limits, options.log),
      );
    },
    end() {
      for (const client of sockets.clients) client.close(RESTART, 'Service restart');
    },
  };
}

/** A page of another origin may connect only where its origin is listed; programs send none. */
function mayConnect({ headers }: IncomingMessage, origins: ReadonlySet<string>): boolean {
  const { origin, host } = headers;
  return origin === undefined || origins.has(origin) || URL.parse(origin)?.host === host;
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
}

type Protocol = ReturnType<typeof makeServer<Parameters, Extra>>;
type Parameters = Record<string, unknown>;

function protocolOf<Context extends object>(
  options: ServiceOptions<Context>,
  limits: Limits,
  streams: Streams,
): Protocol {
  return makeServer<Parameters, Extra>({
    connectionInitWaitTimeout: limits.headersTimeout,
    // False closes with 4403, which clients take as final; what is thrown closes with 4500, after which they come again.
    onConnect: ({ connectionParams, extra }) => admit(options, authorizationOf(connectionParams, extra)),
    onSubscribe: async ({ connectionParams, extra }, _, payload) => {
      const opened = await open(streams, payload, authorizationOf(connectionParams, extra));
      if ('refused' in opened) return opened.refused.map(asError);
      return { schema: options.schema, document: CARRIER, contextValue: opened.answers };
    },
    // The operation runs already; what it answers is for the client as it stands.
    subscribe: ({ contextValue }) => contextValue as never,
    onNext: (_, __, ___, ____, answer) => answer,
  });
}

/** The library looks at the kind of operation only: everything is a stream of answers here, if only of one. */
const CARRIER = parse('subscription { __typename }', { noLocation: true });

async function admit<Context extends object>(
  { authenticate }: ServiceOptions<Context>,
  authorization: string | undefined,
): Promise<boolean> {
  try {
    await authenticate(authorization);
    return true;
  } catch (error) {
    if (error instanceof CasegraphError && error.kind === 'unauthenticated') return false;
    throw new Error(refusalOf(error).message, { cause: error });
  }
}

async function open(streams: Streams, payload: unknown, authorization: string | undefined): Promise<Opened> {
  try {
    const requestId = requestIdOf(undefined);
    const signal = new AbortController().signal;
    return await streams.open({ ...streamParameters(payload), authorization, requestId, signal });
  } catch (error) {
    const { code, message, retryable } = refusalOf(error);
    return { refused: [{ message, extensions: { code, retryable } }] };
  }
}

function asError({ message, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { extensions });
}

/** Browsers cannot set headers on a WebSocket: the token comes as `{ "authorization": "Bearer …" }` in the first message. */
function authorizationOf(parameters: Parameters | undefined, { request }: Extra): string | undefined {
  const given = parameters?.['authorization'] ?? parameters?.['Authorization'];
  return typeof given === 'string' ? given : request.headers.authorization;
}

function attach(
  web: WebSocket,
  request: IncomingMessage,
  protocol: Protocol,
  limits: Limits,
  log: HttpLog,
): void {
  const closed = protocol.opened(
    {
      protocol: web.protocol,
      send: (text) => send(web, text, limits),
      close: (code, reason) => web.close(code, reason),
      onMessage: (take) =>
        web.on('message', (data: Buffer) => {
          take(data.toString('utf8')).catch((error: unknown) => {
            log.warn({ err: error }, 'a message over WebSocket was not dealt with');
            web.close(CloseCode.InternalServerError, 'Something went wrong inside the gateway.');
          });
        }),
    },
    { request },
  );
  const stop = beat(web, limits.heartbeat);
  // A peer that breaks the protocol of WebSockets is cut off by the library; there is nothing more to do.
  web.on('error', () => undefined);
  web.once('close', (code, reason) => {
    stop();
    closed(code, reason.toString('utf8')).catch((error: unknown) =>
      log.warn({ err: error }, 'a WebSocket was not closed in order'),
    );
  });
}

/** Resolves when the client has been sent it; one that takes nothing for too long is cut off. */
function send(web: WebSocket, text: string, { responseTimeout }: Limits): Promise<void> {
  if (web.readyState !== web.OPEN) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => web.terminate(), responseTimeout);
    web.send(text, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Keeps the connection open through proxies, and notices a client that is gone without a word. */
function beat(web: WebSocket, every: number): () => void {
  let alive = true;
  web.on('pong', () => (alive = true));
  const timer = setInterval(() => {
    if (!alive) return web.terminate();
    alive = false;
    web.ping();
  }, every);
  return () => clearInterval(timer);
}
