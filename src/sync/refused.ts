import { LoginRefusedError } from '../connections/login-refused.ts';
import { CasegraphError } from '../contract/index.ts';

/** The instance does not have the table, or does not show it to the account: asking again would not help. A login that is refused says nothing of the table. */
export function isRefusal(error: unknown): boolean {
  return error instanceof CasegraphError && !(error instanceof LoginRefusedError) && REFUSED.has(error.kind);
}

const REFUSED: ReadonlySet<string> = new Set([
  'upstream-unauthorized',
  'upstream-rejected',
  'forbidden',
  'not-found',
]);
