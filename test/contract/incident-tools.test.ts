import { beforeEach, describe, expect, it } from 'vitest';
import { createAllQuietAdapter } from '../../adapters/allquiet/index.ts';
import { createIncidentIoAdapter } from '../../adapters/incidentio/index.ts';
import type { IncidentIoOptions } from '../../adapters/incidentio/index.ts';
import { createAllQuiet } from '../../sandbox/allquiet/index.ts';
import { createIncidentIo } from '../../sandbox/incidentio/index.ts';
import { createWorld, DEFAULT_NOW } from '../../sandbox/world/create.ts';
import { ALLQUIET, INCIDENT_IO_KEY, INCIDENT_IO_WEBHOOK_SECRET } from '../../sandbox/world/credentials.ts';
import type { Call, IncidentTool, ToolIncident } from '../../src/contract/index.ts';
import { callsTo } from './direct-send.ts';

const world = createWorld({ cases: 60 });
const LONG_AGO = '2020-01-01T00:00:00Z';
const seen: string[] = [];
const written = (): number => seen.filter((request) => !request.startsWith('GET')).length;

let tick = 0;
/** Moves on with each request, as clocks do. */
const now = (): number => DEFAULT_NOW + (tick += 1_000);

function watched(call: Call): Call {
  return { ...call, send: (request) => (seen.push(`${request.method} ${request.path}`), call.send(request)) };
}

interface Scene {
  readonly tool: IncidentTool;
  readonly call: Call;
  readonly read: (key: string) => Promise<ToolIncident>;
}

function sceneOf(tool: IncidentTool | undefined, call: Call): Scene {
  if (tool === undefined) throw new Error('the adapter is no incident tool');
  const read = async (key: string): Promise<ToolIncident> => {
    const found = (await tool.read([key], call)).get(key);
    if (found === undefined) throw new Error(`there is no ${key}`);
    return found;
  };
  return { tool, call, read };
}

function allQuiet(eventsInLists = 100): Scene {
  const options = {
    now,
    keys: [{ key: ALLQUIET.apiKey }],
    webhookToken: ALLQUIET.webhookToken,
    eventsInLists,
  };
  const call = callsTo(createAllQuiet(world, options), `Bearer ${ALLQUIET.apiKey}`, now)();
  return sceneOf(createAllQuietAdapter().incidents, watched(call));
}

function incidentIo(options: IncidentIoOptions = {}): Scene {
  const settings = {
    now,
    apiKey: INCIDENT_IO_KEY,
    webhookSecret: INCIDENT_IO_WEBHOOK_SECRET,
    perMinute: 1e9,
  };
  const call = callsTo(createIncidentIo(world, settings), `Bearer ${INCIDENT_IO_KEY}`, now)();
  return sceneOf(createIncidentIoAdapter(options).incidents, watched(call));
}

beforeEach(() => void seen.splice(0));

/** What every tool promises, on an incident that is open. */
function promises(open: () => Scene, key: string, unknown: string): void {
  it('reads incidents as they stand, and leaves out what is not there', async () => {
    const { tool, call } = open();
    const found = await tool.read([key, unknown, 'INC0010001', '../x'], call);
    expect([...found.keys()]).toEqual([key]);
    const [incident] = found.values();
    expect(incident).toMatchObject({ key, state: { open: true }, resolution: null, private: false });
    const { comments = [], createdAt = '', updatedAt = '' } = incident ?? {};
    expect(createdAt <= updatedAt).toBe(true);
    expect(comments.map(({ at }) => at)).toEqual(comments.map(({ at }) => at).toSorted());
    expect(new Set(comments.map((comment) => comment.key)).size).toBe(comments.length);
  });

  it('its choices hold the states and severities that incidents have', async () => {
    const { tool, call, read } = open();
    const { states, severities } = await tool.choices(call);
    const { state, severity } = await read(key);
    expect(states).toContainEqual(state);
    expect(severities).toContain(severity);
    expect([...new Set(states.map((each) => each.open))].toSorted()).toEqual([false, true]);
  });

  it('a comment is said once, however often it is asked for', async () => {
    const { tool, call, read } = open();
    const text = 'Customers see it too.\n\nSince 9.\n[casegraph 3f9c2a7b1d0e]';
    await tool.change(key, { kind: 'comment', text: 'Another one.' }, call);
    await tool.change(key, { kind: 'comment', text }, call);
    seen.splice(0);
    await tool.change(key, { kind: 'comment', text }, call);
    expect(written()).toBe(0);
    const { comments, summary, state } = await read(key);
    const last = comments.slice(-2).map((each) => each.text);
    expect([last[0], last[1]?.endsWith('Since 9.\n[casegraph 3f9c2a7b1d0e]')]).toEqual([
      'Another one.',
      true,
    ]);
    expect([summary ?? '', state.open]).toEqual([expect.not.stringContaining('casegraph'), true]);
  });

  it('is resolved once, with the comment', async () => {
    const { tool, call, read } = open();
    const resolve = { kind: 'resolve', comment: 'It was the cache. [casegraph 000000000001]' } as const;
    await tool.change(key, resolve, call);
    const before = await read(key);
    expect(before.state.open).toBe(false);
    expect(before.comments.map(({ text }) => text)).toContain(resolve.comment);
    seen.splice(0);
    await tool.change(key, resolve, call);
    expect(written()).toBe(0);
    expect(await read(key)).toEqual(before);
  });

  it('what is not there cannot be changed', async () => {
    const { tool, call } = open();
    for (const missing of [unknown, '../x'])
      await expect(tool.change(missing, { kind: 'comment', text: 'x' }, call)).rejects.toMatchObject({
        kind: 'not-found',
      });
  });

  it('a change is found from the moment before it, and everything from long ago on, in order', async () => {
    const { tool, call, read } = open();
    const all = await tool.changes(LONG_AGO, call);
    expect([new Set(all.keys).size, all.more, all.keys.includes(key)]).toEqual([
      all.keys.length,
      false,
      true,
    ]);
    await tool.change(key, { kind: 'comment', text: 'Later.' }, call);
    const { updatedAt } = await read(key);
    const later = await tool.changes(all.next, call);
    expect([
      later.keys.at(-1),
      later.next === updatedAt || later.next.startsWith(updatedAt.slice(0, -1)),
    ]).toEqual([key, true]);
    // Since counts as inside: nothing is left out where two changed at one moment.
    expect((await tool.changes(later.next, call)).keys).toEqual([key]);
    expect(await tool.changes('2099-01-01T00:00:00Z', call)).toEqual({
      keys: [],
      next: '2099-01-01T00:00:00Z',
      more: false,
    });
  });
}

describe('All Quiet as an incident tool', () => {
  const { incidents } = world.allquiet;
  const key = incidents.find(({ events }) => events.every(({ status }) => status !== 'Resolved'))?.id ?? '';
  promises(allQuiet, key, '00000000-0000-4000-8000-000000000000');

  it('a hundred incidents cost one request, and one more for each with events that lists leave out', async () => {
    const keys = incidents.map(({ id }) => id);
    const whole = await allQuiet().tool.read(keys, allQuiet().call);
    expect([whole.size, seen.length]).toEqual([keys.length, 1]);
    const { tool, call } = allQuiet(2);
    seen.splice(0);
    expect(await tool.read(keys, call)).toEqual(whole);
    expect(seen).toHaveLength(1 + incidents.filter(({ events }) => events.length > 2).length);
  });

  it('is opened again, and names the record of the service desk', async () => {
    const { tool, call, read } = allQuiet();
    await tool.change(key, { kind: 'resolve', comment: null }, call);
    await tool.change(key, { kind: 'reopen', comment: 'It is back.' }, call);
    const link = { kind: 'link', number: 'INC0012345', url: 'https://acme.example/INC0012345' } as const;
    await tool.change(key, link, call);
    expect(await read(key)).toMatchObject({
      external: 'INC0012345',
      resolution: null,
      state: { value: 'Open' },
    });
    seen.splice(0);
    await tool.change(key, link, call);
    await tool.change(key, { kind: 'reopen', comment: 'It is back.' }, call);
    expect(written()).toBe(0);
  });

  it('knows what people asked to be forwarded, and what was said when it was resolved', async () => {
    const { tool, call } = allQuiet();
    const found = [
      ...(
        await tool.read(
          incidents.map(({ id }) => id),
          call,
        )
      ).values(),
    ];
    expect(found.filter(({ forwarded }) => forwarded).map((each) => each.key)).toEqual(
      expect.arrayContaining(
        incidents.filter(({ forwardedTo }) => forwardedTo.length > 0).map(({ id }) => id),
      ),
    );
    expect(found.some(({ state, resolution }) => !state.open && resolution !== null)).toBe(true);
    expect(found.every(({ state, resolution }) => !state.open || resolution === null)).toBe(true);
  });

  it('says that an archived incident cannot be changed', async () => {
    const archived = incidents.find(({ isArchived }) => isArchived)?.id ?? '';
    const { tool, call } = allQuiet();
    await expect(tool.change(archived, { kind: 'reopen', comment: null }, call)).rejects.toMatchObject({
      kind: 'upstream-rejected',
    });
    expect(written()).toBe(0);
  });
});

describe('incident.io as an incident tool', () => {
  const { incidents, followUps } = world.incidentio;
  const key =
    incidents.find(
      ({ incident_status: status, severity, visibility, mode }) =>
        status.category === 'live' &&
        severity !== undefined &&
        visibility === 'public' &&
        mode === 'standard',
    )?.id ?? '';
  promises(incidentIo, key, '01ZZZZZZZZ0000000000000001');

  it('says what its API cannot do, and refuses it', async () => {
    const { tool, call } = incidentIo();
    expect(tool.cannot).toEqual(['reopen', 'link']);
    await tool.change(key, { kind: 'resolve', comment: null }, call);
    const reopening = tool.change(key, { kind: 'reopen', comment: null }, call);
    await expect(reopening).rejects.toMatchObject({ kind: 'upstream-rejected' });
    const linking = tool.change(key, { kind: 'link', number: 'INC0012345', url: null }, call);
    await expect(linking).rejects.toMatchObject({ kind: 'upstream-rejected' });
    expect(incidentIo({ comments: 'off', link: { customField: 'Workaround' } }).tool.cannot).toEqual([
      'reopen',
      'comment',
    ]);
  });

  it('a field of its own takes comments and the number, where one is named', async () => {
    const own = { customField: 'Workaround' };
    const linked = incidentIo({ link: own });
    const free =
      incidents.find((each) => each.external_issue_reference === undefined && each.visibility === 'public')
        ?.id ?? '';
    await linked.tool.change(free, { kind: 'link', number: 'INC0012345', url: null }, linked.call);
    expect(await linked.read(free)).toMatchObject({ external: 'INC0012345' });
    const commented = incidentIo({ comments: own });
    await commented.tool.change(free, { kind: 'comment', text: 'One.' }, commented.call);
    await commented.tool.change(free, { kind: 'comment', text: 'Two.' }, commented.call);
    const { comments } = await commented.read(free);
    expect(comments.slice(-2).map(({ text }) => text)).toEqual(['One.', 'Two.']);
  });

  it('what is private says so, what is forwarded names its record, what is left over is a task', async () => {
    const { tool, call } = incidentIo();
    const found = await tool.read(
      incidents.map(({ id }) => id),
      call,
    );
    expect(found.size).toBe(incidents.length);
    for (const { id, visibility, external_issue_reference: issue, mode } of incidents) {
      const tasks = followUps.filter(({ incident_id: of }) => of === id).length;
      expect(found.get(id)).toMatchObject({
        private: visibility === 'private',
        external: issue?.issue_name ?? null,
      });
      if (mode === 'standard') expect(found.get(id)?.tasks).toHaveLength(tasks);
    }
    expect([...found.values()].some(({ state, resolution }) => !state.open && resolution !== null)).toBe(
      true,
    );
    // One page of incidents, one list of follow-ups, and the updates of each incident.
    expect(seen).toHaveLength(2 + incidents.length);
  });

  it.each<[object]>([
    [{ comments: 'wherever' }],
    [{ link: {} }],
    [{ comments: { customField: '' } }],
    [{ notifyChannel: 1 }],
  ])('options that cannot be are refused: %j', (options) =>
    expect(() => createIncidentIoAdapter(options)).toThrow(RangeError),
  );
});
