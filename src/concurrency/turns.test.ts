import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('lets one work at a time by a name, in the order of asking, and goes on after a failure', async () => {
  const turns = new Turns();
  const said: string[] = [];
  const work = (name: string, milliseconds: number, fails = false) =>
    turns.take('case', async () => {
      said.push(`${name} begins`);
      await wait(milliseconds);
      said.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([work('a', 5), work('b', 1, true), work('c', 0)]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(turns.size).toBe(0);
});

it('keeps nobody waiting for another name', async () => {
  const turns = new Turns();
  const slow = turns.take('a', () => wait(20));
  await expect(turns.take('b', () => Promise.resolve('b'))).resolves.toBe('b');
  await slow;
  expect(turns.size).toBe(0);
});
