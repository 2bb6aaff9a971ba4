/** How one attempt ended, as far as repeating it is concerned. */
export interface Ending {
  /** The status of the answer; `null`: there was none. */
  readonly status: number | null;
  /** The request, or a part of it, was written to a socket. */
  readonly reached: boolean;
  /** Seconds after which the upstream asked us to come back. */
  readonly retryAfter: number | null;
}

/** Statuses that say "not now". 500 is not among them: it is as often about the request as about the moment. */
const TRANSIENT: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Whether an attempt that ended so may be repeated at all. What is not idempotent only is if it never reached the upstream. */
export function mayRepeat(ending: Ending, idempotent: boolean): boolean {
  if (!ending.reached) return true;
  if (!idempotent) return false;
  return ending.status === null || TRANSIENT.has(ending.status);
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 2000;

/**
 * Milliseconds to wait before the next attempt: exactly what the upstream asked for, else anything from nothing to a bound that doubles (full
 * jitter). `attempt` counts from 1.
 */
export function pauseBefore(ending: Ending, attempt: number, random: () => number): number {
  if (ending.retryAfter !== null) return ending.retryAfter * 1000;
  return Math.floor(random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1)));
}

/** Seconds of a `retry-after` header, which holds seconds or a date; `null` if it holds neither. */
export function parseRetryAfter(header: string | readonly string[] | undefined, now: number): number | null {
  const text = (typeof header === 'string' ? header : header?.[0])?.trim();
  if (!text) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Date.parse takes far more than dates of HTTP, "1.5" and "-1" among them: a weekday must come first.
  const at = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}
