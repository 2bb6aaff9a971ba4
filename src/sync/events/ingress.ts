import type { Hints } from '../hints.ts';
import { EventReceiver } from './receiver.ts';
import type { EventRefusal } from './refusal.ts';
import { ReplayMemory } from './replay-memory.ts';
import type { EventSettings } from './settings.ts';
import { Tally, type EventCounts } from './tally.ts';

export interface IngressParts {
  readonly hints: Hints;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Hears of every delivery. */
  readonly publish: (event: WebhookEvent) => void;
}

/** How a delivery ended, for the log. */
export interface WebhookEvent {
  readonly kind: 'webhook';
  readonly connection: string;
  readonly outcome: 'accepted' | EventRefusal;
}

/** What is remembered of event sources for as long as the process lives, whatever becomes of the configuration: counts, and ids that were taken. */
export class Ingress {
  readonly #parts: IngressParts;
  readonly #sources = new Map<string, { readonly tally: Tally; readonly replays: ReplayMemory }>();

  constructor(parts: IngressParts) {
    this.#parts = parts;
  }

  /** Receives for the configured sources, by the name of the connection. */
  receivers(sources: readonly EventSettings[]): ReadonlyMap<string, EventReceiver> {
    return new Map(sources.map((settings) => [settings.connection, this.#receiver(settings)]));
  }

  /** The counts of these connections, in their order. */
  counts(connections: readonly string[]): readonly EventCounts[] {
    return connections.map((connection) => this.#source(connection).tally.counts(connection));
  }

  #receiver(settings: EventSettings): EventReceiver {
    const { hints, now, publish } = this.#parts;
    const { connection } = settings;
    const { tally, replays } = this.#source(connection);
    const count = (outcome: 'accepted' | EventRefusal): void => {
      tally.count(outcome, now());
      publish({ kind: 'webhook', connection, outcome });
    };
    return new EventReceiver({ settings, hints, replays, count, now });
  }

  #source(connection: string) {
    const known = this.#sources.get(connection);
    if (known !== undefined) return known;
    const made = { tally: new Tally(), replays: new ReplayMemory() };
    this.#sources.set(connection, made);
    return made;
  }
}
