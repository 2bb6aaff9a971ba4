import { describe, expect, it } from 'vitest';
import { SingleFlight } from './single-flight.ts';

/** Work that settles when the test says so. */
function work() {
  const state = { starts: 0, aborted: 0, resolve: (_: string) => {}, reject: (_: Error) => {} };
  const start = (signal: AbortSignal) => {
    state.starts += 1;
    return new Promise<string>((resolve, reject) => {
      state.resolve = resolve;
      state.reject = reject;
      signal.addEventListener('abort', () => {
        state.aborted += 1;
        reject(signal.reason as Error);
      });
    });
  };
  return { state, start };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));
const stay = () => new AbortController().signal;

describe('SingleFlight', () => {
  it('does the work once for all who ask meanwhile, and again for who asks later', async () => {
    const flights = new SingleFlight<string>();
    const { state, start } = work();
    const all = [1, 2, 3].map(() => flights.run('a', start, stay()));
    await tick();
    state.resolve('done');
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
    expect([state.starts, flights.size]).toEqual([1, 0]);
    const later = flights.run('a', start, stay());
    await tick();
    state.resolve('again');
    expect([await later, state.starts]).toEqual(['again', 2]);
  });

  it('goes on when the first caller leaves', async () => {
    const flights = new SingleFlight<string>();
    const { state, start } = work();
    const first = new AbortController();
    const one = flights.run('a', start, first.signal);
    const two = flights.run('a', start, stay());
    await tick();
    first.abort(new Error('gone'));
    await expect(one).rejects.toThrow('gone');
    expect(state.aborted).toBe(0);
    state.resolve('done');
    expect(await two).toBe('done');
  });

  it('aborts the work when the last caller leaves; who comes then starts it anew', async () => {
    const flights = new SingleFlight<string>();
    const { state, start } = work();
    const leaving = [new AbortController(), new AbortController()];
    const all = leaving.map(({ signal }) => flights.run('a', start, signal));
    await tick();
    for (const each of leaving) each.abort(new Error('gone'));
    const next = flights.run('a', start, stay());
    for (const each of all) await expect(each).rejects.toThrow('gone');
    await tick();
    expect([state.aborted, state.starts, flights.size]).toEqual([1, 2, 1]);
    state.resolve('new');
    expect(await next).toBe('new');
  });

  it('hands an error to all and keeps nothing of it', async () => {
    const flights = new SingleFlight<string>();
    const all = [1, 2].map(() => flights.run('a', () => Promise.reject(new Error('no')), stay()));
    for (const each of all) await expect(each).rejects.toThrow('no');
    expect(flights.size).toBe(0);
    expect(await flights.run('a', () => Promise.resolve('yes'), stay())).toBe('yes');
  });

  it('starts nothing for a caller that has left already', async () => {
    const { state, start } = work();
    await expect(
      new SingleFlight<string>().run('a', start, AbortSignal.abort(new Error('gone'))),
    ).rejects.toThrow('gone');
    expect(state.starts).toBe(0);
  });
});
