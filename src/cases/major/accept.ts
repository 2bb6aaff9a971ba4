import { CasegraphError } from '../../contract/index.ts';
import { refuseAction } from '../actions/available-actions.ts';
import type { Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { attemptMark } from '../creation/slot.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { hasCustomer, majorFromCandidate } from './major-from-candidate.ts';
import {
  acceptedNote,
  claimMajor,
  isMajorOf,
  majorSlots,
  withdrawMajor,
  type ClaimedMajor,
  type MajorAttempt,
} from './major-slot.ts';

export interface Accept {
  readonly caseKey: string;
  readonly asker: Asker & { readonly subject: string };
  readonly idempotencyKey: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Accepts a candidate. One that is a customer's case becomes the child of a new major case; one that was made to be a candidate becomes the major case itself
 * (ServiceNow facts 6.7). `recordKey` is the major case. Nothing is kept here: the new case's key comes from the candidate, and the one write that makes the
 * candidate its child is the last, so whatever was interrupted, a repeat completes it. Who accepts what is accepted already is answered the same.
 */
export async function accept(store: CaseStore, call: Accept): Promise<Outcome> {
  const early = majorSlots(store, call.caseKey);
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refused(null, noCase());
  const refusal = refuseAction('ACCEPT_MAJOR_CASE', call.asker, facts);
  if (refusal?.code !== 'FORBIDDEN') {
    const major = acceptedAs(facts);
    if (major !== null) return settled(facts, major);
  }
  if (refusal !== null) return refused(facts.key, { ...refusal, field: ['caseId'] });
  if (!hasCustomer(facts)) return acceptItself(store, facts);
  if (facts.parent !== null) return refused(facts.key, belowAnother(facts));
  const mark = attemptMark(facts.number, call.asker.subject, call.idempotencyKey);
  // Keys can be written in several ways, and slots are those of the candidate's own.
  const slots = facts.key === call.caseKey ? early : majorSlots(store, facts.key);
  const attempt = { store, slots, candidate: facts, mark, now: call.now };
  const claimed = await claimMajor(attempt, majorFromCandidate(facts));
  if (claimed === null) return refused(facts.key, conflict(facts));
  return { ...(await adopt(attempt, claimed)), warnings: notCopied(store, facts) };
}

/** A choice cannot be cleared through the Table API (facts 1.2), so a candidate that has become a child keeps a state that asks for nothing. */
const CANDIDACY_OVER = 'canceled';

/** What the viewer may not read is not known here, so it can only be said that it may be missing. */
function notCopied(store: CaseStore, { number }: CaseFacts): readonly string[] {
  return RELATED.filter(({ relation }) => !store.reads('Case', relation)).map(
    ({ noun }) => `You may not read ${noun}s: if ${number} has one, the major case does not have it yet.`,
  );
}

const RELATED = [
  { relation: 'incident', noun: 'incident' },
  { relation: 'problem', noun: 'problem' },
  { relation: 'changeRequest', noun: 'change request' },
  { relation: 'causedByChange', noun: 'causing change request' },
] as const;

/** The major case that a candidate has become or come below; `null` while it has not. */
function acceptedAs({ key, parent, majorCaseState, childOfMajor }: CaseFacts): string | null {
  if (majorCaseState === 'accepted') return key;
  return childOfMajor && parent !== null && isMajorOf(parent, key) ? parent : null;
}

async function acceptItself(store: CaseStore, facts: CaseFacts): Promise<Outcome> {
  const workNotes = 'Accepted as a major case.';
  await store.update('Case', facts.key, { majorCaseState: 'accepted', workNotes });
  return verify(store, facts, facts.key);
}

/**
 * One write makes the case a child, ends its candidacy and says so. The major case is looked at before: where the answer to its create was lost, somebody else's
 * may be the one that stands.
 */
async function adopt(attempt: MajorAttempt, claimed: ClaimedMajor): Promise<Outcome> {
  const { store, candidate, mark } = attempt;
  const { key } = claimed;
  const [now, made] = await Promise.all([
    store.readOfCase(candidate.key, ['parentCase', 'majorCaseState']),
    store.readRow('Case', key, ['number', 'correlationId']),
  ]);
  if (claimed.created && made !== null && store.valueOf('Case', made, 'correlationId') !== mark)
    return refused(candidate.key, conflict(candidate));
  if (now?.parentCase === key) return verify(store, candidate, key);
  if (now?.parentCase !== null || now.majorCaseState !== 'proposed') {
    await withdrawMajor(store, key, `${candidate.number} is no candidate any more.`);
    return refused(candidate.key, conflict(candidate));
  }
  const workNotes = acceptedNote(made);
  await withdrawingOnRefusal(attempt, key, () =>
    store.update('Case', candidate.key, { parentCase: key, majorCaseState: CANDIDACY_OVER, workNotes }),
  );
  return verify(store, candidate, key);
}

/** Where the instance will not have the candidate changed, repeating does not help: no major case is left behind. */
async function withdrawingOnRefusal(
  { store, candidate }: MajorAttempt,
  key: string,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof CasegraphError && !error.retryable && error.kind !== 'cancelled') {
      const reason = `${candidate.number} could not be changed.`;
      await withdrawMajor(store, key, reason).catch(() => undefined);
    }
    throw error;
  }
}

/** Reads the case again: somebody else may have come in between, and upstreams drop references that they do not take. */
async function verify(store: CaseStore, facts: CaseFacts, major: string): Promise<Outcome> {
  const { key, number } = facts;
  store.look({ caseKey: key, recordKey: major });
  const [after, above] = await Promise.all([
    store.readOfCase(key, ['parentCase']),
    store.readOfCase(major, ['majorCaseState']),
  ]);
  const stands = above?.majorCaseState === 'accepted' && (major === key || after?.parentCase === major);
  if (stands) return settled(facts, major);
  const message = `${number} was changed by somebody else at the same time. Look at the case again.`;
  return refused(key, { code: 'CONFLICT', message, field: ['caseId'] });
}

function settled({ key }: CaseFacts, recordKey: string): Outcome {
  return { caseKey: key, recordKey, refusals: [] };
}

function belowAnother({ number }: CaseFacts): Refusal {
  const message = `${number} stands below another record. Take it off that first.`;
  return { code: 'INVALID_STATE', message, field: ['caseId'] };
}

function conflict({ number }: CaseFacts): Refusal {
  const message = `Somebody else is deciding on ${number}. Look at the case again.`;
  return { code: 'CONFLICT', message, field: ['caseId'] };
}
