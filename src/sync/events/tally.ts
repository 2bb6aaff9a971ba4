import { EVENT_REFUSALS, type EventRefusal } from './refusal.ts';

/** What came in through one connection since the process started. */
export interface EventCounts {
  readonly connection: string;
  readonly accepted: number;
  readonly refused: Readonly<Record<EventRefusal, number>>;
  /** When the last delivery was taken or refused; milliseconds since 1970; `null`: there was none. */
  readonly lastAt: number | null;
}

/** Counts deliveries of one connection. */
export class Tally {
  #accepted = 0;
  readonly #refused = Object.fromEntries(EVENT_REFUSALS.map((reason) => [reason, 0])) as Record<
    EventRefusal,
    number
  >;
  #lastAt: number | null = null;

  count(outcome: 'accepted' | EventRefusal, now: number): void {
    if (outcome === 'accepted') this.#accepted += 1;
    else this.#refused[outcome] += 1;
    this.#lastAt = now;
  }

  counts(connection: string): EventCounts {
    return {
      connection,
      accepted: this.#accepted,
      refused: { ...this.#refused },
      lastAt: this.#lastAt,
    };
  }
}
