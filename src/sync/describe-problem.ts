import { CasegraphError } from '../contract/index.ts';

/** A failure for the operator's log. */
export function describeProblem(error: unknown): Readonly<Record<string, string | undefined>> {
  if (error instanceof CasegraphError)
    return { problem: error.message, kind: error.kind, detail: error.detail };
  if (error instanceof Error) return { problem: error.message, stack: error.stack };
  return { problem: String(error) };
}
