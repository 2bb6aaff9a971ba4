import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request and the answer to it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Path of the request line, not decoded. */
  readonly path: string;
  /** From the question mark on; empty when there is none. */
  readonly search: string;
  readonly requestId: string;
}

export interface Route {
  readonly methods: readonly string[];
  readonly handle: (exchange: Exchange) => void | Promise<void>;
}
