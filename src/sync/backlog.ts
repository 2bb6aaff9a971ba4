import type { Hint } from './hints.ts';

/** A webhook may be this late: what it told of happened at most so long before it came. Replayed ones are refused after five minutes. */
const WEBHOOK_DELAY = 300_000;

/**
 * Hints that wait to be looked into: one per record. When it is full the oldest goes, and the backlog remembers from when on somebody
 * has to look again; nothing is lost by that, since what happened stands upstream.
 */
export class Backlog {
  readonly #most: number;
  /** In the order of coming: a hint of a record that waits already moves it to the end. */
  readonly #waiting = new Map<string, Hint>();
  #lost: number | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#waiting.size;
  }

  add(hint: Hint): void {
    const name = nameOf(hint);
    const known = this.#waiting.get(name);
    // One that is put back after a failure is not newer than what has come since.
    if (known !== undefined && known.at > hint.at) return;
    this.#waiting.delete(name);
    this.#waiting.set(name, hint);
    if (this.#waiting.size <= this.#most) return;
    for (const [oldest, { at, via }] of this.#waiting) {
      this.#waiting.delete(oldest);
      const since = via === 'poll' ? 0 : at - WEBHOOK_DELAY;
      this.#lost = Math.min(this.#lost ?? since, since);
      break;
    }
  }

  /**
   * So many hints, which then wait no more: half of them the newest, half those that wait longest. Where some records change all the time, the newest alone
   * would keep the others waiting for ever. One alone is the newest.
   */
  take(most: number): readonly Hint[] {
    const newest = [...this.#waiting.values()].sort((a, b) => b.at - a.at).slice(0, Math.ceil(most / 2));
    this.#forget(newest);
    const longest = [...this.#waiting.values()].slice(0, Math.floor(most / 2));
    this.#forget(longest);
    return [...newest, ...longest];
  }

  #forget(hints: readonly Hint[]): void {
    for (const hint of hints) this.#waiting.delete(nameOf(hint));
  }

  /** The moment (milliseconds since 1970) from which on changes may have been dropped; `null` where none were. Asked once, it is forgotten. */
  takeLost(): number | null {
    const lost = this.#lost;
    this.#lost = null;
    return lost;
  }

  clear(): void {
    this.#waiting.clear();
    this.#lost = null;
  }
}

function nameOf({ connection, object, key }: Hint): string {
  return `${connection} ${object} ${key}`;
}
