import { describe, expect, it } from 'vitest';
import { looksIntoMemory, remembers, standingOf, UNCACHED, type CachePolicy } from './cache-policy.ts';

const policy = (given: Partial<CachePolicy>): CachePolicy => ({ ...UNCACHED, ...given });
const FULL = policy({ ttl: 30, staleWhileRevalidate: 60, staleIfError: 300, missing: 5 });
const BORN = 1_000_000;

describe('what a remembered answer is good for', () => {
  const NO_BOUND = Infinity;
  it.each([
    // policy, seconds old, the asker's bound, missing, standing
    ['just read', FULL, 0, NO_BOUND, false, 'fresh'],
    ['within the ttl', FULL, 29.999, NO_BOUND, false, 'fresh'],
    ['at its end', FULL, 30, NO_BOUND, false, 'revalidate'],
    ['within the time to revalidate', FULL, 89.999, NO_BOUND, false, 'revalidate'],
    ['beyond it', FULL, 90, NO_BOUND, false, 'if-error'],
    ['at the end of the time for errors', FULL, 329.999, NO_BOUND, false, 'if-error'],
    ['beyond that', FULL, 330, NO_BOUND, false, 'gone'],
    ['no stale times', policy({ ttl: 30 }), 30, NO_BOUND, false, 'gone'],
    ['no ttl, but for errors', policy({ staleIfError: 10 }), 0, NO_BOUND, false, 'if-error'],
    ['no ttl, but revalidated', policy({ staleWhileRevalidate: 10 }), 0, NO_BOUND, false, 'revalidate'],
    ['uncached', UNCACHED, 0, NO_BOUND, false, 'gone'],
    [
      'revalidation longer than errors',
      policy({ ttl: 1, staleWhileRevalidate: 9, staleIfError: 2 }),
      5,
      NO_BOUND,
      false,
      'revalidate',
    ],
    ['asked for nothing remembered', FULL, 0, 0, false, 'gone'],
    ['as old as the asker takes', FULL, 10, 10, false, 'fresh'],
    ['older than the asker takes', FULL, 10.001, 10, false, 'gone'],
    ['stale, and older than the asker takes', FULL, 40, 35, false, 'gone'],
    ['stale, and young enough for the asker', FULL, 34, 35, false, 'revalidate'],
    ['asker takes more than the table', FULL, 400, 1000, false, 'gone'],
    ['missing', FULL, 4.999, NO_BOUND, true, 'fresh'],
    ['no longer missing', FULL, 5, NO_BOUND, true, 'gone'],
    ['missing is never stale', FULL, 29, NO_BOUND, true, 'gone'],
    ['missing, but asked for newer', FULL, 3, 2, true, 'gone'],
    ['missing outlives the ttl', policy({ ttl: 1, missing: 60 }), 30, NO_BOUND, true, 'fresh'],
  ] as const)('%s', (_, given, age, maxAge, missing, expected) => {
    const standing = standingOf({ born: BORN, missing }, given, maxAge, BORN + age * 1000);
    expect(standing).toBe(expected);
  });
});

it.each([
  [UNCACHED, false, false],
  [policy({ ttl: 1 }), true, false],
  [policy({ staleIfError: 1 }), true, false],
  [policy({ staleWhileRevalidate: 1 }), true, false],
  [policy({ missing: 1 }), false, true],
  [FULL, true, true],
])('what is remembered under %j', (given, rows, missing) => {
  expect([remembers(given, false), remembers(given, true)]).toEqual([rows, missing]);
  expect(looksIntoMemory(given)).toBe(rows || missing);
});
