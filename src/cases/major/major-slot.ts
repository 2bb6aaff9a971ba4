import { CasegraphError } from '../../contract/index.ts';
import type { Row } from '../../contract/index.ts';
import { CASE_STATES, type CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { numberOf, type Values } from '../creation/record-kind.ts';
import { slotKey } from '../creation/slot.ts';
import { held } from '../held.ts';
import { slotVerdict } from '../creation/slot-verdict.ts';

/** How often a major case may have been made from one candidate. */
const GENERATIONS = 10;
/** Nothing that a case is put below. */
const ENDED: ReadonlySet<string> = new Set([CASE_STATES.closed, CASE_STATES.canceled]);

/** One attempt at a candidate's major case: see docs/decisions/0001 for how slots and marks work. */
export interface MajorAttempt {
  readonly store: CaseStore;
  /** As they stood when the candidate was read. */
  readonly slots: Promise<MajorSlots>;
  readonly candidate: CaseFacts;
  readonly mark: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The key of the major case that is made from a candidate. It depends on the candidate alone, so racers ask for the same one. */
export function majorKey(candidateKey: string, generation: number): string {
  return slotKey('major', candidateKey, generation);
}

/** Whether a case was made from a candidate by accepting it. */
export function isMajorOf(key: string, candidateKey: string): boolean {
  return generations().some((generation) => majorKey(candidateKey, generation) === key);
}

/** Cases that were made from a candidate, by key. */
export type MajorSlots = ReadonlyMap<string, Row>;

/** All slots of a candidate with one read, which goes together with that of the candidate. */
export function majorSlots(store: CaseStore, candidateKey: string): Promise<MajorSlots> {
  return held(readMajors(store, candidateKey));
}

async function readMajors(store: CaseStore, candidateKey: string): Promise<MajorSlots> {
  const keys = generations().map((generation) => majorKey(candidateKey, generation));
  const rows = await store.readRows('Case', { sysId: keys }, HOLDER, keys.length);
  return new Map(rows.map((row) => [store.valueOf('Case', row, 'sysId') ?? '', row]));
}

const HOLDER = ['sysId', 'number', 'correlationId', 'state', 'createdAt'];

/** The case that a candidate comes below. */
export interface ClaimedMajor {
  readonly key: string;
  /** By this call, as far as it knows. */
  readonly created: boolean;
}

/** The candidate's major case, made now or found unfinished; `null` when another attempt is at it. */
export async function claimMajor(attempt: MajorAttempt, values: Values): Promise<ClaimedMajor | null> {
  const { store, candidate, mark } = attempt;
  const slots = await attempt.slots;
  const marked = { ...values, correlationId: mark, correlationDisplay: 'Casegraph' };
  for (const generation of generations()) {
    const key = majorKey(candidate.key, generation);
    const holder = slots.get(key);
    if (holder === undefined && (await store.create('Case', key, candidate.domain, marked)))
      return { key, created: true };
    const verdict = await judge(attempt, holder ?? (await store.readRow('Case', key, HOLDER)));
    if (verdict === 'theirs') return null;
    if (verdict !== 'over') return { key, created: false };
  }
  const message = `${candidate.number} has been accepted ${GENERATIONS} times; put it below a major case by hand.`;
  throw new CasegraphError('conflict', message);
}

async function judge({ store, candidate, mark, now }: MajorAttempt, made: Row | null) {
  if (made === null) {
    const message = 'The major case was created but cannot be read back. Check the read rights on cases.';
    throw new CasegraphError('upstream-rejected', message);
  }
  const value = (name: string): string | null => store.valueOf('Case', made, name);
  const madeAt = Date.parse(value('createdAt') ?? '');
  const takenOff = await wasTakenOff(store, candidate, made);
  const holder = { mark: value('correlationId'), state: value('state'), madeAt, takenOff };
  return slotVerdict(holder, ENDED, mark, now);
}

/** The candidate was a child of it once, says its journal, and is not any more. The case is read after the note, as decision 0001 explains. */
async function wasTakenOff(store: CaseStore, { key }: CaseFacts, made: Row): Promise<boolean> {
  if (!(await store.journalHolds('Case', key, acceptedNote(made)))) return false;
  return (await store.readCase(key))?.parent === null;
}

/** What the candidate's work notes say from then on. */
export function acceptedNote(major: Row | null): string {
  return `Accepted as a major case: this case is now a child of ${numberOf(major)}.`;
}

/** The candidate did not become its child: the major case is canceled, and says why. One that somebody has canceled or closed already is left. */
export async function withdrawMajor(store: CaseStore, key: string, reason: string): Promise<void> {
  const row = await store.readRow('Case', key, ['state']);
  if (row === null || ENDED.has(store.valueOf('Case', row, 'state') ?? '')) return;
  const workNotes = `Canceled: ${reason}`;
  await store.update('Case', key, { state: CASE_STATES.canceled, majorCaseState: 'canceled', workNotes });
}

/** A major case that an attempt at a candidate has left behind without its child; `null` where there is none. */
export async function unfinishedMajor(store: CaseStore, key: string): Promise<string | null> {
  for (const row of (await readMajors(store, key)).values()) {
    if (ENDED.has(store.valueOf('Case', row, 'state') ?? '')) continue;
    if (await store.journalHolds('Case', key, acceptedNote(row))) continue;
    return store.valueOf('Case', row, 'sysId');
  }
  return null;
}

function generations(): readonly number[] {
  return Array.from({ length: GENERATIONS }, (_, generation) => generation);
}
