import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentResource } from './incidents/resource.ts';
import type { ProblemBody, Scene } from './testing/scene.ts';
import { KEY, NOW, startScene, world } from './testing/scene.ts';

interface Digest {
  readonly IncidentResource_required: readonly string[];
  readonly sample_incident: Readonly<Record<string, unknown>>;
}
const digest = JSON.parse(
  readFileSync(new URL('testing/fixtures/allquiet-incident-api-digest.json', import.meta.url), 'utf8'),
) as Digest;

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ keys: [{ key: KEY }, { key: 'k-mine', userId: world.users[0]!.id }] });
});
afterAll(() => scene.close());

const OPEN = { title: 'Queue "orders" is full', status: 'Open', severity: 'Warning' };
const create = async (more: object = {}): Promise<IncidentResource> =>
  (await scene.call('POST', '/incident', { ...OPEN, ...more })).body;
const patch = (id: string, operations: unknown, key = KEY) =>
  scene.call('PATCH', `/incident/${id}`, { operations }, { 'X-Api-Key': key });
const read = async (id: string): Promise<IncidentResource> =>
  (await scene.call('GET', `/incident/search/${id}`)).body;
const last = ({ events }: IncidentResource) => events.at(-1)!;
const intend = (id: string, intent: string, more: object = {}) =>
  patch(id, { appendIntent: { intent, ...more } });

describe('the shape of an incident', () => {
  test('is that of the recorded sample, in its order, and holds what the description requires', async () => {
    const { body } = await scene.call<{ incidents: IncidentResource[] }>(
      'GET',
      '/incident/search/list?Limit=100&IncludeSnoozed=true',
    );
    const sample = digest.sample_incident;
    const [event] = sample['events'] as Record<string, object>[];
    const [attribute] = sample['attributes'] as object[];
    for (const incident of body.incidents) {
      expect(Object.keys(incident)).toEqual(Object.keys(sample));
      expect(Object.keys(incident)).toEqual(expect.arrayContaining([...digest.IncidentResource_required]));
      expect(Object.keys(incident.integration)).toEqual(Object.keys(sample['integration'] as object));
      for (const each of incident.events) {
        expect(Object.keys(each)).toEqual(Object.keys(event!));
        expect(Object.keys(each.modification)).toEqual(Object.keys(event!['modification']!));
      }
      for (const each of incident.attributes) expect(Object.keys(each)).toEqual(Object.keys(attribute!));
      for (const team of incident.teams) expect(Object.keys(team)).toEqual(['id', 'displayName']);
      expect(incident).not.toHaveProperty('status');
      expect(incident).not.toHaveProperty('severity');
    }
  });

  test('moments have a fraction only where there is one', async () => {
    expect(world.incidents[0]!.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    scene.now = NOW + 120;
    const { createdAt } = await create();
    expect(createdAt).toMatch(/:\d\d\.\d{1,3}Z$/);
    expect(createdAt).not.toMatch(/0Z$/);
  });
});

describe('one incident', () => {
  test('is a 304 for its ETag, or for its Last-Modified where no ETag is sent', async () => {
    const { id } = await create();
    const get = (headers: Record<string, string>) =>
      scene.call('GET', `/incident/search/${id}`, undefined, { 'X-Api-Key': KEY, ...headers });
    const { headers } = await get({});
    const [etag, modified] = [headers.get('etag')!, headers.get('last-modified')!];
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const cases: [Record<string, string>, number][] = [
      [{ 'If-None-Match': etag }, 304],
      [{ 'If-None-Match': etag.replace('W/', '') }, 304],
      [{ 'If-None-Match': '*' }, 304],
      [{ 'If-None-Match': 'W/"other"' }, 200],
      [{ 'If-Modified-Since': modified }, 304],
      [{ 'If-Modified-Since': 'Thu, 01 Jan 2026 00:00:00 GMT' }, 200],
      [{ 'If-Modified-Since': modified, 'If-None-Match': 'W/"other"' }, 200],
    ];
    for (const [sent, status] of cases) expect([sent, (await get(sent)).status]).toEqual([sent, status]);
    await intend(id, 'Commented', { message: 'New.' });
    expect((await get({ 'If-None-Match': etag })).status).toBe(200);
  });

  test('as markdown shows its details and its timeline', async () => {
    const { id } = await create({ attributes: [{ name: 'Host', value: 'db-1' }], message: 'Disk at 99 %' });
    await intend(id, 'Resolved', { message: 'freed space' });
    const { headers, text } = await scene.call('GET', `/incident/search/${id}/markdown`);
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    for (const part of [
      `# ${OPEN.title}`,
      '**Status**: Resolved',
      '**Host**: db-1',
      'Disk at 99 %',
      ': freed space',
    ])
      expect(text).toContain(part);
  });

  test('shows all its events, a list only the newest', async () => {
    const few = await startScene({ eventsInLists: 2 });
    const incident = world.incidents.find(({ events }) => events.length > 2)!;
    const listed = await few.call<{ incidents: IncidentResource[] }>(
      'GET',
      `/incident/search/changes?IncidentIds=${incident.id}`,
    );
    expect(listed.body.incidents[0]!.events).toEqual(incident.events.slice(-2));
    expect(listed.body.incidents[0]!.eventsTotalCount).toBe(incident.events.length);
    expect((await few.call('GET', `/incident/search/${incident.id}`)).body.events).toEqual(incident.events);
    await few.close();
  });
});

describe('creating', () => {
  test('answers the incident with its first event', async () => {
    const [team, user] = [world.teams[1]!, world.users[1]!];
    const made = await create({
      message: 'Since noon',
      teamIds: [team.id],
      userAssignments: [{ userId: user.id }],
      attributes: [{ name: 'Host', value: 'db-1', hideInPreviews: true }],
      integrationId: world.integrations[1]!.id,
    });
    expect(made).toMatchObject({
      title: OPEN.title,
      integration: { displayName: 'Uptime monitor' },
      teams: [team],
      attributes: [
        { name: 'Host', value: 'db-1', isImage: false, isGroupingKey: false, hideInPreviews: true },
      ],
      unattended: false,
      sourceUser: null,
      events: [{ status: 'Open', severity: 'Warning', message: 'Since noon', userAssignments: [user] }],
    });
    expect(await read(made.id)).toEqual(made);
  });

  test('without teams takes that of the integration; a personal key is named', async () => {
    const { body } = await scene.call('POST', '/incident', OPEN, { 'X-Api-Key': 'k-mine' });
    expect(body.teams.map(({ displayName }) => displayName)).toEqual(['Platform']);
    expect([body.sourceUser, last(body).modification.user]).toEqual([world.users[0], world.users[0]]);
  });

  test.each<[unknown, string]>([
    [{ ...OPEN, title: '' }, 'title: '],
    [{ ...OPEN, title: 'x'.repeat(1921) }, 'title: '],
    [{ title: 'A', status: 'Open' }, 'severity: '],
    [{ ...OPEN, status: 'open' }, 'status: '],
    [{ ...OPEN, severity: 'High' }, 'severity: '],
    [{ ...OPEN, message: 'x'.repeat(1921) }, 'message: '],
    [{ ...OPEN, teamIds: ['x'] }, 'teamIds.0: '],
    [{ ...OPEN, teamIds: [world.users[0]!.id] }, 'teamIds: '],
    [{ ...OPEN, integrationId: world.users[0]!.id }, 'integrationId: '],
    [{ ...OPEN, serviceIds: [world.users[0]!.id] }, 'serviceIds: '],
    [{ ...OPEN, attributes: [{ name: 'a', value: '' }] }, 'attributes.0.value: '],
    [
      {
        ...OPEN,
        attributes: [
          { name: 'a', value: '1' },
          { name: 'a', value: '2' },
        ],
      },
      'attributes: ',
    ],
    [{ ...OPEN, publicComment: 'x'.repeat(5001) }, 'publicComment: '],
    ['{', 'The body is not JSON.'],
    [[], 'body: '],
  ])('%j is refused', async (body, detail) => {
    const reply = await scene.call<ProblemBody>('POST', '/incident', body);
    expect(reply.body).toMatchObject({
      status: 400,
      title: 'Bad Request',
      instance: '/api/public/v1/incident',
    });
    expect(reply.body.detail.startsWith(detail)).toBe(true);
  });

  test('a body that is no JSON by its type is a 415', async () => {
    const headers = { 'X-Api-Key': KEY, 'Content-Type': 'text/plain' };
    expect((await scene.call('POST', '/incident', OPEN, headers)).status).toBe(415);
  });
});

describe('changing', () => {
  test('the severity leaves the status alone, and stands in the newest event that has one', async () => {
    const { id } = await create();
    const { body } = await patch(id, { changeSeverity: { severity: 'Critical' } });
    expect(last(body)).toMatchObject({
      severity: 'Critical',
      status: null,
      message: null,
      modification: { intent: null },
    });
    const same = (await patch(id, { changeSeverity: { severity: 'Critical' } })).body;
    expect(last(same).severity).toBe(null);
  });

  test('severity, intent and attributes together make one event', async () => {
    const { id } = await create({
      attributes: [
        { name: 'Host', value: 'db-1' },
        { name: 'Check', value: 'disk' },
      ],
    });
    const { status, body } = await patch(
      id,
      {
        changeSeverity: { severity: 'Minor' },
        appendIntent: { intent: 'Resolved', message: 'freed space' },
        upsertAttributes: {
          attributes: [
            { name: 'Host', value: 'db-2' },
            { name: 'Ticket', value: 'INC1' },
          ],
        },
      },
      'k-mine',
    );
    expect(status).toBe(200);
    expect(body.eventsTotalCount).toBe(2);
    expect(last(body)).toMatchObject({
      severity: 'Minor',
      status: 'Resolved',
      message: 'freed space',
      modification: { intent: 'Resolved', user: world.users[0] },
      attributeChanges: [
        { name: 'Host', newValue: 'db-2', oldValue: 'db-1' },
        { name: 'Ticket', newValue: 'INC1', oldValue: null },
      ],
    });
    expect(body.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['Host', 'db-2'],
      ['Check', 'disk'],
      ['Ticket', 'INC1'],
    ]);
    expect(body.lastUpdatedAt).toBe(last(body).modification.timestamp);
    expect(await read(id)).toEqual(body);
  });

  test.each([
    [
      'overrideAttributes',
      [
        ['a', '2'],
        ['c', '3'],
      ],
      200,
    ],
    [
      'addAttributes',
      [
        ['a', '1'],
        ['b', '1'],
        ['c', '3'],
      ],
      200,
    ],
    [
      'upsertAttributes',
      [
        ['a', '2'],
        ['b', '1'],
        ['c', '3'],
      ],
      200,
    ],
  ] as const)('%s', async (operation, expected, status) => {
    const { id } = await create({
      attributes: [
        { name: 'a', value: '1' },
        { name: 'b', value: '1' },
      ],
    });
    const given =
      operation === 'addAttributes'
        ? [['c', '3']]
        : [
            ['a', '2'],
            ['c', '3'],
          ];
    const reply = await patch(id, {
      [operation]: { attributes: given.map(([name, value]) => ({ name, value })) },
    });
    expect(reply.status).toBe(status);
    expect(reply.body.attributes.map(({ name, value }) => [name, value])).toEqual(expected);
  });

  test.each<[string, unknown, string]>([
    ['nothing', {}, 'operations: '],
    ['an unknown severity', { changeSeverity: { severity: 'Bad' } }, 'operations.changeSeverity.severity: '],
    ['an unknown intent', { appendIntent: { intent: 'Closed' } }, 'operations.appendIntent.intent: '],
    [
      'an intent that is not allowed',
      { appendIntent: { intent: 'Unresolved' } },
      'operations.appendIntent.intent: ',
    ],
    ['an empty comment', { appendIntent: { intent: 'Commented' } }, 'operations.appendIntent.message: '],
    [
      'a long message',
      { appendIntent: { intent: 'Resolved', message: 'x'.repeat(5001) } },
      'operations.appendIntent.message: ',
    ],
    [
      'an assignment to nobody',
      { appendIntent: { intent: 'Assigned' } },
      'operations.appendIntent.intentOptions: ',
    ],
    [
      'forwarding nowhere',
      { appendIntent: { intent: 'Forwarded' } },
      'operations.appendIntent.intentOptions.forwardingOptions',
    ],
    [
      'an attribute that is there',
      { addAttributes: { attributes: [{ name: 'a', value: '2' }] } },
      'operations.addAttributes: ',
    ],
    [
      'a snooze in the past',
      {
        appendIntent: {
          intent: 'Snoozed',
          intentOptions: { snoozingOptions: { snoozedUntil: '2020-01-01T00:00:00Z' } },
        },
      },
      'operations.appendIntent.intentOptions.snoozingOptions',
    ],
  ])('%s is refused, and changes nothing', async (_, operations, detail) => {
    const { id } = await create({ attributes: [{ name: 'a', value: '1' }] });
    const before = await read(id);
    const reply = await scene.call<ProblemBody>('PATCH', `/incident/${id}`, {
      operations: {
        upsertAttributes: { attributes: [{ name: 'z', value: '1' }] },
        ...(operations as object),
      },
    });
    const empty = await scene.call<ProblemBody>('PATCH', `/incident/${id}`, { operations });
    const refused = Object.keys(operations as object).length === 0 ? empty : reply;
    expect(refused.body).toMatchObject({ status: 400 });
    expect(refused.body.detail.slice(0, detail.length)).toBe(detail);
    if (refused === reply) expect(await read(id)).toEqual(before);
  });
});

describe('intents', () => {
  const FRESH = ['Investigated', 'Resolved', 'Commented', 'Assigned', 'Escalated', 'Snoozed', 'Forwarded'];

  test('an incident runs through its life, and says at each step what it allows', async () => {
    const made = await create();
    const { id } = made;
    expect([made.allowedIntents, made.unattended, made.canDelete]).toEqual([FRESH, true, false]);
    const steps: [string, object, Partial<IncidentResource>][] = [
      ['Investigated', {}, { unattended: false }],
      ['Commented', { message: 'Looking.' }, { unattended: false }],
      ['Snoozed', {}, { snoozed: { snoozedUntil: null } }],
      ['Escalated', {}, { snoozed: null }],
      [
        'Resolved',
        { message: 'Done.' },
        { allowedIntents: ['Unresolved', 'Commented', 'Archived', 'Forwarded'] },
      ],
      ['Unresolved', {}, { unattended: true, allowedIntents: FRESH as never }],
      ['Resolved', {}, { unattended: false }],
      ['Archived', {}, { isArchived: true, allowedIntents: [], canDelete: true }],
    ];
    for (const [intent, more, expected] of steps) {
      const { status, body } = await intend(id, intent, more);
      expect([intent, status]).toEqual([intent, 200]);
      expect(body).toMatchObject(expected);
      expect(last(body).modification.intent).toBe(intent);
    }
    const events = (await read(id)).events.map(({ status }) => status);
    expect(events).toEqual(['Open', null, null, null, null, 'Resolved', 'Open', 'Resolved', null]);
    expect((await intend(id, 'Commented', { message: 'Late.' })).status).toBe(400);
  });

  test('a snooze ends by itself', async () => {
    const { id } = await create();
    const snoozedUntil = new Date(scene.now + 60_000).toISOString();
    const { body } = await intend(id, 'Snoozed', { intentOptions: { snoozingOptions: { snoozedUntil } } });
    expect(Date.parse(body.snoozed?.snoozedUntil ?? '')).toBe(Date.parse(snoozedUntil));
    expect(body.allowedIntents).not.toContain('Snoozed');
    scene.now += 60_001;
    const later = await read(id);
    expect([later.snoozed, later.lastUpdatedAt]).toEqual([null, body.lastUpdatedAt]);
  });

  test('it is assigned to users and to teams', async () => {
    const { id, teams } = await create();
    const [user, team] = [world.users[2]!, world.teams[0]!];
    const { body } = await intend(id, 'Assigned', {
      intentOptions: {
        userAssigningOptions: { userAssignments: [{ userId: user.id }] },
        assigningOptions: { teams: [{ id: team.id }] },
      },
    });
    expect(last(body)).toMatchObject({ userAssignments: [user], teams: [team] });
    expect(body.teams).toEqual([...teams, team]);
  });

  test('it is forwarded to an outbound integration that there is', async () => {
    const { id } = await create();
    const to = (outbound: string) =>
      intend(id, 'Forwarded', {
        intentOptions: { forwardingOptions: { outboundIntegration: { id: outbound } } },
      });
    expect((await to(world.teams[0]!.id)).status).toBe(400);
    const { status, body } = await to(world.outboundIntegrations[0]!.id);
    expect([status, last(body).modification.intent]).toEqual([200, 'Forwarded']);
    expect(body).not.toHaveProperty('forwardedTo');
  });
});

test('only archived incidents are deleted', async () => {
  const { id } = await create({ status: 'Resolved' });
  const refused = await scene.call<ProblemBody>('DELETE', `/incident/${id}`);
  expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining('Archived')]);
  await intend(id, 'Archived');
  expect((await scene.call('DELETE', `/incident/${id}`)).status).toBe(204);
  expect((await scene.call('GET', `/incident/search/${id}`)).status).toBe(404);
  expect((await scene.call('DELETE', `/incident/${id}`)).status).toBe(404);
});

test('changes made at once all take effect, each at a moment of its own', async () => {
  const { id } = await create();
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, n) => intend(id, 'Commented', { message: `comment ${n}` })),
  );
  expect(replies.every(({ status }) => status === 200)).toBe(true);
  const { events } = await read(id);
  expect(new Set(events.map(({ message }) => message)).size).toBe(21);
  expect(new Set(events.map(({ modification }) => modification.timestamp)).size).toBe(21);
});
