import { parseDateTime, plainDecimal } from '../../src/contract/index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnType, Value } from '../../src/contract/index.ts';
import { cellOf } from './answer/value.ts';
import { failure } from './testing/replay.ts';
import { tableOf } from './testing/tables.ts';

const table = tableOf('Thing', { id: { type: 'id', upstream: 'Id' } });
const cell = (type: ColumnType, raw: unknown): Value =>
  cellOf(table, { name: 'x', upstream: 'X__c', type }, raw);

describe('cells', () => {
  it.each<[ColumnType, unknown, Value]>([
    ['decimal', 12345.67, '12345.67'],
    ['decimal', 300.0, '300'],
    ['decimal', 1e21, '1000000000000000000000'],
    ['decimal', 1e-7, '0.0000001'],
    ['decimal', -0.5, '-0.5'],
    ['decimal', -0, '0'],
    ['decimal', 0.1 + 0.2, '0.30000000000000004'],
    ['integer', 42, 42],
    ['boolean', false, false],
    ['date', '2022-02-15', '2022-02-15'],
    ['datetime', '2021-04-27T19:33:04.000+0000', '2021-04-27T19:33:04Z'],
    ['datetime', '2021-04-27T19:33:04.120+0000', '2021-04-27T19:33:04.12Z'],
    ['datetime', '2021-04-27T01:33:04.000+0200', '2021-04-26T23:33:04Z'],
    ['time', '13:45:00.000Z', '13:45:00'],
    ['choice', 'Closed Won', { value: 'Closed Won', label: 'Closed Won' }],
    ['list', 'four;six', ['four', 'six']],
    ['id', '0011Y00003HVMu4', '0011Y00003HVMu4QAH'],
    ['reference', '0011Y00003HVMu4QAH', '0011Y00003HVMu4QAH'],
    ['string', '', ''],
    ['text', 'a\nb', 'a\nb'],
    ['json', { city: 'Anchorage', latitude: 61.2 }, { city: 'Anchorage', latitude: 61.2 }],
    ['string', null, null],
    ['decimal', undefined, null],
  ])('of type %s: %j is %j', (type, raw, expected) => {
    expect(cell(type, raw)).toEqual(expected);
  });

  it.each<[ColumnType, unknown]>([
    ['string', 7],
    ['string', {}],
    ['integer', 1.5],
    ['integer', 2 ** 53],
    ['decimal', '12.5'],
    ['decimal', true],
    ['boolean', 'true'],
    ['date', '2022-02-30'],
    ['date', '2021-04-27T19:33:04.000+0000'],
    ['datetime', '2021-04-27'],
    ['datetime', '2021-04-27T25:00:00.000+0000'],
    ['time', '25:00:00.000Z'],
    ['choice', ['a']],
    ['list', ['a']],
    ['id', 7],
  ])('of type %s refuse %j', async (type, raw) => {
    const error = await failure(Promise.resolve().then(() => cell(type, raw)));
    expect(error.kind).toBe('upstream-rejected');
    expect(error.message).toContain(`Thing.x is declared as ${type}`);
    expect(error.connection).toBe('salesforce');
  });
});

describe('decimals', () => {
  it('keep the number and have no exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e22, max: 1e22 }), (number) => {
        const plain = plainDecimal(number);
        // A double below 1e-40 or so needs more digits than a decimal may have here.
        fc.pre(plain !== null);
        expect(plain).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(Number(plain) + 0).toBe(number + 0);
      }),
    );
  });

  it.each([
    '',
    'abc',
    '1,5',
    '0x10',
    '1e999',
    'Infinity',
    '.5',
    '5.',
    '--1',
    ' 1',
    '9'.repeat(61),
    NaN,
    Infinity,
    true,
  ])('are not %j', (value) => {
    expect(plainDecimal(value)).toBeNull();
  });

  it.each([
    ['+007.500', '7.5'],
    ['-0.00', '0'],
    ['12e-1', '1.2'],
    ['1.5E3', '1500'],
  ])('%s is written %s', (text, expected) => {
    expect(plainDecimal(text)).toBe(expected);
  });
});

describe('moments', () => {
  it('are the same in every zone', () => {
    const valid = fc.date({
      min: new Date('1700-01-02T00:00:00Z'),
      max: new Date('3999-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(valid, fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offset) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
        const local = new Date(whole.getTime() + offset * 60_000).toISOString().slice(0, 19);
        const size = Math.abs(offset);
        const zone = [Math.floor(size / 60), size % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':');
        expect(parseDateTime(`${local}${offset < 0 ? '-' : '+'}${zone}`)).toBe(
          `${whole.toISOString().slice(0, 19)}Z`,
        );
      }),
    );
  });
});
