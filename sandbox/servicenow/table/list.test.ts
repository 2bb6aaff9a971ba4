import { describe, expect, it } from 'vitest';
import { column, query, rows, smallServer } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';

const { call } = smallServer();
const CASES = '/api/now/table/sn_customerservice_case';

function links(header: string | undefined): Record<string, string> {
  const found = [...(header ?? '').matchAll(/<([^>]+)>;rel="(\w+)"/g)];
  return Object.fromEntries(
    found.map(([, url = '', relation = '']) => [relation, /sysparm_offset=(\d+)/.exec(url)?.[1] ?? '']),
  );
}

describe('pages', () => {
  it.each([
    ['', 8, { first: '0', last: '0' }],
    ['sysparm_limit=3', 3, { first: '0', next: '3', last: '6' }],
    ['sysparm_limit=3&sysparm_offset=3', 3, { first: '0', prev: '0', next: '6', last: '6' }],
    ['sysparm_limit=3&sysparm_offset=6', 2, { first: '0', prev: '3', last: '6' }],
    ['sysparm_limit=3&sysparm_offset=90', 0, { first: '0', prev: '87', last: '6' }],
    ['sysparm_limit=3&sysparm_suppress_pagination_header=true', 3, {}],
    ['sysparm_limit=banana', 8, { first: '0', last: '0' }],
  ])('%s', async (parameters, count, expected) => {
    const answer = await call(`${CASES}?${parameters}`);
    expect(rows(answer)).toHaveLength(count);
    expect(links(answer.headers.link)).toEqual(expected);
    expect(answer.headers['x-total-count']).toBe('8');
  });

  it('keeps the query in absolute links, in the order first, prev, next, last', async () => {
    const answer = await call(
      query('sn_customerservice_case', 'state=1', '&sysparm_limit=1&sysparm_offset=1'),
    );
    const url =
      'https://sandbox.example:8443/api/now/table/sn_customerservice_case?sysparm_query=state%3D1&sysparm_limit=1&sysparm_offset=';
    const expected = [['first', 0], ['prev', 0], ['next', 2], ['last', 3]].map(([relation, at]) => `<${url}${at}>;rel="${relation}"`); // prettier-ignore
    expect(answer.headers.link).toBe(expected.join(','));
  });

  it('does not count when told so', async () => {
    expect((await call(`${CASES}?sysparm_no_count=true`)).headers['x-total-count']).toBeUndefined();
  });

  it('gives all records once over all pages', async () => {
    const seen: unknown[] = [];
    for (let offset = 0; offset < 9; offset += 3)
      seen.push(
        ...column(
          await call(`${CASES}?sysparm_limit=3&sysparm_offset=${offset}&sysparm_fields=number`),
          'number',
        ),
      );
    expect(new Set(seen).size).toBe(8);
  });

  it('bears the standing headers', async () => {
    const { headers } = await call(CASES);
    expect(headers).toMatchObject({
      'content-type': 'application/json;charset=UTF-8',
      'x-is-logged-in': 'true',
      'cache-control': 'no-cache,no-store,must-revalidate,max-age=-1',
      pragma: 'no-store,no-cache',
      expires: '0',
      server: 'ServiceNow',
    });
    expect(headers['x-transaction-id']).toMatch(/^[0-9a-f]+$/);
  });

  it('answers HEAD without a body', async () => {
    const answer = await call(CASES, { method: 'HEAD' });
    expect([answer.status, answer.text, answer.headers['x-total-count']]).toEqual([200, '', '8']);
  });
});

describe('name=value pairs', () => {
  it.each([
    ['state=10', ['CS0000001']],
    ['state=Resolved', ['CS0000003']],
    ['assigned_to=amy.agent', ['CS0000001']],
    ['assigned_to=Ivan%20Itil', ['CS0000003']],
    ['account=Beta%20Ltd&state=6', ['CS0000003']],
    ['account=Nobody', []],
    ['number=CS0000001&sysparm_query=number%3DCS0000002', ['CS0000002']],
  ])('%s', async (pairs, expected) => {
    expect(column(await call(`${CASES}?${pairs}&sysparm_fields=number`), 'number')).toEqual(expected);
  });
});

describe('versions', () => {
  it.each([
    ['/api/now/table/incident', 200],
    ['/api/now/v2/table/incident', 200],
    ['/api/now/v1/table/incident', 200],
    ['/api/now/v2/table/incident?sysparm_query=number%3DNONE', 200],
    ['/api/now/v1/table/incident?sysparm_query=number%3DNONE', 404],
    ['/api/now/v3/table/incident', 400],
  ])('%s is %i', async (target, status) => {
    expect((await call(target)).status).toBe(status);
  });
});

/** Status, message and detail of facts 1.5. */
const ERRORS: readonly (readonly [string, Parameters<typeof call>, number, string, string | null])[] = [
  ['unknown table', ['/api/now/table/nope'], 400, 'Invalid table nope', null],
  ['unknown API', ['/api/now/nothing'], 400, 'Requested URI does not represent any resource', null],
  ['no credentials', [CASES, { as: null }], 401, 'User Not Authenticated', 'Required to provide Auth information'],
  ['unknown user', [CASES, { as: 'nobody' }], 401, 'User Not Authenticated', 'Required to provide Auth information'],
  ['locked out', [CASES, { as: 'lost.locked' }], 401, 'User Not Authenticated', 'Required to provide Auth information'],
  ['unknown token', [CASES, { as: null, headers: { authorization: 'Bearer x' } }], 401, 'User Not Authenticated', 'Required to provide Auth information'],
  ['unknown record', [`${CASES}/${'0'.repeat(32)}`], 404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval"],
  ['record of another class', [`/api/now/table/incident/${id('CS0000001')}`], 404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval"],
  ['platform table', ['/api/now/table/sys_db_object'], 403, 'User Not Authorized', 'Failed API level ACL Validation'],
]; // prettier-ignore

describe('errors', () => {
  it.each(ERRORS)('%s', async (_name, [target, how], status, message, detail) => {
    const answer = await call(target, how);
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ error: { message, detail }, status: 'failure' });
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'BASIC realm="Service-now"' : undefined);
  });

  it.each([
    ['xml only', 'GET', { accept: 'application/xml' }, undefined, 406],
    ['anything', 'GET', { accept: 'text/html, */*;q=0.1' }, undefined, 200],
    ['a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 415],
    ['bad JSON', 'POST', { 'content-type': 'application/json' }, '{"a":', 400],
    ['no object', 'POST', { 'content-type': 'application/json' }, '"text"', 400],
    ['put on a list', 'PUT', {}, '{}', 405],
  ])('%s', async (_name, method, headers, body, status) => {
    const answer = await call(CASES, { method, headers, body });
    expect(answer.status).toBe(status);
  });

  it('refuses a request target beyond 8192 bytes with a page', async () => {
    const target = (length: number): string => `${CASES}?sysparm_query=`.padEnd(length, 'x');
    expect((await call(target(8182))).status).toBe(200);
    const answer = await call(target(8347));
    expect([answer.status, answer.headers['content-type']]).toEqual([414, 'text/html;charset=UTF-8']);
  });
});
