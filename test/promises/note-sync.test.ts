import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/observe/log.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { startStack, type Stack, type StackOptions } from '../harness/stack.ts';

const lines: Record<string, unknown>[] = [];
let stack: Stack;
let admin: ServiceNowAdmin;
let created = 0;

const live: NonNullable<StackOptions['config']> = (config) => ({
  ...config,
  cases: { ...config.cases, parentChildSync: { enabled: true, fields: ['state', 'comments'] } },
  sync: {
    ...config.sync,
    notes: { ...config.sync.notes, enabled: true, writeDeadline: 0.6, drain: 0.3 },
    lease: { ...config.sync.lease, term: 2.2, margin: 0.05 },
    poll: { interval: 0.2, overlap: 5 },
  },
});

beforeAll(async () => {
  // Ids that grow, so that entries of one second have an order too.
  const newSysId = (): string => (++created).toString(16).padStart(32, '0');
  stack = await startStack({
    cases: 40,
    sandbox: { servicenow: { newSysId } },
    log: createLog('info', (line) => lines.push(JSON.parse(line) as Record<string, unknown>)),
    config: live,
  });
  admin = serviceNowAdmin(stack.sandbox);
  await vi.waitUntil(() => lines.some(({ leads }) => leads === true), { timeout: 10_000, interval: 20 });
});
afterAll(() => stack.close());
beforeEach(() => (lines.length = 0));

/** The gateway's notes on a case in the order of writing, without their references. */
async function notesOf({ sys_id: key }: SnColumns): Promise<readonly string[]> {
  const entries = await admin.list('sys_journal_field', `element_id=${key}^element=work_notes^ORDERBYsys_id`);
  return entries
    .map(({ value }) => value!)
    .filter((value) => /\n\[casegraph [0-9a-f]{12}\]$/.test(value))
    .map((value) => value.slice(0, value.lastIndexOf('\n')));
}

/** Waits until a case has so many notes, and a little longer for one too many. */
async function told(of: SnColumns, count: number): Promise<readonly string[]> {
  await vi
    .waitUntil(async () => (await notesOf(of)).length >= count, { timeout: 8_000, interval: 50 })
    .catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 450));
  return notesOf(of);
}

const newIncident = () => admin.create('incident', { short_description: 'Router', state: '1' });
const newCase = (columns: SnColumns) =>
  admin.create('sn_customerservice_case', { short_description: 'Router', state: '10', ...columns });

describe('work notes follow the related records', () => {
  it('an incident: states, the hold reason, comments, the resolution', async () => {
    const incident = await newIncident();
    const id = incident['sys_id']!;
    const of = await newCase({ incident: id });
    await admin.change('incident', id, { state: '2' });
    await admin.change('incident', id, { state: '3', hold_reason: '4' });
    await told(of, 2);
    await admin.change('incident', id, { comments: 'The part is ordered.' });
    await told(of, 3);
    await admin.change('incident', id, {
      state: '6',
      close_code: 'Solution provided',
      close_notes: 'Replaced it.',
    });
    const name = `Incident ${incident['number']}`;
    expect(await told(of, 4)).toEqual([
      `${name}\nState: In Progress (was New)`,
      `${name}\nState: On Hold (was In Progress)\nOn-hold reason: Awaiting Vendor`,
      `${name}\nAdditional comment by admin: The part is ordered.`,
      `${name}\nState: Resolved (was On Hold)\nResolution code: Solution provided\nResolution notes: Replaced it.`,
    ]);
  });

  it('a problem, a change and the change that caused it, each with its words', async () => {
    const problem = await admin.create('problem', { short_description: 'Disks', state: '103' });
    const change = await admin.create('change_request', { short_description: 'Disks', state: '-2' });
    const cause = await admin.create('change_request', { short_description: 'Firmware', state: '-1' });
    const of = await newCase({
      problem: problem['sys_id']!,
      change: change['sys_id']!,
      caused_by: cause['sys_id']!,
    });
    await admin.change('problem', problem['sys_id']!, {
      state: '106',
      resolution_code: 'fix_applied',
      cause_notes: 'Old disks.',
      fix_notes: 'New ones.',
    });
    await told(of, 1);
    await admin.change('change_request', change['sys_id']!, { on_hold: 'true', on_hold_reason: 'Freeze' });
    await told(of, 2);
    await admin.change('change_request', cause['sys_id']!, { comments: 'Rolled back.' });
    const notes = await told(of, 3);
    expect(notes).toEqual([
      expect.stringMatching(
        /^Problem PRB\d+\nState: Resolved \(was Root Cause Analysis\)\nFix applied\.\nCause: Old disks\.\nFix: New ones\.\nLink: http.*sys_id%3D[0-9a-f]{32}$/,
      ),
      `Change request ${change['number']}\nIt is on hold.\nOn-hold reason: Freeze`,
      `Causing change request ${cause['number']}\nAdditional comment by admin: Rolled back.`,
    ]);
  });

  it('a request: its state, and comments on its items', async () => {
    const of = await newCase({});
    const request = await admin.create('sc_request', { parent: of['sys_id']!, request_state: 'in_process' });
    const item = await admin.create('sc_req_item', { request: request['sys_id']! });
    await admin.change('sc_req_item', item['sys_id']!, { comments: 'Which colour?' });
    await told(of, 1);
    await admin.change('sc_request', request['sys_id']!, { request_state: 'closed_complete', state: '3' });
    const [comment, state, ...more] = await told(of, 2);
    expect(comment).toBe(`Requested item ${item['number']}\nAdditional comment by admin: Which colour?`);
    expect(state).toContain(`Request ${request['number']}\nState: `);
    expect(more).toEqual([]);
  });

  it('a record that several cases have is told of on each; on a child of the major case that has it, not', async () => {
    const incident = (await newIncident())['sys_id']!;
    const own = (await newIncident())['sys_id']!;
    const major = await newCase({ incident, major_case_state: 'accepted' });
    const child = await newCase({ incident, parent: major['sys_id']! });
    const other = await newCase({ incident });
    const apart = await newCase({ incident: own, parent: major['sys_id']! });
    await admin.change('incident', incident, { state: '2' });
    await admin.change('incident', own, { state: '2' });
    await told(apart, 1);
    const counts = await Promise.all(
      [major, child, other, apart].map(async (each) => (await notesOf(each)).length),
    );
    expect(counts).toEqual([1, 0, 1, 1]);
  });

  it('what happened before a record was associated is not told, nor what happens after it is removed', async () => {
    const incident = (await newIncident())['sys_id']!;
    const of = await newCase({});
    await admin.change('incident', incident, { comments: 'Before.' });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await admin.change('sn_customerservice_case', of['sys_id']!, { incident });
    await admin.change('incident', incident, { comments: 'While.' });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await admin.change('sn_customerservice_case', of['sys_id']!, { incident: '' });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await admin.change('incident', incident, { comments: 'After.' });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await told(of, 1)).toEqual([expect.stringContaining('While.')]);
  });

  it('a closed case is left alone; one that refuses a note is named in the log once, and the others go on', async () => {
    const incident = (await newIncident())['sys_id']!;
    const closed = await newCase({ incident });
    const open = await newCase({ incident });
    const refusing = await newCase({ incident });
    await admin.change('sn_customerservice_case', closed['sys_id']!, { state: '3', close_notes: 'Done.' });
    await stack.fault('servicenow', {
      path: `/api/now/table/sn_customerservice_case/${refusing['sys_id']}`,
      method: 'PATCH',
      status: 403,
      body: {
        error: {
          message: 'Operation Failed',
          detail: 'ACL Exception Update Failed due to security constraints',
        },
        status: 'failure',
      },
    });
    await admin.change('incident', incident, { state: '2' });
    expect(await told(open, 1)).toHaveLength(1);
    await admin.change('incident', incident, { state: '1' });
    expect(await told(open, 2)).toHaveLength(2);
    expect(await notesOf(closed)).toEqual([]);
    const named = lines.filter(({ case: number }) => number === refusing['number']);
    expect(named.map(({ msg }) => msg)).toEqual(['the instance refused a work note']);
    await stack.clearFaults();
  });
});

describe('each note stands there once', () => {
  it('also where the answer to a write is lost, on the way there or on the way back', async () => {
    const incident = (await newIncident())['sys_id']!;
    const of = await newCase({ incident });
    const path = `/api/now/table/sn_customerservice_case/${of['sys_id']}`;
    await stack.fault('servicenow', { path, method: 'PATCH', drop: 'after', times: 1 });
    await admin.change('incident', incident, { comments: 'One.' });
    expect(await told(of, 1)).toHaveLength(1);
    await stack.clearFaults();
    await stack.fault('servicenow', { path, method: 'PATCH', delayMs: 700, times: 1 });
    await admin.change('incident', incident, { comments: 'Two.' });
    expect(await told(of, 2)).toHaveLength(2);
    await stack.clearFaults();
  });

  it('with another replica beside, and with one that has taken over', async () => {
    const second = await secondGateway(stack.sandbox, live);
    const incident = (await newIncident())['sys_id']!;
    const of = await newCase({ incident });
    try {
      for (const text of ['One.', 'Two.', 'Three.'])
        await admin.change('incident', incident, { comments: text });
      expect(await told(of, 3)).toHaveLength(3);
    } finally {
      await second.close();
    }
    await admin.change('incident', incident, { comments: 'Four.' });
    expect(await told(of, 4)).toHaveLength(4);
  });

  it('after an outage: nothing is lost, and the instance is not pressed', async () => {
    const incident = (await newIncident())['sys_id']!;
    const of = await newCase({ incident });
    await stack.fault('servicenow', { path: '/api/now/', status: 503 });
    await stack.forget();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const asked = (await stack.requests('servicenow')).length;
    await stack.clearFaults();
    await admin.change('incident', incident, { comments: 'Afterwards.' });
    expect(await told(of, 1)).toHaveLength(1);
    expect(asked).toBeLessThan(60);
  });
});

describe('what it costs', () => {
  it('100 changed records of 100 cases: at most 20 requests besides the notes themselves', async () => {
    const pairs: { incident: string; of: SnColumns }[] = [];
    for (let index = 0; index < 100; index += 1) {
      const incident = (await newIncident())['sys_id']!;
      pairs.push({ incident, of: await newCase({ incident }) });
    }
    await stack.gateway.close();
    const leading = await secondGateway(stack.sandbox, (config) => {
      const { sync, ...rest } = live(config);
      return { ...rest, sync: { ...sync, poll: { interval: 1.5, overlap: 5 } } };
    });
    try {
      const user = stack.sandbox.credentials.servicenow.user;
      const asked = async () => (await stack.requests('servicenow')).filter((each) => each.user === user);
      await stack.forget();
      // What the start looks back at comes first.
      await vi.waitUntil(async () => (await asked()).length > 8, { timeout: 5_000, interval: 20 });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await stack.forget();
      for (const { incident } of pairs) await admin.change('incident', incident, { state: '2' });
      const keys = pairs.map(({ of }) => of['sys_id']).join(',');
      const noted = () => admin.list('sys_journal_field', `element_idIN${keys}^element=work_notes`);
      await vi.waitUntil(async () => (await noted()).length >= 100, { timeout: 8_000, interval: 100 });
      const requests = await asked();
      const notes = requests.filter(({ method }) => method === 'PATCH');
      const leases = requests.filter(({ path }) => path.includes('sys_user'));
      expect(notes).toHaveLength(100);
      const others = requests.length - notes.length - leases.length;
      expect(others).toBeLessThanOrEqual(20);
    } finally {
      await leading.close();
    }
  });
});
