import { parseDateTime, parseTime } from '../../../src/contract/index.ts';

const CLOCK = /^(\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?Z?$/;

/** `13:45:00`, also of `13:45`; null for what is no time of day. Fractions of a second are dropped: the gateway's times have none. */
export function clockOf(value: unknown): string | null {
  const match = typeof value === 'string' ? CLOCK.exec(value) : null;
  return match === null ? null : parseTime(`${match[1]}:${match[2] ?? '00'}`);
}

/** A moment with its zone (RFC 3339 allows small letters and a blank for the T) in UTC. A text without a zone is none: which moment it means cannot be known. */
export function momentOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return parseDateTime(value.replace(/^(\d{4}-\d{2}-\d{2})[t ]/, '$1T').replace(/z$/, 'Z'));
}
