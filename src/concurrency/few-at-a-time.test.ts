import { expect, it } from 'vitest';
import { fewAtATime } from './few-at-a-time.ts';

it.each([
  [0, 3, 0],
  [2, 3, 2],
  [10, 3, 3],
])(
  '%i items, %i at a time: %i are under way at most, and the answers come in order',
  async (count, few, most) => {
    let running = 0;
    let seen = 0;
    const items = Array.from({ length: count }, (_, index) => index);
    const results = await fewAtATime(items, few, async (item) => {
      seen = Math.max(seen, ++running);
      await new Promise((resolve) => setTimeout(resolve, (count - item) % 4));
      running -= 1;
      return item * 2;
    });
    expect(results).toEqual(items.map((item) => item * 2));
    expect(seen).toBe(most);
  },
);

it('stops at the first error', async () => {
  const begun: number[] = [];
  const work = async (item: number): Promise<void> => {
    begun.push(item);
    if (item === 1) throw new Error('one');
  };
  await expect(fewAtATime([1, 2, 3], 1, work)).rejects.toThrow('one');
  expect(begun).toEqual([1]);
});
