import { fewAtATime } from '../../concurrency/few-at-a-time.ts';
import type { Log } from '../../observe/log.ts';
import { backoff } from '../backoff.ts';
import { Backlog } from '../backlog.ts';
import { describeProblem } from '../describe-problem.ts';
import type { Hint, Hints } from '../hints.ts';
import type { Lease } from '../lease/lease.ts';
import { OWN_TABLES } from '../own-tables.ts';
import type { OpenRows, OwnRows } from '../own-rows.ts';
import { pause } from '../pause.ts';
import { moment } from '../poll/seen.ts';
import type { SyncedCase } from './case-facts.ts';
import { dueNotes, type PassedOn } from './due-notes.ts';
import { readLabels } from './labels.ts';
import { isDefinite, retryAfter } from './failure.ts';
import { look, type Look } from './look.ts';
import type { Note } from './note.ts';
import { DONE, outcomeOf, type Outcome } from './outcome.ts';
import { readNoted } from './read-noted.ts';
import { writeNotes, type Ending } from './write-notes.ts';

/** All times in milliseconds. */
export interface NoteSyncOptions {
  readonly connection: string;
  readonly hints: Hints;
  readonly open: OpenRows;
  readonly passedOn: PassedOn;
  /** How far back what happened is still told of. */
  readonly lookBack: number;
  /** Nothing that happened before this moment (milliseconds since 1970) is told of. */
  readonly from: number;
  /** How long the answer to a write is waited for. */
  readonly writeDeadline: number;
  /** A write whose answer did not come has taken effect by then, or never will. */
  readonly drain: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
}

/** Looks for changes once asked, from a moment on. */
export interface Looking {
  watch(since: number): () => void;
  lookAgain(since: number): void;
}

/** Records that one look goes into. */
const AT_ONCE = 50;
/** Records that may wait; a hint takes some 300 bytes. */
const MOST_WAITING = 5_000;
/** Cases that are written to at the same time. */
const CASES_AT_ONCE = 4;
const READ_DEADLINE = 60_000;
/** Cases whose refusal is remembered, so that it is logged once. */
const MOST_REFUSED = 1_000;

/**
 * Tells cases of what happens to their related records. Hints say where to look; what happened, and what a case was told already, is read upstream each time,
 * so it does not matter who restarts when. Only the leader writes.
 */
export class NoteSync {
  readonly #options: NoteSyncOptions;
  readonly #backlog = new Backlog(MOST_WAITING);
  readonly #stop = new AbortController();
  readonly #refused = new Set<string>();
  readonly #mute: () => void;
  #lease: Lease | null = null;
  #looking: Looking | null = null;
  #unwatch: (() => void) | null = null;
  #wake: () => void = () => undefined;
  #over: Promise<void> = Promise.resolve();
  /** Whether the instance's audit can be read; `null` while it is not known. Once it can, it is taken to stay so. */
  #audited: boolean | null = null;
  /** So many records are looked into one by one, since one of them cannot be. */
  #alone = 0;

  constructor(options: NoteSyncOptions) {
    this.#options = options;
    this.#mute = options.hints.listen((hint) => this.take(hint));
  }

  /** Begins to work once the lease is had. */
  start(lease: Lease, looking: Looking): void {
    this.#lease = lease;
    this.#looking = looking;
    this.#over = this.#run();
  }

  /** Hears of a change. Who does not lead need not remember: the next leader looks back. */
  take(hint: Hint): void {
    const { object, connection, via } = hint;
    if (this.#unwatch === null || connection !== this.#options.connection || !(object in OWN_TABLES)) return;
    // What the gateway writes to cases are mostly these notes; the rest is found by looking.
    if (via === 'write' && object === 'sn_customerservice_case') return;
    this.#backlog.add(hint);
    this.#wake();
  }

  /** Leadership has begun or ended. */
  leads(leading: boolean): void {
    if (!leading) {
      this.#unwatch?.();
      this.#unwatch = null;
      this.#backlog.clear();
    } else if (this.#unwatch === null && this.#looking !== null && !this.#stop.signal.aborted) {
      this.#unwatch = this.#looking.watch(this.#since());
    }
    this.#wake();
  }

  /** Waits while more than half of what may wait does. */
  async room(signal: AbortSignal): Promise<void> {
    while (this.#backlog.size > MOST_WAITING / 2 && !signal.aborted) await pause(50, signal);
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#mute();
    this.leads(false);
    await this.#over;
  }

  #since(): number {
    const { from, lookBack, now } = this.#options;
    return Math.max(from, now() - lookBack);
  }

  async #run(): Promise<void> {
    const { random, log } = this.#options;
    const { signal } = this.#stop;
    let failures = 0;
    while (!signal.aborted) {
      const hints = this.#backlog.take(this.#alone > 0 ? 1 : AT_ONCE);
      this.#alone = Math.max(0, this.#alone - hints.length);
      if (hints.length === 0) {
        await this.#idle();
        continue;
      }
      try {
        const { wait, failed } = await this.#pass(hints);
        failures = failed ? failures + 1 : 0;
        if (wait > 0) this.#again(hints);
        await pause(failed ? Math.max(wait, backoff(failures, random)) : wait, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (isDefinite(error)) {
          this.#apart(hints, error);
          continue;
        }
        this.#again(hints);
        failures += 1;
        if (failures === 1)
          log.warn(describeProblem(error), 'work notes wait: the records could not be read');
        await pause(Math.max(backoff(failures, random), retryAfter(error)), signal);
      }
    }
  }

  /** What was dropped is looked for again once everything else is done. */
  async #idle(): Promise<void> {
    const lost = this.#backlog.takeLost();
    if (lost !== null) this.#looking?.lookAgain(Math.max(lost, this.#since()));
    const { signal } = this.#stop;
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    if (this.#backlog.size === 0) await pause(1_000, AbortSignal.any([signal, woken.signal]));
    this.#wake = () => undefined;
  }

  #again(hints: readonly Hint[]): void {
    if (this.#unwatch === null) return;
    for (const hint of hints) this.#backlog.add(hint);
  }

  /** One record that cannot be looked into must not keep the others waiting. */
  #apart(hints: readonly Hint[], error: unknown): void {
    if (hints.length > 1) {
      this.#again(hints);
      this.#alone = hints.length;
      return;
    }
    const [hint] = hints;
    this.#sayOnce(
      { key: hint?.key ?? '', number: hint?.key ?? '' },
      'a changed record could not be read; its cases are not told',
      { object: hint?.object, ...describeProblem(error) },
    );
  }

  async #pass(hints: readonly Hint[]): Promise<Outcome> {
    const lease = this.#lease;
    if (lease === null) return DONE;
    const { epoch } = lease;
    if (lease.until(epoch) === 0) return DONE;
    const since = moment(this.#since());
    const rows = this.#rows();
    const [seen, label] = await Promise.all([
      look(rows, hints, since, { audited: this.#audited === true }),
      readLabels(rows),
    ]);
    this.#sayAudited(seen);
    const due = dueOf(seen, this.#options.passedOn, label);
    if (due.length === 0) return DONE;
    const mayWrite = (): boolean => this.#mayWrite(lease, epoch);
    const endings = await fewAtATime(due, CASES_AT_ONCE, async ({ found, notes }) => {
      const ending = await writeNotes(found, notes, { write: this.#write, mayWrite });
      this.#report(found, notes, ending);
      return { found, notes, ending };
    });
    await this.#check(endings, since);
    return outcomeOf(
      endings.map(({ ending }) => ending),
      this.#options.drain,
    );
  }

  #sayAudited({ audited, cases }: Look): void {
    if (!audited && this.#audited === null && cases.length > 0)
      this.#options.log.warn(
        'sys_audit cannot be read: work notes tell of the newest state of records only; docs/live.md says what the account needs',
      );
    if (audited || cases.length > 0) this.#audited = audited;
  }

  #rows(): OwnRows {
    return this.#options.open(AbortSignal.any([this.#stop.signal, AbortSignal.timeout(READ_DEADLINE)]));
  }

  /** A write is not cut off when the gateway is being stopped: it would be uncertain what became of it. */
  readonly #write = (key: string, text: string): Promise<void> => {
    const rows = this.#options.open(AbortSignal.timeout(this.#options.writeDeadline));
    return rows.update('SyncCase', key, { work_notes: text });
  };

  #mayWrite(lease: Lease, epoch: number): boolean {
    const { now, writeDeadline, drain } = this.#options;
    return !this.#stop.signal.aborted && lease.until(epoch) - now() >= writeDeadline + drain;
  }

  /** What was answered with success may still not stand there: the journal is read once more, for all cases at once. */
  async #check(endings: readonly Done[], since: string): Promise<void> {
    const written = endings.filter(({ ending }) => ending.count > 0);
    if (written.length === 0 || this.#stop.signal.aborted) return;
    const noted = await readNoted(
      this.#rows(),
      written.map(({ found }) => found.key),
      since,
    );
    for (const { found, notes, ending } of written) {
      const missing = notes
        .slice(0, ending.count)
        .filter(({ reference }) => noted.get(found.key)?.has(reference) !== true);
      if (missing.length > 0) this.#sayOnce(found, 'the instance took work notes without keeping them');
    }
  }

  #report(found: SyncedCase, notes: readonly Note[], ending: Ending): void {
    const { log } = this.#options;
    const about = { case: found.number, written: ending.count, due: notes.length };
    if (ending.end === 'written') log.debug(about, 'work notes written');
    if (ending.end === 'refused')
      this.#sayOnce(found, 'the instance refused a work note', describeProblem(ending.error));
    if (ending.end === 'uncertain')
      log.warn({ ...about, ...describeProblem(ending.error) }, 'a work note was not answered; reading again');
  }

  #sayOnce({ key, number }: Pick<SyncedCase, 'key' | 'number'>, message: string, about: object = {}): void {
    if (this.#refused.has(key)) return;
    if (this.#refused.size >= MOST_REFUSED) this.#refused.clear();
    this.#refused.add(key);
    this.#options.log.warn({ case: number, ...about }, message);
  }
}

interface Done {
  readonly found: SyncedCase;
  readonly notes: readonly Note[];
  readonly ending: Ending;
}

function dueOf(seen: Look, passedOn: PassedOn, label: Parameters<typeof dueNotes>[3]) {
  return seen.cases
    .map((found) => ({ found, notes: dueNotes(found, seen.histories, passedOn, label) }))
    .filter(({ notes }) => notes.length > 0);
}
