/** Names seen lately, the latest of them: so that what cannot be helped is said once, and is not tried again at every look. */
export class Once {
  readonly #most: number;
  readonly #keep: number;
  readonly #now: () => number;
  readonly #seen = new Map<string, number>();

  /** `keep` in milliseconds. */
  constructor(most: number, keep: number, now: () => number) {
    this.#most = most;
    this.#keep = keep;
    this.#now = now;
  }

  has(name: string): boolean {
    const at = this.#seen.get(name);
    return at !== undefined && this.#now() - at < this.#keep;
  }

  /** Whether it is the first time in a while. */
  add(name: string): boolean {
    if (this.has(name)) return false;
    if (this.#seen.size >= this.#most) this.#seen.clear();
    this.#seen.set(name, this.#now());
    return true;
  }
}
