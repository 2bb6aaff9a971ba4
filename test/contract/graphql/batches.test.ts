import { describe, expect, it } from 'vitest';
import { createGraphQLAdapter } from '../../../adapters/graphql/index.ts';
import type { BoundTable, KeyedRequest } from '../../../src/contract/index.ts';
import { requestFor } from '../setup.ts';
import { callsToApollo, type Sent } from './apollo-send.ts';
import { deskServer } from './desk-server.ts';
import { incident, INCIDENT_OPTIONS } from './desk-tables.ts';

/** Most bytes of one request here; small, so that a thousand keys need several. */
const BOUND = 20_000;

const server = deskServer();
await server.start();
const adapter = createGraphQLAdapter({ maxBytes: BOUND });
const inEarnest = createGraphQLAdapter();

const withOptions = (options: object): BoundTable => ({ ...incident, options: { ...options } });
const { list, choices, keys } = INCIDENT_OPTIONS;
const one = { field: 'incident', argument: 'id', type: 'ID!' };
const single = { columns: { id: { eq: '_eq' }, reporterId: { eq: '_eq' } } };
const equality = { ...list, filter: { ...list.filter, ...single } };

const request = (table: BoundTable, wish: Partial<KeyedRequest> = {}): KeyedRequest => ({
  ...requestFor(table, { select: { columns: ['id', 'title', 'state'], joins: {} } }),
  column: 'id',
  ...wish,
});

/** Each way in which the adapter finds rows of many keys. */
const WAYS: readonly [string, BoundTable, Partial<KeyedRequest>][] = [
  ['a field that takes ids', withOptions({ list, choices, keys }), {}],
  ['the list, filtered by ids', withOptions({ list, choices }), {}],
  ['the list, filtered by references', withOptions({ list, choices }), { column: 'reporterId' }],
  ['aliases of the field that takes one id', withOptions({ choices, one }), {}],
  ['aliases of the list', withOptions({ list: equality, choices }), {}],
  [
    'aliases of the list, cut per parent',
    withOptions({ list, choices }),
    { column: 'reporterId', via: 'Person.incidents', limit: 3 },
  ],
];

const keysOf = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `K${1_000 + n}`);
const bytesOf = (sent: Sent): number => Buffer.byteLength(JSON.stringify(sent));

async function sentFor(
  by: typeof adapter,
  table: BoundTable,
  wish: Partial<KeyedRequest>,
  count: number,
): Promise<readonly number[]> {
  expect(by.check(table)).toEqual([]);
  const log: Sent[] = [];
  const call = callsToApollo(server, log)();
  const { results } = await by.readByKeys(table, request(table, wish), keysOf(count), call);
  expect(results.every((result) => 'rows' in result)).toBe(true);
  return log.map(bytesOf);
}

describe.each(WAYS)('%s', (_, table, wish) => {
  it('100 parents cost one request', async () => {
    expect(await sentFor(inEarnest, table, wish, 100)).toHaveLength(1);
  });

  it('1,000 parents cost no more than their bytes demand, and no request is longer than allowed', async () => {
    const sizes = await sentFor(adapter, table, wish, 1_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(BOUND);
    // What a request is without keys, and what one key adds: all keys here have the same length.
    const [two = 0] = await sentFor(adapter, table, wish, 2);
    const [forty = 0] = await sentFor(adapter, table, wish, 40);
    const each = (forty - two) / 38;
    const room = BOUND - (two - 2 * each);
    // One key in thirty may be given away: the names of variables grow with their number.
    expect(sizes.length).toBeLessThanOrEqual(Math.ceil((1_000 * each) / room / 0.97));
  });
});

describe('a service that takes fewer', () => {
  it('is asked for as many as its declaration says', async () => {
    const table = withOptions({ list: { ...list, batch: 30 }, choices });
    expect(await sentFor(inEarnest, table, {}, 100)).toHaveLength(4);
    const aliased = withOptions({ choices, one: { ...one, batch: 15 } });
    expect(await sentFor(inEarnest, aliased, {}, 100)).toHaveLength(7);
  });
});
