import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../contract/index.ts';
import { Hints, type Hint } from '../hints.ts';
import { follow } from './follow.ts';
import { checkReached, readPlace, writePlace } from './place.ts';
import { isNew, NOWHERE, reach } from './reached.ts';
import { Wake } from './wake.ts';

const hint = (key: string): Hint => ({
  connection: 'servicenow',
  object: 'incident',
  key,
  at: 0,
  via: 'poll',
});

function following(look: () => Promise<readonly string[]>) {
  const hints = new Hints();
  const over = new AbortController();
  let watching = 0;
  const stream = follow({
    hints,
    watch: () => ((watching += 1), () => void (watching -= 1)),
    touches: ({ key }) => key === 'ours',
    look,
    signal: over.signal,
    random: () => 0,
  });
  return { hints, over, stream, watching: () => watching };
}

describe('follow', () => {
  it('looks once at the start, then whenever it is hinted at what it follows', async () => {
    let looks = 0;
    const { hints, stream, over, watching } = following(async () => [`look ${(looks += 1)}`]);
    expect(await stream.next()).toEqual({ done: false, value: 'look 1' });
    hints.tell(hint('another'));
    const next = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([looks, watching()]).toEqual([1, 1]);
    hints.tell(hint('ours'));
    expect(await next).toEqual({ done: false, value: 'look 2' });
    over.abort();
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(watching()).toBe(0);
  });

  it('takes many hints while it is busy for one', async () => {
    let looks = 0;
    const { hints, stream, over } = following(async () => [`look ${(looks += 1)}`]);
    await stream.next();
    for (let index = 0; index < 1_000; index += 1) hints.tell(hint('ours'));
    await stream.next();
    const idle = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(looks).toBe(2);
    over.abort();
    expect((await idle).done).toBe(true);
  });

  it('looks again where that may help, and ends where it cannot', async () => {
    const failures = [
      new CasegraphError('upstream-unavailable', 'away'),
      new CasegraphError('forbidden', 'no more'),
    ];
    const { stream, watching } = following(async () => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      return [];
    });
    await expect(stream.next()).rejects.toThrow('no more');
    expect([failures.length, watching()]).toEqual([0, 0]);
  });
});

describe('Wake', () => {
  it('remembers that it was rung while nobody waited', async () => {
    const wake = new Wake();
    wake.ring();
    await wake.next(new AbortController().signal);
  });

  it('does not wait once its signal is aborted', async () => {
    await new Wake().next(AbortSignal.abort());
  });
});

describe('A place', () => {
  const first = { at: '2026-11-22T10:00:00Z', name: 'a' };
  const same = { at: '2026-11-22T10:00:00Z', name: 'b' };
  const later = { at: '2026-11-22T10:00:01Z', name: 'c' };

  it.each([
    ['everything is new to nowhere', NOWHERE, first, true],
    ['what was seen is not', reach(NOWHERE, first), first, false],
    ['another thing of the same second is', reach(NOWHERE, first), same, true],
    ['what is later is', reach(NOWHERE, first), later, true],
    ['what shows a little late is', reach(NOWHERE, later), first, true],
    ['what is much earlier is not', reach(NOWHERE, later), { at: '2026-11-22T09:59:55Z', name: 'd' }, false],
  ])('%s', (_, place, moment, expected) => expect(isNew(place, moment)).toBe(expected));

  it('does not grow with all that was ever seen', () => {
    let place = NOWHERE;
    for (let second = 0; second < 1_000; second += 1) {
      const at = new Date(Date.UTC(2026, 10, 22) + second * 1_000).toISOString();
      place = reach(place, { at, name: `entry ${second}` });
    }
    expect(Object.keys(place.seen)).toHaveLength(6);
  });

  it('comes back from a cursor as it went', () => {
    const place = reach(reach(NOWHERE, first), same);
    const cursor = writePlace('caseChanged', place);
    expect(readPlace('caseChanged', cursor, checkReached)).toEqual(place);
  });

  it.each([
    ['', 'empty'],
    ['bm90aGluZw', 'no JSON'],
    [writePlace('caseActivity', NOWHERE), 'of something else'],
    [writePlace('caseChanged', { at: 'yesterday', seen: {} }), 'with no moment'],
    [writePlace('caseChanged', { at: null, seen: { a: 'b' } }), 'with no names'],
    ['x'.repeat(9_000), 'too long'],
  ])('refuses %s (%s)', (cursor) => {
    expect(() => readPlace('caseChanged', cursor, checkReached)).toThrow(/no cursor of caseChanged/);
  });
});
