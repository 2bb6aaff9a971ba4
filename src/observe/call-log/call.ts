/** One attempt to get something from another system, without what is secret or personal. */
export interface UpstreamCall {
  /** Counts up with each call since the process started. */
  readonly number: number;
  /** When it ended; milliseconds since 1970. */
  readonly at: number;
  readonly connection: string;
  /** Path of the child alias that was taken, if one was. */
  readonly domain: string | null;
  readonly purpose: 'data' | 'token';
  /** Name of the operation that it was made for. */
  readonly operation: string | null;
  /** Subject of the viewer; `null`: the gateway for itself. */
  readonly viewer: string | null;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** The beginning of the request's body. */
  readonly sent: string | null;
  /** `null`: there was no answer. */
  readonly status: number | null;
  /** Bytes of the answer's body on the wire. */
  readonly bytes: number;
  /** The beginning of the answer's body. */
  readonly answered: string | null;
  readonly durationMs: number;
  /** From 1; each further one is a repetition. */
  readonly attempt: number;
  readonly cache: CallCache;
  /** Kind of failure. */
  readonly error: string | null;
}

/** Why memory did not answer: `miss`: it had nothing new enough; `refresh`: it did answer, and is made new behind it; `none`: nothing of it is remembered. */
export type CallCache = 'miss' | 'refresh' | 'none';
