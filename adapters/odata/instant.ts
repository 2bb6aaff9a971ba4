const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,12}))?)?(Z|[+-]\d{2}:\d{2})?$/;
const CLOCK = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,12}))?)?$/;
/** OData 2 in JSON: milliseconds since 1970, and minutes that only say where the moment was written down. */
const TICKS = /^\/Date\((-?\d{1,15})(?:[+-]\d{1,4})?\)\/$/;
const DURATION = /^(-?)P(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9}(?:\.\d{1,12})?)S)?)?$/;

/** Whole seconds of a UTC wall clock text, in milliseconds; null where there is no such moment (30 February). */
function millis(wallClock: string): number | null {
  const time = Date.parse(`${wallClock}Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== wallClock ? null : time;
}

function withFraction(text: string, fraction: string): string {
  const digits = fraction.replace(/0+$/, '');
  return digits === '' ? text : `${text}.${digits}`;
}

/** Milliseconds of `/Date(…)/`; null where the value is none. */
function ticks(value: unknown): string | null {
  const match = typeof value === 'string' ? TICKS.exec(value) : null;
  const date = match === null ? null : new Date(Number(match[1]));
  if (date === null || Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  return text.length === 24 ? `${withFraction(text.slice(0, 19), text.slice(20, 23))}Z` : null;
}

/** `2026-11-22`, also of a date with a clock at zero; null where the value is no day of the calendar. */
export function parseDate(value: unknown): string | null {
  const text = ticks(value) ?? value;
  if (typeof text !== 'string') return null;
  const day = text.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
  return DAY.test(day) && millis(`${day}T00:00:00`) !== null ? day : null;
}

/**
 * A moment in UTC: `2026-11-22T13:45:00Z`. Fractions that are not zero are kept. `zoneless`: a text without zone is taken for UTC, which is
 * how OData 2 writes Edm.DateTime. Null where the value is no moment.
 */
export function parseMoment(value: unknown, zoneless: boolean): string | null {
  const counted = ticks(value);
  if (counted !== null) return counted;
  const match = typeof value === 'string' ? MOMENT.exec(value) : null;
  if (match === null) return null;
  const [, minute = '', second = '00', fraction = '', zone = zoneless ? 'Z' : ''] = match;
  const local = millis(`${minute}:${second}`);
  if (zone === '' || local === null) return null;
  const [hours, minutes] = zone === 'Z' ? [0, 0] : zone.slice(1).split(':').map(Number);
  if ((hours ?? 0) > 18 || (minutes ?? 0) > 59) return null;
  const offset = ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000 * (zone.startsWith('-') ? -1 : 1);
  const utc = new Date(local - offset).toISOString();
  return utc.length === 24 ? `${withFraction(utc.slice(0, 19), fraction)}Z` : null;
}

/** Seconds of `P1DT2H3M4.5S`; null where the value is no duration. */
export function parseDuration(value: unknown): number | null {
  const match = typeof value === 'string' && /\d/.test(value) ? DURATION.exec(value) : null;
  if (match === null) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return sign === '-' && total !== 0 ? -total : total;
}

/** `13:45:00`, also of `PT13H45M00S`; null where the value is no time of day. */
export function parseTime(value: unknown): string | null {
  const match = typeof value === 'string' ? CLOCK.exec(value) : null;
  if (match !== null) return withFraction(`${match[1]}:${match[2] ?? '00'}`, match[3] ?? '');
  const seconds = parseDuration(value);
  if (seconds === null || seconds < 0 || seconds >= 86_400 || !Number.isInteger(seconds)) return null;
  return new Date(seconds * 1_000).toISOString().slice(11, 19);
}
