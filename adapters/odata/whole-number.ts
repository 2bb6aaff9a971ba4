import { plainDecimal } from '../../src/contract/index.ts';

/** A whole number that a double holds exactly, from a JSON number or from text (Int64 travels as text in some answers). */
export function wholeNumber(value: unknown): number | null {
  const plain = plainDecimal(value);
  const number = plain === null || plain.includes('.') ? Number.NaN : Number(plain);
  return Number.isSafeInteger(number) ? number : null;
}
