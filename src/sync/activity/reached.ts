import type { Reached } from './place.ts';

/** Something that happened at a moment, by a name that nothing else has. */
export interface Moment {
  readonly at: string;
  readonly name: string;
}

export const NOWHERE: Reached = { at: null, seen: {} };

/**
 * Milliseconds. What happened so shortly before the last moment seen is still looked for: an owner shows a thing when its transaction has ended, which may
 * be after it has shown a later one.
 */
const OVERLAP = 5_000;

/** From when on to look for what comes behind a place; ISO 8601, `null`: from the beginning. */
export function since({ at }: Reached): string | null {
  return at === null ? null : new Date(Date.parse(at) - OVERLAP).toISOString().replace('.000Z', 'Z');
}

/** Whether it comes behind the place. */
export function isNew({ at, seen }: Reached, moment: Moment): boolean {
  if (at === null) return true;
  return Date.parse(moment.at) >= Date.parse(at) - OVERLAP && !Object.hasOwn(seen, moment.name);
}

/** The place with one more moment seen. */
export function reach({ at, seen }: Reached, moment: Moment): Reached {
  const time = Date.parse(moment.at);
  const last = at === null ? time : Math.max(time, Date.parse(at));
  const kept = Object.entries({ ...seen, [moment.name]: time }).filter(([, each]) => each >= last - OVERLAP);
  return { at: at === null || time > Date.parse(at) ? moment.at : at, seen: Object.fromEntries(kept) };
}
