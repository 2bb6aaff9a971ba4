import type { Key } from './key.ts';

/** For the braces and names around what is measured. */
const RESERVE = 200;

/** Keys in the order given, so many at once that neither number nor bytes grow beyond what one request holds. */
export function chunksOf(
  keys: readonly Key[],
  most: number,
  room: number,
  bytesOf: (key: Key) => number,
): readonly (readonly Key[])[] {
  const chunks: Key[][] = [];
  let left = 0;
  for (const key of keys) {
    const bytes = bytesOf(key);
    const last = chunks.at(-1);
    if (last === undefined || last.length >= most || bytes > left) {
      chunks.push([key]);
      left = room - RESERVE - bytes;
    } else {
      last.push(key);
      left -= bytes;
    }
  }
  return chunks;
}

export function bytesOfValue({ value }: Key): number {
  return Buffer.byteLength(JSON.stringify(value)) + 1;
}
