import { CasegraphError } from '../../contract/index.ts';
import type { Row } from '../../contract/index.ts';
import { CASE_STATES, type CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { numberOf, type Values } from '../creation/record-kind.ts';
import { slotKey } from '../creation/slot.ts';
import { slotVerdict } from '../creation/slot-verdict.ts';

/** How often a major case may have been made from one candidate. */
const GENERATIONS = 10;
/** Nothing that a case is put below. */
const ENDED: ReadonlySet<string> = new Set([CASE_STATES.closed, CASE_STATES.canceled]);

/** One attempt at a candidate's major case: see docs/decisions/0001 for how slots and marks work. */
export interface MajorAttempt {
  readonly store: CaseStore;
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

/** The candidate's major case, made now or found unfinished; `null` when another attempt is at it. */
export async function claimMajor(attempt: MajorAttempt, values: Values): Promise<string | null> {
  const { store, candidate, mark } = attempt;
  const marked = { ...values, correlationId: mark, correlationDisplay: 'Casegraph' };
  for (const generation of generations()) {
    const key = majorKey(candidate.key, generation);
    if (await store.create('Case', key, candidate.domain, marked)) return key;
    const verdict = await judge(attempt, key);
    if (verdict === 'theirs') return null;
    if (verdict !== 'over') return key;
  }
  const message = `${candidate.number} has been accepted ${GENERATIONS} times; put it below a major case by hand.`;
  throw new CasegraphError('conflict', message);
}

async function judge({ store, candidate, mark, now }: MajorAttempt, key: string) {
  const made = await store.readRow('Case', key, ['number', 'correlationId', 'state', 'createdAt']);
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
export async function unfinishedMajor(store: CaseStore, { key }: CaseFacts): Promise<string | null> {
  const keys = generations().map((generation) => majorKey(key, generation));
  const rows = await store.readRows('Case', { sysId: keys }, ['sysId', 'state', 'number'], keys.length);
  for (const row of rows) {
    if (ENDED.has(store.valueOf('Case', row, 'state') ?? '')) continue;
    if (await store.journalHolds('Case', key, acceptedNote(row))) continue;
    return store.valueOf('Case', row, 'sysId');
  }
  return null;
}

function generations(): readonly number[] {
  return Array.from({ length: GENERATIONS }, (_, generation) => generation);
}
