/** Does the work for all items, so many at a time; the results stand in the order of the items. */
export async function atMost<T, R>(
  places: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(places, items.length) }, worker));
  return results;
}
