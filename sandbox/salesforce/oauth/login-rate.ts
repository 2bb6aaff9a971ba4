const HOUR = 3_600_000;

/** How often each user logged in during the last hour. */
export class LoginRate {
  readonly #now: () => number;
  readonly #perHour: number;
  readonly #logins = new Map<string, number[]>();

  constructor(now: () => number, perHour: number) {
    this.#now = now;
    this.#perHour = perHour;
  }

  /** Counts a login; false when the hour's are used up. */
  allow(username: string): boolean {
    const now = this.#now();
    const recent = (this.#logins.get(username) ?? []).filter((at) => at > now - HOUR);
    const allowed = recent.length < this.#perHour;
    if (allowed) recent.push(now);
    this.#logins.set(username, recent);
    return allowed;
  }
}
