import type { Outcome } from './outcome.ts';

/** The records that an answer shows. */
export type Shown = Pick<Outcome, 'caseKey' | 'recordKey'>;

/**
 * Told which records the answer will show, at the moment when an action reads them back itself: whoever shows them then reads in the same tick, and both travel
 * together. What is told may turn out wrong; the outcome decides.
 */
export type Look = (shown: Shown) => void;
