import { describe, expect, it } from 'vitest';
import { compareDecimals, parseDate, plainDecimal } from '../../../src/contract/index.ts';
import { ASTRAY, parsePath, valueAt } from '../json-path.ts';
import { clockOf, momentOf } from './moment.ts';

describe('values', () => {
  it.each([
    [12.5, '12.5'],
    [1e-7, '0.0000001'],
    [1.5e21, '1500000000000000000000'],
    ['-0012.500', '-12.5'],
    ['-0.0', '0'],
    [0.1, '0.1'],
    ['1,5', null],
    ['', null],
    [true, null],
  ])('decimal %j: %j', (raw, plain) => expect(plainDecimal(raw)).toBe(plain));

  it.each([
    ['-12.5', '-12.45', -1],
    ['2', '10', -1],
    ['0.10', '0.1', 0],
  ])('%s against %s', (a, b, order) => expect(compareDecimals(a, b)).toBe(order));

  it.each([
    ['2026-11-22T13:45:00+01:00', '2026-11-22T12:45:00Z'],
    ['2026-11-22T13:45:00.120Z', '2026-11-22T13:45:00.12Z'],
    ['2026-11-22T13:45:00', null],
    ['2026-02-30T00:00:00Z', null],
    [1_700_000_000, null],
  ])('moment %j: %j', (raw, moment) => expect(momentOf(raw)).toBe(moment));

  it('days and times of day', () =>
    expect([parseDate('2026-02-29'), parseDate('2024-02-29'), clockOf('13:45'), clockOf('24:00:00')]).toEqual(
      [null, '2024-02-29', '13:45:00', null],
    ));

  it.each([
    ['a.b[0].c', 7],
    ['a["odd name"]', 8],
    ['a.x.y', undefined],
    ['a.constructor', undefined],
    ['a.b.c', ASTRAY],
    ['a.b[0].c.d', ASTRAY],
    ['/a/b/0/c', 7],
    ['/a/odd name', 8],
    ['/a/b~1c~0d', 9],
    ['/a/x/y', undefined],
    ['/a/__proto__', undefined],
    ['/a/b/length', ASTRAY],
    ['/a/0', 10],
  ])('path %s', (path, value) =>
    expect(valueAt({ a: { b: [{ c: 7 }], 'odd name': 8, 'b/c~d': 9, '0': 10 } }, path)).toBe(value),
  );

  it.each(['', '.', 'a..b', 'a[', 'a[x]', 'a b', '.a', '/a~2', '/~'])('%j is no path', (path) =>
    expect(parsePath(path)).toBeNull(),
  );
});
