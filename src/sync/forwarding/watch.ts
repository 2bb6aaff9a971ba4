import type { Log } from '../../observe/log.ts';
import { backoff } from '../backoff.ts';
import { describeProblem } from '../describe-problem.ts';
import type { Hint } from '../hints.ts';
import { cell, type OpenRows } from '../own-rows.ts';
import { pause } from '../pause.ts';
import { Seen, moment } from '../poll/seen.ts';
import { retryAfter } from './failure.ts';
import type { ForwardingRule } from './rule.ts';
import type { RuleTables } from './tables.ts';
import type { ToolPort } from './tool-port.ts';

/** All times in milliseconds. */
export interface WatchOptions {
  readonly rule: ForwardingRule;
  readonly tables: RuleTables;
  readonly tool: Pick<ToolPort, 'changes'>;
  readonly open: OpenRows;
  readonly tell: (hint: Hint) => void;
  /** Waited for between two pages, so that who works slowly is not flooded. */
  readonly room: (signal: AbortSignal) => Promise<void>;
  readonly interval: number;
  readonly overlap: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
}

const PAGE = 500;
const READ_DEADLINE = 60_000;

/** Looks for changes on both sides of a rule, from a moment on: what webhooks do not tell, or have told while nobody led. */
export class ForwardingWatch {
  readonly #options: WatchOptions;
  #running: { readonly stop: AbortController; readonly over: Promise<unknown> } | null = null;
  /** Where the next look at the tool begins; ISO 8601. */
  #toolSince = '';
  #seen: Seen | null = null;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  start(since: number): void {
    if (this.#running !== null) return;
    const { overlap } = this.#options;
    this.#toolSince = moment(since);
    this.#seen = new Seen(moment(since), overlap);
    const stop = new AbortController();
    const { signal } = stop;
    const over = Promise.all([
      this.#repeat('the tool', signal, () => this.#lookAtTool(signal)),
      this.#repeat('ServiceNow', signal, () => this.#lookAtDesk(signal)),
    ]);
    this.#running = { stop, over };
  }

  /** The next looks begin there at the latest. */
  lookAgain(since: number): void {
    const from = moment(since);
    if (from < this.#toolSince) this.#toolSince = from;
    this.#seen?.again(from);
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    running?.stop.abort();
    await running?.over;
  }

  async #repeat(where: string, signal: AbortSignal, look: () => Promise<void>): Promise<void> {
    const { interval, random, log, rule } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await look();
        failures = 0;
        await pause(interval * (0.9 + random() / 5), signal);
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        if (failures === 1)
          log.warn(
            { from: rule.from, where, ...describeProblem(error) },
            'changes could not be looked for; trying again',
          );
        await pause(Math.max(interval, backoff(failures, random), retryAfter(error)), signal);
      }
    }
  }

  async #lookAtTool(signal: AbortSignal): Promise<void> {
    const { tool, room, rule } = this.#options;
    for (let more = true; more && !signal.aborted;) {
      const since = this.#toolSince;
      const until = AbortSignal.any([signal, AbortSignal.timeout(READ_DEADLINE)]);
      const page = await tool.changes(since, until);
      for (const key of page.keys) this.#tell(rule.from, 'incidents', key);
      // Somebody may have asked to look again meanwhile.
      if (this.#toolSince === since) this.#toolSince = page.next;
      // The same moment again could go on for ever: the next look tries once more.
      more = page.more && page.next !== since;
      if (more) await room(signal);
    }
  }

  async #lookAtDesk(signal: AbortSignal): Promise<void> {
    const { open, tables, room, rule } = this.#options;
    const seen = this.#seen;
    if (seen === null) return;
    const { since } = seen;
    const began = seen.begins();
    let last: { at: string; key: string } | null = null;
    for (let more = true; more && !signal.aborted;) {
      const rows = open(AbortSignal.any([signal, AbortSignal.timeout(READ_DEADLINE)]));
      const found = await rows.list(tables.record, {
        filter: { op: 'and', all: [CORRELATED, { op: 'gte', column: CHANGED, value: since }] },
        columns: [CHANGED, 'sys_mod_count'],
        first: PAGE,
        order: [CHANGED],
        after: last === null ? null : [last.at, last.key],
      });
      const changes = found.map((row) => ({
        key: cell(row, 'sys_id'),
        at: cell(row, CHANGED),
        version: cell(row, 'sys_mod_count'),
      }));
      for (const { key } of seen.fresh(changes)) this.#tell(rule.to, rule.table, key);
      last = changes.at(-1) ?? last;
      more = found.length === PAGE;
      if (more) await room(signal);
    }
    seen.ended(last?.at ?? null, began);
  }

  #tell(connection: string, object: string, key: string): void {
    const { tell, now } = this.#options;
    tell({ connection, object, key, at: now(), via: 'poll' });
  }
}

const CHANGED = 'sys_updated_on';
const CORRELATED = { op: 'notNull', column: 'correlation_id' } as const;
