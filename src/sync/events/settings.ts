import type { EventKind } from './event-kind.ts';

/** One event source, as it is configured. */
export interface EventSettings {
  /** Name of the connection; the path that its events are sent to ends in it. */
  readonly connection: string;
  readonly kind: EventKind;
  /** Any of them proves a delivery: two while one takes the place of the other. */
  readonly secrets: readonly string[];
  /** Seconds that a delivery's time may differ from the gateway's. */
  readonly tolerance: number;
  /** Bytes of a delivery's body. */
  readonly bodyBytes: number;
}
