import { InvalidArgumentError } from 'commander';

/** One more value of an option that may be given several times. */
export function another(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** A port as an option's value. */
export function port(text: string): number {
  return wholeNumber(text, 0, 65_535);
}

/** A count as an option's value. */
export function count(text: string): number {
  return wholeNumber(text, 1, 10_000_000);
}

function wholeNumber(text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
}
