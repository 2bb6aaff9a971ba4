import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseId } from './id.ts';

const fifteen = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: 15,
  maxLength: 15,
});

describe('record ids', () => {
  it('have the checksums that Salesforce gave them', () => {
    const text = readFileSync(
      new URL('fixtures/swiftlysalesforce/MockAccount.json', import.meta.url),
      'utf8',
    );
    const ids = [...new Set(text.match(/\b00[0-9A-Za-z]{16}\b/g))];
    expect(ids).toEqual(['0011Y00003HVMu4QAH', '005i00000016PdaAAE']);
    for (const id of ids) {
      expect(normaliseId(id)).toBe(id);
      expect(normaliseId(id.slice(0, 15))).toBe(id);
    }
  });

  it('refuse what Salesforce answered MALFORMED_ID to', () => {
    expect(normaliseId('a00B000000FSjVUIB1')).toBeNull();
    expect(normaliseId('a00B000000FSjVU')).toBe('a00B000000FSjVUIA1');
  });

  it.each([
    null,
    7,
    '',
    '001',
    '0011Y00003HVMu4QA',
    '0011Y00003HVMu4QAHX',
    "0011Y00003HVMu'",
    '0011Y00003HVMü4',
    ' 011Y00003HVMu4',
  ])('are not %j', (value) => {
    expect(normaliseId(value)).toBeNull();
  });

  it('come in one 18-character form, which no change of a letter case survives', () => {
    fc.assert(
      fc.property(fifteen, fc.nat(14), (short, at) => {
        const full = normaliseId(short);
        expect(full).toHaveLength(18);
        expect(normaliseId(full)).toBe(full);
        const other =
          short[at]!.toLowerCase() === short[at]! ? short[at].toUpperCase() : short[at]!.toLowerCase();
        const flipped = short.slice(0, at) + other + full!.slice(at + 1);
        expect(normaliseId(flipped)).toBe(flipped === full ? full : null);
      }),
    );
  });
});
