/** Dates and datetimes in the one form answers have, which also compares as text: `2021-04-27T19:33:04.000+0000`. */

const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+0000$/;

export function datetimeText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, -1)}+0000`;
}

export function dateText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Milliseconds of `…Z`, `…+02:00` or `…+0200`; NaN when it is no such time. */
export function parseDatetime(text: string): number {
  return Date.parse(text.toUpperCase().replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** Any ISO spelling in the answer's form; what is no time at all stays as it is. */
export function canonicalDatetime(text: string): string {
  if (text.length === 28 && CANONICAL.test(text)) return text;
  const milliseconds = parseDatetime(text);
  return Number.isNaN(milliseconds) ? text : datetimeText(milliseconds);
}

/** Refuses the 31st of February, and what lies outside the years 1700 to 4000. */
export function isDate(text: string): boolean {
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(milliseconds) &&
    dateText(milliseconds) === text &&
    text >= '1700-01-01' &&
    text <= '4000-12-31'
  );
}
