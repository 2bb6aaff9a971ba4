import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOW, smallServer } from '../testing/call.ts';

const TARGET = '/api/now/table/incident';
const all = { sysId: 'a', resource: 'GET /now/v2/table/incident', api: 'Table API', limit: 3 };

function server(rateLimits: NonNullable<Parameters<typeof smallServer>[0]>['rateLimits']) {
  const clock = { now: NOW };
  return { clock, call: smallServer({ now: () => clock.now, rateLimits: rateLimits ?? [] }).call };
}

describe('rate limits', () => {
  it('bear headers while they hold and 429 beyond, until the next hour', async () => {
    const { clock, call } = server([{ ...all, limit: 100, resource: 'GET /now/table/incident' }]);
    for (let at = 0; at < 100; at += 1) expect((await call(TARGET)).status).toBe(200);
    const refused = await call(TARGET);
    expect(refused.status).toBe(429);
    const text = readFileSync(
      new URL('../testing/fixtures/inbound-REST-API-rate-limiting-01.json', import.meta.url),
      'utf8',
    );
    expect(refused.json).toEqual((JSON.parse(text) as { response: unknown }).response);
    expect(refused.headers).toMatchObject({
      'x-ratelimit-limit': '100',
      'x-ratelimit-rule': 'a',
      'retry-after': '1800',
    });
    expect(Number(refused.headers['x-ratelimit-reset'])).toBe((NOW + 1_800_000) / 1000);
    clock.now += 1_800_000;
    expect((await call(TARGET)).status).toBe(200);
  });

  it('count each user apart and other resources not at all', async () => {
    const { call } = server([{ ...all, limit: 1, resource: 'GET /now/table/incident' }]);
    expect((await call(TARGET)).headers['x-ratelimit-limit']).toBe('1');
    expect((await call(TARGET, { as: 'amy.agent' })).status).toBe(200);
    expect((await call(TARGET)).status).toBe(429);
    const other = await call('/api/now/table/problem');
    expect([other.status, other.headers['x-ratelimit-limit']]).toEqual([200, undefined]);
  });

  it.each([
    ['ida.service', 'user'],
    ['ivan.itil', 'low role'],
    ['amy.agent', 'all'],
  ])('%s is under the rule for %s', async (as, sysId) => {
    const { call } = server([
      { ...all, resource: 'GET /now/table/incident', sysId: 'all' },
      { ...all, resource: 'GET /now/table/incident', sysId: 'high role', role: 'itil', limit: 9 },
      { ...all, resource: 'GET /now/table/incident', sysId: 'low role', role: 'itil', limit: 5 },
      { ...all, resource: 'GET /now/table/incident', sysId: 'user', user: 'ida.service' },
    ]);
    expect((await call(TARGET, { as })).headers['x-ratelimit-rule']).toBe(sysId);
  });
});
