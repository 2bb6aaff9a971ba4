import { ApiError } from './api-error.ts';

const MINUTE = 60_000;

/** The name that the sandbox's API key has, in 429 answers and as the creator of what it writes. */
export const KEY_NAME = 'Casegraph';

/** The rate limit of one API key: a bucket that refills all the time, so that there is no boundary at which it is full again. */
export class Bucket {
  readonly #size: number;
  readonly #now: () => number;
  #level: number;
  #at: number;

  /** @param size requests that a full bucket holds, and that refill in a minute */
  constructor(size: number, now: () => number) {
    this.#size = size;
    this.#now = now;
    this.#level = size;
    this.#at = now();
  }

  /** Takes one request out. Throws a 429 when there is none. */
  take(): void {
    const now = this.#now();
    this.#level = Math.min(this.#size, this.#level + (Math.max(0, now - this.#at) / MINUTE) * this.#size);
    this.#at = now;
    if (this.#level < 1) throw this.#exhausted();
    this.#level -= 1;
  }

  get headers(): Readonly<Record<string, string>> {
    const remaining = Math.floor(this.#level);
    const full = this.#at + this.#msUntil(this.#size);
    return {
      'X-RateLimit-Limit': `${this.#size}, ${this.#size};window=60`,
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Used': String(this.#size - remaining),
      'X-RateLimit-Reset': String(Math.ceil(full / 1000)),
    };
  }

  /** Seconds until one request will pass. */
  get retryAfter(): number {
    return Math.max(1, Math.ceil(this.#msUntil(1) / 1000));
  }

  #msUntil(level: number): number {
    return (Math.max(0, level - this.#level) / this.#size) * MINUTE;
  }

  #exhausted(): ApiError {
    const message =
      'Too many requests hit the API too quickly. We recommend an exponential backoff of your requests.';
    const at = new Date(this.#at + this.retryAfter * 1000).toISOString().replace(/\.\d+/, '');
    const limit = { name: KEY_NAME, limit: this.#size, remaining: 0, retry_after: at };
    return new ApiError(429, 'too_many_requests', [{ code: 'too_many_requests', message }], {
      rate_limit: limit,
    });
  }
}
