import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../../src/contract/index.ts';
import { createRestAdapter } from '../index.ts';
import { callWith, tableWith } from '../testing/tables.ts';
import { placeholdersOf } from './placeholder.ts';

const adapter = createRestAdapter();
const select = { columns: ['id'], joins: {} };
const request = { select, filter: null, order: [], limit: null };
const evil = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '../x',
    '..',
    '.',
    '%2e%2e',
    'a/b',
    'a?b=c',
    'a#b',
    'a&b=c',
    '{key}',
    '{keys}',
    '"',
    '\\',
    "'",
    '\ud800',
    '__proto__',
  ),
  fc
    .array(fc.constantFrom('/', '?', '&', '=', '#', '%', '{', '}', ',', '"', '.', 'a'), { maxLength: 8 })
    .map((parts) => parts.join('')),
);

const page = { style: 'none' };
const get = tableWith({
  list: {
    path: '/invoices',
    query: { fixed: 'x' },
    page,
    filters: { name: { eq: 'by[name]', in: 'names' } },
  },
  one: { path: '/invoices/{key}/full', query: { again: '{key}' } },
});
const post = tableWith({
  list: {
    path: '/search',
    method: 'POST',
    page,
    body: { where: { name: '{n}' }, other: ['{n}', 1] },
    filters: { name: { eq: 'n' } },
  },
  keys: { column: 'id', path: '/search', method: 'POST', body: { ids: '{keys}', all: true }, rows: 'items' },
});

describe('no value changes the meaning of a request', () => {
  it('in a query string: the names stay, the value is itself or is not sent', () =>
    fc.assert(
      fc.property(evil, (value) => {
        const filter = { op: 'eq', column: 'name', value } as const;
        const plan = adapter.plan(get, { ...request, filter });
        const url = new URL(plan.text.replace('GET ', ''), 'http://here');
        expect([url.pathname, url.hash]).toEqual(['/invoices', '']);
        const sent = plan.residual === null ? [['by[name]', value]] : [];
        expect([...url.searchParams]).toEqual([['fixed', 'x'], ...sent]);
      }),
      { numRuns: 300 },
    ));

  it('in a path: always three segments, the second is the value, or nothing is sent', () =>
    fc.assert(
      fc.asyncProperty(evil, async (value) => {
        const call = callWith(() => ({ status: 404 }));
        const { results } = await adapter.readByKeys(get, { ...request, column: 'id' }, [value], call);
        const [sent] = call.requests;
        if (sent === undefined) {
          expect(results[0] instanceof CasegraphError ? results[0].kind : value).toBe(
            value === '' ? '' : 'invalid-input',
          );
          return;
        }
        const url = new URL(sent.path, 'http://here');
        expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'invoices', value, 'full']);
        expect([...url.searchParams]).toEqual([['again', value]]);
      }),
      { numRuns: 300 },
    ));

  it('in a body: the value is one JSON value where the placeholder stood, and nothing else changes', () =>
    fc.assert(
      fc.asyncProperty(evil, async (value) => {
        const plan = adapter.plan(post, { ...request, filter: { op: 'eq', column: 'name', value } });
        const call = callWith(() => ({ json: [] }));
        await adapter.read(post, plan, call);
        const expected =
          plan.residual === null ? { where: { name: value }, other: [value, 1] } : { where: {}, other: [1] };
        expect(call.requests).toEqual([
          { method: 'POST', path: '/search', json: expected, idempotent: true },
        ]);
      }),
      { numRuns: 300 },
    ));

  it('in a list of keys: as many as were asked for, each itself', () =>
    fc.assert(
      fc.asyncProperty(fc.uniqueArray(evil, { maxLength: 6 }), async (values) => {
        const call = callWith(() => ({ json: { items: [] } }));
        await adapter.readByKeys(post, { ...request, column: 'id' }, values, call);
        for (const { json } of call.requests) {
          const { ids, ...rest } = json as { ids: string[] };
          expect(rest).toEqual({ all: true });
          expect(ids.every((id) => values.includes(id))).toBe(true);
        }
        expect(call.requests.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    ));

  it('finds placeholders at any depth', () =>
    expect(placeholdersOf({ a: ['{x}', { b: '{y}' }], c: 'no {z}' })).toEqual(['x', 'y']));
});
