/** A request to the system behind a connection. `send` adds address, credential, deadline, retries and bounds. */
export interface SendRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the connection's address, starting with `/`, already percent-encoded, with the query string if there is one. */
  readonly path: string;
  /** Header names in lower case. `authorization` is never given here. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `application/json`. */
  readonly json?: unknown;
  /**
   * Repeating the request has no further effect. Default: true for GET, false for the rest. A request that is not idempotent is sent
   * once, except where it provably never reached the upstream.
   */
  readonly idempotent?: boolean;
  /** The text of an answer that is not JSON is wanted whole (a metadata document in XML), not only its beginning. */
  readonly wholeText?: boolean;
}

export interface SendResponse {
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The parsed body where the upstream sent JSON, else `undefined`. */
  readonly json: unknown;
  /** The body's text where it was not JSON, cut to 4 KB unless `wholeText` was asked for. */
  readonly text: string;
  /** Address of the instance that answered, without a trailing slash: the connection's, or what its token answer named. */
  readonly instance: string;
}

/**
 * Sends through one connection. Answers any status below 500 except 401 and 429; throws CasegraphError for those it has given up on:
 * `upstream-unavailable` (no connection, 5xx, breaker open, body too large or cut off), `upstream-timeout`, `upstream-rate-limited` (429, queue full),
 * `upstream-unauthorized` (no token to be had, 401 twice), `cancelled`. A 2xx that should be JSON and is not is answered with `json` undefined:
 * the adapter knows what it expected.
 */
export type Send = (request: SendRequest) => Promise<SendResponse>;
