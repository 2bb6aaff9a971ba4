import type { Log } from '../../observe/log.ts';
import { backoff } from '../backoff.ts';
import { describeProblem } from '../describe-problem.ts';
import type { Hint } from '../hints.ts';
import type { OpenRows, OwnRows } from '../own-rows.ts';
import { pause } from '../pause.ts';
import { isRefusal } from '../refused.ts';
import { isOptional, pageOf, WATCHED, type Change, type Place, type Watched } from './pages.ts';
import { Seen, moment } from './seen.ts';

export interface PollerOptions {
  readonly connection: string;
  readonly tell: (hint: Hint) => void;
  /** Waited for between two pages, so that who works slowly is not flooded. */
  readonly room?: (signal: AbortSignal) => Promise<void>;
  readonly open: OpenRows;
  /** Milliseconds between two looks, about. */
  readonly interval: number;
  /** Each look begins so many milliseconds before the end of the last. */
  readonly overlap: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
}

const PAGE = 1_000;
const READ_DEADLINE = 60_000;

/** Looks for changes while somebody watches, and tells where there was one. Nobody needs webhooks with it; with them it finds what they missed. */
export class Poller {
  readonly #options: PollerOptions;
  readonly #watchers = new Set<symbol>();
  readonly #seen = new Map<Watched, Seen>();
  /** Not to be had; not asked for again. */
  readonly #refused = new Set<Watched>();
  #running: { readonly stop: AbortController; readonly over: Promise<void> } | null = null;

  constructor(options: PollerOptions) {
    this.#options = options;
  }

  /** Polls until the function that it answers is called. Changes from a moment on (milliseconds since 1970) are told of as well. */
  watch(since: number): () => void {
    const watcher = Symbol('watcher');
    this.#watchers.add(watcher);
    this.lookAgain(since);
    if (this.#running === null) {
      const stop = new AbortController();
      this.#running = { stop, over: this.#run(stop.signal) };
    }
    return () => {
      if (!this.#watchers.delete(watcher) || this.#watchers.size > 0) return;
      void this.stop();
    };
  }

  /** The next look begins there, and tells of everything since. */
  lookAgain(since: number): void {
    for (const name of WATCHED.filter((each) => !this.#refused.has(each))) {
      const seen = this.#seen.get(name);
      if (seen === undefined) this.#seen.set(name, new Seen(moment(since), this.#options.overlap));
      else seen.again(moment(since));
    }
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    this.#seen.clear();
    running?.stop.abort();
    await running?.over;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { interval, random, log } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.#look(signal);
        failures = 0;
        await pause(interval * (0.9 + random() / 5), signal);
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        if (failures === 1) log.warn(describeProblem(error), 'changes could not be looked for; trying again');
        await pause(Math.max(interval, backoff(failures, random)), signal);
      }
    }
  }

  /** The first pages of all tables travel together; what has more is read on by itself. */
  async #look(signal: AbortSignal): Promise<void> {
    const rows = this.#options.open(AbortSignal.any([signal, AbortSignal.timeout(READ_DEADLINE)]));
    const outcomes = await Promise.allSettled(WATCHED.map((name) => this.#lookIfThere(name, rows, signal)));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async #lookIfThere(name: Watched, rows: OwnRows, signal: AbortSignal): Promise<void> {
    try {
      await this.#lookAt(name, rows, signal);
    } catch (error) {
      if (!isOptional(name) || !isRefusal(error)) throw error;
      this.#refused.add(name);
      this.#seen.delete(name);
      this.#options.log.info({ table: name }, 'this table cannot be read; it is not looked at for changes');
    }
  }

  async #lookAt(name: Watched, first: OwnRows, signal: AbortSignal): Promise<void> {
    const seen = this.#seen.get(name);
    if (seen === undefined) return;
    const { since } = seen;
    const began = seen.begins();
    let rows = first;
    let last: Place | null = null;
    for (;;) {
      const found: readonly Change[] = await pageOf(name, rows, since, last, PAGE);
      const news = new Set(seen.fresh(found.map((each) => each.found)));
      if (signal.aborted) return;
      for (const each of found) if (news.has(each.found)) this.#tell(each);
      const end = found.at(-1)?.found;
      if (end !== undefined) last = { at: end.at, key: end.key };
      if (found.length < PAGE) break;
      await this.#options.room?.(signal);
      rows = this.#options.open(AbortSignal.any([signal, AbortSignal.timeout(READ_DEADLINE)]));
    }
    seen.ended(last?.at ?? null, began);
  }

  #tell({ object, key }: Change): void {
    const { connection, tell, now } = this.#options;
    tell({ connection, object, key, at: now(), via: 'poll' });
  }
}
