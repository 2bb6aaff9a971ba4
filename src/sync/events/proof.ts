import type { DeliveryHeaders } from './header.ts';
import type { SignedDelivery } from './delivery.ts';
import type { Refused } from './refusal.ts';

/** A delivery that its headers speak for so far: what remains is its body. */
export interface Admitted {
  /** `null` where deliveries have neither an id nor a time: one cannot be told from its repetition. */
  readonly signed: SignedDelivery | null;
}

/** How a source proves that a delivery is its own. Pure. */
export interface Proof {
  /** By the headers alone, before the body is read: what fails here costs nothing more. `now`: milliseconds since 1970. */
  admit(headers: DeliveryHeaders, now: number): Admitted | Refused;
  /** Whether one of the secrets has signed this very body. */
  holds(admitted: Admitted, body: string): boolean;
}
