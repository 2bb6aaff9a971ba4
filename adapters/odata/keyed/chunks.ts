import type { Service } from '../service.ts';
import type { Key } from './key.ts';

/**
 * Cuts keys so that each piece's request keeps within the bound on its target, and on keys where there is one. `size` gives the target's
 * length for some keys; it grows with each key by the same amount wherever the key stands, so it is taken once per key. A key that is too
 * long for any request stands alone in a piece that does not fit.
 */
export function chunksOf(
  service: Service,
  keys: readonly Key[],
  size: (keys: readonly Key[]) => number,
): readonly (readonly Key[])[] {
  const chunks: Key[][] = [];
  let used = 0;
  for (const key of keys) {
    const current = chunks.at(-1);
    const [first] = current ?? [];
    const more = first === undefined ? 0 : size([first, key]) - size([first]);
    // The second key may bring parentheses with it, which are counted again for each: pieces are at most a little short.
    if (current === undefined || current.length >= service.maxKeys || used + more > service.targetBytes) {
      chunks.push([key]);
      used = size([key]);
    } else {
      current.push(key);
      used += more;
    }
  }
  return chunks;
}
