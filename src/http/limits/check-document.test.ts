import fc from 'fast-check';
import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkDocument } from './check-document.ts';
import { createGate } from './gate.ts';
import { jsonDeeperThan } from './json-depth.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { measureDocument } from './measure-document.ts';

const check = (text: string) => checkDocument(text, DEFAULT_LIMITS);
const message = (text: string) => {
  const verdict = check(text);
  return verdict.kind === 'refused' ? verdict.message : verdict.kind;
};
const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const nested = (depth: number) => `${repeat(depth - 1, () => 'a {')} a ${repeat(depth - 1, () => '}')}`;

/** 30 levels of fragments, each spread twice under aliases in the one above: a billion selections in 1.8 KB. */
export const FRAGMENT_BOMB = `{ ...F0 } ${repeat(30, (i) => `fragment F${i} on Query { a: cases { nodes { ...F${i + 1} } } b: cases { nodes { ...F${i + 1} } } }`)} fragment F30 on Query { __typename }`;

describe('a document that is allowed', () => {
  it.each<[string, string]>([
    ['the smallest', '{ __typename }'],
    ['as deep as may be', `{ ${nested(12)} }`],
    ['as many aliases as may be', `{ a { ${repeat(30, (i) => `x${i}: a`)} } }`],
    ['as many root fields as may be', `{ ${repeat(20, (i) => `f${i}`)} }`],
    ['a fragment that is not there (validation says so)', '{ ...Gone }'],
    [
      'the same fragment in many places',
      `{ ${repeat(9, (i) => `f${i} { ...F }`)} } fragment F on T { a b c }`,
    ],
  ])('%s', (_name, text) => {
    expect(check(text)).toEqual({ kind: 'accepted', introspects: false });
  });

  it.each<[string, string]>([
    [
      'what GraphiQL asks',
      getIntrospectionQuery({
        inputValueDeprecation: true,
        schemaDescription: true,
        specifiedByUrl: true,
        oneOf: true,
      }),
    ],
    ['one type', '{ __type(name: "Case") { name } }'],
    [
      'hidden in a fragment',
      'query { ...F } fragment F on Query { ... { ...G } } fragment G on Query { __schema { types { name } } }',
    ],
  ])('%s is known as introspection', (_name, text) => {
    expect(check(text)).toEqual({ kind: 'accepted', introspects: true });
  });
});

describe('a document that is refused', () => {
  it.each<[string, string, RegExp]>([
    [
      'too many tokens',
      `{ ${'a '.repeat(2000)} }`,
      /at most 2000 tokens are allowed, this one has more than 2000/,
    ],
    ['too deep', `{ ${nested(13)} }`, /at most 12 levels of fields .* has 13\./],
    [
      'too deep through fragments',
      `{ ${'a { '.repeat(6)} ...F ${'} '.repeat(6)} } fragment F on T { ${nested(7)} }`,
      /12 levels of fields .* 13/,
    ],
    [
      'too many aliases',
      `{ ${repeat(2, (j) => `f${j} { ${repeat(16, (i) => `x${i}: a`)} }`)} }`,
      /30 aliases .* 32/,
    ],
    [
      'too many aliases through fragments',
      `{ ${repeat(11, (i) => `f${i} { ...F }`)} } fragment F on T { x: a y: a z: a }`,
      /30 aliases .* 33/,
    ],
    ['too many root fields', `{ ${repeat(21, (i) => `f${i}`)} }`, /20 root fields .* 21/],
    [
      'too many root fields through fragments',
      `{ ${repeat(3, () => '...F')} } fragment F on Query { ... { ${repeat(7, (i) => `f${i}`)} } }`,
      /20 root fields .* 21/,
    ],
    ['too many directives', `{ a ${repeat(21, () => '@x')} }`, /20 directives .* 21/],
    ['directives on the operation', `query ${repeat(21, () => '@x')} { a }`, /20 directives .* 21/],
    ['the fragment bomb', FRAGMENT_BOMB, /2000 selections .* more than a million/],
    [
      'the fragment bomb that no operation uses',
      FRAGMENT_BOMB.replace('{ ...F0 }', '{ a }'),
      /2000 selections .* more than a million/,
    ],
    [
      'the bomb inside introspection',
      FRAGMENT_BOMB.replace('{ ...F0 }', '{ __schema { ...F0 } }').replaceAll('cases', 'fields'),
      /2000 .*selections/,
    ],
    ['a fragment of itself', '{ ...F } fragment F on Query { a { ...F } }', /"F" leads back to itself/],
    [
      'a ring of fragments',
      '{ a } fragment A on T { ...B } fragment B on T { ...C } fragment C on T { ...A }',
      /leads back to itself/,
    ],
    ['deep introspection', `{ __schema { ${nested(21)} } }`, /20 levels of introspection fields .* 21/],
    ['deep input', `{ a(x: ${'['.repeat(33)}1${']'.repeat(33)}) }`, /at most 32 lists and objects/],
    [
      'deep default',
      `query ($x: X = ${'{a: '.repeat(33)}1${'}'.repeat(33)}) { a }`,
      /at most 32 lists and objects/,
    ],
  ])('%s', (_name, text, expected) => {
    expect(message(text)).toMatch(expected);
  });

  it('in a few milliseconds, however many selections it stands for', () => {
    checkDocument('{ a }', DEFAULT_LIMITS);
    // The least of several: a busy machine may hold up any one of them.
    const took = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(message(FRAGMENT_BOMB)).toMatch(/2000 selections/);
      return performance.now() - start;
    });
    expect(Math.min(...took)).toBeLessThan(50);
  });
});

describe('a document that is not GraphQL', () => {
  it.each(['', '{', '{ a(', '"', '{ a } }', 'fragment on on T { a }', '\u0000'])('%j', (text) => {
    expect(check(text)).toEqual({ kind: 'syntax' });
  });
});

it('the weight is that of the document with its fragments written out', () => {
  const names = ['A', 'B', 'C'] as const;
  // Fragment n spreads only later ones, so that there is no cycle and writing out ends.
  const body = (later: readonly string[]) =>
    fc.letrec<{ set: string; item: string }>((tie) => ({
      set: fc
        .array(tie('item'), { minLength: 1, maxLength: 3, size: 'max' })
        .map((items) => `{ ${items.join(' ')} }`),
      item: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('f', 'x: f', 'f @d', '... { f }', ...later.map((name) => `...${name}`)),
        tie('set').map((set) => `f ${set}`),
        tie('set').map((set) => `... ${set}`),
      ),
    })).set;
  const documents = fc.tuple(body(names), body(['B', 'C']), body(['C']), body([]));
  fc.assert(
    fc.property(documents, ([root, a, b, c]) => {
      const fragments = { A: a, B: b, C: c };
      const written = (set: string): string =>
        // The spread itself counts once: an inline fragment stands in for it.
        set.replaceAll(
          /\.\.\.([ABC])/g,
          (_all, name: keyof typeof fragments) => `... ${written(fragments[name])}`,
        );
      const spread = measureDocument(
        parse(`${root} fragment A on T ${a} fragment B on T ${b} fragment C on T ${c}`),
      );
      const plain = measureDocument(parse(written(root)));
      const { selections: _, ...rest } = spread.weight;
      expect(plain.weight).toMatchObject(rest);
      expect(spread.weight.selections).toBeGreaterThanOrEqual(plain.weight.selections);
    }),
    { numRuns: 200 },
  );
});

it('verdicts are remembered by text', () => {
  const gate = createGate(DEFAULT_LIMITS);
  const first = gate(FRAGMENT_BOMB);
  expect(gate(FRAGMENT_BOMB).verdict).toBe(first.verdict);
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
});

it.each<[unknown, number, boolean]>([
  [1, 0, false],
  [[1], 0, true],
  [{ a: [1] }, 2, false],
  [{ a: [{}] }, 2, true],
])('JSON %# deeper than %s: %s', (value, limit, expected) => {
  expect(jsonDeeperThan(limit, value)).toBe(expected);
});

it('JSON of any depth costs no stack', () => {
  expect(jsonDeeperThan(32, JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)))).toBe(true);
});
