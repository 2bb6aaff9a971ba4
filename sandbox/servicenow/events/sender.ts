import type { Row } from '../store/row.ts';
import { eventBody, REPORTED_TABLES, signedMessage } from './message.ts';
import type { EventBody, Message, Operation } from './message.ts';

/** Where events go, and the secret that they are signed with. */
export interface EventTarget {
  readonly url: string;
  readonly secret: string;
}

/** One sending of one event. */
export interface Delivery {
  /** Counts up from 1; an event that is sent again is another delivery with the same event. */
  readonly seq: number;
  readonly event: EventBody;
  /** Address that it was sent to; null while it waits. */
  url: string | null;
  /** Null while it waits or is on its way, and when no answer came. */
  status: number | null;
  /** Why no answer came. */
  problem: string | null;
  /** It has been answered or has failed. */
  done: boolean;
}

interface Entry {
  readonly delivery: Delivery;
  /** Made when it is first sent, as a rule that runs later signs later. */
  message?: Message;
}

/** Sends one message; answers the status, throws when there is none. */
export type Post = (url: string, message: Message) => Promise<number>;

/** Deliveries that are remembered, and events that may wait. */
export const REMEMBERED = 20_000;
const TOGETHER = 4;

/**
 * The asynchronous business rule: each write of a reported table is told to the target, in the order of the writes and at most
 * four at a time. As a business rule has no retries, an event that does not arrive is lost. While there is no target nothing
 * is sent nor kept for later. Beyond 20,000 waiting events the oldest are lost.
 */
export class EventSender {
  readonly #post: Post;
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #known = new Map<number, Entry>();
  readonly #waiting: Entry[] = [];
  #target: EventTarget | null;
  #running = 0;
  #seq = 0;
  #lost = 0;

  constructor(target: EventTarget | null, post: Post, now: () => number, newId: () => string) {
    this.#target = target;
    this.#post = post;
    this.#now = now;
    this.#newId = newId;
  }

  get target(): EventTarget | null {
    return this.#target;
  }

  /** How many events wait or are on their way, and how many were lost because too many waited. */
  get load(): { readonly pending: number; readonly lost: number } {
    return { pending: this.#waiting.length + this.#running, lost: this.#lost };
  }

  /** What still waits goes there too; without a target it is lost. */
  setTarget(target: EventTarget | null): void {
    this.#target = target;
  }

  publish(row: Row, operation: Operation): void {
    if (this.#target === null || !REPORTED_TABLES.includes(row.table.name)) return;
    this.#enqueue(eventBody(this.#newId(), row, operation));
  }

  /** Oldest first. */
  deliveries(): Delivery[] {
    return [...this.#known.values()].map(({ delivery }) => delivery);
  }

  forget(): void {
    this.#known.clear();
  }

  /** Sends the same bytes and headers once more, to the address of now. Undefined for what is not remembered or has no target. */
  resend(seq: number): Delivery | undefined {
    const entry = this.#known.get(seq);
    if (!entry || this.#target === null) return undefined;
    return this.#enqueue(entry.delivery.event, entry.message);
  }

  #enqueue(event: EventBody, message?: Message): Delivery {
    const seq = ++this.#seq;
    const delivery: Delivery = { seq, event, url: null, status: null, problem: null, done: false };
    const entry: Entry = message ? { delivery, message } : { delivery };
    this.#known.set(seq, entry);
    const oldest = this.#known.size > REMEMBERED ? this.#known.keys().next() : undefined;
    if (oldest?.done === false) this.#known.delete(oldest.value);
    this.#waiting.push(entry);
    if (this.#waiting.length > REMEMBERED) this.#lose();
    this.#next();
    return delivery;
  }

  #lose(): void {
    const lost = this.#waiting.shift();
    if (!lost) return;
    this.#lost += 1;
    lost.delivery.done = true;
    lost.delivery.problem = 'too many events waited';
  }

  #next(): void {
    while (this.#running < TOGETHER) {
      const entry = this.#waiting.shift();
      if (!entry) return;
      this.#running += 1;
      void this.#send(entry).finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  async #send(entry: Entry): Promise<void> {
    const { delivery } = entry;
    const target = this.#target;
    try {
      if (target === null) throw new Error('events were switched off before it was sent');
      entry.message ??= signedMessage(delivery.event, target.secret, this.#now());
      delivery.url = target.url;
      delivery.status = await this.#post(target.url, entry.message);
    } catch (error) {
      delivery.problem = error instanceof Error ? error.message : String(error);
    }
    delivery.done = true;
  }
}
