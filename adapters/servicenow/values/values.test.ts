import { describe, expect, it } from 'vitest';
import type { ColumnType, Value } from '../../../src/contract/index.ts';
import { CASE, sysId } from '../testing/tables.ts';
import { readCell } from './cell.ts';
import { readValue } from './read-value.ts';
import { writeValue } from './write-value.ts';

describe('the shapes of a field', () => {
  it.each<[string, unknown, unknown]>([
    ['as asked for', { display_value: 'New', value: '1' }, { value: '1', display: 'New' }],
    ['empty', { display_value: '', value: '' }, { value: '', display: '' }],
    ['empty choice', { display_value: null, value: '' }, { value: '' }],
    ['text', '1', { value: '1' }],
    [
      'reference by link and value',
      { link: 'https://x/api/now/table/t/abc', value: 'abc' },
      { value: 'abc' },
    ],
    [
      'reference by display value and link',
      { display_value: 'N', link: 'https://x/t/abc' },
      { value: 'abc', display: 'N' },
    ],
    [
      'with a link',
      { display_value: 'N', link: 'https://x/t/other', value: 'abc' },
      { value: 'abc', display: 'N' },
    ],
    ['numbers of the Change API', { display_value: 'New', value: -5.0 }, { value: '-5', display: 'New' }],
    ['null', null, { value: '' }],
    ['a list', ['a'], { value: '' }],
    ['nested', { value: { value: 'a' } }, { value: '' }],
    ['not there', undefined, undefined],
  ])('%s', (_, raw, cell) => {
    expect(readCell(raw)).toEqual(cell);
  });
});

describe('cells to values', () => {
  it.each<[ColumnType, string, Value]>([
    ['string', 'x', 'x'],
    ['text', 'a\nb', 'a\nb'],
    ['integer', '-12', -12],
    ['integer', '1,200', null],
    ['integer', '99999999999999999999', null],
    ['decimal', '-12.50', '-12.50'],
    ['decimal', '139.99', '139.99'],
    ['decimal', 'USD;100.00', '100.00'],
    ['decimal', 'USD;', null],
    ['decimal', '$5', null],
    ['boolean', 'true', true],
    ['boolean', '1', true],
    ['boolean', 'false', false],
    ['boolean', '0', false],
    ['boolean', 'maybe', null],
    ['date', '2026-11-22', '2026-11-22'],
    ['date', '2026-02-30', null],
    ['time', '1970-01-01 13:45:00', '13:45:00'],
    ['datetime', '2016-01-19 04:52:04', '2016-01-19T04:52:04Z'],
    ['datetime', '2016-02-30 04:52:04', null],
    ['datetime', 'UNKNOWN', null],
    ['duration', '1970-01-01 00:00:06', 6],
    ['duration', '1970-01-02 00:00:01', 86401],
    ['reference', 'glide.maint', 'glide.maint'],
    ['list', 'a,b', ['a', 'b']],
    ['list', ',', null],
    ['json', '{"a":1}', { a: 1 }],
    ['json', '{', null],
    ['url', 'https://x', 'https://x'],
  ])('%s %j', (type, value, expected) => {
    expect(readValue(type, { value, display: 'shown' })).toEqual(expected);
    expect(readValue(type, { value: '', display: 'UNKNOWN' })).toBeNull();
    expect(readValue(type, undefined)).toBeNull();
  });

  it('labels a choice by its display value, or by its value', () => {
    expect(readValue('choice', { value: '10', display: 'Open' })).toEqual({ value: '10', label: 'Open' });
    expect(readValue('choice', { value: '10', display: '' })).toEqual({ value: '10', label: '10' });
    expect(readValue('choice', { value: '10' })).toEqual({ value: '10', label: '10' });
  });
});

describe('values to the body of a write', () => {
  const write = (name: string, value: Value): string => {
    const column = CASE.columns.get(name);
    if (column === undefined) throw new Error(name);
    return writeValue(CASE, column, value);
  };

  it.each<[string, Value, string]>([
    ['number', null, ''],
    ['number', 'a^b', 'a^b'],
    ['state', '10', '10'],
    ['state', { value: '10', label: 'Open' }, '10'],
    ['active', false, 'false'],
    ['reopened', 3, '3'],
    ['cost', '12.50', '12.50'],
    ['openedAt', '2026-11-22T13:45:00.250+01:00', '2026-11-22 12:45:00'],
    ['due', '2026-11-22', '2026-11-22'],
    ['at', '13:45:00', '1970-01-01 13:45:00'],
    ['worked', 86401, '1970-01-02 00:00:01'],
    ['watchers', ['a', 'b'], 'a,b'],
    ['data', { a: [1] }, '{"a":[1]}'],
    ['accountId', sysId(1), sysId(1)],
    ['domain', 'global', 'global'],
  ])('%s %j', (name, value, text) => {
    expect(write(name, value)).toBe(text);
  });

  it.each<[string, Value, RegExp]>([
    ['accountId', 'Boxeo', /accountId expects a sys_id/],
    ['openedAt', 'now', /openedAt expects a date and time/],
    ['worked', 1.5, /number of seconds/],
    ['watchers', ['a,b'], /without commas/],
    ['number', ['a'], /number expects a string/],
  ])('refuses %s %j', (name, value, message) => {
    expect(() => write(name, value)).toThrowError(message);
  });
});
