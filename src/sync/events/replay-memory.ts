import type { SignedDelivery } from './delivery.ts';

/**
 * Ids of deliveries that were taken, for as long as their time stamps are accepted. When there are too many, the oldest are forgotten and nothing as old as
 * they are is taken any more: a delivery is never taken twice, and at worst a late one is refused, whose news the poller finds.
 */
export class ReplayMemory {
  readonly #capacity: number;
  /** Time stamp of each id, in the order of arrival. */
  readonly #seen = new Map<string, number>();
  /** Seconds since 1970; what is not newer cannot be told from a repetition. */
  #floor = -Infinity;

  constructor(capacity = 100_000) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#seen.size;
  }

  /** Whether it is new; it is not from then on. `now`: seconds since 1970. */
  take({ id, timestamp }: SignedDelivery, now: number, tolerance: number): boolean {
    this.#forget(now - tolerance);
    if (timestamp <= this.#floor || this.#seen.has(id)) return false;
    this.#seen.set(id, timestamp);
    if (this.#seen.size > this.#capacity) this.#makeRoom();
    return true;
  }

  /** What is too old to be accepted need not be remembered. Arrival is almost the order of time stamps: a newer one in front is let go a little later. */
  #forget(oldest: number): void {
    for (const [id, timestamp] of this.#seen) {
      if (timestamp >= oldest) return;
      this.#seen.delete(id);
    }
  }

  #makeRoom(): void {
    for (const [id, timestamp] of this.#seen) {
      this.#seen.delete(id);
      this.#floor = Math.max(this.#floor, timestamp);
      if (this.#seen.size <= this.#capacity * 0.9) return;
    }
  }
}
