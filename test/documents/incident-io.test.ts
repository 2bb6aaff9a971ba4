import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SnColumns } from '../harness/servicenow-admin.ts';
import { startScene, WAIT, type Scene } from '../promises/forwarding/scene.ts';

/**
 * incident.io's documents of its ServiceNow integration (setting up; syncing incidents and follow-ups), statement by statement in their order, in our words. An
 * OAuth app, roles and ACLs are how the connection to ServiceNow is made, which docs/connecting.md has.
 */

let scene: Scene;
const caller = 'a'.repeat(32);

beforeAll(async () => {
  const forwarding = [{ from: 'incident-io', mode: 'always', tasks: {}, values: { category: 'network' } }];
  scene = await startScene({ forwarding });
}, 30_000);
afterAll(() => scene.close());

const journal = async (key: string): Promise<readonly string[]> =>
  (await scene.admin.list('sys_journal_field', `element_id=${key}`)).map(({ value }) => value!);

const RESOLVED = { close_code: 'Known error', close_notes: 'Known.' };

describe('Connecting ServiceNow', () => {
  it('the two are kept alike both ways', async () => {
    const { id } = await scene.live.create('Both ways');
    const { sys_id: key = '' } = await scene.record(id);
    await scene.live.update(id, { name: 'Both ways, really' });
    await scene.record(id, ({ short_description: title }) => title === 'Both ways, really');
    await scene.admin.change('incident', key, { state: '6', ...RESOLVED });
    await vi.waitUntil(async () => (await scene.live.get(id)).incident_status.category === 'closed', WAIT);
  });

  it('without anything installed in ServiceNow the way back takes until the next look', async () => {
    const forwarding = [{ from: 'incident-io', mode: 'always' }];
    const looking = await startScene({ forwarding, webhooks: false });
    try {
      const { id } = await looking.live.create('Looked for');
      const { sys_id: key = '' } = await looking.record(id);
      await looking.admin.change('incident', key, { state: '6', ...RESOLVED });
      await vi.waitUntil(
        async () => (await looking.live.get(id)).incident_status.category === 'closed',
        WAIT,
      );
    } finally {
      await looking.close();
    }
  });

  it('all that is done in ServiceNow is done by one account', async () => {
    const { sys_id: key = '', ...made } = await scene.record((await scene.live.create('By whom')).id);
    await vi.waitUntil(
      async () => (await scene.admin.one('incident', `sys_id=${key}`))['number'] !== '',
      WAIT,
    );
    expect(made['sys_created_by']).toBe(scene.sandbox.credentials.servicenow.user);
  });
});

describe('Incidents', () => {
  it('name, state, urgency and the columns of the template', async () => {
    const incident = await scene.live.create('Search is down', { severity: 'Major' });
    const record = await scene.record(incident.id);
    expect(record).toMatchObject({
      short_description: 'Search is down',
      state: '1',
      urgency: '2',
      category: 'network',
      correlation_id: incident.id,
    });
    expect(record['description']).toContain(incident.reference);
    expect(record['caller_id']).not.toBe(caller);
  });

  it('private ones are left out', async () => {
    const { id } = await scene.live.create('Hidden', { visibility: 'private' });
    await scene.record((await scene.live.create('Seen')).id);
    expect(await scene.records(id)).toEqual([]);
  });

  it('one that ServiceNow has already is not made again', async () => {
    const record = await scene.admin.create('incident', { short_description: 'There before', state: '2' });
    const { id } = await scene.live.create('Linked');
    const made = await scene.record(id);
    expect(made['number']).not.toBe(record['number']);
    const known = scene.sandbox.world.servicenow
      .get('incident')!
      .find((row) => row['correlation_display'] === 'incident.io')!;
    await scene.live.update(known['correlation_id']!, { message: 'Somebody looks at it.' });
    await scene.record(
      known['correlation_id']!,
      ({ sys_id: key, correlation_display: mark }) =>
        (key === known.sys_id && mark !== 'incident.io') || ['7', '8'].includes(known['state']!),
    );
  });
});

describe('Follow-ups', () => {
  it('title and description, below the record, open; done with the follow-up', async () => {
    const { id } = await scene.live.create('With work left');
    const { sys_id: key = '' } = await scene.record(id);
    const followUp = await scene.live.followUp(id, 'Write it down');
    const task = async () => (await scene.admin.list('incident_task', `incident=${key}`))[0];
    await vi.waitUntil(async () => (await task()) !== undefined, WAIT);
    expect(await task()).toMatchObject({ short_description: 'Write it down', state: '1' });
    await scene.live.complete(followUp);
    await vi.waitUntil(async () => (await task())?.['state'] === '3', WAIT);
  });
});

describe('States', () => {
  it('1 to 5 are open, 6 and 7 are done', async () => {
    const { id } = await scene.live.create('All states');
    const { sys_id: key = '' } = await scene.record(id);
    const open: SnColumns[] = [{ state: '2' }, { state: '3', hold_reason: '4' }, { state: '1' }];
    for (const columns of open) {
      await scene.admin.change('incident', key, columns);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect((await scene.live.get(id)).incident_status.category).toMatch(/triage|live|paused/);
    }
    await scene.admin.change('incident', key, { state: '7', ...RESOLVED });
    await vi.waitUntil(async () => (await scene.live.get(id)).incident_status.category === 'closed', WAIT);
  });
});

describe('Work notes and comments', () => {
  it('come to incident.io, where its API lets them: into the summary, once', async () => {
    const { id } = await scene.live.create('Talked about');
    const { sys_id: key = '', number } = await scene.record(id);
    await scene.admin.change('incident', key, { comments: 'The customer called.' });
    await scene.admin.change('incident', key, { work_notes: 'Looking at the logs.' });
    const summary = async () => (await scene.live.get(id)).summary ?? '';
    await vi.waitUntil(async () => (await summary()).includes('Looking at the logs.'), WAIT);
    await scene.live.update(id, { message: 'Found it.' });
    await vi.waitUntil(async () => (await journal(key)).some((text) => text.includes('Found it.')), WAIT);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await summary()).match(/The customer called\./g)).toHaveLength(1);
    expect((await summary()).includes(`in ${number}:`)).toBe(true);
    expect((await journal(key)).filter((text) => /Found it|called/.test(text))).toHaveLength(2);
  });
});
