import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Permission } from './options.ts';
import { PERMISSIONS } from './options.ts';
import type { ProblemBody, Scene } from './testing/scene.ts';
import { KEY, NOW, startScene, world } from './testing/scene.ts';

const id = world.incidents.find(({ isArchived }) => isArchived)!.id;
const CALLS: readonly [Permission, string, string, object | null][] = [
  ['list', 'GET', '/incident/search/list', null],
  ['list', 'GET', '/incident/search/changes', null],
  ['get', 'GET', `/incident/search/${id}`, null],
  ['get', 'GET', `/incident/search/${id}/markdown`, null],
  ['create', 'POST', '/incident', { title: 'A', status: 'Open', severity: 'Minor' }],
  ['update', 'PATCH', `/incident/${id}`, { operations: { changeSeverity: { severity: 'Minor' } } }],
  ['delete', 'DELETE', `/incident/${id}`, null],
];

let scene: Scene;
beforeAll(async () => {
  const lacking = PERMISSIONS.map((left) => ({
    key: `k-no-${left}`,
    permissions: PERMISSIONS.filter((each) => each !== left),
  }));
  const keys = [{ key: KEY }, ...lacking, { key: 'k-mine', userId: world.users[0]!.id }];
  scene = await startScene({ keys });
});
afterAll(() => scene.close());

describe('a key', () => {
  test.each([
    [{ Authorization: `Bearer ${KEY}` }, 200],
    [{ authorization: `bearer ${KEY}` }, 200],
    [{ 'X-Api-Key': KEY }, 200],
    [{ 'X-Authorization': KEY }, 200],
    [{ Authorization: 'Basic abc', 'X-Api-Key': KEY }, 200],
    [{ Authorization: 'Bearer wrong', 'X-Api-Key': KEY }, 401],
    [{ Authorization: KEY }, 401],
    [{ 'X-Api-Key': `${KEY}x` }, 401],
    [{ 'X-Api-Key': '' }, 401],
    [{}, 401],
  ])('in %j gives %d', async (headers, status) => {
    const reply = await scene.call<ProblemBody>('GET', '/auth/me', undefined, headers);
    expect(reply.status).toBe(status);
    if (status === 200) return;
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(reply.body).toMatchObject({
      title: 'Unauthorized',
      status: 401,
      instance: '/api/public/v1/auth/me',
    });
  });

  test.each(CALLS)('without %s cannot %s %s', async (permission, method, path, body) => {
    const reply = await scene.call<ProblemBody>(method, path, body ?? undefined, {
      'X-Api-Key': `k-no-${permission}`,
    });
    expect([reply.status, reply.body.detail]).toEqual([
      403,
      expect.stringContaining(`incidents:${permission}`),
    ]);
  });

  test('tells whose it is and what it may', async () => {
    expect((await scene.call('GET', '/auth/me')).body).toMatchObject({
      user: null,
      allowedOrganizations: [world.organization],
      hasOrganizationWideTeamAccess: true,
      isUnrestricted: true,
      resourceScopes: [{ resource: 'incidents', permissions: ['list', 'get', 'create', 'update', 'delete'] }],
    });
    const mine = await scene.call('GET', '/auth/me', undefined, { 'X-Api-Key': 'k-mine' });
    expect(mine.body).toMatchObject({ user: { id: world.users[0]!.id } });
  });
});

test.each([
  ['GET', '/incident', 405, 'POST'],
  ['POST', `/incident/${id}`, 405, 'PATCH, DELETE'],
  ['GET', '/team', 404, null],
  ['GET', '/incident/search/nothing', 404, null],
  ['PATCH', '/incident/00000000-0000-4000-8000-000000000000', 404, null],
])('%s %s is a %d', async (method, path, status, allow) => {
  const body = method === 'PATCH' ? { operations: {} } : undefined;
  const reply = await scene.call<ProblemBody>(method, path, body);
  expect([reply.status, reply.headers.get('allow'), reply.body.status]).toEqual([status, allow, status]);
});

describe('limits', () => {
  test.each([
    [{ perMinute: 3 }, 'GET', '/auth/me', undefined],
    [{ createsPerMinute: 3 }, 'POST', '/incident', { title: 'A', status: 'Open', severity: 'Minor' }],
    [
      { updatesPerIncidentPerMinute: 3 },
      'PATCH',
      `/incident/${world.incidents[0]!.id}`,
      { operations: { upsertAttributes: { attributes: [{ name: 'a', value: 'b' }] } } },
    ],
  ])('%j: the fourth %s %s of a minute is told when to come back', async (limits, method, path, body) => {
    const limited = await startScene({ limits });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count++) statuses.push((await limited.call(method, path, body)).status);
    expect(statuses).toEqual([200, 200, 200]);
    const refused = await limited.call<ProblemBody>(method, path, body);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '50']);
    expect(refused.body).toMatchObject({ status: 429, title: 'Too Many Requests' });
    limited.now = NOW + 50_000;
    expect((await limited.call(method, path, body)).status).toBe(200);
    await limited.close();
  });
});
