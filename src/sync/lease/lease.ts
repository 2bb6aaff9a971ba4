import type { Log } from '../../observe/log.ts';
import { backoff } from '../backoff.ts';
import { describeProblem } from '../describe-problem.ts';
import { pause } from '../pause.ts';
import type { LeaseStore } from './lease-store.ts';
import { leadsUntil, leaseKey, nextStep, termAt, type Standing, type Terms } from './term.ts';

/** Old rows are looked for once in so many terms. */
const SWEEP = 10;

export interface LeaseOptions extends Terms {
  readonly purpose: string;
  /** Names this worker, unlike every other that there was or is. */
  readonly holder: string;
  readonly store: LeaseStore;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
  /** Told when leadership begins, and when it is known to be over. */
  readonly changed: (leads: boolean) => void;
}

/**
 * Lets one of several replicas do what must be done once. It asks as long as it runs; what is done under it must be over when the lease is, so ask
 * {@link Lease.until} before each step that others must not repeat.
 */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #stop = new AbortController();
  readonly #over: Promise<void>;
  #standing: Standing = { held: null, taken: null };
  #led = false;
  #epoch = 0;

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#over = this.#run();
  }

  /** Grows each time that leadership begins: what was read before must not be acted on after. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Moment (milliseconds since 1970) until which leadership that began with this epoch lasts at least; 0 where it is over. */
  until(epoch: number): number {
    const { now } = this.#options;
    return epoch === this.#epoch && !this.#stop.signal.aborted
      ? leadsUntil(this.#standing, now(), this.#options)
      : 0;
  }

  /** Lets others lead at once: call it when nothing is under way any more. */
  async release(): Promise<void> {
    this.#stop.abort();
    await this.#over;
    const { held } = this.#standing;
    if (held === null) return;
    const { purpose, store, now } = this.#options;
    this.#standing = { held: null, taken: null };
    const signal = AbortSignal.timeout(2_000);
    for (let term = termAt(now(), this.#options); term <= held.last; term += 1)
      await store.remove(leaseKey(purpose, term), signal).catch(() => undefined);
  }

  async #run(): Promise<void> {
    const { now, random, log, purpose } = this.#options;
    const { signal } = this.#stop;
    let failures = 0;
    while (!signal.aborted) {
      this.#tell();
      const step = nextStep(this.#standing, now(), this.#options);
      if (step.claim === undefined) {
        await pause(this.#untilTold(step.wait), signal);
        continue;
      }
      try {
        await this.#claim(step.claim, signal);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        if (failures === 1)
          log.warn({ purpose, ...describeProblem(error) }, 'the lease could not be asked for');
        await pause(backoff(failures, random, this.#options.term / 4), signal);
      }
    }
  }

  /** The end of leadership is told when it comes, not when the next term is asked for. */
  #untilTold(wait: number): number {
    const { now, margin } = this.#options;
    const end = leadsUntil(this.#standing, now(), this.#options);
    if (end > 0) return Math.min(wait, end - now() + 1);
    return this.#standing.held === null ? wait : Math.min(wait, margin + 1);
  }

  async #claim(term: number, stop: AbortSignal): Promise<void> {
    const { purpose, holder, store, now, term: length } = this.#options;
    const signal = AbortSignal.any([stop, AbortSignal.timeout(Math.max(length, 1_000))]);
    const value = `${holder} ${(term + 1) * length}`;
    const found = await store.claim(leaseKey(purpose, term), value, signal);
    if (found !== value) {
      this.#standing = { ...this.#standing, taken: term };
      return;
    }
    const { held } = this.#standing;
    const follows = held !== null && held.last === term - 1 && termAt(now(), this.#options) <= term;
    this.#standing = { held: { first: follows ? held.first : term, last: term }, taken: null };
    if (!follows) this.#epoch += 1;
    this.#tell();
    if (!follows || term % SWEEP === 0) await this.#sweep(signal);
  }

  /** Rows of terms that are over say nothing any more. That they stay there does no harm. */
  async #sweep(signal: AbortSignal): Promise<void> {
    const { store, log, now, term } = this.#options;
    try {
      for (const key of await store.stale(now() - 2 * term, signal)) await store.remove(key, signal);
    } catch (error) {
      log.debug(describeProblem(error), 'old leases could not be removed');
    }
  }

  #tell(): void {
    const leads = this.until(this.#epoch) > 0;
    if (leads === this.#led) return;
    this.#led = leads;
    this.#options.changed(leads);
  }
}
