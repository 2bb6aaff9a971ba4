import type { Refusal } from './refusal.ts';

/** What an action on a case came to. */
export interface Outcome {
  /** `null` when the case cannot be seen. */
  readonly caseKey: string | null;
  /** The related record that the action was about, as the case has it now; `null` when it has none of it. */
  readonly recordKey: string | null;
  /** Empty when all went well. */
  readonly refusals: readonly Refusal[];
  /** What went through, and does not fit. */
  readonly warnings?: readonly string[];
}

export function refused(caseKey: string | null, refusal: Refusal): Outcome {
  return { caseKey, recordKey: null, refusals: [refusal] };
}

export function noCase(): Refusal {
  return { code: 'NOT_FOUND', message: 'There is no such case, or you cannot see it.', field: ['caseId'] };
}
