import { CasegraphError } from '../../contract/index.ts';

/** How long a system wants to be left alone; milliseconds. */
export function retryAfter(error: unknown): number {
  return error instanceof CasegraphError ? (error.retryAfter ?? 0) * 1_000 : 0;
}

/** Asking again would not help. */
export function isDefinite(error: unknown): boolean {
  if (!(error instanceof CasegraphError)) return error instanceof TypeError || error instanceof RangeError;
  return ['too-complex', 'upstream-rejected', 'invalid-input', 'internal', 'forbidden', 'not-found'].includes(
    error.kind,
  );
}
