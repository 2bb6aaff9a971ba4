import type { Webhooks } from '../options.ts';
import type { Endpoint } from './endpoints.ts';

export interface Attempt {
  /** ISO 8601. */
  readonly at: string;
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly error: string | null;
}

/** One call of a webhook, with all attempts at it. */
export interface Delivery {
  readonly id: string;
  readonly endpointId: string;
  readonly url: string;
  readonly incidentId: string;
  /** The exact text that is sent. */
  readonly body: string;
  readonly attempts: Attempt[];
  state: 'pending' | 'delivered' | 'failed';
}

interface Job {
  readonly delivery: Delivery;
  readonly token: string;
}

const MOST_KEPT = 2_000;
const MOST_AT_ONCE = 16;

/**
 * Calls webhooks: each delivery is tried a few times, later and later, until the answer is a 2xx. Deliveries overtake each
 * other, as real ones do. Keeps the last ones to be looked at and sent again.
 */
export class Outbox {
  readonly #settings: Webhooks;
  readonly #closing = new AbortController();
  readonly #waiting: Job[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #kept: Delivery[] = [];
  #made = 0;

  constructor(settings: Webhooks) {
    this.#settings = settings;
  }

  send({ id: endpointId, url, token }: Endpoint, incidentId: string, body: string): Delivery {
    const id = String(++this.#made);
    const delivery: Delivery = { id, endpointId, url, incidentId, body, attempts: [], state: 'pending' };
    this.#kept.push(delivery);
    if (this.#kept.length >= 2 * MOST_KEPT) this.#kept = this.#kept.slice(-MOST_KEPT);
    this.#enqueue({ delivery, token });
    return delivery;
  }

  list(): readonly Delivery[] {
    return this.#kept.slice(-MOST_KEPT);
  }

  find(id: string): Delivery | undefined {
    return this.list().find((delivery) => delivery.id === id);
  }

  forget(): void {
    this.#kept = [];
  }

  /** Gives up what is under way and sends nothing more. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#waiting.length = 0;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    await Promise.all(this.#running);
  }

  #enqueue(job: Job): void {
    if (this.#closing.signal.aborted) return;
    this.#waiting.push(job);
    this.#next();
  }

  #next(): void {
    if (this.#running.size >= MOST_AT_ONCE) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    const run = this.#attempt(job).finally(() => {
      this.#running.delete(run);
      this.#next();
    });
    this.#running.add(run);
  }

  async #attempt(job: Job): Promise<void> {
    const { delivery } = job;
    const attempt = await post(job, this.#closing.signal, this.#settings.timeoutMs);
    delivery.attempts.push(attempt);
    if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300)
      delivery.state = 'delivered';
    else if (delivery.attempts.length >= this.#settings.attempts) delivery.state = 'failed';
    else this.#later(job, this.#settings.retryMs * 2 ** (delivery.attempts.length - 1));
  }

  #later(job: Job, ms: number): void {
    if (this.#closing.signal.aborted) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#enqueue(job);
    }, ms);
    this.#timers.add(timer);
  }
}

async function post({ delivery, token }: Job, closing: AbortSignal, timeoutMs: number): Promise<Attempt> {
  const at = new Date().toISOString();
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8', Authorization: `Bearer ${token}` },
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return { at, status: response.status, error: null };
  } catch (error) {
    return { at, status: null, error: error instanceof Error ? error.message : String(error) };
  }
}
