import type { Hints } from '../hints.ts';
import { allquietEvent } from './allquiet-event.ts';
import { bearerToken } from './bearer-token.ts';
import { casegraphSignature } from './casegraph-signature.ts';
import type { EventKind } from './event-kind.ts';
import type { DeliveryHeaders } from './header.ts';
import { incidentioEvent } from './incidentio-event.ts';
import type { Place } from './place.ts';
import type { Admitted, Proof } from './proof.ts';
import { refuse, type EventRefusal, type Refused } from './refusal.ts';
import type { ReplayMemory } from './replay-memory.ts';
import { servicenowEvent } from './servicenow-event.ts';
import type { EventSettings } from './settings.ts';
import { standardWebhook } from './standard-webhook.ts';

interface Kind {
  readonly proof: (secrets: readonly string[], tolerance: number) => Proof;
  /** Where the event says that something happened; `null`: it is no event of this kind. */
  readonly places: (body: unknown) => readonly Place[] | null;
}

const KINDS: Readonly<Record<EventKind, Kind>> = {
  servicenow: { proof: casegraphSignature, places: servicenowEvent },
  incidentio: { proof: standardWebhook, places: incidentioEvent },
  allquiet: { proof: bearerToken, places: allquietEvent },
};

export interface ReceiverParts {
  readonly settings: EventSettings;
  readonly hints: Hints;
  /** Outlives the receiver: a change of the configuration lets nothing in twice. */
  readonly replays: ReplayMemory;
  readonly count: (outcome: 'accepted' | EventRefusal) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Takes what one event source sends: proves it, and makes hints of it. What is refused leaves nothing but a count; nothing is asked of any system here either way.
 */
export class EventReceiver {
  readonly #parts: ReceiverParts;
  readonly #kind: Kind;
  readonly #proof: Proof;

  constructor(parts: ReceiverParts) {
    this.#parts = parts;
    this.#kind = KINDS[parts.settings.kind];
    this.#proof = this.#kind.proof(parts.settings.secrets, parts.settings.tolerance);
  }

  /** Bytes of the largest body that is read. */
  get bodyBytes(): number {
    return this.#parts.settings.bodyBytes;
  }

  /** Judges by the headers alone, which costs next to nothing. */
  admit(headers: DeliveryHeaders): Admitted | Refused {
    return this.#told(this.#proof.admit(headers, this.#parts.now()));
  }

  /** Judges the body of what was admitted, and tells what follows from it. `null`: it was taken. */
  take(admitted: Admitted, body: Uint8Array): Refused | null {
    const { settings, hints, now, count } = this.#parts;
    const places = this.#told(this.#placesIn(admitted, body));
    if ('refused' in places) return places;
    count('accepted');
    for (const { object, key } of places)
      hints.tell({ connection: settings.connection, object, key, at: now(), via: 'webhook' });
    return null;
  }

  /** Counts what was refused without being looked at. */
  refused(refused: EventRefusal): void {
    this.#parts.count(refused);
  }

  #placesIn(admitted: Admitted, body: Uint8Array): readonly Place[] | Refused {
    const text = textOf(body);
    // Bytes that are not UTF-8 would be signed as something else than they are.
    if (text === null) return MALFORMED;
    if (!this.#proof.holds(admitted, text)) return UNSIGNED;
    const { settings, replays, now } = this.#parts;
    if (admitted.signed !== null && !replays.take(admitted.signed, now() / 1000, settings.tolerance))
      return REPLAYED;
    return this.#kind.places(parsed(text)) ?? MALFORMED;
  }

  #told<Verdict extends object>(verdict: Verdict | Refused): Verdict | Refused {
    if ('refused' in verdict) this.#parts.count(verdict.refused);
    return verdict;
  }
}

const UNSIGNED = refuse(
  'forged',
  'The signature does not fit the body. Sign the body as it is sent, with the secret that the gateway is configured with.',
);
const REPLAYED = refuse('replayed', 'This delivery was taken before. Send news under an id of its own.');
const MALFORMED = refuse(
  'malformed',
  'The body is not an event of this source. Send it as JSON in UTF-8, as the documentation of the gateway shows it.',
);

function textOf(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
