import type { SnRecord } from './world.ts';

/**
 * Lets every nth asker of one place have the record that the one before got, so that several cases share it. Places keep
 * apart what does not fit together (domains, and stages of the work).
 */
export function createSharing(nth: number): (place: string, make: () => SnRecord) => SnRecord {
  const last = new Map<string, SnRecord>();
  let asked = 0;
  return (place, make) => {
    asked++;
    const known = last.get(place);
    // Kept due until there is something to share, lest a turn be lost to the first of its place.
    if (known && asked >= nth) {
      asked = 0;
      return known;
    }
    const made = make();
    last.set(place, made);
    return made;
  };
}
