import type { DocumentNode, ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Viewer } from '../access/viewer.ts';
import type { EventSource } from './events/source.ts';
import type { Limits } from './limits/limits.ts';
import type { PersonaToken } from './playground/personas.ts';
import type { PlaygroundOptions } from './playground/serve.ts';

/** What the listener knows about an operation when it asks for its context. */
export interface OperationInput {
  readonly viewer: Viewer;
  /** Aborted when the client has gone or the deadline has passed; its reason is a CasegraphError. */
  readonly signal: AbortSignal;
  readonly requestId: string;
  /** The operation's text, and the SHA-256 of it in hexadecimal digits. */
  readonly document: { readonly text: string; readonly hash: string };
  /** Seconds that rows may be old, as the request's `Cache-Control` asks; `null`: it does not. */
  readonly maxAge: number | null;
}

export interface ReadyReport {
  readonly ok: boolean;
  /** Names are shown to anybody who can reach the probe: no addresses, no secrets. */
  readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
  /** Which generation of configuration and declarations answers. */
  readonly generation?: ReadyGeneration;
}

export interface ReadyGeneration {
  /** 1 at start, one more with each change taken. */
  readonly number: number;
  /** When it took over, ISO 8601. */
  readonly since: string;
  /** When the last change was refused, ISO 8601; `null` when the last one was taken. */
  readonly refused: string | null;
}

/** Where the listener writes what operators should know; a pino logger fits. */
export interface HttpLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** The answer of a valid operation, as graphql-js would give it. */
export type Execute = (request: {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: unknown;
  /** The event that an answer of a subscription is about. */
  readonly rootValue?: unknown;
}) => Promise<ExecutionResult>;

/** What answers requests: all that can be replaced while the listener stays. */
export interface ServiceOptions<Context extends object = object> {
  readonly schema: GraphQLSchema;
  /** Executes a valid operation. Default: graphql-js. */
  readonly execute?: Execute;
  /** Throws CasegraphError. */
  readonly authenticate: (authorizationHeader: string | undefined) => Promise<Viewer>;
  readonly createContext: (input: OperationInput) => Context | Promise<Context>;
  /** `formatted.extensions.code` is one of our codes already; `error` is what was thrown. */
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  /** Asked in production only: in dev everybody may. */
  readonly mayIntrospect: (viewer: Viewer) => boolean;
  readonly limits?: Partial<Limits>;
  readonly mode: 'dev' | 'production';
  readonly playground: boolean | PlaygroundOptions;
  /** Who can be acted as in the playground; looked at in dev mode only. */
  readonly personas?: () => Promise<readonly PersonaToken[]>;
  readonly ready: () => Promise<ReadyReport>;
  /** Who takes what is sent to `/events/` and the name of a connection. Default: nobody. */
  readonly events?: ReadonlyMap<string, EventSource>;
  /** Origins whose pages may call the endpoint from browsers. Default: none. */
  readonly corsOrigins?: readonly string[];
  readonly log: HttpLog;
}

export interface HttpOptions<Context extends object = object> extends ServiceOptions<Context> {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Milliseconds between readiness turning 503 and the listener closing, so that load balancers notice. Default 0. */
  readonly drainDelay?: number;
}

export interface HttpServer<Context extends object = object> {
  /** Without a trailing slash: `http://127.0.0.1:4000`. */
  readonly url: string;
  /**
   * Requests that come from now on are answered by another service; those that came before are answered to their end by the old one.
   * Rejects, and changes nothing, when the new one cannot be started. `retired` resolves when the old one's last request has ended.
   */
  replace(options: ServiceOptions<Context>): Promise<{ readonly retired: Promise<void> }>;
  /** Readiness turns 503, the delay passes, operations in flight end, the listener closes. */
  readonly close: () => Promise<void>;
}
