import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeTest } from './like.ts';
import { likePattern } from './string-literal.ts';

const like = (pattern: string, text: string) => likeTest(likePattern(`'${pattern}'`, 0))(text);

test.each([
  ['Ac%', 'acme', true],
  ['%ME', 'acme', true],
  ['a_me', 'acme', true],
  ['a_me', 'ame', false],
  ['%', '', true],
  ['', 'a', false],
  ['%c%c%', 'acme', false],
  ['100\\%', '100%', true],
  ['100\\%', '1000', false],
  ['a\\_b', 'a_b', true],
  ['a\\_b', 'axb', false],
  ["it\\'s", "it's", true],
  ['a\\\\b', 'a\\b', true],
  ['\\u0041b', 'ab', true],
])('%j matches %j: %s', (pattern, text, expected) => expect(like(pattern, text)).toBe(expected));

test('agrees with a regular expression', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '%', '_'), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
  fc.assert(
    fc.property(letters, text, (pattern, value) => {
      const expression = new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`);
      expect(like(pattern, value)).toBe(expression.test(value));
    }),
  );
});

test('a pattern of many % over a long text stays quick', () => {
  const started = performance.now();
  expect(like('%a'.repeat(1_000) + '%b', 'a'.repeat(4_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2_000);
});
