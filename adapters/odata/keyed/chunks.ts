import type { Service } from '../service.ts';
import type { Key } from './key.ts';

/**
 * Cuts keys so that each piece's request keeps within the bound on its target, and on keys where there is one. `size` gives the target's
 * length for some keys; from the third on, a key adds the same wherever it stands (the second may bring the brackets of a list), so that it is
 * measured once. A key that is too long for any request stands alone in a piece that does not fit.
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
    const [first, second] = current ?? [];
    const grown =
      first === undefined
        ? 0
        : second === undefined
          ? size([first, key])
          : used + size([first, first, key]) - size([first, first]);
    if (current === undefined || current.length >= service.maxKeys || grown > service.targetBytes) {
      chunks.push([key]);
      used = size([key]);
    } else {
      current.push(key);
      used = grown;
    }
  }
  return chunks;
}
