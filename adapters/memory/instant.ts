const DATETIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Compares two datetimes as instants, to the last digit of a fraction (a `Date` would stop at milliseconds); `undefined` when one of
 * them is no ISO 8601 datetime with a zone.
 */
export function compareInstants(a: string, b: string): number | undefined {
  const left = parse(a);
  const right = parse(b);
  if (left === undefined || right === undefined) return undefined;
  if (left.milliseconds !== right.milliseconds) return left.milliseconds < right.milliseconds ? -1 : 1;
  if (left.fraction === right.fraction) return 0;
  return left.fraction < right.fraction ? -1 : 1;
}

function parse(text: string): { milliseconds: number; fraction: string } | undefined {
  const match = DATETIME.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', zone = ''] = match;
  const milliseconds = Date.parse(whole + zone);
  if (Number.isNaN(milliseconds)) return undefined;
  // Without trailing zeros, fractions compare as text: .5 is .500, and .25 comes before .3.
  return { milliseconds, fraction: fraction.replace(/0+$/, '') };
}
