export type BreakerState = 'closed' | 'open' | 'half-open';

export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Milliseconds before an open one is tried again; up to a quarter more or less, so that gateways do not come back in step. */
  readonly cooldown: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly changed?: (state: BreakerState) => void;
}

/** What the holder says when the attempt is over. `neither`: it was given up for reasons of our own. */
export type Verdict = 'success' | 'failure' | 'neither';

/** Window, milliseconds, least number of attempts in it, and share of failures that open the breaker without a row of them. */
const WINDOW = 10_000;
const WINDOW_ATTEMPTS = 20;
const WINDOW_RATIO = 0.5;

/**
 * Stops asking an upstream that does not answer, and lets one request at a time find out whether it is back. Opens after a row of
 * failures, or when half of a window's attempts failed.
 */
export class Breaker {
  readonly #options: BreakerOptions;
  #state: BreakerState = 'closed';
  #row = 0;
  #window = { since: 0, attempts: 0, failed: 0 };
  #opensAgain = 0;
  #probing = false;
  /** Counts the openings: what began before the latest one says nothing about now. */
  #era = 0;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  get state(): BreakerState {
    if (this.#state === 'open' && this.#options.now() >= this.#opensAgain) return 'half-open';
    return this.#state;
  }

  /** Milliseconds until an open breaker lets a request through. */
  get wait(): number {
    return this.state === 'open' ? Math.max(0, this.#opensAgain - this.#options.now()) : 0;
  }

  /** Whether {@link enter} would refuse now. */
  get refuses(): boolean {
    const state = this.state;
    return state === 'open' || (state === 'half-open' && this.#probing);
  }

  /** Lets an attempt through and says how to report it, exactly once; `null`: refused. */
  enter(): ((verdict: Verdict) => void) | null {
    if (this.refuses) return null;
    if (this.state === 'half-open') return this.#probe();
    const era = this.#era;
    return (verdict) => {
      if (era !== this.#era || verdict === 'neither') return;
      if (verdict === 'success') this.#row = 0;
      else this.#row += 1;
      this.#count(verdict === 'failure');
    };
  }

  #probe(): (verdict: Verdict) => void {
    this.#set('half-open');
    this.#probing = true;
    return (verdict) => {
      this.#probing = false;
      if (verdict === 'success') this.#close();
      if (verdict === 'failure') this.#open();
    };
  }

  #count(failed: boolean): void {
    const now = this.#options.now();
    if (now - this.#window.since > WINDOW) this.#window = { since: now, attempts: 0, failed: 0 };
    this.#window.attempts += 1;
    if (failed) this.#window.failed += 1;
    const { attempts, failed: failures } = this.#window;
    const often = attempts >= WINDOW_ATTEMPTS && failures / attempts >= WINDOW_RATIO;
    if (failed && (often || this.#row >= this.#options.failures)) this.#open();
  }

  #open(): void {
    this.#era += 1;
    this.#opensAgain = this.#options.now() + this.#options.cooldown * (0.75 + this.#options.random() / 2);
    this.#set('open');
  }

  #close(): void {
    this.#row = 0;
    this.#window = { since: this.#options.now(), attempts: 0, failed: 0 };
    this.#set('closed');
  }

  #set(state: BreakerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.changed?.(state);
  }
}
