import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from './breaker.ts';
import type { BreakerState, Verdict } from './breaker.ts';

let now = 0;
let changes: BreakerState[] = [];

function make(random = 0.5): Breaker {
  return new Breaker({
    failures: 3,
    cooldown: 2000,
    now: () => now,
    random: () => random,
    changed: (state) => void changes.push(state),
  });
}

function report(breaker: Breaker, ...verdicts: Verdict[]): void {
  for (const verdict of verdicts) breaker.enter()?.(verdict);
}

beforeEach(() => {
  now = 1_000_000;
  changes = [];
});

describe('Breaker', () => {
  it.each<[string, Verdict[], BreakerState]>([
    ['failures in a row open it', ['failure', 'failure', 'failure'], 'open'],
    [
      'a success between them starts the row again',
      ['failure', 'failure', 'success', 'failure', 'failure'],
      'closed',
    ],
    ['what says nothing does not', ['failure', 'neither', 'failure', 'neither', 'failure'], 'open'],
    ['half of many failing opens it', [...Array<Verdict>(10).fill('success'), ...alternate(22)], 'closed'],
    ['half of a window', alternate(20), 'open'],
    ['fewer than a window has', alternate(18), 'closed'],
  ])('%s', (_, verdicts, state) => {
    const breaker = make();
    report(breaker, ...verdicts);
    expect(breaker.state).toBe(state);
  });

  it('lets one probe through after the cool-down, and closes when it succeeds', () => {
    const breaker = make();
    report(breaker, 'failure', 'failure', 'failure');
    now += 1999;
    expect([breaker.refuses, breaker.wait]).toEqual([true, 1]);
    now += 1;
    expect(breaker.state).toBe('half-open');
    const probe = breaker.enter();
    expect(breaker.enter()).toBeNull();
    probe?.('success');
    expect(changes).toEqual(['open', 'half-open', 'closed']);
    report(breaker, 'failure', 'failure');
    expect(breaker.state).toBe('closed');
  });

  it('opens again when the probe fails, and probes again when it was given up', () => {
    const breaker = make();
    report(breaker, 'failure', 'failure', 'failure');
    now += 2000;
    report(breaker, 'neither');
    expect(breaker.refuses).toBe(false);
    report(breaker, 'failure');
    expect(breaker.state).toBe('open');
    now += 2000;
    report(breaker, 'success');
    expect(breaker.state).toBe('closed');
  });

  it('does not hear what began before it opened', () => {
    const breaker = make();
    const late = breaker.enter();
    report(breaker, 'failure', 'failure', 'failure');
    now += 2000;
    report(breaker, 'success');
    late?.('failure');
    report(breaker, 'failure', 'failure');
    expect(breaker.state).toBe('closed');
  });

  it.each([
    [0, 1500],
    [0.999, 2499],
  ])('cools down with jitter: random %d', (random, least) => {
    const breaker = make(random);
    report(breaker, 'failure', 'failure', 'failure');
    expect(Math.round(breaker.wait)).toBeGreaterThanOrEqual(least);
    expect(breaker.wait).toBeLessThanOrEqual(2500);
  });
});

function alternate(count: number): Verdict[] {
  return Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 'success' : 'failure'));
}
