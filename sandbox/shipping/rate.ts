const WINDOW_SECONDS = 60;

/** Counts requests in fixed windows of one minute. */
export class Rate {
  readonly #limit: number;
  readonly #now: () => number;
  #window = 0;
  #used = 0;

  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** False when the window's requests are used up. */
  take(): boolean {
    const window = Math.floor(this.#now() / (WINDOW_SECONDS * 1000));
    if (window !== this.#window) [this.#window, this.#used] = [window, 0];
    this.#used += 1;
    return this.#used <= this.#limit;
  }

  /** Whole seconds until the next window. */
  get reset(): number {
    return WINDOW_SECONDS - (Math.floor(this.#now() / 1000) % WINDOW_SECONDS);
  }

  get headers(): Readonly<Record<string, string>> {
    return {
      'RateLimit-Limit': String(this.#limit),
      'RateLimit-Remaining': String(Math.max(0, this.#limit - this.#used)),
      'RateLimit-Reset': String(this.reset),
    };
  }
}
