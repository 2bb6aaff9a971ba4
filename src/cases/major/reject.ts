import { refuseAction } from '../actions/available-actions.ts';
import type { Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';
import { unfinishedMajor, withdrawMajor } from './major-slot.ts';

export interface Reject {
  readonly caseKey: string;
  /** For the agents; not blank. */
  readonly reason: string;
  readonly asker: Asker;
}

/**
 * Rejects a candidate, which is a regular case again (docs/decisions/0015). A major case that an interrupted acceptance has left behind is canceled, also by a
 * repeat.
 */
export async function reject(store: CaseStore, call: Reject): Promise<Outcome> {
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refused(null, noCase());
  const workNotes = `Rejected as a candidate for a major case: ${call.reason}`;
  const refusal = refuseAction('REJECT_MAJOR_CASE', call.asker, facts);
  if (refusal?.code !== 'FORBIDDEN' && (await isDone(store, facts, workNotes))) return finish(store, facts);
  if (refusal !== null) return refused(facts.key, { ...refusal, field: ['caseId'] });
  if (call.reason.trim() === '') {
    const message = 'Say why: the reason is empty.';
    return refused(facts.key, { code: 'INVALID_INPUT', message, field: ['reason'] });
  }
  await store.update('Case', facts.key, { majorCaseState: 'rejected', workNotes });
  return finish(store, facts);
}

async function isDone(store: CaseStore, facts: CaseFacts, note: string): Promise<boolean> {
  return facts.majorCaseState === 'rejected' && (await store.journalSays('Case', facts.key, note));
}

/**
 * The case is read once more: who accepted it at the same moment and came later has decided. So is what an interrupted acceptance may have left behind, after the
 * rejection stands, so that none can follow.
 */
async function finish(store: CaseStore, { key, number }: CaseFacts): Promise<Outcome> {
  store.look({ caseKey: key, recordKey: null });
  const [after, left] = await Promise.all([store.readCase(key), unfinishedMajor(store, key)]);
  if (after?.majorCaseState !== 'rejected' || after.childOfMajor) {
    const message = `${number} was changed by somebody else at the same time. Look at the case again.`;
    return refused(key, { code: 'CONFLICT', message, field: ['caseId'] });
  }
  if (left !== null) await withdrawMajor(store, left, `${number} was rejected as a candidate.`);
  return { caseKey: key, recordKey: null, refusals: [] };
}
