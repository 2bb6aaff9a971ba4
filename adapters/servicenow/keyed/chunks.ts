/**
 * Cuts a list into runs whose sizes add up to no more than `budget`, each of `most` items at the utmost. An item that is
 * larger than the budget stands alone.
 */
export function chunk<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  budget: number,
  most: number,
): Item[][] {
  const chunks: Item[][] = [];
  let used = Infinity;
  for (const item of items) {
    const size = sizeOf(item);
    const last = chunks.at(-1);
    if (last === undefined || used + size > budget || last.length >= most) {
      chunks.push([item]);
      used = size;
    } else {
      last.push(item);
      used += size;
    }
  }
  return chunks;
}
