/** A row as a poll finds it: its key, when it changed, and what else tells one change from the next. */
export interface Found {
  readonly key: string;
  /** `2026-11-22T13:45:00Z`. */
  readonly at: string;
  readonly version: string;
}

/** Rows that are remembered for one table at most; what is forgotten is told of once more. */
const MOST = 50_000;

/**
 * What a poll has seen of one table. Clocks of an instance's nodes differ, and a change can become visible after a later one, so each poll looks back over
 * the last one's end; what was told of already is known by its key, time and version, and remembered for so long only.
 */
export class Seen {
  readonly #overlap: number;
  readonly #known = new Map<string, string>();
  #since: string;
  #looks = 0;

  /** `since`: the first look begins there. `overlap` in milliseconds. */
  constructor(since: string, overlap: number) {
    this.#since = since;
    this.#overlap = overlap;
  }

  /** The next look begins here. Moments of the upstream's clock, once it has said any. */
  get since(): string {
    return this.#since;
  }

  /** Those that were not told of yet. */
  fresh(rows: readonly Found[]): readonly Found[] {
    const news = rows.filter(({ key, at, version }) => this.#known.get(key) !== `${at} ${version}`);
    for (const { key, at, version } of news) {
      this.#known.delete(key);
      this.#known.set(key, `${at} ${version}`);
    }
    return news;
  }

  /** A look begins; what it answers is given back at its end. */
  begins(): number {
    return this.#looks;
  }

  /** A look has come to its end, with the last of its rows changed then. Where somebody has asked to look again meanwhile, it does not count. */
  ended(last: string | null, began: number): void {
    if (began !== this.#looks) return;
    if (last !== null) {
      const since = before(last, this.#overlap);
      if (since > this.#since) this.#since = since;
    }
    for (const [key, stamp] of this.#known) {
      if (stamp >= this.#since && this.#known.size <= MOST) continue;
      this.#known.delete(key);
    }
  }

  /** Somebody has missed what happened from then on: the next look begins there, and tells of all. */
  again(since: string): void {
    this.#looks += 1;
    if (since < this.#since) this.#since = since;
    for (const [key, stamp] of this.#known) if (stamp >= since) this.#known.delete(key);
  }
}

/** A moment so many milliseconds earlier, in whole seconds. */
export function before(at: string, milliseconds: number): string {
  return moment(Date.parse(at) - milliseconds);
}

/** As upstream rows carry it: whole seconds, rounded down. */
export function moment(milliseconds: number): string {
  return `${new Date(Math.max(0, milliseconds)).toISOString().slice(0, 19)}Z`;
}
