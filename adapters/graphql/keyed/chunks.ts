import type { Key } from './key.ts';

/**
 * Keys in the order given, so many at once that neither number nor bytes grow beyond what one request holds. `bytesOf`: bytes of the request for some
 * keys, which grow with each; it is measured a few times per request, not for each key. A key that is too long for any request stands alone.
 */
export function chunksOf(
  keys: readonly Key[],
  most: number,
  room: number,
  bytesOf: (keys: readonly Key[]) => number,
): readonly (readonly Key[])[] {
  const chunks: (readonly Key[])[] = [];
  let start = 0;
  while (start < keys.length) {
    const rest = keys.slice(start, start + most);
    const chunk = bytesOf(rest) <= room ? rest : rest.slice(0, fitting(rest, room, bytesOf));
    chunks.push(chunk);
    start += chunk.length;
  }
  return chunks;
}

/** How many of the first keys fit, one at least. All of them do not. */
function fitting(keys: readonly Key[], room: number, bytesOf: (keys: readonly Key[]) => number): number {
  let [fits, tooMany] = [1, keys.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (bytesOf(keys.slice(0, middle)) <= room) fits = middle;
    else tooMany = middle;
  }
  return fits;
}
