import { isAgent, type Asker } from '../actions/checks.ts';
import { CASE_STATES, type CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import type { Values } from '../creation/record-kind.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';

export interface Comment {
  readonly caseKey: string;
  readonly text: string;
  /** A work note is for agents only, a comment for the customer as well. */
  readonly audience: 'CUSTOMER' | 'AGENTS';
  readonly asker: Asker;
  /** Where it holds, a text that the journal has already is not said again: on a case that passes it on, a repeat completes what was interrupted. */
  readonly once?: (facts: CaseFacts) => boolean;
}

/** What an audience is written to by. */
export const JOURNAL_COLUMN = { CUSTOMER: 'comments', AGENTS: 'workNotes' } as const;

/** Adds to a case's journal. A repeat says it again, but for `once`. */
export async function comment(
  store: CaseStore,
  { caseKey, text, audience, asker, once }: Comment,
): Promise<Outcome> {
  const facts = await store.readCase(caseKey);
  if (facts === null) return refused(null, noCase());
  if (audience === 'AGENTS' && !isAgent(asker)) {
    const message = 'Work notes are for agents. Write a comment instead.';
    return refused(facts.key, { code: 'FORBIDDEN', message, field: ['audience'] });
  }
  if (text.trim() === '')
    return refused(facts.key, { code: 'INVALID_INPUT', message: 'The text is empty.', field: ['text'] });
  if (facts.state === CASE_STATES.closed || facts.state === CASE_STATES.canceled) {
    const message = `${facts.number} is closed or canceled and takes no more comments.`;
    return refused(facts.key, { code: 'INVALID_STATE', message, field: ['caseId'] });
  }
  const said = once?.(facts) === true && (await store.journalSays('Case', facts.key, text));
  if (!said)
    await store.update('Case', facts.key, { [JOURNAL_COLUMN[audience]]: text, ...reopening(facts, asker) });
  return { caseKey: facts.key, recordKey: null, refusals: [] };
}

/**
 * Who waits for the customer goes on once the customer has spoken (ServiceNow facts 5.2). The instance's own rule looks at the login, which is the
 * gateway's, so the state is written with the comment.
 */
function reopening({ state }: CaseFacts, asker: Asker): Values {
  return state === CASE_STATES.awaitingInfo && !isAgent(asker) ? { state: CASE_STATES.open } : {};
}
