import { CasegraphError } from '../../contract/index.ts';

/** What can be followed. */
export type Kind = 'caseActivity' | 'caseChanged';

/** A place among things that happened at moments: the last moment looked at, and what has been seen shortly before it. */
export interface Reached {
  /** ISO 8601; `null`: nothing has been there yet. */
  readonly at: string | null;
  /** What was seen at that moment or shortly before, by name: when it happened, in milliseconds since 1970. */
  readonly seen: Readonly<Record<string, number>>;
}

const LONGEST = 8_192;

/** A place as clients keep it to go on from after a reconnect: opaque text. */
export function writePlace(kind: Kind, place: unknown): string {
  return Buffer.from(JSON.stringify([kind, place])).toString('base64url');
}

/** Throws `invalid-input` for what is no cursor of that kind. `check` answers the place, or null. */
export function readPlace<Place>(kind: Kind, cursor: string, check: (value: unknown) => Place | null): Place {
  const [found, place] = cursor.length > LONGEST ? [] : parsed(cursor);
  const checked = found === kind ? check(place) : null;
  if (checked !== null) return checked;
  throw new CasegraphError(
    'invalid-input',
    `after is no cursor of ${kind}. Give the cursor of the last event that you got, or leave it out to start from now.`,
  );
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

export function checkReached(value: unknown): Reached | null {
  if (typeof value !== 'object' || value === null) return null;
  const { at, seen } = value as Record<string, unknown>;
  const moment = at === null || (typeof at === 'string' && MOMENT.test(at));
  return moment && isMoments(seen) ? { at, seen } : null;
}

function isMoments(value: unknown): value is Readonly<Record<string, number>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((moment) => typeof moment === 'number')
  );
}
