import { Problem } from './problem.ts';

const MINUTE = 60;

/** Counts by name in clock minutes; all counts end with the minute, so that no name is kept longer. */
export class Rate {
  readonly #now: () => number;
  readonly #used = new Map<string, number>();
  #minute = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Throws a 429 that says when to come back, once `limit` are used up. */
  take(name: string, limit: number): void {
    const seconds = Math.floor(this.#now() / 1000);
    const minute = Math.floor(seconds / MINUTE);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#used.clear();
    }
    const used = (this.#used.get(name) ?? 0) + 1;
    this.#used.set(name, used);
    if (used <= limit) return;
    const wait = MINUTE - (seconds % MINUTE);
    throw new Problem(429, `The limit of ${limit} in a minute is used up. Come back in ${wait} seconds.`, {
      'Retry-After': String(wait),
    });
  }
}
