import type { Log } from '../../observe/log.ts';
import { backoff } from '../backoff.ts';
import { describeProblem } from '../describe-problem.ts';
import type { Hint } from '../hints.ts';
import { OWN_TABLES, type FollowedObject } from '../own-tables.ts';
import { cell, type OpenRows, type OwnRows } from '../own-rows.ts';
import { pause } from '../pause.ts';
import { Seen, moment, type Found } from './seen.ts';

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

const OBJECTS = Object.keys(OWN_TABLES) as readonly FollowedObject[];
/** Not an object: journal entries are hints of the record that they belong to. */
const JOURNAL = 'sys_journal_field';
const PAGE = 1_000;
const READ_DEADLINE = 60_000;

/** Looks for changes while somebody watches, and tells where there was one. Nobody needs webhooks with it; with them it finds what they missed. */
export class Poller {
  readonly #options: PollerOptions;
  readonly #watchers = new Set<symbol>();
  readonly #seen = new Map<string, Seen>();
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
    for (const name of [...OBJECTS, JOURNAL]) {
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
    const outcomes = await Promise.allSettled([
      ...OBJECTS.map((object) => this.#lookAt(object, rows, signal)),
      this.#lookAt(JOURNAL, rows, signal),
    ]);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async #lookAt(name: FollowedObject | typeof JOURNAL, first: OwnRows, signal: AbortSignal): Promise<void> {
    const seen = this.#seen.get(name);
    if (seen === undefined) return;
    const { since } = seen;
    const began = seen.begins();
    let rows = first;
    let last: Place | null = null;
    for (;;) {
      const found: readonly Change[] = await pageOf(name, rows, since, last);
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

interface Place {
  readonly at: string;
  readonly key: string;
}

/** A row that changed, and the record that this says something about. */
interface Change {
  readonly found: Found;
  readonly object: string;
  readonly key: string;
}

async function pageOf(
  name: FollowedObject | typeof JOURNAL,
  rows: OwnRows,
  since: string,
  last: Place | null,
): Promise<readonly Change[]> {
  const column = name === JOURNAL ? 'sys_created_on' : 'sys_updated_on';
  const from = { op: 'gte' as const, column, value: since };
  const page = { first: PAGE, order: [column], after: last === null ? null : [last.at, last.key] };
  if (name !== JOURNAL) {
    const columns = [column, 'sys_mod_count'];
    const found = await rows.list(OWN_TABLES[name], { ...page, filter: from, columns });
    return found.map((row) => {
      const key = cell(row, 'sys_id');
      return {
        found: { key, at: cell(row, column), version: cell(row, 'sys_mod_count') },
        object: name,
        key,
      };
    });
  }
  const ours = { op: 'in' as const, column: 'name', values: OBJECTS };
  const columns = [column, 'name', 'element_id'];
  const filter = { op: 'and' as const, all: [from, ours] };
  const found = await rows.list('SyncJournal', { ...page, filter, columns });
  return found.map((row) => ({
    found: { key: cell(row, 'sys_id'), at: cell(row, column), version: '' },
    object: cell(row, 'name'),
    key: cell(row, 'element_id'),
  }));
}
