import type { Row } from '../../contract/index.ts';
import { CasegraphError } from '../../contract/index.ts';
import { refuseAction } from '../actions/available-actions.ts';
import type { CaseAction } from '../actions/case-action.ts';
import type { Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { numberOf, type RecordKind, type Values } from './record-kind.ts';
import { attemptMark } from './slot.ts';
import { SlotRows } from './slot-rows.ts';
import { slotVerdict } from './slot-verdict.ts';

export interface CreateRecord {
  readonly kind: RecordKind;
  readonly action: CaseAction;
  readonly caseKey: string;
  readonly asker: Asker & { readonly subject: string };
  readonly idempotencyKey: string;
  /** What the record is to hold. What it reads for that it had better have begun to read by now, together with the case. */
  readonly prepare: (facts: CaseFacts) => Promise<Prepared>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a new record is to hold and what of it cannot be written from here, by the upstream's names; or why there will be none. */
export type Prepared =
  { readonly values: Values; readonly notTaken?: readonly string[] } | { readonly refusal: Refusal };

/** One attempt at work. */
interface Attempt {
  readonly store: CaseStore;
  readonly kind: RecordKind;
  readonly slots: SlotRows;
  readonly facts: CaseFacts;
  /** Names this attempt and what it makes, in the record's correlation id. */
  readonly mark: string;
  readonly now: number;
}

/** Slots that are tried: how often records of a kind may have been made from one case and taken off it again. */
const GENERATIONS = 50;

/**
 * Creates a record from a case and associates the two, at most once, with nothing kept here: the record's key comes from the case, so that racers
 * compete for one key, and its correlation id says whose attempt it was (docs/decisions/0001). Whatever was interrupted, a repeat completes it.
 */
export async function createRecord(store: CaseStore, call: CreateRecord): Promise<Outcome> {
  const { kind } = call;
  const early = new SlotRows(store, kind, call.caseKey);
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refused(null, noCase());
  // Keys can be written in several ways, and slots are those of the case's own.
  const slots = facts.key === call.caseKey ? early : new SlotRows(store, kind, facts.key);
  const mark = attemptMark(facts.number, call.asker.subject, `${call.action} ${call.idempotencyKey}`);
  const attempt: Attempt = { store, kind, slots, facts, mark, now: call.now };
  const present = facts[kind.field];
  if (present !== null && markOf(attempt, await slots.find(present)) === mark)
    return { caseKey: facts.key, recordKey: present, refusals: [] };
  const refusal = refuseAction(call.action, call.asker, facts);
  if (refusal !== null) {
    if (refusal.code !== 'FORBIDDEN') await leaveNothing(attempt);
    return refused(facts.key, { ...refusal, field: ['caseId'] });
  }
  const prepared = await call.prepare(facts);
  if ('refusal' in prepared) return refused(facts.key, prepared.refusal);
  return make(attempt, prepared);
}

async function make(attempt: Attempt, prepared: Exclude<Prepared, { refusal: Refusal }>): Promise<Outcome> {
  const values = { ...prepared.values, correlationId: attempt.mark, correlationDisplay: 'Casegraph' };
  const claimed = await claim(attempt, values);
  if (claimed === null) return refused(attempt.facts.key, conflict(attempt));
  const outcome = await associate(attempt, claimed, claimed.own ? values : null);
  const { notTaken = [] } = prepared;
  if (outcome.recordKey === null || !claimed.own || notTaken.length === 0) return outcome;
  const message = `The template also sets ${notTaken.join(', ')}, which cannot be set from here; set it on the ${attempt.kind.noun}.`;
  return { ...outcome, refusals: [...outcome.refusals, { code: 'NOT_ACCEPTED', message }] };
}

/** The record that this attempt has made, now or before, or that somebody left unfinished; `null` when another attempt is at it. */
async function claim(attempt: Attempt, values: Values): Promise<Claim | null> {
  const { store, kind, facts, slots } = attempt;
  for (let generation = 0; generation < GENERATIONS; generation += 1) {
    const key = slots.keyOf(generation);
    const holder = await slots.at(generation);
    if (holder === null && (await store.create(kind.type, key, facts.domain, values)))
      return { key, own: true };
    const verdict = await judge(attempt, holder ?? (await slots.readNow(key)));
    if (verdict === 'theirs') return null;
    if (verdict !== 'over') return { key, own: verdict === 'ours' };
  }
  throw new CasegraphError(
    'conflict',
    `${facts.number} has had ${GENERATIONS} ${kind.noun}s made from it; associate an existing one instead.`,
  );
}

interface Claim {
  readonly key: string;
  /** False for what another attempt had left behind. */
  readonly own: boolean;
}

async function judge(attempt: Attempt, made: Row | null) {
  const { store, kind, mark, now } = attempt;
  if (made === null) {
    throw new CasegraphError(
      'upstream-rejected',
      `The ${kind.noun} was created but cannot be read back. Check the read rights on ${kind.noun}s.`,
    );
  }
  const value = (name: string): string | null => store.valueOf(kind.type, made, name);
  const state = value('state');
  const madeAt = Date.parse(value('createdAt') ?? '');
  const ended = state !== null && kind.ended.has(state);
  const takenOff = !ended && (await wasTakenOff(attempt, made));
  return slotVerdict({ mark: value('correlationId'), state, madeAt, takenOff }, kind.ended, mark, now);
}

/**
 * An earlier record of the case that was associated once (the note on the case says so) and is not any more. The case is read after the note: who
 * finds both the note and a case without the record has not come in between another attempt's steps, since note and reference are one write.
 */
async function wasTakenOff({ store, kind, facts }: Attempt, made: Row): Promise<boolean> {
  const noted = await store.journalHolds('Case', facts.key, noteOn(kind, made));
  return noted && (await store.readCase(facts.key))?.[kind.field] === null;
}

/**
 * One write sets the reference and leaves the note, so there is never one without the other. The record is looked at before: where the answer to its create was
 * lost, somebody else's may be the one that stands.
 */
async function associate(attempt: Attempt, { key, own }: Claim, values: Values | null): Promise<Outcome> {
  const { store, kind, facts, slots } = attempt;
  const [now, made] = await Promise.all([store.readOfCase(facts.key, [kind.relation]), slots.readNow(key)]);
  if (own && made !== null && markOf(attempt, made) !== attempt.mark)
    return refused(facts.key, conflict(attempt));
  const present = now?.[kind.relation] ?? null;
  if (present !== null && present !== key) return withdraw(attempt, key);
  if (present === null)
    await cancelingOnRefusal(attempt, key, () =>
      store.update('Case', facts.key, { [kind.relation]: key, workNotes: noteOn(kind, made) }),
    );
  return done(attempt, key, values);
}

/** What this attempt has made before it was interrupted, and the case does not take any more, is canceled with the refusal. What was associated once is left alone. */
async function leaveNothing(attempt: Attempt): Promise<void> {
  const { store, kind, facts, slots, mark } = attempt;
  for (let generation = 0; generation < GENERATIONS; generation += 1) {
    const made = await slots.at(generation);
    if (made === null) return;
    const key = slots.keyOf(generation);
    const ended = kind.ended.has(store.valueOf(kind.type, made, 'state') ?? '');
    if (markOf(attempt, made) !== mark || ended || facts[kind.field] === key) continue;
    if (await store.journalHolds('Case', facts.key, noteOn(kind, made))) continue;
    await cancel(attempt, key, `${facts.number} does not take it any more.`);
  }
}

/** Somebody gave the case another record while this one was being made: it is canceled, and says why. */
async function withdraw(attempt: Attempt, key: string): Promise<Outcome> {
  const { kind, facts } = attempt;
  await cancel(attempt, key, `${facts.number} was given another ${kind.noun} at the same time.`);
  return refused(facts.key, conflict(attempt));
}

/** Where the instance will not have the case changed, repeating does not help: the record is not left behind open. */
async function cancelingOnRefusal(attempt: Attempt, key: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof CasegraphError && !error.retryable && error.kind !== 'cancelled') {
      await cancel(attempt, key, `${attempt.facts.number} could not be changed.`).catch(() => undefined);
    }
    throw error;
  }
}

function cancel({ store, kind }: Attempt, key: string, reason: string): Promise<void> {
  return store.update(kind.type, key, { ...kind.canceled, workNotes: `Canceled: ${reason}` });
}

/** Compares what was written with what now stands there: upstreams drop values they do not know without saying so. */
async function done(attempt: Attempt, key: string, values: Values | null): Promise<Outcome> {
  const { store, kind, facts } = attempt;
  const compared = Object.keys(values ?? {}).filter((name) => kind.checked.has(name));
  store.look({ caseKey: facts.key, recordKey: key });
  const [after, made] = await Promise.all([
    store.readOfCase(facts.key, [kind.relation]),
    values === null ? null : store.readRow(kind.type, key, compared),
  ]);
  if (after?.[kind.relation] !== key) {
    const message = `The ${kind.noun} was created, but the case does not show it. Repeat the call with the same idempotencyKey.`;
    return refused(facts.key, { code: 'CONFLICT', message });
  }
  const dropped =
    values === null || made === null
      ? []
      : compared.filter((name) => store.valueOf(kind.type, made, name) !== values[name]);
  return { caseKey: facts.key, recordKey: key, refusals: dropped.map((name) => notAccepted(kind, name)) };
}

function notAccepted({ noun }: RecordKind, name: string): Refusal {
  return {
    code: 'NOT_ACCEPTED',
    message: `ServiceNow did not take over ${name}; set it on the ${noun}.`,
  };
}

function markOf({ store, kind }: Attempt, row: Row | null): string | null {
  return row === null ? null : store.valueOf(kind.type, row, 'correlationId');
}

function noteOn({ noun }: RecordKind, made: Row | null): string {
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${numberOf(made)} was created from this case.`;
}

function conflict({ kind, facts }: Attempt): Refusal {
  return {
    code: 'CONFLICT',
    message: `Somebody else is creating ${kind.noun}s from ${facts.number}. Look at the case again.`,
    field: ['caseId'],
  };
}
