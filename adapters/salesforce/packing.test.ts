import { describe, expect, it } from 'vitest';
import type { SendRequest, SendResponse } from '../../src/contract/index.ts';
import { packingOf } from './packing.ts';
import { settingsOf } from './settings.ts';

const packing = packingOf(settingsOf({}));
const query = (soql: string): SendRequest => ({
  method: 'GET',
  path: `/services/data/v62.0/query?q=${encodeURIComponent(soql)}`,
});
const QUERIES = [query('SELECT Id FROM Account'), query("SELECT Id FROM Order WHERE Name = 'a&b'")];

const response = (status: number, json: unknown): SendResponse => ({
  status,
  headers: {},
  json,
  text: '',
  instance: 'https://org.example',
});
const part = (referenceId: string, httpStatusCode: unknown, body: unknown) => ({
  body,
  httpHeaders: {},
  httpStatusCode,
  referenceId,
});

describe('what can be a part of a composite request', () => {
  it.each<[string, SendRequest, boolean]>([
    ['a query', query('SELECT Id FROM Account'), true],
    ['the next block of a query', { method: 'GET', path: '/services/data/v62.0/query/01g-2000' }, false],
    [
      'records by id',
      { method: 'POST', path: '/services/data/v62.0/composite/sobjects/Account', json: {} },
      false,
    ],
    ['a write', { method: 'PATCH', path: '/services/data/v62.0/sobjects/Account/1', json: {} }, false],
    ['a query of another version', { method: 'GET', path: '/services/data/v50.0/query?q=x' }, false],
    ['a query with headers of its own', { ...query('x'), headers: { 'sforce-query-options': 'x' } }, false],
  ])('%s: %s', (_, request, taken) => expect(packing.takes(request)).toBe(taken));
});

it('the parts of a composite request are the queries as they stand', () => {
  expect(packing.pack(QUERIES)).toEqual({
    method: 'POST',
    path: '/services/data/v62.0/composite',
    json: {
      allOrNone: false,
      compositeRequest: QUERIES.map(({ path }, index) => ({
        method: 'GET',
        url: path,
        referenceId: `query${index}`,
      })),
    },
    idempotent: true,
  });
});

describe('the answer of a composite request', () => {
  const found = { totalSize: 0, done: true, records: [] };
  const wrong = [{ errorCode: 'INVALID_FIELD', message: "No such column 'X'" }];

  it('is taken apart by the names of its parts, whatever their order; one that failed fails alone', () => {
    const json = { compositeResponse: [part('query1', 400, wrong), part('query0', 200, found)] };
    expect(packing.unpack(response(200, json), QUERIES)).toMatchObject([
      { status: 200, json: found, instance: 'https://org.example' },
      { status: 400, json: wrong, instance: 'https://org.example' },
    ]);
  });

  it('that was refused as a whole is the answer of each', () => {
    const refused = response(403, [{ errorCode: 'API_DISABLED_FOR_ORG', message: 'no' }]);
    expect(packing.unpack(refused, QUERIES)).toEqual([refused, refused]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['no parts', {}],
    ['too few parts', { compositeResponse: [part('query0', 200, found)] }],
    [
      'a part without a status',
      { compositeResponse: [part('query0', 200, found), part('query1', null, found)] },
    ],
    ['parts that are none', { compositeResponse: [null, 'query1'] }],
  ])('is refused when it is %s', (_, json) => {
    expect(() => packing.unpack(response(200, json), QUERIES)).toThrow(
      expect.objectContaining({ kind: 'upstream-unavailable' }) as Error,
    );
  });
});
