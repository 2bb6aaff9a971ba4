import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from './backlog.ts';
import type { Hint } from './hints.ts';

const hint = (key: string, at: number, via: Hint['via'] = 'webhook'): Hint => ({
  connection: 'servicenow',
  object: 'incident',
  key,
  at,
  via,
});

describe('the backlog', () => {
  it('keeps one hint per record and gives the newest, then who waits longest', () => {
    const backlog = new Backlog(10);
    for (const [key, at] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
      ['c', 4],
    ] as const)
      backlog.add(hint(key, at));
    expect(backlog.take(2).map(({ key, at }) => [key, at])).toEqual([
      ['c', 4],
      ['b', 2],
    ]);
    expect(backlog.take(2).map(({ key, at }) => [key, at])).toEqual([['a', 3]]);
    expect(backlog.takeLost()).toBeNull();
  });

  it('gives those that wait longest as well, so that busy records do not keep others waiting', () => {
    const backlog = new Backlog(10);
    for (const [at, key] of ['rare', 'busy', 'other', 'busy'].entries()) backlog.add(hint(key, at));
    expect(backlog.take(2).map(({ key }) => key)).toEqual(['busy', 'rare']);
    expect(backlog.size).toBe(1);
  });

  it('drops the oldest when it is full, and says from when on somebody has to look again', () => {
    const backlog = new Backlog(2);
    for (const at of [1_000_000, 2_000_000, 3_000_000]) backlog.add(hint(`at ${at}`, at));
    expect(backlog.takeLost()).toBe(700_000);
    expect(backlog.takeLost()).toBeNull();
    expect(backlog.size).toBe(2);
  });

  it('nothing is lost, the newest and those that wait longest come first, and it never grows beyond its bound', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ add: fc.nat(30), poll: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ take: fc.integer({ min: 1, max: 5 }) }) },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(step, { maxLength: 120 }), (most, steps) => {
        const backlog = new Backlog(most);
        const due = new Map<string, number>();
        let now = 10_000_000;
        for (const each of steps) {
          now += 1_000;
          if ('add' in each) {
            backlog.add(hint(String(each.add), now, each.poll ? 'poll' : 'webhook'));
            due.set(String(each.add), now);
          } else {
            const taken = backlog.take(each.take);
            const newest = taken.slice(0, Math.ceil(each.take / 2)).map(({ at }) => at);
            const longest = taken.slice(newest.length).map(({ at }) => at);
            expect(newest).toEqual(newest.toSorted((a, b) => b - a));
            for (const { key, at } of taken) {
              expect(due.get(key)).toBe(at);
              due.delete(key);
            }
            // What still waits stands between the newest and those that waited longest.
            const rest = backlog.take(most);
            for (const each of rest.toSorted((a, b) => a.at - b.at)) backlog.add(each);
            expect(rest.every(({ at }) => at < Math.min(...newest) && at > Math.max(...longest))).toBe(true);
          }
          expect(backlog.size).toBeLessThanOrEqual(most);
        }
        const lost = backlog.takeLost() ?? Infinity;
        for (const { key } of backlog.take(most)) due.delete(key);
        // Whatever was neither taken nor waits changed after the moment that the backlog named.
        for (const at of due.values()) expect(at).toBeGreaterThan(lost);
      }),
    );
  });
});
