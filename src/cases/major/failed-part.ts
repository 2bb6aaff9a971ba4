import { CasegraphError, ERROR_KINDS } from '../../contract/index.ts';
import type { ErrorKind } from '../../contract/index.ts';
import type { Refusal } from '../refusal.ts';

const CODES: Readonly<Partial<Record<ErrorKind, Refusal['code']>>> = {
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  'invalid-input': 'NOT_ACCEPTED',
  conflict: 'CONFLICT',
};

/** What one of many parts has failed by, for the user to read. Throws what ends the whole: an operation that is over, and defects. */
export function failedPart(error: unknown): Refusal {
  if (!(error instanceof CasegraphError) || error.kind === 'cancelled' || error.kind === 'internal')
    throw error;
  const otherwise = ERROR_KINDS[error.kind].retryable ? 'UNAVAILABLE' : 'NOT_ACCEPTED';
  return { code: CODES[error.kind] ?? otherwise, message: error.message };
}
