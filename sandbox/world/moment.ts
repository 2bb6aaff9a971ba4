/** Moments are milliseconds since 1970; each system writes them its own way, always in UTC. */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** ServiceNow: `2026-04-27 19:33:04`. */
export function snTime(ms: number): string {
  return `${sfDate(ms)} ${timeOfDay(ms)}`;
}

/** Salesforce datetime: `2026-04-27T19:33:04.000+0000`. */
export function sfTime(ms: number): string {
  return `${sfDate(ms)}T${timeOfDay(ms)}.000+0000`;
}

/** All Quiet: `2026-04-27T19:33:04Z`, with a fraction only where there is one, as .NET writes it. */
export function aqTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.?0*Z$/, 'Z');
}

/** incident.io: `2026-04-27T19:33:04.801000Z`, to the microsecond. */
export function ioTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}

/** Salesforce date: `2026-02-15`. */
export function sfDate(ms: number): string {
  const day = Math.floor(ms / DAY);
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

/** A large world writes millions of moments that fall on few days: reckoning each date anew took a fifth of the time. */
const dates = new Map<number, string>();

const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

function timeOfDay(ms: number): string {
  const second = Math.floor((ms - Math.floor(ms / DAY) * DAY) / 1000);
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  return `${TWO_DIGITS[hours]}:${TWO_DIGITS[minutes]}:${TWO_DIGITS[second % 60]}`;
}
