import type { DeliveryHeaders } from './header.ts';
import { headerOf } from './header.ts';
import { refuse, type Refused } from './refusal.ts';

/** What a signed delivery says of itself. Nothing of it is believed before the signature has been checked. */
export interface SignedDelivery {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly signature: string;
}

/** Names of the three headers. */
export interface SignedHeaders {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** Printable ASCII without a dot, which separates what is signed: no two deliveries are signed alike. */
const ID = /^[!-\-/-~]+$/;
const LONGEST_ID = 128;
/** Several signatures at once while a secret is being replaced. */
const LONGEST_SIGNATURE = 1024;

/** Reads the headers and compares the time with the gateway's, which needs no body. `now`: milliseconds since 1970; `tolerance`: seconds. */
export function readSigned(
  headers: DeliveryHeaders,
  names: SignedHeaders,
  now: number,
  tolerance: number,
): SignedDelivery | Refused {
  const id = headerOf(headers, names.id, LONGEST_ID);
  const time = headerOf(headers, names.timestamp, 12);
  const signature = headerOf(headers, names.signature, LONGEST_SIGNATURE);
  if (id === null || time === null || signature === null || !ID.test(id) || !/^\d{1,12}$/.test(time)) {
    const all = `${names.id}, ${names.timestamp} (seconds since 1970) and ${names.signature}`;
    return refuse('forged', `The delivery is not signed. It needs the headers ${all}.`);
  }
  const timestamp = Number(time);
  if (Math.abs(now / 1000 - timestamp) > tolerance) {
    const text = `The delivery is more than ${tolerance} s from the gateway's time. Sign each attempt anew, and check the clocks.`;
    return refuse('stale', text);
  }
  return { id, timestamp, signature };
}
