import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startScene, WAIT, writesTo, type Scene } from './forwarding/scene.ts';

// Each waits for several systems in turn, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 45_000 });

let scene: Scene;
const quietRule = {
  from: 'all-quiet',
  mode: 'always',
  severity: { secondary: { values: { Critical: '1' } } },
};
const liveRule = { from: 'incident-io', mode: 'always', tasks: {} };

beforeAll(async () => {
  scene = await startScene({ forwarding: [quietRule, liveRule] });
}, 30_000);
afterAll(() => scene.close());
beforeEach(() => (scene.lines.length = 0));

const journal = async (key: string): Promise<readonly string[]> =>
  (await scene.admin.list('sys_journal_field', `element_id=${key}^ORDERBYsys_created_on`)).map(
    ({ value }) => value!,
  );

describe('All Quiet', () => {
  it('an incident becomes a record, and each follows the other', async () => {
    const { id } = await scene.quiet.create('Database is slow');
    const made = await scene.record(id);
    expect(made).toMatchObject({
      short_description: 'Database is slow',
      state: '1',
      urgency: '1',
      impact: '1',
    });
    await scene.quiet.severity(id, 'Minor');
    await scene.record(id, ({ urgency }) => urgency === '3');
    await scene.quiet.intent(id, 'Resolved', 'Added an index.');
    const resolved = await scene.record(id, ({ state }) => state === '6');
    expect(resolved).toMatchObject({
      close_code: 'Solution provided',
      close_notes: 'Added an index.',
      impact: '1',
    });
    await scene.admin.change('incident', made['sys_id']!, { state: '2' });
    await vi.waitUntil(async () => (await scene.quiet.status(id)) === 'Open', WAIT);
    await scene.admin.change('incident', made['sys_id']!, {
      state: '6',
      close_code: 'Known error',
      close_notes: 'Known.',
    });
    await vi.waitUntil(async () => (await scene.quiet.status(id)) === 'Resolved', WAIT);
    const said = await scene.quiet.messages(id);
    expect(said.at(-1)).toMatch(
      new RegExp(`^${made['number']} was resolved in ServiceNow: Known\\.\n\\[casegraph `),
    );
    await scene.quiet.intent(id, 'Unresolved');
    await scene.record(id, ({ state }) => state === '2');
  });

  it('comments travel both ways, once', async () => {
    const { id } = await scene.quiet.create('Queue is full');
    const { sys_id: key = '', number } = await scene.record(id);
    await scene.quiet.intent(id, 'Commented', 'Looking.');
    await scene.admin.change('incident', key, { comments: 'Since when?' });
    await vi.waitUntil(async () => (await scene.quiet.messages(id)).length === 2, WAIT);
    await vi.waitUntil(async () => (await journal(key)).length === 2, WAIT);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await scene.quiet.messages(id)).map((text) => text.split('\n')[0])).toEqual([
      'Looking.',
      `admin in ${number}: Since when?`,
    ]);
    expect((await journal(key)).filter((text) => text.includes('Looking.'))).toHaveLength(1);
  });

  it('the tool names the record', async () => {
    const { id } = await scene.quiet.create('Disk is full');
    const { number } = await scene.record(id);
    const named = async () =>
      (await scene.quiet.get(id)).attributes.find(({ name }) => name === 'ServiceNow Incident')?.value;
    await vi.waitUntil(async () => (await named()) === number, WAIT);
  });
});

describe('incident.io', () => {
  it('an incident becomes a record and follows it, as far as its API lets it', async () => {
    const { id, reference } = await scene.live.create('Checkout fails');
    const { sys_id: key = '' } = await scene.record(id, ({ correlation_display: mark }) =>
      mark!.startsWith(`${reference} [casegraph incident-io:`),
    );
    await scene.live.update(id, { status: 'learning', message: 'Rolled back.' });
    await scene.record(id, ({ state, close_notes: notes }) => state === '6' && notes === 'Rolled back.');
    // Opened again in ServiceNow: its API cannot, so the record says so and both stay as they are.
    await scene.admin.change('incident', key, { state: '2' });
    await vi.waitUntil(
      async () => (await journal(key)).some((text) => text.includes('could not be opened again')),
      WAIT,
    );
    await scene.live.update(id, { status: 'live' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await scene.admin.change('incident', key, {
      state: '6',
      close_code: 'Known error',
      close_notes: 'Known.',
    });
    await vi.waitUntil(async () => (await scene.live.get(id)).incident_status.category === 'closed', WAIT);
  });

  it('follow-ups become tasks, once each, and are closed with them', async () => {
    const { id } = await scene.live.create('Mails are late');
    const { sys_id: key = '' } = await scene.record(id);
    const followUp = await scene.live.followUp(id, 'Buy a bigger queue');
    const tasks = () => scene.admin.list('incident_task', `incident=${key}`);
    await vi.waitUntil(async () => (await tasks()).length === 1, WAIT);
    await scene.live.complete(followUp);
    await vi.waitUntil(async () => (await tasks())[0]?.['state'] === '3', WAIT);
    expect(await tasks()).toMatchObject([
      { short_description: 'Buy a bigger queue', correlation_id: followUp },
    ]);
  });

  it('a private incident is never forwarded', async () => {
    const hidden = await scene.live.create('Breach', { visibility: 'private' });
    const { id } = await scene.live.create('Something else');
    await scene.record(id);
    expect(await scene.records(hidden.id)).toEqual([]);
  });
});

describe('whatever goes wrong', () => {
  it('an answer that is lost makes no second record, and no second comment', async () => {
    const lost = { drop: 'after', times: 1 } as const;
    await scene.stack.fault('servicenow', { ...lost, method: 'POST', path: '/api/now/table/incident' });
    const { id } = await scene.quiet.create('Lost answer');
    const { sys_id: key = '' } = await scene.record(id);
    await scene.stack.fault('servicenow', {
      ...lost,
      method: 'PATCH',
      path: `/api/now/table/incident/${key}`,
    });
    await scene.quiet.intent(id, 'Commented', 'Only once.');
    await vi.waitUntil(async () => (await journal(key)).length > 0, WAIT);
    await scene.stack.fault('allquiet', { ...lost, method: 'PATCH', path: `/api/public/v1/incident/${id}` });
    await scene.admin.change('incident', key, { work_notes: 'Once as well.' });
    await vi.waitUntil(async () => (await scene.quiet.messages(id)).length > 1, WAIT);
    await new Promise((resolve) => setTimeout(resolve, 900));
    const entries = (await journal(key)).filter((text) => text.includes('Only once.'));
    const messages = (await scene.quiet.messages(id)).filter((text) => text.includes('Once as well.'));
    expect([(await scene.records(id)).length, entries.length, messages.length]).toEqual([1, 1, 1]);
    await scene.stack.clearFaults();
  });

  it('two replicas make one record, and one of each comment', async () => {
    const other = await scene.another();
    const made = await Promise.all(['One', 'Two', 'Three', 'Four'].map((title) => scene.quiet.create(title)));
    await Promise.all(made.map(({ id }) => scene.quiet.intent(id, 'Commented', 'Once.')));
    await Promise.all(made.map(({ id }) => scene.record(id)));
    await other.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const { id } of made) {
      const records = await scene.records(id);
      expect(records).toHaveLength(1);
      expect((await journal(records[0]!['sys_id']!)).filter((text) => text.includes('Once.'))).toHaveLength(
        1,
      );
    }
  });

  it('once both agree nothing is written any more', async () => {
    const { id } = await scene.quiet.create('Quiet now');
    await scene.record(id);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await scene.stack.forget();
    await scene.quiet.intent(id, 'Investigated');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([
      await writesTo(scene.stack, 'servicenow'),
      (await writesTo(scene.stack, 'allquiet')) - 1,
    ]).toEqual([0, 0]);
  });
});

describe('by hand', () => {
  const FORWARD = `mutation ($id: ID!) { forwardIncident(input: { incidentId: $id }) {
    created incident { number correlationId } userErrors { code message } } }`;
  const idOf = (key: string) => Buffer.from(`AllQuietIncident:${key}`).toString('base64url');
  const forward = async (who: string, id: string) => {
    const { body } = await scene.stack.graphql(who, FORWARD, { id });
    expect(body.errors).toBeUndefined();
    return (
      body.data as {
        forwardIncident: { created: boolean; incident: unknown; userErrors: { code: string }[] };
      }
    ).forwardIncident;
  };

  it('an incident is forwarded once, whoever asks how often', async () => {
    const { id } = await scene.quiet.create('By hand');
    const answers = await Promise.all([forward('admin', idOf(id)), forward('admin', idOf(id))]);
    for (const answer of answers)
      expect(answer).toMatchObject({ incident: { correlationId: id }, userErrors: [] });
    expect(await scene.records(id)).toHaveLength(1);
  });

  it('an agent sees what was forwarded: it is in the domain of whoever did it', async () => {
    const { id } = await scene.quiet.create('For my colleagues');
    const answer = await forward('agent-itsm', idOf(id));
    expect(answer).toMatchObject({ created: true, incident: { correlationId: id }, userErrors: [] });
    const domains = scene.stack.sandbox.world.servicenow.get('domain')!;
    const acme = domains.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
    expect((await scene.records(id)).map((record) => record['sys_domain'])).toEqual([acme]);
  });

  it('who may not write incidents is refused, and what is not there is not found', async () => {
    const { id } = await scene.quiet.create('Not for you');
    expect((await forward('agent', idOf(id))).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await forward('admin', idOf('0'.repeat(24)))).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const other = Buffer.from('Case:1').toString('base64url');
    expect((await forward('admin', other)).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });
});
