import { CasegraphError } from '../contract/index.ts';

/** What one key gave: a value, or an error that fails this key only. */
export type Outcome<T> = T | CasegraphError;
export type Outcomes<K, T> = ReadonlyMap<K, Outcome<T>>;

/** Anything else than our own error is a defect; it keeps its cause for the log and says nothing to the client. */
export function asCasegraphError(error: unknown): CasegraphError {
  if (error instanceof CasegraphError) return error;
  return new CasegraphError('internal', 'Something went wrong inside the gateway.', { cause: error });
}

const OUTAGES: ReadonlySet<string> = new Set([
  'upstream-unavailable',
  'upstream-timeout',
  'upstream-rate-limited',
]);

/** The owning system did not answer. A refusal (unauthorized, forbidden, rejected) is an answer, and the newest one. */
export function isOutage(error: CasegraphError): boolean {
  return OUTAGES.has(error.kind);
}
