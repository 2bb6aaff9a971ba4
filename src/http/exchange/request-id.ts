import { randomUUID } from 'node:crypto';

// Goes into logs and back into a header, so nothing else is taken from strangers.
const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The caller's `x-request-id` where it is a plain token of 8 to 64 characters, else a new one. */
export function requestIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && SAFE.test(header) ? header : randomUUID();
}
