import { describe, expect, test } from 'vitest';
import { checksum, idKey, isId, longId, makeId } from './ids.ts';

describe('record ids', () => {
  // Recorded ids.
  test.each([
    '701E0000000JuFHIA0',
    '0035d00006bOrFOAA0',
    '001i000000JEK7mAAH',
    '01gB000003OCxSPIA1',
    '012000000000000AAA',
  ])('%s has the right suffix', (id) => {
    expect(checksum(id.slice(0, 15))).toBe(id.slice(15));
    expect(isId(id)).toBe(true);
    expect(isId(id.slice(0, 15))).toBe(true);
    expect(longId(id.slice(0, 15))).toBe(id);
  });

  test.each([
    'a00B000000FSjVUIB1',
    '',
    'abc',
    "001i000000JEK7m'",
    '001i000000JEK7mAA',
    '001i000000JEK7mAAH0',
  ])('%j is no id', (id) => expect(isId(id)).toBe(false));

  test('both spellings have one key', () => {
    const id = makeId('006', 12_345);
    expect(id).toHaveLength(18);
    expect(idKey(id)).toBe(idKey(id.slice(0, 15)));
  });
});
