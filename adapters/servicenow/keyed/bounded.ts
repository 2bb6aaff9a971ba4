/** Runs `work` over the items, at most `most` at a time, and keeps their order. The first failure fails all. */
export async function mapBounded<In, Out>(
  items: readonly In[],
  most: number,
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  let at = 0;
  const worker = async (): Promise<void> => {
    while (at < items.length) {
      const index = at;
      at += 1;
      results[index] = await work(items[index] as In);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}
