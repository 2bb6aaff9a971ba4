import { describe, expect, it, vi } from 'vitest';
import { startScene, WAIT, type Scene, type SceneOptions } from '../promises/forwarding/scene.ts';

/**
 * All Quiet's documents of its ServiceNow integrations, outbound and inbound, statement by statement in their order, in our words. What they say of clicks in All Quiet's own
 * user interface is a rule of the configuration here.
 */

// Each starts systems of its own, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 45_000 });

async function within(options: SceneOptions, test: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await startScene(options);
  try {
    await test(scene);
  } finally {
    await scene.close();
  }
}

const rule = (more: object = {}) => ({ forwarding: [{ from: 'all-quiet', ...more }] });
const shortly = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('What the outbound integration does', () => {
  it('it makes ServiceNow incidents of forwarded ones, keeps them up to date, and minds no source', async () => {
    await within(rule({ mode: 'always' }), async ({ sandbox, quiet, record, admin }) => {
      const { id } = await quiet.create('By a person');
      await record(id);
      await quiet.intent(id, 'Resolved');
      await record(id, ({ state }) => state === '6');
      const { id: webhook } = sandbox.world.allquiet.integrations.find(
        ({ displayName }) => displayName === 'Webhook',
      )!;
      const alert = {
        Status: 'Open',
        Severity: 'Critical',
        Title: 'By an alert',
        status: 'open',
        severity: 'critical',
        title: 'By an alert',
      };
      const response = await fetch(`${sandbox.urls.allquiet}/api/webhook/${webhook}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alert),
      });
      const { incidentId } = (await response.json()) as { incidentId: string };
      await vi.waitUntil(
        async () => (await admin.list('incident', `correlation_id=${incidentId}`)).length === 1,
        WAIT,
      );
    });
  });
});

describe('Forwarding', () => {
  it('by default an incident goes when it is forwarded, and all that happens to it after that', async () => {
    await within(rule(), async ({ quiet, record, records }) => {
      const { id } = await quiet.create('Forwarded by hand');
      await shortly();
      expect(await records(id)).toEqual([]);
      await quiet.intent(id, 'Forwarded');
      await record(id);
      await quiet.severity(id, 'Minor');
      await record(id, ({ urgency }) => urgency === '3');
    });
  });

  it('"always": every incident goes', async () => {
    await within(rule({ mode: 'always' }), async ({ quiet, record }) => {
      await record((await quiet.create('At once')).id);
    });
  });

  it('"only on forwarding": a snapshot, and no updates', async () => {
    await within(rule({ mode: 'only-on-forwarding' }), async ({ quiet, record, admin }) => {
      const { id } = await quiet.create('Snapshot');
      await quiet.intent(id, 'Commented', 'So far.');
      await quiet.intent(id, 'Forwarded');
      const { sys_id: key = '', ...made } = await record(id);
      const journal = await admin.list('sys_journal_field', `element_id=${key}`);
      expect([made['state'], journal.map(({ value }) => value)]).toEqual([
        '1',
        [expect.stringContaining('So far.')],
      ]);
      await quiet.intent(id, 'Resolved');
      await admin.change('incident', key, { state: '2' });
      await shortly();
      expect([(await record(id))['state'], await quiet.status(id)]).toEqual(['2', 'Resolved']);
    });
  });
});

describe('Settings', () => {
  it('the table is incident, unless another is named', async () => {
    const other = {
      table: 'problem',
      mode: 'always',
      severity: { primary: null },
      close: { codeField: null },
    };
    const states = { new: '101', open: '104', resolved: '106', over: ['106', '107'], closed: ['107'] };
    await within(rule({ ...other, states }), async ({ quiet, admin }) => {
      const { id } = await quiet.create('A problem');
      const found = async () => (await admin.list('problem', `correlation_id=${id}`))[0]?.['state'];
      await vi.waitUntil(async () => (await found()) === '101', WAIT);
    });
  });

  it('states, close code and notes are as configured; what was said on resolving comes before the fallback', async () => {
    const close = { code: 'Known error', notes: 'Resolved from All Quiet' };
    await within(rule({ mode: 'always', close, states: { new: '2' } }), async ({ quiet, record }) => {
      const [silent, spoken] = [await quiet.create('Silent'), await quiet.create('Spoken')];
      await record(silent.id, ({ state }) => state === '2');
      await quiet.intent(silent.id, 'Resolved');
      await quiet.intent(spoken.id, 'Resolved', 'Turned it off and on.');
      const resolved = ({ state }: Readonly<Record<string, string>>) => state === '6';
      expect(await record(silent.id, resolved)).toMatchObject({
        close_code: 'Known error',
        close_notes: 'Resolved from All Quiet',
      });
      expect(await record(spoken.id, resolved)).toMatchObject({ close_notes: 'Turned it off and on.' });
    });
  });

  it('the severity is the urgency: 1, 2, 3; and a second column, on create, on change or both', async () => {
    const secondary = { field: 'impact', values: { Critical: '1', Warning: '2', Minor: '3' }, on: 'create' };
    await within(rule({ mode: 'always', severity: { secondary } }), async ({ quiet, record }) => {
      for (const [severity, value] of [
        ['Critical', '1'],
        ['Warning', '2'],
        ['Minor', '3'],
      ] as const)
        expect(await record((await quiet.create(severity, severity)).id)).toMatchObject({
          urgency: value,
          impact: value,
        });
      const { id } = await quiet.create('Worse', 'Minor');
      await record(id);
      await quiet.severity(id, 'Critical');
      expect(await record(id, ({ urgency }) => urgency === '1')).toMatchObject({ impact: '3' });
    });
  });

  it('the choices are read from sys_choice; where that is refused the values are taken as they are, with a warning', async () => {
    const severity = { primary: { values: { Critical: '9' } } };
    await within(rule({ severity }), async ({ lines }) => {
      const told = () => lines.map(({ problem }) => String(problem)).join();
      await vi.waitUntil(() => told().includes('incident.urgency has no choice "9"'), WAIT);
    });
    const sandbox = { servicenow: { choices: 'unreadable' } } as const;
    await within({ ...rule({ mode: 'always' }), sandbox }, async ({ lines, quiet, record }) => {
      expect(await record((await quiet.create('Anyhow')).id)).toMatchObject({ urgency: '1' });
      const told = () => lines.map(({ problem }) => String(problem)).join();
      await vi.waitUntil(() => told().includes('could not be read'), WAIT);
    });
  });

  it('a value that ServiceNow does not keep is told once, and changes nothing at the origin', async () => {
    const states = { resolved: '66', over: ['66', '6', '7', '8'] };
    await within(rule({ mode: 'always', states }), async ({ quiet, record, lines, admin }) => {
      const { id } = await quiet.create('Dropped');
      const { sys_id: key = '' } = await record(id);
      await quiet.intent(id, 'Resolved');
      await shortly();
      await admin.change('incident', key, { description: 'Look again.' });
      await shortly();
      expect(await quiet.status(id)).toBe('Resolved');
      expect(
        lines.filter(({ msg }) => String(msg).includes('did not take over a value')).length,
      ).toBeLessThanOrEqual(1);
    });
  });
});

describe('What the inbound integration does', () => {
  it('ServiceNow incidents that are resolved, closed or opened again do the same in All Quiet', async () => {
    await within(rule({ mode: 'always' }), async ({ quiet, record, admin }) => {
      const { id } = await quiet.create('Both ways');
      const { sys_id: key = '' } = await record(id);
      const solved = { close_code: 'Known error', close_notes: 'Known.' };
      for (const [columns, status] of [
        [{ state: '6', ...solved }, 'Resolved'],
        [{ state: '2' }, 'Open'],
        [{ state: '6', ...solved }, 'Resolved'],
      ] as const) {
        await admin.change('incident', key, columns);
        await vi.waitUntil(async () => (await quiet.status(id)) === status, WAIT);
      }
      // Closed for good: who opens it in All Quiet is told, once.
      await shortly();
      await admin.change('incident', key, { state: '7' });
      await shortly();
      await quiet.intent(id, 'Unresolved');
      await vi.waitUntil(
        async () => (await quiet.messages(id)).some((text) => text.includes('cannot be opened again')),
        WAIT,
      );
    });
  });
});

describe('Debugging', () => {
  it('what was sent and answered stands in the call log', async () => {
    await within(rule({ mode: 'always' }), async ({ quiet, record, stack }) => {
      await record((await quiet.create('Logged')).id);
      const query = '{ upstreamCalls(last: 50) { connection operation } }';
      const { body } = await stack.graphql('admin', query);
      expect(body.errors).toBeUndefined();
      const { upstreamCalls } = body.data as { upstreamCalls: { connection: string; operation: string }[] };
      expect(new Set(upstreamCalls.map(({ connection }) => connection))).toEqual(
        new Set(['servicenow', 'all-quiet']),
      );
    });
  });
});
