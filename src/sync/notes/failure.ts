import { CasegraphError } from '../../contract/index.ts';

/** Milliseconds that an upstream asked to be left alone for; 0 where it did not. */
export function retryAfter(error: unknown): number {
  return error instanceof CasegraphError ? (error.retryAfter ?? 0) * 1_000 : 0;
}

/** Asking again would not help: the records are too many, or the instance or the gateway says no. */
export function isDefinite(error: unknown): boolean {
  if (error instanceof CasegraphError) return DEFINITE.has(error.kind);
  return error instanceof TypeError || error instanceof RangeError;
}

const DEFINITE: ReadonlySet<string> = new Set([
  'too-complex',
  'upstream-rejected',
  'invalid-input',
  'internal',
  'forbidden',
  'not-found',
]);
