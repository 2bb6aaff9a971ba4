import { bytesOf } from '../document/document.ts';
import type { Field } from '../document/field.ts';
import type { Key } from './key.ts';

/** What the names of variables in a long document may have beyond those that were measured. */
const RESERVE = 200;

/**
 * Keys in the order given, so many at once that neither number nor bytes grow beyond what one request holds. `fixed`: bytes of a request
 * without keys.
 */
export function chunksOf(
  keys: readonly Key[],
  most: number,
  room: number,
  fixed: number,
  bytesOf: (key: Key) => number,
): readonly (readonly Key[])[] {
  const chunks: Key[][] = [];
  let left = 0;
  for (const key of keys) {
    const bytes = bytesOf(key);
    const last = chunks.at(-1);
    if (last === undefined || last.length >= most || bytes > left) {
      chunks.push([key]);
      left = room - RESERVE - fixed - bytes;
    } else {
      last.push(key);
      left -= bytes;
    }
  }
  return chunks;
}

/** What a key adds to a list of values. */
export function bytesOfValue({ value }: Key): number {
  return Buffer.byteLength(JSON.stringify(value)) + 1;
}

/** What one more field adds to a document that has others like it: its own variables then have numbered names. */
export function bytesOfAlias(fieldAt: (index: number) => Field): number {
  const [first, second, third] = [fieldAt(1_000), fieldAt(1_001), fieldAt(1_002)];
  const numbers = NUMBERS * (third.arguments ?? []).length;
  return bytesOf([first, second, third]) - bytesOf([first, second]) + numbers;
}

/** A variable's number stands in its declaration, its use and its value, each time with up to three digits more than in the one measured. */
const NUMBERS = 9;
