import { fewAtATime } from '../../concurrency/few-at-a-time.ts';
import { backoff } from '../backoff.ts';
import { Backlog } from '../backlog.ts';
import { describeProblem } from '../describe-problem.ts';
import type { Hint } from '../hints.ts';
import type { Lease } from '../lease/lease.ts';
import { pause } from '../pause.ts';
import { carryOut, type Ending } from './carry-out.ts';
import { checkWritten } from './check-written.ts';
import { isDefinite, retryAfter } from './failure.ts';
import { lookAt, type Pair } from './look.ts';
import { Once } from './once.ts';
import { reconcile } from './reconcile.ts';
import type { Step } from './step.ts';
import type { WorkerOptions } from './worker-options.ts';

/** Incidents that one look goes into. */
const AT_ONCE = 25;
/** Incidents that may wait; a hint takes some 300 bytes. */
export const MOST_WAITING = 5_000;
const INCIDENTS_AT_ONCE = 6;
const READ_DEADLINE = 60_000;
const MOST_REMEMBERED = 2_000;
const REFUSED_FOR = 600_000;
/** Looks in a row after which an incident that still is not done is left for later. */
const MOST_ROUNDS = 5;
/** Collections that tools keep their incidents in, as their webhooks name them. */
const TOOL_OBJECTS: ReadonlySet<string> = new Set(['incident', 'incidents']);

/** Keeps the incidents of one tool and their records alike. Hints say where to look; what has moved is read from both each time. Only the leader writes. */
export class ForwardingWorker {
  readonly #options: WorkerOptions;
  readonly #backlog = new Backlog(MOST_WAITING);
  readonly #stop = new AbortController();
  readonly #refused: Once;
  readonly #said: Once;
  /** Correlation ids of records that name something else than an incident of the tool. */
  readonly #strangers: Once;
  /** Records that are being written, whose own echo is no news. */
  readonly #writing = new Set<string>();
  readonly #rounds = new Map<string, number>();
  readonly #mute: () => void;
  #lease: Pick<Lease, 'epoch' | 'until'> | null = null;
  #leading = false;
  #wake: () => void = () => undefined;
  #over: Promise<void> = Promise.resolve();

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#refused = new Once(MOST_REMEMBERED, REFUSED_FOR, options.now);
    this.#said = new Once(MOST_REMEMBERED, Infinity, options.now);
    this.#strangers = new Once(MOST_REMEMBERED, REFUSED_FOR, options.now);
    this.#mute = options.hints.listen((hint) => this.take(hint));
  }

  start(lease: Pick<Lease, 'epoch' | 'until'>): void {
    this.#lease = lease;
    this.#over = this.#run();
  }

  /** Hears of a change. Who does not lead need not remember: the next leader looks back. */
  take(hint: Hint): void {
    if (!this.#leading || !this.#concerns(hint)) return;
    if (hint.via === 'write' && this.#writing.has(hint.key)) return;
    this.#backlog.add(hint);
    this.#wake();
  }

  leads(leading: boolean): void {
    this.#leading = leading && !this.#stop.signal.aborted;
    if (!leading) {
      this.#backlog.clear();
      this.#rounds.clear();
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

  #concerns({ connection, object }: Hint): boolean {
    const { from, to, table } = this.#options.rule;
    return (connection === from && TOOL_OBJECTS.has(object)) || (connection === to && object === table);
  }

  async #run(): Promise<void> {
    const { random, log, rule } = this.#options;
    const { signal } = this.#stop;
    // So many incidents are looked at one by one, since one of them cannot be.
    let [failures, alone] = [0, 0];
    while (!signal.aborted) {
      const hints = this.#backlog.take(alone > 0 ? 1 : AT_ONCE);
      alone = Math.max(0, alone - hints.length);
      if (hints.length === 0) {
        await this.#idle();
        continue;
      }
      try {
        const { wait, failed, again } = await this.#pass(hints);
        failures = failed ? failures + 1 : 0;
        this.#again(wait > 0 ? hints : again);
        await pause(failed ? Math.max(wait, backoff(failures, random)) : wait, signal);
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        if (failures === 1)
          log.warn(
            { from: rule.from, ...describeProblem(error) },
            'forwarding waits: incidents could not be read',
          );
        if (isDefinite(error) && hints.length === 1) {
          this.#sayOnce(
            `${hints[0]?.object} ${hints[0]?.key}`,
            'an incident could not be read and is not forwarded',
            describeProblem(error),
          );
          continue;
        }
        // One that cannot be read must not keep the others waiting.
        if (isDefinite(error)) alone = hints.length;
        this.#again(hints);
        await pause(Math.max(backoff(failures, random), retryAfter(error)), signal);
      }
    }
  }

  /** What was dropped is looked for again once everything else is done. */
  async #idle(): Promise<void> {
    const lost = this.#backlog.takeLost();
    if (lost !== null) this.#options.lookAgain(lost);
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    if (this.#backlog.size === 0) await pause(1_000, AbortSignal.any([this.#stop.signal, woken.signal]));
    this.#wake = () => undefined;
  }

  #again(hints: readonly Hint[]): void {
    if (this.#leading) for (const hint of hints) this.#backlog.add(hint);
  }

  async #pass(hints: readonly Hint[]): Promise<Outcome> {
    const lease = this.#lease;
    if (lease === null) return DONE;
    const { epoch } = lease;
    if (lease.until(epoch) === 0) return DONE;
    const pairs = await this.#look(hints);
    const { rule, tool, now } = this.#options;
    const circumstances = { now: now(), byHand: false, cannot: tool.cannot };
    const due = pairs
      .map((pair) => ({ ...pair, steps: reconcile(rule, pair.tool, pair.desk, circumstances) }))
      .filter(({ key, steps }) => steps.length > 0 || !this.#rounds.delete(key));
    const mayWrite = (): boolean => this.#mayWrite(lease, epoch);
    const endings = await fewAtATime(due, INCIDENTS_AT_ONCE, async (each) => {
      const ending = each.steps.length === 0 ? NOTHING : await this.#carryOut(each, each.steps, mayWrite);
      return { ...each, ending };
    });
    await this.#check(endings);
    return this.#after(endings, now());
  }

  async #look(hints: readonly Hint[]): Promise<readonly Pair[]> {
    const { rule, tables, tool, open } = this.#options;
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(READ_DEADLINE)]);
    const of = (connection: string) =>
      hints.filter((hint) => hint.connection === connection).map(({ key }) => key);
    const wanted = { tools: of(rule.from), records: of(rule.to), strangers: this.#strangers };
    return lookAt({ rule, tables, rows: open(signal) }, tool, wanted, signal);
  }

  /** A write is not cut off when the gateway is being stopped: it would be uncertain what became of it. */
  #carryOut({ key, desk }: Pair, steps: readonly Step[], mayWrite: () => boolean): Promise<Ending> {
    const { open, tables, tool, writeDeadline, log, rule } = this.#options;
    const table = { record: tables.record, task: tables.task };
    const rows = () => open(AbortSignal.timeout(writeDeadline));
    const nameOf = (step: Step) => `${key} ${JSON.stringify(step)}`;
    return carryOut(desk?.key ?? null, steps, {
      desk: {
        create: (kind, sysId, columns) =>
          this.#quietly(sysId, () => rows().create(table[kind], sysId, columns)),
        update: (kind, sysId, columns) =>
          this.#quietly(sysId, () => rows().update(table[kind], sysId, columns)),
      },
      tool: (change) => tool.change(key, change, AbortSignal.timeout(writeDeadline)),
      mayWrite,
      isRefused: (step) => this.#refused.has(nameOf(step)),
      refused: (step, error) => {
        this.#refused.add(nameOf(step));
        const about = { from: rule.from, incident: key, record: desk?.number, step: step.kind };
        log.warn({ ...about, ...describeProblem(error) }, 'a step of forwarding was refused');
      },
      say: (message) => this.#sayOnce(`${key} ${message}`, message, { incident: key }),
    });
  }

  async #quietly(key: string, write: () => Promise<void>): Promise<void> {
    this.#writing.add(key);
    try {
      await write();
    } finally {
      this.#writing.delete(key);
    }
  }

  #mayWrite(lease: Pick<Lease, 'until'>, epoch: number): boolean {
    const { now, writeDeadline, drain } = this.#options;
    return !this.#stop.signal.aborted && lease.until(epoch) - now() >= writeDeadline + drain;
  }

  /** ServiceNow drops values of choices that it does not know without a word: what was written is read again. */
  async #check(endings: readonly Done[]): Promise<void> {
    const { rule, tables, open, writeDeadline } = this.#options;
    const rows = open(AbortSignal.timeout(Math.max(writeDeadline, 1_000)));
    const dropped = await checkWritten({ rule, tables, rows }, endings, (key, columns) =>
      this.#quietly(key, () => rows.update(tables.record, key, columns)),
    );
    for (const { number, field, value } of dropped)
      this.#sayOnce(`${field} ${value}`, 'the instance did not take over a value; look at the mapping', {
        record: number,
        field,
        value,
      });
  }

  #sayOnce(name: string, message: string, about: object): void {
    if (this.#said.add(name)) this.#options.log.warn({ from: this.#options.rule.from, ...about }, message);
  }

  #after(endings: readonly Done[], at: number): Outcome {
    let [wait, failed] = [0, false];
    const again: Hint[] = [];
    for (const { key, ending } of endings) {
      if (ending.end === 'uncertain') {
        wait = Math.max(wait, this.#options.drain);
        this.#options.log.warn(
          { incident: key, ...describeProblem(ending.error) },
          'a step of forwarding was not answered; looking again',
        );
      }
      if (ending.end === 'later') wait = Math.max(wait, retryAfter(ending.error), 1_000);
      if (ending.end === 'uncertain' || ending.end === 'later') failed = true;
      if (ending.end === 'not-leading') wait = Math.max(wait, SHORTLY);
      if (ending.end === 'done' && ending.again && this.#mayGoOn(key))
        again.push({ connection: this.#options.rule.from, object: 'incidents', key, at, via: 'write' });
    }
    return { wait, failed, again };
  }

  #mayGoOn(key: string): boolean {
    const round = (this.#rounds.get(key) ?? 0) + 1;
    if (round < MOST_ROUNDS) {
      this.#rounds.set(key, round);
      return true;
    }
    this.#rounds.delete(key);
    this.#sayOnce(`${key} settles`, 'an incident does not come to stand as its tool was asked to', {
      incident: key,
    });
    return false;
  }
}

/** `wait`: milliseconds until the hints of a pass are looked into again; 0 where they are done. */
interface Outcome {
  readonly wait: number;
  /** One of the systems did not do what it was asked. */
  readonly failed: boolean;
  readonly again: readonly Hint[];
}

interface Done extends Pair {
  readonly steps: readonly Step[];
  readonly ending: Ending;
}

const DONE: Outcome = { wait: 0, failed: false, again: [] };
const NOTHING: Ending = { end: 'done', again: false, wrote: 0 };
/** The lease is renewed well before it ends. */
const SHORTLY = 50;
