/**
 * One piece of work that several callers wait for. It is aborted only when the last of them has left, so one caller's hang-up never fails the
 * others.
 */
export class Flight<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #waiting = 0;
  #settled = false;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.#result = work(this.#controller.signal).finally(() => {
      this.#settled = true;
    });
    // Every waiter may have left before it fails; that is not an unhandled rejection.
    this.#result.catch(() => undefined);
  }

  /** False once everybody has left: its result will never come and nobody new may join. */
  get open(): boolean {
    return !this.#controller.signal.aborted;
  }

  /** The result, or a rejection with the signal's reason as soon as this caller leaves. */
  wait(signal: AbortSignal): Promise<T> {
    if (signal.aborted) {
      this.#leave();
      return Promise.reject(reasonOf(signal));
    }
    this.#waiting += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        this.#waiting -= 1;
        this.#leave();
        reject(reasonOf(signal));
      };
      signal.addEventListener('abort', leave, { once: true });
      const done = (): void => {
        signal.removeEventListener('abort', leave);
      };
      this.#result.then(resolve, reject).finally(done);
    });
  }

  #leave(): void {
    if (this.#waiting === 0 && !this.#settled) this.#controller.abort(new Error('nobody waits any more'));
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted');
}
