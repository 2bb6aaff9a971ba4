/** Dates as the platform stores them: UTC, `YYYY-MM-DD HH:MM:SS`. */

export function formatDateTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}

/** Milliseconds since 1970, or undefined for what is not a stored date; a bare day is its first second. */
export function parseDateTime(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/.test(text)) return undefined;
  const time = Date.parse(`${text.length === 10 ? `${text} 00:00:00` : text}Z`.replace(' ', 'T'));
  return Number.isNaN(time) ? undefined : time;
}

const UNITS: readonly (readonly [string, number])[] = [
  ['Day', 86_400],
  ['Hour', 3_600],
  ['Minute', 60],
  ['Second', 1],
];

/** `1970-01-01 01:00:06` (facts 1.3: a duration is the time since 1970) as `1 Hour 6 Seconds`. */
export function durationText(value: string): string {
  let seconds = Math.floor((parseDateTime(value) ?? 0) / 1000);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(seconds / size);
    seconds -= count * size;
    if (count > 0) parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
  }
  return parts.length > 0 ? parts.join(' ') : '0 Seconds';
}
