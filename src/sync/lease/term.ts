import { hash } from 'node:crypto';

/** How leadership is cut into terms. All in milliseconds. */
export interface Terms {
  readonly term: number;
  /** The clocks of two replicas may differ by twice as much. */
  readonly margin: number;
}

export function termAt(now: number, { term }: Terms): number {
  return Math.floor(now / term);
}

/** sys_id of the row that says who leads a term: the primary key lets one replica through. */
export function leaseKey(purpose: string, term: number): string {
  return hash('sha256', `casegraph lease ${purpose} ${term}`, 'hex').slice(0, 32);
}

/** What a replica knows: the terms that it leads without a gap, and the last one that it found taken by another. */
export interface Standing {
  /** `null`: it leads none. */
  readonly held: { readonly first: number; readonly last: number } | null;
  readonly taken: number | null;
}

export type Step =
  { readonly claim: number; readonly wait?: never } | { readonly wait: number; readonly claim?: never };

/**
 * What to do next: claim a term, or wait so many milliseconds. Who leads claims the next term in the middle of this one, so that others find it taken
 * when they come; who does not lead asks for each term once, when it has begun.
 */
export function nextStep({ held, taken }: Standing, now: number, terms: Terms): Step {
  const current = termAt(now, terms);
  const untilNext = (current + 1) * terms.term - now;
  if (held === null || held.last < current)
    return taken === current ? { wait: untilNext + terms.margin } : { claim: current };
  const renewal = current * terms.term + terms.term / 2;
  if (held.last > current) return { wait: untilNext + terms.term / 2 };
  if (taken === current + 1) return { wait: untilNext + terms.margin };
  return now < renewal ? { wait: renewal - now } : { claim: current + 1 };
}

/** Until when a replica may act as the leader; 0 where it does not lead now. */
export function leadsUntil({ held }: Standing, now: number, { term, margin }: Terms): number {
  if (held === null || now < held.first * term + margin) return 0;
  const end = (held.last + 1) * term - margin;
  return now < end ? end : 0;
}
