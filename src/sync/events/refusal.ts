/**
 * Why a delivery was not taken. `forged`: no proof that it comes from the source; `stale`: its time is too far from ours; `replayed`: it was taken before;
 * `oversized`: its body is larger than allowed; `malformed`: it comes from the source and cannot be read.
 */
export const EVENT_REFUSALS = ['forged', 'stale', 'replayed', 'oversized', 'malformed'] as const;

export type EventRefusal = (typeof EVENT_REFUSALS)[number];

/** `text` is for whoever sets the source up: it says what to do, and nothing of the secret. */
export interface Refused {
  readonly refused: EventRefusal;
  readonly text: string;
}

export function refuse(refused: EventRefusal, text: string): Refused {
  return { refused, text };
}
