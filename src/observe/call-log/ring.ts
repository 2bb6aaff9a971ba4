import type { UpstreamCall } from './call.ts';

/** Bytes of a call besides its texts, and of a character: an upper bound is what counts. */
const FIXED = 400;
const PER_CHARACTER = 2;

/** The newest calls, within a number of them and of bytes; the oldest go first. */
export class Ring {
  #calls: (UpstreamCall | undefined)[] = [];
  /** Index of the oldest that is still there: what is before it is let go of in large pieces. */
  #from = 0;
  #bytes = 0;
  readonly #most: { readonly entries: number; readonly bytes: number };

  constructor(most: { readonly entries: number; readonly bytes: number }) {
    this.#most = most;
  }

  get size(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#calls.length - this.#from, bytes: this.#bytes };
  }

  add(call: UpstreamCall): void {
    this.#calls.push(call);
    this.#bytes += bytesOf(call);
    while (
      this.size.entries > this.#most.entries ||
      (this.#bytes > this.#most.bytes && this.size.entries > 0)
    )
      this.#drop();
  }

  /** The newest first. */
  *newest(): Generator<UpstreamCall, void, void> {
    for (let index = this.#calls.length - 1; index >= this.#from; index -= 1) {
      const call = this.#calls[index];
      if (call !== undefined) yield call;
    }
  }

  #drop(): void {
    const oldest = this.#calls[this.#from];
    if (oldest === undefined) return;
    this.#bytes -= bytesOf(oldest);
    this.#calls[this.#from] = undefined;
    this.#from += 1;
    if (this.#from * 2 <= this.#calls.length) return;
    this.#calls = this.#calls.slice(this.#from);
    this.#from = 0;
  }
}

function bytesOf(call: UpstreamCall): number {
  const { path, sent, answered, operation, viewer, requestId } = call;
  const texts = [path, sent, answered, operation, viewer, requestId];
  return FIXED + PER_CHARACTER * texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
