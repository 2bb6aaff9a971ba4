import { setMaxListeners } from 'node:events';

/**
 * One piece of work that several callers wait for. It is aborted only when the last of them has left, so one caller's hang-up never fails the
 * others.
 */
export class Flight<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  readonly #over: () => void;
  #waiting = 0;
  #settled = false;

  /** `over` is called once: when the work has settled, or when everybody has left. */
  constructor(work: (signal: AbortSignal) => Promise<T>, over: () => void = () => undefined) {
    this.#over = over;
    // As many reads as the work makes may listen; that is no leak.
    setMaxListeners(0, this.#controller.signal);
    // Started in a later microtask, so that work which throws at once fails like any other.
    this.#result = Promise.resolve()
      .then(() => (this.open ? work(this.#controller.signal) : Promise.reject(new Error('nobody waits'))))
      .finally(() => {
        this.#settled = true;
        if (this.open) over();
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
      this.#leave(signal.reason);
      return Promise.reject(reasonOf(signal));
    }
    this.#waiting += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        this.#waiting -= 1;
        reject(reasonOf(signal));
        this.#leave(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      const stay = (): void => signal.removeEventListener('abort', leave);
      this.#result.then(
        (value) => (stay(), resolve(value)),
        (error: unknown) => (stay(), reject(error instanceof Error ? error : new Error(String(error)))),
      );
    });
  }

  #leave(reason: unknown): void {
    if (this.#waiting > 0 || this.#settled || !this.open) return;
    this.#over();
    this.#controller.abort(reason);
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted');
}
