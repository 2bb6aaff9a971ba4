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

const PLAIN = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/;

/**
 * Compares two numbers in plain notation, exactly at any size: below zero, the first is less. What is no such number is compared as text.
 */
export function compareDecimals(left: string, right: string): number {
  const a = PLAIN.exec(left);
  const b = PLAIN.exec(right);
  if (a === null || b === null) return byText(left, right);
  const signA = signOf(a);
  const signB = signOf(b);
  if (signA !== signB) return signA - signB;
  return signA * compareMagnitudes(a, b);
}

function signOf(match: RegExpExecArray): number {
  const zero = !match[2] && !match[3];
  if (zero) return 0;
  return match[1] === '-' ? -1 : 1;
}

function compareMagnitudes(a: RegExpExecArray, b: RegExpExecArray): number {
  const wholeA = a[2] ?? '';
  const wholeB = b[2] ?? '';
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  return byText(wholeA, wholeB) || byText(a[3] ?? '', b[3] ?? '');
}

function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
