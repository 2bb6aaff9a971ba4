import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../src/contract/index.ts';
import type { Page, SendResponse } from '../../src/contract/index.ts';
import { createRestAdapter } from './index.ts';
import { callWith, tableWith } from './testing/tables.ts';

const adapter = createRestAdapter();
const columns = ['id', 'name', 'state', 'amount', 'paid'];
const request = { select: { columns, joins: {} }, filter: null, order: [], limit: null };
const base = { path: '/invoices', rows: 'items' };
const cursor = { style: 'cursor', cursorParam: 'after', next: 'next' };
const one = { path: '/invoices/{key}', row: 'item' };
const cursors = tableWith({ list: { ...base, page: cursor }, one });
const links = (more: object = {}) => tableWith({ list: { ...base, page: { style: 'link', ...more } } });

async function outcome(
  table: typeof cursors,
  answer: Partial<SendResponse>,
  resume?: string,
): Promise<unknown> {
  const call = callWith(() => answer);
  return adapter.read(table, adapter.plan(table, request), call, resume).catch((error: unknown) => error);
}
const kindOf = (value: unknown): unknown => (value instanceof CasegraphError ? value.kind : value);

describe('hostile answers', () => {
  const answers: [string, Partial<SendResponse>, string][] = [
    ['HTML with status 200', { text: '<html>log in</html>' }, 'upstream-unavailable'],
    ['truncated JSON', { text: '{"items":[{"id":"1"' }, 'upstream-unavailable'],
    ['no rows member', { json: { data: [] } }, 'upstream-unavailable'],
    ['rows of another type', { json: { items: {} } }, 'upstream-unavailable'],
    ['a row that is a text', { json: { items: ['x'] } }, 'upstream-unavailable'],
    ['a row without key', { json: { items: [{ name: 'a' }] } }, 'upstream-unavailable'],
    ['a text for a boolean', { json: { items: [{ id: '1', paid: 'yes' }] } }, 'upstream-rejected'],
    ['an object for a text', { json: { items: [{ id: '1', name: {} }] } }, 'upstream-rejected'],
    ['words for a number', { json: { items: [{ id: '1', amount: '1,5' }] } }, 'upstream-rejected'],
    ['a cursor that is an object', { json: { items: [], next: {} } }, 'upstream-unavailable'],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' } }, 'upstream-rejected'],
    ['forbidden', { status: 403, json: { error: 'no' } }, 'upstream-unauthorized'],
    ['not found', { status: 404 }, 'not-found'],
    ['too long', { status: 414 }, 'too-complex'],
    ['not valid', { status: 422, json: { errors: [] } }, 'upstream-rejected'],
  ];
  it.each(answers)('%s', async (_, answer, kind) =>
    expect(kindOf(await outcome(cursors, answer))).toBe(kind),
  );

  it('any JSON at all gives whole rows or an error of the contract', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.jsonValue().map((items) => ({ items })),
        ),
        async (json) => {
          const result = await outcome(cursors, { json });
          if (!(result instanceof CasegraphError))
            expect((result as Page).rows.every(({ values }) => 'id' in values)).toBe(true);
        },
      ),
      { numRuns: 300 },
    ));

  it('a cursor that leads to itself is cut off', async () => {
    const answer = { json: { items: [{ id: '1' }], next: 'c1' } };
    const first = (await outcome(cursors, answer)) as Page;
    expect(kindOf(await outcome(cursors, answer, first.next ?? ''))).toBe('upstream-unavailable');
  });

  it.each(['x', '[1]', '[0,-1,null]', '{}'])('a forged place %s is refused', async (resume) =>
    expect(kindOf(await outcome(cursors, { json: { items: [] } }, resume))).toBe('invalid-input'),
  );

  it('one row that is missing is no row, and one that is broken fails alone', async () => {
    const call = callWith(({ path }) =>
      path.endsWith('/1')
        ? { json: { item: { id: '1' } } }
        : path.endsWith('/2')
          ? { status: 404 }
          : { json: [] },
    );
    const { results } = await adapter.readByKeys(
      cursors,
      { ...request, column: 'id' },
      ['1', '2', '3'],
      call,
    );
    const seen = results.map((result) => ('rows' in result ? result.rows.length : result.kind));
    expect(seen).toEqual([1, 0, 'upstream-unavailable']);
  });
});

describe('next links', () => {
  const cases: [string, object, string | null][] = [
    ['https://erp.example/api/invoices?page=2', {}, '/invoices?page=2'],
    ['?page=2', {}, '/invoices?page=2'],
    ['/api/invoices?page=2', {}, '/invoices?page=2'],
    ['https://erp.example/api/by-id/7?page=2', { under: '/by-id/' }, '/by-id/7?page=2'],
    ['https://erp.example/api/users', {}, null],
    ['https://erp.example/other/invoices', {}, null],
    ['https://evil.example/api/invoices', {}, null],
    ['//evil.example/api/invoices', {}, null],
    ['http://erp.example/api/invoices', {}, null],
    ['https://erp.example:8443/api/invoices', {}, null],
    ['https://user@erp.example/api/invoices', {}, null],
    ['javascript:alert(1)', {}, null],
    ['https://erp.example/api/by-id/..%2fusers', { under: '/by-id/' }, null],
    ['https://erp.example/api/by-id/../users', { under: '/by-id/' }, null],
  ];
  it.each(cases)('%s %j: %s', async (link, more, followed) => {
    const table = links(more);
    const answer = { json: { items: [{ id: '1' }] }, headers: { link: `<${link}>; rel="next"` } };
    const page = await outcome(table, answer);
    if (followed === null) return expect(kindOf(page)).toBe('upstream-unavailable');
    const call = callWith(() => ({ json: { items: [] } }));
    await adapter.read(table, adapter.plan(table, request), call, (page as Page).next ?? undefined);
    expect(call.requests.map(({ path }) => path)).toEqual([followed]);
  });

  it('a forged place cannot name another path', async () =>
    expect(kindOf(await outcome(links(), {}, '[1,1,"/users?all"]'))).toBe('invalid-input'));
});
