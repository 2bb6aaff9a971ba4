const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):?(\d{2}))$/;
const TIME = /^((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?Z?$/;

/** Whole seconds of a UTC wall clock text, in milliseconds; null where there is no such moment (30 February, 25 o'clock). */
function millis(wallClock: string): number | null {
  const time = Date.parse(`${wallClock}Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== wallClock ? null : time;
}

function withFraction(text: string, fraction: string | undefined): string {
  const digits = (fraction ?? '').replace(/0+$/, '');
  return digits === '' ? text : `${text}.${digits}`;
}

/** `2026-11-22`, or null where the value is no day of the calendar. */
export function parseDate(value: unknown): string | null {
  if (typeof value !== 'string' || !DATE.test(value)) return null;
  return millis(`${value}T00:00:00`) === null ? null : value;
}

/**
 * A moment with its zone, as clients (`Z`, `+01:00`) and Salesforce (`2021-04-27T19:33:04.000+0000`) write it, in UTC:
 * `2021-04-27T19:33:04Z`. Fractions that are not zero are kept. Null where the value is no moment.
 */
export function parseDateTime(value: unknown): string | null {
  const match = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  if (match === null) return null;
  const [, wallClock = '', fraction, sign, hours = '0', minutes = '0'] = match;
  const local = millis(wallClock);
  if (local === null || Number(hours) > 18 || Number(minutes) > 59) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const utc = new Date(local - offset).toISOString();
  return utc.length === 24 ? `${withFraction(utc.slice(0, 19), fraction)}Z` : null;
}

/** `13:45:00` of Salesforce's `13:45:00.000Z`; null where the value is no time of day. */
export function parseTime(value: unknown): string | null {
  const match = typeof value === 'string' ? TIME.exec(value) : null;
  return match === null ? null : withFraction(match[1] ?? '', match[2]);
}
