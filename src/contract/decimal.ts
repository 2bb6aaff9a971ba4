const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
/** More than any system of record keeps. */
const MOST_DIGITS = 60;

/**
 * A number in plain notation, without exponent, leading zeros or trailing zeros after the point: `12345.67`, `1000000000000000000000`.
 * Numbers are taken by their shortest decimal form, so that no float artefact appears. Null where the value is no number or needs more
 * than 60 digits.
 */
export function plainDecimal(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  const match = typeof text === 'string' && text.length <= 2 * MOST_DIGITS ? DECIMAL.exec(text) : null;
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (Math.abs(point) > MOST_DIGITS) return null;
  const before = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const after = point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return assemble(sign === '-', before.replace(/^0+(?=\d)/, ''), after.replace(/0+$/, ''));
}

function assemble(negative: boolean, whole: string, fraction: string): string | null {
  if (whole.length + fraction.length > MOST_DIGITS) return null;
  const plain = fraction === '' ? whole : `${whole}.${fraction}`;
  return negative && plain !== '0' ? `-${plain}` : plain;
}

/** Compares two numbers in plain notation, exactly at any size. Below zero: the first is less. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const [left, right] = [scaled(a, places), scaled(b, places)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function placesOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
