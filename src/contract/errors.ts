/**
 * What can go wrong, as a closed union. Each kind has one GraphQL code and one rule for repeating a read
 * (writes are repeated only where the write itself proves that safe).
 */
export type ErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'invalid-input'
  | 'conflict'
  | 'too-complex'
  | 'rate-limited'
  | 'upstream-unavailable'
  | 'upstream-timeout'
  | 'upstream-rate-limited'
  | 'upstream-unauthorized'
  | 'upstream-rejected'
  | 'cancelled'
  | 'internal';

/** The codes that clients see in `extensions.code`. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_RATE_LIMITED'
  | 'UPSTREAM_UNAUTHORIZED'
  | 'UPSTREAM_REJECTED'
  | 'INTERNAL';

/** `retryable`: asking the same again later, unchanged, may succeed. */
export const ERROR_KINDS: Readonly<Record<ErrorKind, { code: ErrorCode; retryable: boolean }>> = {
  unauthenticated: { code: 'UNAUTHENTICATED', retryable: false },
  forbidden: { code: 'FORBIDDEN', retryable: false },
  'not-found': { code: 'NOT_FOUND', retryable: false },
  'invalid-input': { code: 'BAD_USER_INPUT', retryable: false },
  conflict: { code: 'CONFLICT', retryable: false },
  'too-complex': { code: 'QUERY_TOO_COMPLEX', retryable: false },
  'rate-limited': { code: 'RATE_LIMITED', retryable: true },
  'upstream-unavailable': { code: 'UPSTREAM_UNAVAILABLE', retryable: true },
  'upstream-timeout': { code: 'UPSTREAM_TIMEOUT', retryable: true },
  'upstream-rate-limited': { code: 'UPSTREAM_RATE_LIMITED', retryable: true },
  'upstream-unauthorized': { code: 'UPSTREAM_UNAUTHORIZED', retryable: false },
  'upstream-rejected': { code: 'UPSTREAM_REJECTED', retryable: false },
  cancelled: { code: 'INTERNAL', retryable: true },
  internal: { code: 'INTERNAL', retryable: false },
};

export interface ErrorDetails {
  /** Name of the connection that failed. */
  readonly connection?: string;
  /** Seconds after which the upstream said to come back. */
  readonly retryAfter?: number;
  /** How many places of the answer besides the one that carries the error are empty because of it. */
  readonly affected?: number;
  /** For operators only (logs, `explain`): what the upstream said. Never sent to a client. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/**
 * The one error that crosses rooms. `message` is written for the client: no address, token, upstream text or stack.
 * Anything else thrown is a defect and reaches the client as INTERNAL with a fixed text.
 */
export class CasegraphError extends Error {
  override readonly name = 'CasegraphError';
  readonly kind: ErrorKind;
  readonly connection: string | undefined;
  readonly retryAfter: number | undefined;
  readonly affected: number | undefined;
  readonly detail: string | undefined;

  constructor(kind: ErrorKind, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.connection = details.connection;
    this.retryAfter = details.retryAfter;
    this.affected = details.affected;
    this.detail = details.detail;
  }

  get code(): ErrorCode {
    return ERROR_KINDS[this.kind].code;
  }

  get retryable(): boolean {
    return ERROR_KINDS[this.kind].retryable;
  }
}
