/** Gives the place back. May be called more than once. */
export type Release = () => void;

interface Waiter {
  readonly admit: (release: Release) => void;
}

/** Thrown when neither a place nor room to wait is left. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** Bounds how many run at the same time and how many may wait for it; the first to come is the first to go. */
export class Bulkhead {
  readonly #places: number;
  readonly #room: number;
  readonly #queue = new Set<Waiter>();
  #running = 0;

  constructor(places: number, room: number) {
    this.#places = places;
    this.#room = room;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** Resolves when there is a place; rejects with the signal's reason when it aborts first. Throws {@link QueueFullError}. */
  enter(signal: AbortSignal): Promise<Release> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    if (this.#running < this.#places) return Promise.resolve(this.#take());
    if (this.#queue.size >= this.#room) return Promise.reject(new QueueFullError('queue full'));
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#queue.delete(waiter);
        reject(signal.reason as Error);
      };
      const waiter: Waiter = {
        admit: (release) => {
          signal.removeEventListener('abort', giveUp);
          resolve(release);
        },
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#queue.add(waiter);
    });
  }

  #take(): Release {
    this.#running += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#running -= 1;
      this.#next();
    };
  }

  #next(): void {
    const [waiter] = this.#queue;
    if (!waiter) return;
    this.#queue.delete(waiter);
    waiter.admit(this.#take());
  }
}
