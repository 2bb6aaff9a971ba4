import { CasegraphError } from '../contract/index.ts';

/** An error for the operator's log; the log scrubs secrets. */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack, cause } = error;
  const detail =
    error instanceof CasegraphError
      ? { kind: error.kind, detail: error.detail, connection: error.connection }
      : { stack };
  return { message, ...detail, ...(cause === undefined ? {} : { cause: describe(cause) }) };
}
