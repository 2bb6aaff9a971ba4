import type { Reached } from './place.ts';

/** Something that happened at a moment, by a name that nothing else of that moment has. */
export interface Moment {
  readonly at: string;
  readonly name: string;
}

export const NOWHERE: Reached = { at: null, seen: [] };

/** Whether it comes behind the place. Moments are whole seconds upstream, so that those of the last one are told apart by name. */
export function isNew({ at, seen }: Reached, moment: Moment): boolean {
  if (at === null || Date.parse(moment.at) > Date.parse(at)) return true;
  return Date.parse(moment.at) === Date.parse(at) && !seen.includes(moment.name);
}

/** The place with one more moment seen. */
export function reach(place: Reached, moment: Moment): Reached {
  const { at, seen } = place;
  if (at === null || Date.parse(moment.at) > Date.parse(at)) return { at: moment.at, seen: [moment.name] };
  if (Date.parse(moment.at) < Date.parse(at) || seen.includes(moment.name)) return place;
  return { at, seen: [...seen, moment.name] };
}
