import { CasegraphError } from '../contract/index.ts';
import type { Verdict } from './breaker.ts';
import { ExchangeError, TooLargeError } from './exchange.ts';
import { scrub } from './mask.ts';
import type { Ending } from './retry.ts';

/** An attempt that did not give an answer to hand on: what to throw, whether to repeat it, and what the breaker is told. */
export interface Failure {
  readonly error: CasegraphError;
  readonly ending: Ending;
  readonly verdict: Verdict;
}

/** What an answer was, once its body has been read. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly json: unknown;
  readonly text: string;
}

/** Statuses by which a system, or what stands before it, says that it is not there. A 500 is an answer, if a bad one. */
const ABSENT: ReadonlySet<number> = new Set([502, 503, 504]);

/** An answer that is not handed on: 429 and 5xx. `null`: it is. */
export function refusal(
  connection: string,
  answer: Answer,
  retryAfter: number | null,
  secrets: readonly string[],
): Failure | null {
  const { status } = answer;
  if (status < 500 && status !== 429) return null;
  const detail = describeAnswer(answer, secrets);
  const after = retryAfter === null ? {} : { retryAfter };
  const error =
    status === 429
      ? new CasegraphError('upstream-rate-limited', `"${connection}" asks for fewer requests.`, {
          connection,
          detail,
          ...after,
        })
      : new CasegraphError('upstream-unavailable', unavailable(connection), { connection, detail, ...after });
  return {
    error,
    ending: { status, reached: true, retryAfter },
    verdict: ABSENT.has(status) ? 'failure' : 'success',
  };
}

/** A 2xx that says it is JSON and is not. */
export function malformed(connection: string, answer: Answer, secrets: readonly string[]): Failure {
  const message = `"${connection}" answered something that is not JSON.`;
  const detail = describeAnswer(answer, secrets);
  return {
    error: new CasegraphError('upstream-unavailable', message, { connection, detail }),
    ending: { status: answer.status, reached: true, retryAfter: null },
    verdict: 'success',
  };
}

const TOO_LARGE: ReadonlySet<unknown> = new Set([
  'ERR_BUFFER_TOO_LARGE',
  'UND_ERR_HEADERS_OVERFLOW',
  'HPE_HEADER_OVERFLOW',
]);

/** No answer, half an answer, or more of it than allowed. */
export function breakdown(connection: string, cause: unknown): Failure {
  const reached = !(cause instanceof ExchangeError) || cause.reached;
  const origin = cause instanceof ExchangeError ? cause.cause : cause;
  const detail = describeCause(origin);
  if (origin instanceof TooLargeError || TOO_LARGE.has(codeOf(origin))) {
    const message = `"${connection}" answered more than this gateway takes.`;
    const error = new CasegraphError('upstream-unavailable', message, { connection, detail, cause });
    // It was alive to say so much. A status that is not repeated, since the answer would be as large again.
    return { error, ending: { status: 200, reached, retryAfter: null }, verdict: 'success' };
  }
  if (codeOf(origin) === 'UND_ERR_INVALID_ARG') {
    const error = new CasegraphError('internal', 'The request could not be made.', {
      connection,
      detail,
      cause,
    });
    return { error, ending: { status: 400, reached: true, retryAfter: null }, verdict: 'neither' };
  }
  const error = new CasegraphError('upstream-unavailable', unavailable(connection), {
    connection,
    detail,
    cause,
  });
  return { error, ending: { status: null, reached, retryAfter: null }, verdict: 'failure' };
}

export function unavailable(connection: string): string {
  return `"${connection}" is not available at the moment.`;
}

/** Status and the beginning of the body, for operators. */
export function describeAnswer(answer: Answer, secrets: readonly string[]): string {
  return scrub(`answered ${answer.status} ${saidBy(answer)}`.trim(), secrets);
}

/** JSON can be nested deeper than it can be written again. */
function saidBy({ json, text }: Answer): string {
  if (json === undefined) return text;
  try {
    return JSON.stringify(json);
  } catch {
    return 'JSON that is nested too deep to be shown';
  }
}

function describeCause(cause: unknown): string {
  const code = codeOf(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  return code && !message.includes(code) ? `${code} ${message}`.trim() : message;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}
