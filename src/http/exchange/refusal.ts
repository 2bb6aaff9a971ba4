import { CasegraphError } from '../../contract/index.ts';
import type { ErrorCode, ErrorKind } from '../../contract/index.ts';

type Headers = Readonly<Record<string, string>>;

/** A request that is answered with an error before, or instead of, being executed. The message is for the client. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  readonly code: ErrorCode;
  readonly headers: Headers;
  readonly retryable: boolean;

  constructor(status: number, code: ErrorCode, message: string, headers: Headers = {}, retryable = false) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.retryable = retryable;
  }
}

const STATUS: Readonly<Record<ErrorKind, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'invalid-input': 400,
  conflict: 409,
  'too-complex': 400,
  'rate-limited': 429,
  'upstream-unavailable': 503,
  'upstream-timeout': 504,
  'upstream-rate-limited': 503,
  'upstream-unauthorized': 502,
  'upstream-rejected': 502,
  cancelled: 499,
  internal: 500,
};

export const INTERNAL_MESSAGE = 'Something went wrong inside the gateway.';

/** What the client is told of anything that was thrown; what is not an error of ours becomes a fixed text. */
export function refusalOf(error: unknown): HttpRefusal {
  if (error instanceof HttpRefusal) return error;
  if (!(error instanceof CasegraphError)) return new HttpRefusal(500, 'INTERNAL', INTERNAL_MESSAGE);
  const headers: Record<string, string> = {};
  if (error.kind === 'unauthenticated') headers['www-authenticate'] = 'Bearer';
  if (error.retryAfter !== undefined) headers['retry-after'] = String(Math.ceil(error.retryAfter));
  return new HttpRefusal(STATUS[error.kind], error.code, error.message, headers, error.retryable);
}
