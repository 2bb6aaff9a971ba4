import type { IncomingHttpHeaders } from 'node:http';

/** A delivery that is not taken; `text` is for whoever sent it. */
export interface RefusedDelivery {
  readonly refused: 'forged' | 'stale' | 'replayed' | 'oversized' | 'malformed';
  readonly text: string;
}

/** Takes the events of one source. Keeps count of what it refuses. */
export interface EventSource<Admitted extends object = object> {
  /** Bytes of the largest body that is read. */
  readonly bodyBytes: number;
  /** Judges by the headers, before the body is read. */
  admit(headers: IncomingHttpHeaders): Admitted | RefusedDelivery;
  /** Judges the body of what was admitted; `null`: it was taken. */
  take(admitted: Admitted, body: Uint8Array): RefusedDelivery | null;
  /** Counts what was refused without it. */
  refused(reason: RefusedDelivery['refused']): void;
}
