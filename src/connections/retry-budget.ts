/** How many repetitions may be saved up, which is also how many there are at start. */
const SAVED = 10;

/**
 * Keeps repetitions to a share of the requests, so that an upstream in trouble is not asked three times as much as a healthy one.
 * Every first attempt saves `share` of a repetition; every repetition costs one.
 */
export class RetryBudget {
  readonly #share: number;
  #saved = SAVED;

  constructor(share: number) {
    this.#share = share;
  }

  deposit(): void {
    this.#saved = Math.min(SAVED, this.#saved + this.#share);
  }

  /** Takes one repetition, if there is one. */
  withdraw(): boolean {
    // Ten deposits of a tenth are a little less than one in floating point.
    if (this.#saved < 1 - 1e-9) return false;
    this.#saved -= 1;
    return true;
  }
}
