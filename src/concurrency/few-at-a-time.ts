/** Does something with each item, so many at a time, and answers in the items' order. The first error ends it; what is under way is not waited for. */
export async function fewAtATime<T, R>(
  items: readonly T[],
  few: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = new Array<R>(items.length);
  const open = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of open) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(few, items.length) }, worker));
  return results;
}
