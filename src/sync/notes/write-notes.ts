import { CasegraphError } from '../../contract/index.ts';
import type { SyncedCase } from './case-facts.ts';
import type { Note } from './note.ts';
import { withReference } from '../reference.ts';

/** How far the notes of one case got. */
export type Ending =
  | { readonly end: 'written'; readonly count: number }
  /** The instance said no to one; those after it were not tried, since they would stand before it. */
  | { readonly end: 'refused'; readonly count: number; readonly error: CasegraphError }
  /** Nobody knows whether the last one stands there: nothing may be written to the case before its journal is read again. */
  | { readonly end: 'uncertain'; readonly count: number; readonly error: unknown }
  /** The instance wants to be left alone for a while. */
  | { readonly end: 'later'; readonly count: number; readonly error: CasegraphError }
  /** The lease does not last long enough for another write. */
  | { readonly end: 'not-leading'; readonly count: number };

export interface Writing {
  /** Adds a work note to a case; rejects when there is no answer in time. */
  readonly write: (key: string, text: string) => Promise<void>;
  /** Whether a write begun now is over before another replica may lead. */
  readonly mayWrite: () => boolean;
}

/** Kinds of error that say that nothing was written. */
const REFUSALS: ReadonlySet<string> = new Set([
  'forbidden',
  'not-found',
  'invalid-input',
  'conflict',
  'upstream-rejected',
  'upstream-unauthorized',
]);

/** Writes the notes of one case, one after the other, and stops at the first that does not come to stand there for certain. */
export async function writeNotes(
  { key }: Pick<SyncedCase, 'key'>,
  notes: readonly Note[],
  { write, mayWrite }: Writing,
): Promise<Ending> {
  let count = 0;
  for (const { text, reference } of notes) {
    if (!mayWrite()) return { end: 'not-leading', count };
    try {
      await write(key, withReference(text, reference));
      count += 1;
    } catch (error) {
      if (!(error instanceof CasegraphError)) return { end: 'uncertain', count, error };
      if (REFUSALS.has(error.kind)) return { end: 'refused', count, error };
      if (error.kind === 'upstream-rate-limited') return { end: 'later', count, error };
      return { end: 'uncertain', count, error };
    }
  }
  return { end: 'written', count };
}
