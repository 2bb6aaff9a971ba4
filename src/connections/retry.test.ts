import { describe, expect, it } from 'vitest';
import { RetryBudget } from './retry-budget.ts';
import { mayRepeat, parseRetryAfter, pauseBefore } from './retry.ts';

const ending = (status: number | null, reached = true, retryAfter: number | null = null) => ({
  status,
  reached,
  retryAfter,
});

describe('mayRepeat', () => {
  it.each([
    ['never reached, a read', ending(null, false), true, true],
    ['never reached, a write', ending(null, false), false, true],
    ['lost on the way, a read', ending(null), true, true],
    ['lost on the way, a write', ending(null), false, false],
    ['429, a read', ending(429), true, true],
    ['429, a write', ending(429), false, false],
    ['502', ending(502), true, true],
    ['503', ending(503), true, true],
    ['503, a write', ending(503), false, false],
    ['504', ending(504), true, true],
    ['500', ending(500), true, false],
    ['501', ending(501), true, false],
    ['400', ending(400), true, false],
  ])('%s', (_, end, idempotent, expected) => expect(mayRepeat(end, idempotent)).toBe(expected));
});

describe('pauseBefore', () => {
  it.each([
    ['the first, at most', ending(503), 1, 0.999, 99],
    ['the first, at least', ending(503), 1, 0, 0],
    ['the second', ending(503), 2, 0.5, 100],
    ['never longer than', ending(503), 20, 0.999, 1998],
    ['exactly as asked', ending(503, true, 3), 1, 0.7, 3000],
    ['asked for none', ending(429, true, 0), 5, 0.7, 0],
  ])('%s', (_, end, attempt, random, expected) =>
    expect(pauseBefore(end, attempt, () => random)).toBe(expected),
  );
});

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 10, 20, 10, 0, 0);
  it.each([
    ['7', 7],
    [' 0 ', 0],
    ['Fri, 20 Nov 2026 10:00:30 GMT', 30],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['1.5', null],
    ['-1', null],
    ['soon', null],
    ['', null],
    ['99999999999999999999', null],
    [undefined, null],
    [['5', '9'], 5],
  ])('%j', (header, seconds) => expect(parseRetryAfter(header, now)).toBe(seconds));
});

describe('RetryBudget', () => {
  it('allows a few at once, then only the share', () => {
    const budget = new RetryBudget(0.2);
    let repeated = 0;
    for (let request = 0; request < 1000; request += 1) {
      budget.deposit();
      while (budget.withdraw()) repeated += 1;
    }
    // 10 are saved at start (the first deposit finds them full), 999 requests save 0.2 each.
    expect(repeated).toBe(10 + 199);
  });
});
