import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsOf } from './settings.ts';
import { chunked, fits, queryTarget } from './target.ts';

const settings = settingsOf({});
const compose = (list: string): string => `SELECT Id FROM Account WHERE Name IN (${list}) ORDER BY Id`;

describe('chunks', () => {
  it('hold all literals in order, fit, and are as few as can be', () => {
    const literal = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).map((text) => `'${text}'`);
    fc.assert(
      fc.property(fc.array(literal, { maxLength: 80 }), (literals) => {
        const chunks = chunked(settings, literals, compose);
        expect(chunks.flat()).toEqual(literals);
        chunks.forEach((chunk, index) => {
          expect(chunk.length).toBeGreaterThan(0);
          const target = queryTarget(settings, compose(chunk.join(',')));
          if (chunk.length > 1) expect(fits(settings, target)).toBe(true);
          const next = chunks[index + 1]?.[0];
          if (next !== undefined && fits(settings, target)) {
            expect(fits(settings, queryTarget(settings, compose([...chunk, next].join(','))))).toBe(false);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it('are none for no literals', () => {
    expect(chunked(settings, [], compose)).toEqual([]);
  });
});

describe('settings', () => {
  it('keep address and headers within 16 KB', () => {
    expect(settings.base).toBe('/services/data/v62.0');
    expect(settings.targetBytes).toBeLessThanOrEqual(16_384 - 2_560);
    expect(settingsOf({ apiVersion: 'v66.0' }).base).toBe('/services/data/v66.0');
  });

  it.each([
    { apiVersion: '62.0' },
    { apiVersion: 'v62.0/..' },
    { headerReserve: -1 },
    { headerReserve: 16_000 },
    { headerReserve: 1.5 },
  ])('refuse %j', (options) => {
    expect(() => settingsOf(options)).toThrow(RangeError);
  });
});
