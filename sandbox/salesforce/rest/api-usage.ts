const DAY = 86_400_000;

/** API calls in the running 24 hours, against the org's limit. */
export class ApiUsage {
  readonly #now: () => number;
  readonly limit: number;
  #began: number;
  #used = 0;

  constructor(now: () => number, limit: number) {
    this.#now = now;
    this.limit = limit;
    this.#began = now();
  }

  get used(): number {
    return this.#used;
  }

  get remaining(): number {
    return Math.max(0, this.limit - this.#used);
  }

  /** Counts a call; false when the limit is used up. The window begins anew instead of rolling by the minute. */
  count(): boolean {
    const now = this.#now();
    if (now - this.#began >= DAY) [this.#began, this.#used] = [now, 0];
    if (this.#used >= this.limit) return false;
    this.#used++;
    return true;
  }

  /** `Sforce-Limit-Info`. */
  get header(): string {
    return `api-usage=${this.#used}/${this.limit}`;
  }
}
