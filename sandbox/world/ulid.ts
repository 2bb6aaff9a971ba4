import { hashText } from './random.ts';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const FURTHER_DIGITS = 16;

/**
 * A ULID: 48 bits of time, so that ids sort by age, and 80 bits that here follow from a text instead of chance.
 * @param ms milliseconds since 1970
 */
export function ulid(ms: number, text: string): string {
  let time = '';
  for (let rest = Math.floor(ms); time.length < TIME_DIGITS; rest = Math.floor(rest / 32))
    time = DIGITS.charAt(rest % 32) + time;
  const words = hashText(text);
  let further = '';
  for (let place = 0; place < FURTHER_DIGITS; place++) {
    const word = words[place % words.length] ?? 0;
    further += DIGITS.charAt((word >>> (5 * Math.floor(place / words.length))) & 31);
  }
  return time + further;
}
