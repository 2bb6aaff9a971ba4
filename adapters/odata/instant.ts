import {
  parseDate as parsePlainDate,
  parseDateTime,
  parseTime as parsePlainTime,
} from '../../src/contract/index.ts';

/** OData leaves out seconds that are zero, and has up to twelve digits of a fraction: nine are kept. */
const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,12}))?)?(Z|[+-]\d{2}:\d{2})?$/;
const CLOCK = /^(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,12}))?)?$/;
/** OData 2 in JSON: milliseconds since 1970, and minutes that only say where the moment was written down. */
const TICKS = /^\/Date\((-?\d{1,15})(?:[+-]\d{1,4})?\)\/$/;
const DURATION = /^(-?)P(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9}(?:\.\d{1,12})?)S)?)?$/;

/** The moment of `/Date(…)/`; null where the value is none. */
function ticks(value: unknown): string | null {
  const match = typeof value === 'string' ? TICKS.exec(value) : null;
  const date = match === null ? null : new Date(Number(match[1]));
  return date === null || Number.isNaN(date.getTime()) ? null : parseDateTime(date.toISOString());
}

function fraction(digits: string | undefined): string {
  return digits === undefined ? '' : `.${digits.slice(0, 9)}`;
}

/** `2026-11-22`, also of a date with a clock at zero; null where the value is no day of the calendar. */
export function parseDate(value: unknown): string | null {
  const text = ticks(value) ?? value;
  return typeof text === 'string' ? parsePlainDate(text.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '')) : null;
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
  const [, minute = '', second = '00', digits, zone = zoneless ? 'Z' : ''] = match;
  return zone === '' ? null : parseDateTime(`${minute}:${second}${fraction(digits)}${zone}`);
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
  if (match !== null) return parsePlainTime(`${match[1]}:${match[2] ?? '00'}${fraction(match[3])}`);
  const seconds = parseDuration(value);
  if (seconds === null || seconds < 0 || seconds >= 86_400 || !Number.isInteger(seconds)) return null;
  return new Date(seconds * 1_000).toISOString().slice(11, 19);
}
