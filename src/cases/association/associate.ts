import type { Row } from '../../contract/index.ts';
import { refuseAction } from '../actions/available-actions.ts';
import type { Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { held } from '../held.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';
import { NOTIFIED, suppressNotification, UNCHANGED } from '../incident/notification.ts';
import { numberOf } from '../creation/record-kind.ts';
import type { Refusal } from '../refusal.ts';
import { RELATION_KINDS, type CaseRelation, type RelationKind } from './relation-kind.ts';

export interface Association {
  readonly caseKey: string;
  readonly recordKey: string;
  readonly relation: CaseRelation;
  readonly asker: Asker;
}

/**
 * Gives a case an existing record that is still open. One write sets the reference and leaves the note, so a repeat finds the case as it should be and
 * writes nothing.
 */
export async function associate(store: CaseStore, call: Association): Promise<Outcome> {
  const kind = RELATION_KINDS[call.relation];
  const notifying = call.relation === 'INCIDENT' ? NOTIFIED : [];
  const reading = held(store.readRow(kind.type, call.recordKey, ['number', 'state', ...notifying]));
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refused(null, noCase());
  const refusal = refuseAction(kind.associate, call.asker, facts);
  // Who lacks the role cannot read the record either; what is missing is the role.
  if (refusal?.code === 'FORBIDDEN') return refused(facts.key, { ...refusal, field: ['caseId'] });
  const record = await reading;
  if (record === null) return refused(facts.key, noRecord(kind));
  if (facts[kind.field] === call.recordKey) return settled(facts.key, call.recordKey);
  if (refusal !== null) return refused(facts.key, { ...refusal, field: ['caseId'] });
  if (kind.ended.has(store.valueOf(kind.type, record, 'state') ?? ''))
    return refused(facts.key, ended(kind, record));
  const notified =
    call.relation === 'INCIDENT'
      ? await suppressNotification(store, facts, call.recordKey, record)
      : UNCHANGED;
  // Time has passed: the case is looked at again before it is given the incident.
  if (notified.written && (await store.readOfCase(facts.key, [kind.relation]))?.[kind.relation] !== null)
    return verify(store, kind, facts.key, call.recordKey);
  const workNotes = `${kind.noted} ${numberOf(record)} was associated with this case.`;
  await store.update('Case', facts.key, { [kind.relation]: call.recordKey, workNotes });
  const outcome = await verify(store, kind, facts.key, call.recordKey);
  return { ...outcome, refusals: [...outcome.refusals, ...notified.refusals] };
}

/**
 * Takes a record off its case. The record is named, so that nobody removes what somebody else has just associated; a repeat is known by the note that
 * the first left.
 */
export async function remove(store: CaseStore, call: Association): Promise<Outcome> {
  const kind = RELATION_KINDS[call.relation];
  const reading = held(store.readRow(kind.type, call.recordKey, ['number']));
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refused(null, noCase());
  const refusal = refuseAction(kind.remove, call.asker, facts);
  if (refusal?.code === 'FORBIDDEN') return refused(facts.key, { ...refusal, field: ['caseId'] });
  const record = await reading;
  const workNotes = `${kind.noted} ${numberOf(record)} was removed from this case.`;
  if (facts[kind.field] === null && record !== null && (await wasRemoved(store, facts, workNotes)))
    return settled(facts.key, null);
  if (refusal !== null) return refused(facts.key, { ...refusal, field: ['caseId'] });
  if (facts[kind.field] !== call.recordKey) return refused(facts.key, another(kind, facts));
  await store.update('Case', facts.key, { [kind.relation]: null, workNotes });
  return verify(store, kind, facts.key, null);
}

function wasRemoved(store: CaseStore, { key }: CaseFacts, note: string): Promise<boolean> {
  return store.journalHolds('Case', key, note);
}

/** Reads the case again: upstreams drop references they do not take without saying so, and somebody else may have come in between. */
async function verify(
  store: CaseStore,
  kind: RelationKind,
  caseKey: string,
  wanted: string | null,
): Promise<Outcome> {
  store.look({ caseKey, recordKey: wanted });
  const after = await store.readOfCase(caseKey, [kind.relation]);
  if (after !== null && after[kind.relation] === wanted) return settled(caseKey, wanted);
  const message = `The case shows another ${kind.noun} than the one asked for. Look at the case again.`;
  return refused(caseKey, { code: 'CONFLICT', message, field: ['caseId'] });
}

function settled(caseKey: string, recordKey: string | null): Outcome {
  return { caseKey, recordKey, refusals: [] };
}

function noRecord({ noun }: RelationKind): Refusal {
  return {
    code: 'NOT_FOUND',
    message: `There is no such ${noun}, or you cannot see it.`,
    field: ['recordId'],
  };
}

function ended({ noun }: RelationKind, record: Row): Refusal {
  const message = `${numberOf(record)} is resolved, closed or canceled; only an open ${noun} can be associated.`;
  return { code: 'INVALID_STATE', message, field: ['recordId'] };
}

function another({ noun }: RelationKind, { number }: CaseFacts): Refusal {
  const message = `${number} has another ${noun} by now. Look at the case again.`;
  return { code: 'CONFLICT', message, field: ['recordId'] };
}
