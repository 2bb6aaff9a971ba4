import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listener } from '../http/listen.ts';
import { listen } from '../http/listen.ts';
import { createWorld } from '../world/create.ts';
import type { ShipmentRecord } from '../world/world.ts';
import { createShipping } from './index.ts';

const { shipments } = createWorld({ cases: 80 });
const KEY = 'k-1';

let now = Date.UTC(2026, 5, 1, 12, 0, 10);
let listener: Listener;
beforeAll(async () => {
  listener = await listen(createShipping({ shipments }, { now: () => now, apiKey: KEY, perMinute: 200 }), {
    port: 0,
  });
});
afterAll(() => listener.close());

const get = (target: string, headers: Record<string, string> = { 'x-api-key': KEY }): Promise<Response> =>
  fetch(target.startsWith('http') ? target : `${listener.url}${target}`, { headers });

interface Body {
  readonly data: readonly ShipmentRecord[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
  readonly total_count: number;
}
const list = async (query: string): Promise<Body> =>
  (await (await get(`/v1/shipments?${query}`)).json()) as Body;
const ids = (rows: readonly ShipmentRecord[]): string[] => rows.map(({ id }) => id);
const sorted = (rows: readonly ShipmentRecord[]): string[] => ids(rows).sort();

describe('a list', () => {
  const two = ['ACCT0000001', 'ACCT0000007'];
  test.each<[string, (row: ShipmentRecord) => boolean]>([
    ['', () => true],
    [`customer_id=${two.join(',')}`, (row) => two.includes(row.customer_id)],
    ['customer_id=ACCT0000001,nobody', (row) => row.customer_id === 'ACCT0000001'],
    ['customer_id=nobody', () => false],
    ['status=delivered,exception', ({ status }) => status === 'delivered' || status === 'exception'],
    ['created_from=2026-10-01T00:00:00Z', (row) => row.created_at >= '2026-10-01T00:00:00.000Z'],
    ['created_to=2026-10-01T02:00:00%2B02:00', (row) => row.created_at <= '2026-10-01T00:00:00.000Z'],
    [
      `status=returned&customer_id=${two[1]}`,
      (row) => row.status === 'returned' && row.customer_id === two[1],
    ],
  ])('%s holds what fits, by id', async (query, fits) => {
    const { data, total_count: total, has_more: more } = await list(`${query}&limit=500`);
    expect(ids(data)).toEqual(sorted(shipments.filter(fits)));
    expect([total, more]).toEqual([data.length, false]);
  });

  test('is walked by cursors and by links alike, in its order, without losing a row', async () => {
    const byCursor: ShipmentRecord[] = [];
    let cursor = '';
    for (;;) {
      const page = await list(`sort=-estimated_delivery&limit=7${cursor}`);
      byCursor.push(...page.data);
      if (page.next_cursor === null) break;
      cursor = `&cursor=${page.next_cursor}`;
    }
    const byLink: ShipmentRecord[] = [];
    let next: string | undefined = '/v1/shipments?sort=-estimated_delivery&limit=7';
    while (next !== undefined) {
      const response = await get(next);
      byLink.push(...((await response.json()) as Body).data);
      next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(ids(byLink)).toEqual(ids(byCursor));
    expect(sorted(byCursor)).toEqual(sorted(shipments));
    const days = byCursor.map((row) => row.estimated_delivery ?? '');
    expect(days).toEqual([...days].sort().reverse());
    expect(days.at(-1)).toBe('');
  });

  test.each([
    ['customer_id=', 'customer_id'],
    [`customer_id=${Array.from({ length: 201 }, (_, n) => n).join(',')}`, 'customer_id'],
    ['status=lost', 'status'],
    ['status=delivered&status=returned', 'status'],
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['cursor=abc', 'cursor'],
    ['sort=weight', 'sort'],
    ['created_from=2026-10-01', 'created_from'],
    ['customer=ACCT0000001', 'customer'],
  ])('with %s is refused', async (query, parameter) => {
    const response = await get(`/v1/shipments?${query}`);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 400, parameter });
  });
});

test('one shipment is found by its id', async () => {
  const [first] = shipments;
  expect(await (await get(`/v1/shipments/${first!.id}`)).json()).toEqual({ data: first });
  for (const path of ['/v1/shipments/shp_0', '/v2/shipments', '/'])
    expect(await (await get(path)).json()).toMatchObject({ status: 404, title: 'There is no such resource' });
  const written = await fetch(`${listener.url}/v1/shipments`, {
    method: 'POST',
    headers: { 'x-api-key': KEY },
  });
  expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test.each([{}, { 'x-api-key': 'k-2' }, { 'x-api-key': 'longer than it' }])(
  'the key %j opens nothing',
  async (headers) => {
    expect((await get('/v1/shipments', headers as Record<string, string>)).status).toBe(401);
  },
);

test('a minute has so many requests; then one is told when to come back', async () => {
  now += 60_000;
  const first = await get('/v1/account');
  expect(first.headers.get('ratelimit-remaining')).toBe('199');
  await Promise.all(Array.from({ length: 199 }, () => get('/v1/account')));
  const refused = await get('/v1/account');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '50']);
  now += 50_000;
  expect((await get('/v1/account')).status).toBe(200);
});
