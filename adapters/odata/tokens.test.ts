import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Column, ColumnType, Filter } from '../../src/contract/index.ts';
import { createODataAdapter } from './index.ts';

/** Tokens of a filter, by the ABNF alone: string literals, names and numbers, punctuation. Anything else is a fault. */
function tokensOf(filter: string): string[] {
  const tokens: string[] = [];
  let rest = filter;
  while (rest !== '') {
    const match = /^(?:'(?:[^']|'')*'|[A-Za-z_][\w/]*|-?\d[\w.:+-]*|[(),]| )/.exec(rest);
    if (match === null) throw new Error(`no token at ${rest.slice(0, 40)}`);
    tokens.push(match[0]);
    rest = rest.slice(match[0].length);
  }
  return tokens;
}

/** The same with every string literal as one sign: the shape of the question, without its values. */
function shapeOf(path: string): string {
  const filter = new URL(path, 'https://odata.example').searchParams.get('$filter') ?? '';
  return tokensOf(filter)
    .map((token) => (token.startsWith("'") || token.startsWith('datetime') ? '§' : token))
    .join('');
}

function tableOf(types: Readonly<Record<string, ColumnType>>, version: 4 | 2): BoundTable {
  const columns = Object.entries(types).map(([name, type]): [string, Column] => [
    name,
    { name, type, upstream: name.toUpperCase() },
  ]);
  const base = { name: 'T', connection: 'c', object: 'Things', key: 'id', joins: new Map() };
  return { ...base, columns: new Map(columns), options: { version } };
}

const OPS = ['eq', 'ne', 'lt', 'gte', 'contains', 'notContains', 'startsWith', 'notEndsWith'] as const;
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom("'", '"', '%', '&', '#', '(', ')', ' ', 'or', ' eq ', '+', '\\', '$', '?', '='),
    minLength: 1,
  }),
  fc.constantFrom(
    "' or 1 eq 1 or Name eq '",
    "'')) or true or contains(X,('",
    '&$top=1',
    '%27 or true',
    "''",
  ),
);

async function sentFor(table: BoundTable, filter: Filter): Promise<string | null> {
  const adapter = createODataAdapter({ path: '/s' });
  const request = { select: { columns: ['id'], joins: {} }, filter, order: [], limit: null };
  const plan = adapter.plan(table, request);
  if (plan.residual !== null) return null;
  const paths: string[] = [];
  await adapter
    .read(table, plan, {
      now: () => 0,
      signal: new AbortController().signal,
      send: ({ path }) => {
        paths.push(path);
        return Promise.reject(new CasegraphError('cancelled', 'enough'));
      },
    })
    .catch(() => null);
  return paths[0] ?? null;
}

describe.each([4, 2] as const)('a value in OData %d', (version) => {
  const table = tableOf({ id: 'id', name: 'string', kind: 'choice' }, version);

  it('never changes the question, and arrives as it was given', async () => {
    const property = fc.asyncProperty(text, fc.constantFrom(...OPS), async (value, op) => {
      const path = await sentFor(table, { op, column: 'name', value });
      const plain = await sentFor(table, { op, column: 'name', value: 'plain' });
      if (path === null || plain === null) return;
      expect(path).toMatch(/^[!-~]+$/);
      expect(path.split('&').length).toBe(plain.split('&').length);
      expect(shapeOf(path)).toBe(shapeOf(plain));
      const filter = new URL(path, 'https://odata.example').searchParams.get('$filter') ?? '';
      const literals = tokensOf(filter).filter((token) => token.startsWith("'"));
      expect(literals.map((token) => token.slice(1, -1).replaceAll("''", "'"))).toEqual([
        value.toLowerCase(),
      ]);
    });
    await fc.assert(property, { numRuns: 500 });
  });

  it('never changes a list', async () => {
    const values = fc.uniqueArray(text, { minLength: 1, maxLength: 5, selector: (one) => one.toLowerCase() });
    const property = fc.asyncProperty(values, async (list) => {
      const path = await sentFor(table, { op: 'in', column: 'kind', values: list });
      if (path === null) return;
      const plain = list.map((_, index) => `p${index}`);
      const other = await sentFor(table, { op: 'in', column: 'kind', values: plain });
      expect(shapeOf(path)).toBe(shapeOf(other ?? ''));
    });
    await fc.assert(property, { numRuns: 300 });
  });
});

describe('the tokenizer of this test', () => {
  it('sees a value that has got out', () => {
    expect(() => tokensOf("Name eq 'a' or 'b' = 'c")).toThrow('no token');
  });
});
