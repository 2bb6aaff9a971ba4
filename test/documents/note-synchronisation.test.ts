import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Config } from '../../src/config/index.ts';
import { createLog } from '../../src/observe/log.ts';
import type { SnColumns } from '../harness/servicenow-admin.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { CASE, idOf, startScene, type Scene } from '../harness/scene.ts';

/**
 * What ServiceNow's documents on the integration of cases with incidents, problems, changes, requests and major issues say of work notes, statement by statement
 * in their order, in our words. How records are made, associated and removed is walked in the files beside this one.
 */

let scene: Scene;
let created = 0;
const lines: Record<string, unknown>[] = [];

const telling = (config: Config, fields: readonly ('state' | 'work_notes')[]): Config => ({
  ...config,
  cases: { ...config.cases, parentChildSync: { enabled: true, fields: [...fields] } },
  sync: {
    ...config.sync,
    notes: { ...config.sync.notes, enabled: true, writeDeadline: 1.5, drain: 0.3 },
    lease: { ...config.sync.lease, term: 4, margin: 0.05 },
    poll: { interval: 0.1, overlap: 5 },
  },
});

beforeAll(async () => {
  // Ids that grow, so that entries of one second have an order too.
  const newSysId = (): string => (++created).toString(16).padStart(32, '0');
  const log = createLog('info', (line) => lines.push(JSON.parse(line) as Record<string, unknown>));
  scene = await startScene({ cases: 10, sandbox: { servicenow: { newSysId } }, log }, (config) =>
    telling(config, ['state', 'work_notes']),
  );
  await vi.waitUntil(() => lines.some(({ leads }) => leads === true), { timeout: 15_000, interval: 20 });
});
afterAll(() => scene.close());

/** The gateway's notes on a case in the order of writing, without their references. */
async function notesOf({ sys_id: key }: SnColumns): Promise<readonly string[]> {
  const entries = await scene.admin.list(
    'sys_journal_field',
    `element_id=${key}^element=work_notes^ORDERBYsys_id`,
  );
  return entries
    .map(({ value }) => value!)
    .filter((value) => /\n\[casegraph [0-9a-f]{12}\]$/.test(value))
    .map((value) => value.slice(0, value.lastIndexOf('\n')));
}

/** The notes on a case, once there are so many. */
async function told(of: SnColumns, count = 1): Promise<readonly string[]> {
  const enough = async (): Promise<boolean> => (await notesOf(of)).length >= count;
  await vi.waitUntil(enough, { timeout: 10_000, interval: 40 }).catch(() => undefined);
  return notesOf(of);
}

/** Long enough for a note that should not come. */
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));

/** A new record and an open case that has it. */
async function pair(table: string, column: string, columns: SnColumns) {
  const record = await scene.fresh(table, columns);
  const of = await scene.freshCase({ [column]: record['sys_id']! });
  const change = (changes: SnColumns) => scene.admin.change(table, record['sys_id']!, changes);
  return { record, of, change };
}

/** The words of a note: beside who it is about and, of a problem, where that is. */
function words(note: string | undefined, record: SnColumns): readonly string[] {
  const [about, ...says] = (note ?? '').split('\n');
  expect(about).toContain(record['number']);
  return says.filter((line) => !line.startsWith('Link: '));
}

describe('Data of the incident that reach the case', () => {
  const incident = (columns: SnColumns = {}) => pair('incident', 'incident', { state: '1', ...columns });

  it.concurrent('its state changes', async () => {
    const { record, of, change } = await incident();
    await change({ state: '2' });
    expect(await told(of)).toEqual([`Incident ${record['number']}\nState: In Progress (was New)`]);
  });

  it.concurrent.each([
    ['1', 'Awaiting Caller'],
    ['3', 'Awaiting Problem'],
    ['4', 'Awaiting Vendor'],
    ['5', 'Awaiting Change'],
  ])('put on hold, it comes with the reason %s', async (reason, label) => {
    const { record, of, change } = await incident({ state: '2' });
    await change({ state: '3', hold_reason: reason });
    const says = ['State: On Hold (was In Progress)', `On-hold reason: ${label}`];
    expect(words((await told(of))[0], record)).toEqual(says);
  });

  it.concurrent.each([
    ['6', 'Resolved'],
    ['7', 'Closed'],
  ])('in state %s (%s), it comes with resolution code and notes', async (state, label) => {
    const { record, of, change } = await incident({ state: '2' });
    await change({ state, close_code: 'Workaround provided', close_notes: 'Use the other door.' });
    expect(words((await told(of))[0], record)).toEqual([
      `State: ${label} (was In Progress)`,
      'Resolution code: Workaround provided',
      'Resolution notes: Use the other door.',
    ]);
  });

  it.concurrent('additional comments on it come one by one; its own work notes do not', async () => {
    const { record, of, change } = await incident();
    await change({ comments: 'A part is missing.', work_notes: 'Not for others.' });
    await change({ comments: 'The part is here.' });
    const notes = await told(of, 2);
    expect(notes.flatMap((note) => words(note, record))).toEqual([
      'Additional comment by admin: A part is missing.',
      'Additional comment by admin: The part is here.',
    ]);
  });

  it.concurrent('the caller is not notified by the incident where that is a customer', async () => {
    const [who, of] = [await scene.as('agent', ['sn_incident_write']), await scene.freshCase()];
    const { userErrors } = await scene.mutate(who, 'createIncidentFromCase', { caseId: idOf('Case', of) });
    expect(userErrors).toEqual([]);
    const made = await scene.now('incident', { sys_id: (await scene.now(CASE, of))['incident']! });
    expect(made).toMatchObject({ caller_id: of['contact'], notify: '1' });
  });
});

describe('Data of the problem that reach the case', () => {
  const problem = (columns: SnColumns = {}) => pair('problem', 'problem', { state: '103', ...columns });

  it.concurrent('its state changes, with a link that leads to it', async () => {
    const { record, of, change } = await problem();
    await change({ state: '104' });
    const [note] = await told(of);
    expect(words(note, record)).toEqual(['State: Fix in Progress (was Root Cause Analysis)']);
    const link = /^Link: (\S+)$/m.exec(note!)![1]!;
    expect(link).toContain(new URL(scene.stack.sandbox.urls.servicenow).origin);
    expect(decodeURIComponent(link)).toContain(`problem.do?sys_id=${record['sys_id']}`);
  });

  it.concurrent.each([
    ['workaround', 'workaround', 'workaround_communicated_at', 'Workaround communicated: Restart it.'],
    ['fix', 'fix_notes', 'fix_communicated_at', 'Fix communicated: Restart it.'],
  ])('its %s, when it is communicated and not before', async (_, text, moment, says) => {
    const { record, of, change } = await problem();
    await change({ [text]: 'Restart it.' });
    await quiet();
    expect(await notesOf(of)).toEqual([]);
    await change({ [moment]: '2026-03-10 12:00:00' });
    expect(words((await told(of))[0], record)).toEqual([says]);
  });

  const notes = { cause_notes: 'Old disks.', fix_notes: 'New disks.', close_notes: 'It is rare.' };
  it.concurrent.each([
    ['closed as canceled, it comes with the reason', '107', 'canceled', ['Canceled.', 'Reason: It is rare.']],
    [
      'closed with its risk accepted, it comes with cause, reason and fix',
      '107',
      'risk_accepted',
      ['Risk accepted.', 'Cause: Old disks.', 'Reason: It is rare.', 'Fix: New disks.'],
    ],
    [
      'resolved with a fix applied, it comes with cause and fix',
      '106',
      'fix_applied',
      ['Fix applied.', 'Cause: Old disks.', 'Fix: New disks.'],
    ],
    [
      'closed with a fix applied, likewise',
      '107',
      'fix_applied',
      ['Fix applied.', 'Cause: Old disks.', 'Fix: New disks.'],
    ],
  ])('%s', async (_, state, code, says) => {
    const { record, of, change } = await problem();
    await change({ state, resolution_code: code, ...notes });
    const [first, ...rest] = words((await told(of))[0], record);
    expect(first).toBe(`State: ${state === '106' ? 'Resolved' : 'Closed'} (was Root Cause Analysis)`);
    expect(rest).toEqual(says);
  });

  describe('its known error article, with a link that leads there', () => {
    const article = () => scene.admin.create('kb_knowledge', { short_description: 'Disks grow old' });
    /** The note's three lines, with the key of the article taken out of the address. */
    const said = (note: string | undefined): readonly (string | undefined)[] => {
      const [about, article, link] = (note ?? '').split('\n');
      return [
        about,
        article,
        /^Link: http\S+kb_view\.do%3Fsys_kb_id%3D([0-9a-f]{32})$/.exec(link ?? '')?.[1],
      ];
    };
    const saying = (record: SnColumns, { number, sys_id: id }: SnColumns) => [
      `Problem ${record['number']}`,
      `Known error article ${number}: Disks grow old`,
      id,
    ];

    it.concurrent('when one is created for it', async () => {
      const { record, of, change } = await problem();
      const about = await article();
      await change({ primary_known_error_article: about['sys_id']! });
      expect(said((await told(of))[0])).toEqual(saying(record, about));
    });

    it.concurrent('when one that is there is associated, once, whatever else is done with it', async () => {
      const { record, of, change } = await problem();
      const [first, second] = [await article(), await article()];
      const attach = (about: SnColumns) =>
        scene.admin.create('m2m_kb_task', { kb_knowledge: about['sys_id']!, task: record['sys_id']! });
      await attach(first);
      expect(said((await told(of))[0])).toEqual(saying(record, first));
      await change({ primary_known_error_article: first['sys_id']! });
      await attach(second);
      const notes = await told(of, 2);
      expect(notes.map(said)).toEqual([saying(record, first), saying(record, second)]);
    });
  });
});

describe('Data of the change that reach the case', () => {
  const change = (columns: SnColumns = {}) => pair('change_request', 'change', { state: '-5', ...columns });

  it.concurrent('its state changes', async () => {
    const { record, of, change: to } = await change();
    await to({ state: '-4' });
    expect(words((await told(of))[0], record)).toEqual(['State: Assess (was New)']);
  });

  it.concurrent('its type changes', async () => {
    const { record, of, change: to } = await change({ type: 'normal' });
    await to({ type: 'emergency' });
    expect(words((await told(of))[0], record)).toEqual(['Type: Emergency (was Normal)']);
  });

  it.concurrent('additional comments on it', async () => {
    const { record, of, change: to } = await change();
    await to({ comments: 'Tonight at eight.' });
    expect(words((await told(of))[0], record)).toEqual(['Additional comment by admin: Tonight at eight.']);
  });

  it.concurrent('put on hold, it comes with the reason; and then that the hold is gone', async () => {
    const { record, of, change: to } = await change();
    await to({ on_hold: 'true', on_hold_reason: 'Everybody is away.' });
    await told(of);
    await to({ on_hold: 'false' });
    const notes = await told(of, 2);
    expect(notes.flatMap((note) => words(note, record))).toEqual([
      'It is on hold.',
      'On-hold reason: Everybody is away.',
      'The hold was removed.',
    ]);
  });

  it.concurrent('closed, it comes with how that went', async () => {
    const { record, of, change: to } = await change({ state: '-1' });
    await to({ state: '3', close_code: 'successful', close_notes: 'All went well.' });
    expect(words((await told(of))[0], record)).toEqual([
      'State: Closed (was Implement)',
      'Close code: Successful',
      'Close notes: All went well.',
    ]);
  });

  it.concurrent('a change that caused the case is told of in the same way', async () => {
    const { record, of, change: to } = await pair('change_request', 'caused_by', { state: '-2' });
    await to({ state: '-1' });
    expect(words((await told(of))[0], record)).toEqual(['State: Implement (was Scheduled)']);
  });
});

describe('Data of a request that reach the case', () => {
  async function request() {
    const of = await scene.freshCase();
    const record = await scene.fresh('sc_request', { parent: of['sys_id']!, request_state: 'in_process' });
    const change = (changes: SnColumns) => scene.admin.change('sc_request', record['sys_id']!, changes);
    return { of, record, change };
  }

  it.concurrent('its state changes', async () => {
    const { of, record, change } = await request();
    await change({ request_state: 'requested' });
    expect(words((await told(of))[0], record)).toEqual(['State: Pending Approval (was Approved)']);
  });

  it.concurrent('that it is closed, which does not resolve the case', async () => {
    const { of, record, change } = await request();
    await change({ request_state: 'closed_complete', state: '3', close_notes: 'Delivered.' });
    expect(words((await told(of))[0], record)).toEqual([
      'State: Closed Complete (was Approved)',
      'Close notes: Delivered.',
    ]);
    await quiet();
    expect((await scene.now(CASE, of))['state']).toBe(of['state']);
  });

  // That the requester is not notified of a comment where the case is the parent is the instance's doing: nothing of it can be seen in a record.
  it.concurrent('additional comments, of the request and of what was ordered with it', async () => {
    const { of, record, change } = await request();
    const item = await scene.fresh('sc_req_item', { request: record['sys_id']! });
    await scene.admin.change('sc_req_item', item['sys_id']!, { comments: 'Which colour?' });
    expect(words((await told(of))[0], item)).toEqual(['Additional comment by admin: Which colour?']);
    await change({ comments: 'It takes a week.' });
    expect(words((await told(of, 2))[1], record)).toEqual(['Additional comment by admin: It takes a week.']);
  });
});

describe('With major issue management', () => {
  const incident = () => scene.fresh('incident', { state: '1' });
  const begin = ({ sys_id: id }: SnColumns) => scene.admin.change('incident', id!, { state: '2' });
  const freshMajor = (columns: SnColumns) =>
    scene.freshCase({ account: '', contact: '', major_case_state: 'accepted', ...columns });
  const below = ({ sys_id: parent }: SnColumns, columns: SnColumns) =>
    scene.freshCase({ parent: parent!, ...columns });

  async function accepted(candidate: SnColumns): Promise<SnColumns> {
    const who = await scene.as('major-issue-manager');
    const input = { caseId: idOf('Case', candidate) };
    const { majorCase } = await scene.mutate(who, 'acceptMajorCase', input, 'majorCase { sysId }');
    return scene.now(CASE, { sys_id: (majorCase as { readonly sysId: string }).sysId });
  }

  it.concurrent(
    'once a candidate is accepted, the major case is told of its record, and the child as well where work notes are synchronised',
    async () => {
      const record = await incident();
      const candidate = await scene.freshCase({ incident: record['sys_id']!, major_case_state: 'proposed' });
      const major = await accepted(candidate);
      await begin(record);
      for (const each of [major, candidate])
        expect(words((await told(each))[0], record)).toEqual(['State: In Progress (was New)']);
      expect(await notesOf(candidate)).toHaveLength(1);
    },
  );

  it.concurrent('a record of another kind that only the child has is told of on the child', async () => {
    const problem = await scene.fresh('problem', { state: '103' });
    const major = await freshMajor({ problem: problem['sys_id']! });
    const record = await incident();
    const child = await below(major, { incident: record['sys_id']! });
    await begin(record);
    expect(words((await told(child))[0], record)).toEqual(['State: In Progress (was New)']);
    await quiet();
    expect(await notesOf(major)).toEqual([]);
  });

  it.concurrent('records of the same kind that differ are told of on their own case each', async () => {
    const [upper, lower] = [await incident(), await incident()];
    const major = await freshMajor({ incident: upper['sys_id']! });
    const child = await below(major, { incident: lower['sys_id']! });
    await Promise.all([begin(upper), begin(lower)]);
    expect(words((await told(major))[0], upper)).toHaveLength(1);
    expect(words((await told(child))[0], lower)).toHaveLength(1);
    await quiet();
    expect([(await notesOf(major)).length, (await notesOf(child)).length]).toEqual([1, 1]);
  });

  it('a child that does not follow any more gets no copy', async () => {
    const record = await incident();
    const major = await freshMajor({ incident: record['sys_id']! });
    const ended = { state: '6', close_notes: 'Was over before.', resolution_code: '1' };
    const child = await below(major, { incident: record['sys_id']!, ...ended });
    await begin(record);
    await told(major);
    await quiet();
    expect([(await notesOf(major)).length, (await notesOf(child)).length]).toEqual([1, 0]);
  });

  it('a record that both have is told of on the major case only where work notes are not synchronised', async () => {
    const record = await incident();
    const major = await freshMajor({ incident: record['sys_id']! });
    const child = await below(major, { incident: record['sys_id']! });
    await scene.stack.gateway.close();
    const other = await secondGateway(scene.stack.sandbox, (config) => telling(config, ['state']));
    try {
      await begin(record);
      expect(words((await told(major))[0], record)).toEqual(['State: In Progress (was New)']);
      await quiet();
      expect(await notesOf(child)).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
