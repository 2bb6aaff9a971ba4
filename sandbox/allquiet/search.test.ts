import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AqIncident } from '../world/allquiet-records.ts';
import type { IncidentResource } from './incidents/resource.ts';
import type { ProblemBody, Scene } from './testing/scene.ts';
import { KEY, NOW, startScene, world } from './testing/scene.ts';

interface List {
  readonly incidents: readonly IncidentResource[];
  readonly hasMore: boolean;
  readonly nextCursor?: string | null;
}

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ keys: [{ key: KEY }, { key: 'k-acme', teamIds: [world.teams[0]!.id] }] });
});
afterAll(() => scene.close());

const list = async (query: string): Promise<List> =>
  (await scene.call<List>('GET', `/incident/search/list?${query}`)).body;
const changes = async (query: string): Promise<List> =>
  (await scene.call<List>('GET', `/incident/search/changes?${query}`)).body;
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** An oracle of its own: what the events, read from the end, say last. */
const last = <K extends 'status' | 'severity'>({ events }: Pick<AqIncident, 'events'>, field: K) =>
  [...events].reverse().find((event) => event[field] !== null)?.[field];
const snoozed = (row: AqIncident): boolean => row.snoozed !== null;
const all = world.incidents;
const [someone] = all.find(({ onCallUsers }) => onCallUsers.length > 0)!.onCallUsers;
const number = all[0]!.attributes.find(({ name }) => name === 'ServiceNow Incident')!.value;
const middle = [...all].sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))[9]!.createdAt;

describe('the list', () => {
  test.each<[string, (row: AqIncident) => boolean]>([
    ['', (row) => !snoozed(row)],
    ['IncludeSnoozed=true', () => true],
    ['includesnoozed=TRUE&Unknown=1', () => true],
    ['OnlySnoozed=true', snoozed],
    ['IncludeSnoozed=true&Statuses=Open', (row) => last(row, 'status') === 'Open'],
    ['IncludeSnoozed=true&Statuses=Open&Statuses=Resolved', () => true],
    [
      'IncludeSnoozed=true&Severities=Critical&Severities=Minor',
      (row) => last(row, 'severity') !== 'Warning',
    ],
    ['IncludeSnoozed=true&IsArchived=true', (row) => row.isArchived],
    ['IncludeSnoozed=true&IsArchived=false', (row) => !row.isArchived],
    ['IncludeSnoozed=true&Unattended=true', (row) => row.unattended],
    [`IncludeSnoozed=true&TeamIds=${world.teams[0]!.id}`, (row) => row.teams[0]!.id === world.teams[0]!.id],
    [
      `IncludeSnoozed=true&IntegrationIds=${world.integrations[1]!.id.toUpperCase()}`,
      (row) => row.integration.id === world.integrations[1]!.id,
    ],
    [
      `IncludeSnoozed=true&UserIds=${someone!.id}`,
      (row) =>
        [...row.onCallUsers, ...row.events.flatMap((event) => event.userAssignments)].some(
          ({ id }) => id === someone!.id,
        ),
    ],
    [`IncludeSnoozed=true&SearchTerm=${number.toLowerCase()}`, (row) => row.id === all[0]!.id],
    [`IncludeSnoozed=true&CreatedFrom=${middle}`, (row) => Date.parse(row.createdAt) >= Date.parse(middle)],
    [`IncludeSnoozed=true&CreatedUntil=${middle}`, (row) => Date.parse(row.createdAt) <= Date.parse(middle)],
    [
      `IncludeSnoozed=true&CreatedUntilExclusive=${middle}`,
      (row) => Date.parse(row.createdAt) < Date.parse(middle),
    ],
    [
      `IncludeSnoozed=true&LastUpdatedFrom=${middle}`,
      (row) => Date.parse(row.lastUpdatedAt) >= Date.parse(middle),
    ],
  ])('%s holds what fits, newest first', async (query, fits) => {
    const { incidents, hasMore } = await list(`${query}&Limit=100`);
    const expected = all.filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(ids(incidents).sort()).toEqual(ids(expected).sort());
    const created = incidents.map(({ createdAt }) => Date.parse(createdAt));
    expect(created).toEqual([...created].sort((a, b) => b - a));
    expect(hasMore).toBe(false);
  });

  test.each([
    ['SortBy=Title&Asc=true', (row: IncidentResource) => row.title, 1],
    ['SortBy=LastUpdatedAt', (row: IncidentResource) => row.lastUpdatedAt, -1],
  ] as const)('%s is in that order, page by page', async (query, read, sign) => {
    const rows: IncidentResource[] = [];
    for (let more = true; more;) {
      const page = await list(`${query}&IncludeSnoozed=true&Limit=7&Offset=${rows.length}`);
      rows.push(...page.incidents);
      more = page.hasMore;
    }
    const values = rows.map(read);
    expect(values).toEqual([...values].sort((a, b) => (a < b ? -sign : a > b ? sign : 0)));
    expect(ids(rows).sort()).toEqual(ids(all).sort());
  });

  test('has twenty rows at most where nothing else is asked for', async () => {
    await scene.call('POST', '/incident', { title: 'One more', status: 'Open', severity: 'Minor' });
    const page = await list('IncludeSnoozed=true');
    expect([page.incidents.length, page.hasMore]).toEqual([20, true]);
  });

  test.each([
    ['Limit=0', 'Limit'],
    ['Limit=101', 'Limit'],
    ['Offset=-1', 'Offset'],
    ['Statuses=Closed', 'Statuses'],
    ['Severities=High', 'Severities'],
    ['TeamIds=1', 'TeamIds'],
    ['IsArchived=yes', 'IsArchived'],
    ['CreatedFrom=yesterday', 'CreatedFrom'],
    ['SortBy=Urgency', 'SortBy'],
    [`SearchTerm=${'x'.repeat(201)}`, 'SearchTerm'],
  ])('%s is refused', async (query, parameter) => {
    const { status, headers, body } = await scene.call<ProblemBody>('GET', `/incident/search/list?${query}`);
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(body.detail).toMatch(new RegExp(`^${parameter}: `));
  });

  test('is a 304 for its own weak ETag until something in it changes', async () => {
    const first = await scene.call<List>('GET', '/incident/search/list?Statuses=Open');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = (tag: string) =>
      scene.call('GET', '/incident/search/list?Statuses=Open', undefined, {
        'X-Api-Key': KEY,
        'If-None-Match': tag,
      });
    const same = await again(`"other", ${etag}`);
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag]);
    const operations = { appendIntent: { intent: 'Commented', message: 'One more thing.' } };
    await scene.call('PATCH', `/incident/${first.body.incidents[0]!.id}`, { operations });
    expect((await again(etag)).status).toBe(200);
  });
});

describe('changes', () => {
  test('are walked by cursor in the order of their moments, each once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        const rows: IncidentResource[] = [];
        let cursor = '';
        for (let more = true; more;) {
          const page = await changes(`IncludeSnoozed=true&Limit=${limit}${cursor}`);
          rows.push(...page.incidents);
          more = page.hasMore;
          cursor = `&Cursor=${page.nextCursor}`;
        }
        const moments = rows.map(({ lastUpdatedAt }) => Date.parse(lastUpdatedAt));
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
        expect(new Set(ids(rows)).size).toBe(rows.length);
        expect(ids(rows)).toEqual(expect.arrayContaining(ids(all)));
      }),
      { numRuns: 8 },
    );
  });

  test('behind the last cursor are those that came since, also several in one millisecond', async () => {
    const end = (await changes('IncludeSnoozed=true&Limit=100')).nextCursor;
    expect(await changes(`IncludeSnoozed=true&Cursor=${end}`)).toEqual({
      incidents: [],
      hasMore: false,
      nextCursor: end,
    });
    const target = all.find(({ isArchived }) => !isArchived)!;
    const comment = { operations: { appendIntent: { intent: 'Commented', message: 'Still here.' } } };
    await scene.call('PATCH', `/incident/${target.id}`, comment);
    const next = await changes(`IncludeSnoozed=true&Cursor=${end}`);
    expect(ids(next.incidents)).toEqual([target.id]);
    await scene.call('PATCH', `/incident/${target.id}`, comment);
    expect(ids((await changes(`IncludeSnoozed=true&Cursor=${next.nextCursor}`)).incidents)).toEqual([
      target.id,
    ]);
  });

  test('since a moment, of some incidents, of some states', async () => {
    const since = new Date(NOW).toISOString();
    expect(
      (await changes(`Since=${since}&Limit=100`)).incidents.every(
        (row) => Date.parse(row.lastUpdatedAt) >= NOW,
      ),
    ).toBe(true);
    expect(await changes('Since=2040-01-01T00:00:00Z')).toEqual({
      incidents: [],
      hasMore: false,
      nextCursor: null,
    });
    const asked = [all[1]!.id, all[3]!.id.toUpperCase(), '00000000-0000-4000-8000-000000000000'];
    const found = await changes(asked.map((id) => `IncidentIds=${id}`).join('&'));
    expect(ids(found.incidents).sort()).toEqual([all[1]!.id, all[3]!.id].sort());
    const archived = await changes('IsArchived=true');
    expect(archived.incidents.length).toBeGreaterThan(0);
    expect(archived.incidents.every((row) => row.isArchived)).toBe(true);
  });

  test.each(['Cursor=abc', 'Limit=101', 'IncidentIds=7', 'Since=now'])('%s is refused', async (query) => {
    const { status, body } = await scene.call<ProblemBody>('GET', `/incident/search/changes?${query}`);
    expect([status, body.status]).toEqual([400, 400]);
  });
});

test('a key for a team sees its incidents, and no others', async () => {
  const headers = { 'X-Api-Key': 'k-acme' };
  const team = world.teams[0]!.id;
  const { body } = await scene.call<List>(
    'GET',
    '/incident/search/list?Limit=100&IncludeSnoozed=true',
    undefined,
    headers,
  );
  expect(body.incidents.length).toBeGreaterThan(0);
  expect(body.incidents.every(({ teams }) => teams.some(({ id }) => id === team))).toBe(true);
  const other = all.find(({ teams }) => teams.every(({ id }) => id !== team))!;
  for (const path of [`/incident/search/${other.id}`, `/incident/search/${other.id}/markdown`])
    expect((await scene.call('GET', path, undefined, headers)).status).toBe(404);
});
