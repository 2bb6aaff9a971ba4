const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?Z?$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):?(\d{2}))$/;

/** `2026-11-22`; null for what is no day of the calendar. */
export function dayOf(value: unknown): string | null {
  if (typeof value !== 'string' || !DAY.test(value)) return null;
  return secondsOf(value, '00:00:00') === null ? null : value;
}

/** `13:45:00`; null for what is no time of day. Fractions of a second are dropped: the gateway's times have none. */
export function clockOf(value: unknown): string | null {
  const match = typeof value === 'string' ? CLOCK.exec(value) : null;
  return match === null ? null : `${match[1]}:${match[2] ?? '00'}`;
}

/**
 * A moment with its zone (RFC 3339, and `+0000` without the colon) in UTC: `2026-11-22T13:45:00Z`, with the fraction of a second it was given.
 * A text without a zone is no moment: which one it means cannot be known.
 */
export function momentOf(value: unknown): string | null {
  const match = typeof value === 'string' ? MOMENT.exec(value) : null;
  if (match === null) return null;
  const [, day = '', clock = '', fraction = '', sign, hours = '0', minutes = '0'] = match;
  const local = secondsOf(day, clock);
  if (local === null || Number(hours) > 18 || Number(minutes) > 59) return null;
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const utc = new Date(local - ahead).toISOString();
  const digits = fraction.replace(/0+$/, '');
  return utc.length === 24 ? `${utc.slice(0, 19)}${digits === '' ? '' : `.${digits}`}Z` : null;
}

/** Milliseconds since 1970 of a UTC wall clock; null for the 30th of February and the like. */
function secondsOf(day: string, clock: string): number | null {
  const time = Date.parse(`${day}T${clock}Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== `${day}T${clock}` ? null : time;
}
