const NUMBER = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?(?:[eE]([+-]?\d{1,3}))?$/;
/** Decimals of OData have up to 34 digits and more in some services; beyond this a value is refused. */
const MOST_DIGITS = 80;

/**
 * A number in plain notation, without exponent, leading zeros or trailing zeros after the point. JSON numbers are taken by their shortest
 * form, so that no float artefact appears. Null where the value is no number, or has more digits than can be.
 */
export function plainDecimal(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  const match = typeof text === 'string' && text.length <= MOST_DIGITS ? NUMBER.exec(text) : null;
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > MOST_DIGITS) return null;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const after = padded.slice(at).replace(/0+$/, '');
  const plain = after === '' ? before : `${before}.${after}`;
  return sign === '-' && plain !== '0' ? `-${plain}` : plain;
}

/** A whole number that a double holds exactly, from a JSON number or from text (Int64 travels as text in some answers). */
export function wholeNumber(value: unknown): number | null {
  const plain = plainDecimal(value);
  const number = plain === null || plain.includes('.') ? Number.NaN : Number(plain);
  return Number.isSafeInteger(number) ? number : null;
}
