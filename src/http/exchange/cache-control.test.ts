import { expect, it } from 'vitest';
import { maxAgeOf } from './cache-control.ts';

it.each([
  [undefined, null],
  ['', null],
  ['no-transform', null],
  ['no-store', null],
  ['only-if-cached, max-stale=5', null],
  ['no-cache', 0],
  ['No-Cache', 0],
  ['max-age=0', 0],
  ['max-age=60', 60],
  ['max-age="60"', 60],
  ['max-stale=600, Max-Age=60', 60],
  ['max-age=60, max-age=30', 30],
  ['max-age=60, no-cache', 0],
  ['max-age=-1', 0],
  ['max-age=1.5', 0],
  ['max-age=soon', 0],
  ['max-age', 0],
  ['max-age=99999999999999999999', 0],
  ['x-max-age=5', null],
])('%s asks for %s', (header, expected) => {
  expect(maxAgeOf(header)).toBe(expected);
});
