import type { WebhookEndpoint } from '../options.ts';
import type { IoEvent } from './event.ts';
import { envelopeOf } from './event.ts';
import { post } from './post.ts';

export interface Attempt {
  /** ISO 8601. */
  readonly at: string;
  /** Null when there was no answer; `error` says why. */
  readonly status: number | null;
  readonly error?: string;
}

/** One event on its way to one endpoint. */
export interface Delivery {
  /** `webhook-id`: the same for all attempts, and when it is sent again. */
  readonly id: string;
  readonly event_type: string;
  readonly url: string;
  readonly body: string;
  state: 'pending' | 'delivered' | 'failed';
  readonly attempts: Attempt[];
}

export interface Endpoint extends WebhookEndpoint {
  readonly id: string;
}

interface Entry {
  readonly delivery: Delivery;
  readonly endpoint: Endpoint;
}

/** Deliveries that are remembered. */
const KEPT = 5_000;
const AT_ONCE = 16;

/**
 * Sends events to the endpoints, several at a time and so in no fixed order, and tries again after a pause where the answer is
 * not 2xx. The real service goes on for 24 hours; here the pauses are short and few.
 */
export class Deliveries {
  readonly #pauses: readonly number[];
  readonly #now: () => number;
  readonly #endpoints = new Map<string, Endpoint>();
  #entries: Entry[] = [];
  readonly #waiting: { readonly entry: Entry; readonly turn: number }[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #ended = new AbortController();
  #made = 0;

  constructor(pauses: readonly number[], now: () => number) {
    this.#pauses = pauses;
    this.#now = now;
  }

  get endpoints(): readonly Endpoint[] {
    return [...this.#endpoints.values()];
  }

  get list(): readonly Delivery[] {
    return this.#entries.slice(-KEPT).map(({ delivery }) => delivery);
  }

  add(given: WebhookEndpoint): Endpoint {
    const endpoint = { ...given, id: `ep_${++this.#made}` };
    this.#endpoints.set(endpoint.id, endpoint);
    return endpoint;
  }

  /** Nothing new is sent there; what is on its way goes on. False when there is no such endpoint. */
  remove(id: string): boolean {
    return this.#endpoints.delete(id);
  }

  forget(): void {
    this.#entries = [];
  }

  publish(event: IoEvent): void {
    const envelope = envelopeOf(event);
    if (envelope === null) return;
    for (const endpoint of this.#endpoints.values()) {
      if (endpoint.events && !endpoint.events.includes(envelope.type)) continue;
      const { type, body } = envelope;
      const id = `msg_${this.#now().toString(36)}${(++this.#made).toString(36).padStart(6, '0')}`;
      const delivery: Delivery = {
        id,
        event_type: type,
        url: endpoint.url,
        body,
        state: 'pending',
        attempts: [],
      };
      this.#keep({ delivery, endpoint });
    }
  }

  /**
   * Sends one again, whatever became of it. Without `timestamp` as a new attempt, which is repeated like any other; with one
   * (seconds since 1970) once, signed for that moment. False when there is no such delivery.
   */
  resend(id: string, timestamp?: number): boolean {
    const entry = this.#entries.find(({ delivery }) => delivery.id === id);
    if (entry === undefined) return false;
    if (timestamp === undefined) this.#enqueue(entry, 0);
    else this.#track(this.#attempt(entry, timestamp).then(() => undefined));
    return true;
  }

  /** Lets go of what has not arrived. */
  async close(): Promise<void> {
    this.#ended.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#waiting.length = 0;
    await Promise.all(this.#running);
  }

  #keep(entry: Entry): void {
    this.#entries.push(entry);
    // Dropped in blocks: a shift per delivery would move the whole list each time.
    if (this.#entries.length >= 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
    this.#enqueue(entry, 0);
  }

  #enqueue(entry: Entry, turn: number): void {
    if (this.#ended.signal.aborted) return;
    this.#waiting.push({ entry, turn });
    this.#pump();
  }

  #pump(): void {
    while (this.#running.size < AT_ONCE) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#track(this.#deliver(next.entry, next.turn));
    }
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => {
      this.#running.delete(tracked);
      this.#pump();
    });
    this.#running.add(tracked);
  }

  async #deliver(entry: Entry, turn: number): Promise<void> {
    const { delivery } = entry;
    delivery.state = 'pending';
    if (await this.#attempt(entry, Math.floor(this.#now() / 1000))) {
      delivery.state = 'delivered';
      return;
    }
    const pause = this.#pauses[turn];
    if (pause === undefined) delivery.state = 'failed';
    else this.#later(pause, () => this.#enqueue(entry, turn + 1));
  }

  /** True when it was taken. */
  async #attempt({ delivery, endpoint }: Entry, timestamp: number): Promise<boolean> {
    const at = new Date(this.#now()).toISOString();
    const result = await post(
      endpoint,
      { id: delivery.id, timestamp, body: delivery.body },
      this.#ended.signal,
    );
    delivery.attempts.push({ at, ...result });
    return result.status !== null && result.status >= 200 && result.status < 300;
  }

  #later(ms: number, what: () => void): void {
    if (this.#ended.signal.aborted) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      what();
    }, ms);
    this.#timers.add(timer);
  }
}
