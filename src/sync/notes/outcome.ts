import { retryAfter } from './failure.ts';
import type { Ending } from './write-notes.ts';

/** How one look at some hints ended. */
export interface Outcome {
  /** Milliseconds to wait before the same hints are looked into again; 0 where they are done. */
  readonly wait: number;
  /** The instance did not do what it was asked. */
  readonly failed: boolean;
}

export const DONE: Outcome = { wait: 0, failed: false };

/** The lease is renewed well before it ends. */
const SHORTLY = 50;

/** The longest wait that any of the cases asks for. `drain`: milliseconds until it is certain what became of a write. */
export function outcomeOf(endings: readonly Ending[], drain: number): Outcome {
  const waits = endings.map((ending): Outcome => {
    switch (ending.end) {
      case 'uncertain':
        return { wait: drain, failed: true };
      case 'later':
        return { wait: Math.max(retryAfter(ending.error), 1_000), failed: true };
      case 'not-leading':
        return { wait: SHORTLY, failed: false };
      default:
        return DONE;
    }
  });
  return { wait: Math.max(0, ...waits.map(({ wait }) => wait)), failed: waits.some(({ failed }) => failed) };
}
