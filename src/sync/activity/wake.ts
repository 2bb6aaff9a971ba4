/** Tells one reader that there is something to look at, however often and however quickly it was rung: a slow reader costs nothing. */
export class Wake {
  #rung = false;
  #waiting: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#waiting?.();
  }

  /** Resolves once it has been rung since the last time, or the signal is aborted. */
  async next(signal: AbortSignal): Promise<void> {
    if (!this.#rung && !signal.aborted) await this.#wait(signal);
    this.#rung = false;
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        signal.removeEventListener('abort', end);
        this.#waiting = null;
        resolve();
      };
      this.#waiting = end;
      signal.addEventListener('abort', end, { once: true });
    });
  }
}
