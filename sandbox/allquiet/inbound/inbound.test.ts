import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INBOUND_TOKEN } from '../../world/allquiet-setting.ts';
import type { AqMapping } from '../../world/allquiet-records.ts';
import type { IncidentResource } from '../incidents/resource.ts';
import type { Scene } from '../testing/scene.ts';
import { startScene, world } from '../testing/scene.ts';
import { valueAt } from './json-path.ts';
import { mapAttribute } from './mapping.ts';

const [open, guarded] = world.integrations.filter(({ webhook }) => webhook !== undefined);

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

const send = (id: string, body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
  fetch(`${scene.url}/api/webhook/${id}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(method !== 'GET' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const alert = async (body: object): Promise<IncidentResource | null> => {
  const response = await send(open!.id, { monitor: 'Shop', state: 'down', level: 'P1', ...body });
  const { incidentId } = (await response.json()) as { incidentId: string | null };
  if (incidentId === null) return null;
  return (await scene.call('GET', `/incident/search/${incidentId}`)).body;
};

test('an alert makes an incident, by the payload mapping', async () => {
  const made = await alert({ host: 'a1', text: 'Timeout, "twice"', event: 'e-1' });
  expect(made).toMatchObject({
    title: 'Alert: Shop',
    integration: { id: open!.id, displayName: open!.displayName },
    teams: [{ displayName: 'Platform' }],
    unattended: true,
    events: [{ status: 'Open', severity: 'Critical' }],
  });
  expect(made!.attributes.map(({ name, value, isGroupingKey }) => [name, value, isGroupingKey])).toEqual([
    ['Host', 'a1', true],
    ['Text', 'Timeout, "twice"', false],
    ['Source', 'monitoring', false],
    ['CorrelationID', 'e-1', false],
  ]);
});

test('further alerts with its correlation id change it, resolve it and open it again', async () => {
  const first = await alert({ event: 'e-2', level: 'P2' });
  const worse = await alert({ event: 'e-2', level: 'P1' });
  const same = await alert({ event: 'e-2', level: 'P1' });
  const up = await alert({ event: 'e-2', state: 'up' });
  const again = await alert({ event: 'e-2' });
  expect(new Set([first, worse, same, up, again].map((each) => each!.id)).size).toBe(1);
  expect(same).toEqual(worse);
  expect(
    again!.events.map(({ status, severity, modification }) => [status, severity, modification.intent]),
  ).toEqual([
    ['Open', 'Warning', null],
    [null, 'Critical', null],
    ['Resolved', null, 'Resolved'],
    ['Open', null, 'Unresolved'],
  ]);
  expect((await alert({ event: 'e-3' }))!.id).not.toBe(first!.id);
});

test('without one the grouping key decides, within its window', async () => {
  const first = await alert({ host: 'b1' });
  expect((await alert({ host: 'b1', text: 'more' }))!.id).toBe(first!.id);
  expect((await alert({ host: 'b2' }))!.id).not.toBe(first!.id);
  scene.now += 3_601_000;
  const late = await alert({ host: 'b1' });
  expect(late!.id).not.toBe(first!.id);
  expect((await alert({ host: 'b1', state: 'up' }))!.id).toBe(late!.id);
  expect((await alert({ host: 'b1' }))!.id).not.toBe(late!.id);
});

test.each([{ state: 'test' }, { state: 'up', event: 'never seen' }])('%j makes none', async (body) => {
  expect(await alert(body)).toBe(null);
});

test.each<[string, () => Promise<Response>, number]>([
  ['an unknown address', () => send('nowhere', {}), 404],
  ['an integration without a webhook', () => send(world.integrations[0]!.id, {}), 404],
  ['no token', () => send(guarded!.id, { state: 'down' }), 401],
  ['a wrong token', () => send(guarded!.id, {}, { Authorization: 'Bearer x' }), 401],
  [
    'the token',
    () => send(guarded!.id, { state: 'down' }, { Authorization: `Bearer ${INBOUND_TOKEN}` }),
    200,
  ],
  ['broken JSON', () => send(open!.id, '{'), 400],
  ['another verb', () => send(open!.id, { state: 'down' }, {}, 'PUT'), 200],
  ['a GET without a body', () => send(open!.id, null, {}, 'GET'), 200],
  [
    'a form',
    () => send(open!.id, 'state=down', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    200,
  ],
])('%s', async (_, call, status) => {
  expect((await call()).status).toBe(status);
});

describe('a mapping', () => {
  const payload = { jsonBody: { a: { 'b c': [1, { d: 'deep' }] }, n: null, t: true, level: 'P1' } };
  test.each<[readonly AqMapping[], string | null]>([
    [[{ jsonPath: "$.jsonBody.a['b c'][1].d" }], 'deep'],
    [[{ jsonPath: '$.jsonBody.a["b c"][0]' }], '1'],
    [[{ jsonPath: '$.jsonBody.a' }], '{"b c":[1,{"d":"deep"}]}'],
    [[{ jsonPath: '$.jsonBody.t' }], 'true'],
    [[{ jsonPath: '$.jsonBody.n' }], null],
    [[{ jsonPath: '$.jsonBody.toString' }], null],
    [[{ jsonPath: '$.jsonBody.level' }, { map: 'P1->Critical,->Warning' }], 'Critical'],
    [[{ jsonPath: '$.jsonBody.none' }, { map: 'P1->Critical,->Warning' }], 'Warning'],
    [[{ jsonPath: '$.jsonBody.level' }, { map: 'P2->Minor' }], null],
    [[{ jsonPath: '$.jsonBody.level' }, { regex: 'P(\\d)' }], '1'],
    [[{ jsonPath: '$.jsonBody.level' }, { regex: 'P(\\d)', replace: 'prio $1' }], 'prio 1'],
    [[{ jsonPath: '$.jsonBody.level' }, { regex: 'X' }], null],
    [[{ static: 'fixed' }], 'fixed'],
    [[], null],
  ])('%j gives %j', (mappings, expected) => {
    expect(mapAttribute({ name: 'x', mappings }, payload)).toBe(expected);
  });

  test.each(['jsonBody', '$..a', '$.a[*]', '$.a['])('%s is no path that is understood', (path) => {
    expect(() => valueAt(payload, path)).toThrow(path);
  });
});
