import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/index.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { startStack, type Stack } from '../harness/stack.ts';

/** What children get of their major case where `cases.parentChildSync` is on, and that it is off by itself. */

let stack: Stack;
let off: Stack;
let admin: ServiceNowAdmin;
let offAdmin: ServiceNowAdmin;
let acme: string;

const syncing = (config: Config): Config => ({
  ...config,
  cases: { ...config.cases, parentChildSync: { ...config.cases.parentChildSync, enabled: true } },
  connections: config.connections.map((connection) => ({
    ...connection,
    limits: { ...connection.limits, breakerFailures: 1_000, breakerCooldown: 1 },
  })),
});

beforeAll(async () => {
  [stack, off] = await Promise.all([startStack({ config: syncing }), startStack()]);
  [admin, offAdmin] = [serviceNowAdmin(stack.sandbox), serviceNowAdmin(off.sandbox)];
  acme = stack.sandbox.world.servicenow.get('domain')!.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
});
afterAll(async () => {
  await stack.close();
  await off.close();
});
beforeEach(() => stack.clearFaults());

const freshCase = (columns: SnColumns, by = admin): Promise<SnColumns> =>
  by.create('sn_customerservice_case', {
    short_description: 'Nobody can pay',
    state: '10',
    priority: '2',
    sys_domain: acme,
    ...columns,
  });

/** A major case with one child per state. */
async function family(states: readonly string[], by = admin) {
  const major = await freshCase({ major_case_state: 'accepted' }, by);
  const ended = { close_notes: 'Was over before.', resolution_code: '1' };
  const children = [];
  for (const state of states) {
    const parent = { parent: major['sys_id']!, state };
    children.push(await freshCase({ ...parent, ...(['1', '10', '18'].includes(state) ? {} : ended) }, by));
  }
  return { major, children };
}

const now = ({ sys_id: sysId = '' }: SnColumns, by = admin): Promise<SnColumns> =>
  by.one('sn_customerservice_case', `sys_id=${sysId}`);

async function said(
  { sys_id: sysId = '' }: SnColumns,
  by = admin,
): Promise<readonly (string | undefined)[][]> {
  const entries = await by.list('sys_journal_field', `element_id=${sysId}`);
  return entries.map(({ element, value }) => [element, value]);
}

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

async function call(on: SnColumns, field: string, input: object, at = stack): Promise<Payload['userErrors']> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code message } } }`;
  const caseId = Buffer.from(`Case:${on['sys_id']}`).toString('base64url');
  const { body } = await at.graphql('major-issue-manager', text, { input: { caseId, ...input } });
  expect(body.errors ?? []).toEqual([]);
  return (body.data as Record<string, Payload>)[field]!.userErrors;
}

const ALL = ['1', '10', '18', '6', '3', '7'];

describe('With the setting on, children get', () => {
  it('a comment and a work note, once, unless they are resolved, closed or canceled', async () => {
    const { major, children } = await family(ALL);
    for (let repeat = 0; repeat < 2; repeat += 1) {
      expect(await call(major, 'addCaseComment', { text: 'We are on it.' })).toEqual([]);
      expect(await call(major, 'addCaseComment', { text: 'Database.', audience: 'AGENTS' })).toEqual([]);
    }
    const both = [
      ['comments', 'We are on it.'],
      ['work_notes', 'Database.'],
    ];
    for (const [index, child] of [major, ...children].entries())
      expect([index, [...(await said(child))].sort()]).toEqual([index, index < 4 ? both : []]);
  });

  it('the solution with its code and notes', async () => {
    const { major, children } = await family(ALL);
    expect(await call(major, 'proposeSolution', { resolutionCode: '1', closeNotes: 'Restart it.' })).toEqual(
      [],
    );
    for (const [index, child] of children.entries()) {
      const { state, close_notes: notes } = await now(child);
      expect([state, notes]).toEqual(index < 3 ? ['6', 'Restart it.'] : [ALL[index], 'Was over before.']);
    }
  });

  it('the end, with its notes', async () => {
    const { major, children } = await family(ALL);
    expect(await call(major, 'closeCase', { closeNotes: 'A false alarm.' })).toEqual([]);
    for (const [index, child] of children.entries()) {
      const { state, close_notes: notes } = await now(child);
      expect([state, notes]).toEqual(index < 3 ? ['3', 'A false alarm.'] : [ALL[index], 'Was over before.']);
    }
  });

  it('nothing of a case that is no major case, and grandchildren nothing', async () => {
    const parent = await freshCase({});
    const child = await freshCase({ parent: parent['sys_id']! });
    expect(await call(parent, 'addCaseComment', { text: 'We are on it.' })).toEqual([]);
    expect(await said(child)).toEqual([]);
  });

  it.each<[string, string, object, (child: SnColumns) => Promise<unknown>, unknown]>([
    ['a comment', 'addCaseComment', { text: 'We are on it.' }, said, [['comments', 'We are on it.']]],
    [
      'the end',
      'closeCase',
      { closeNotes: 'A false alarm.' },
      async (child) => (await now(child))['state'],
      '3',
    ],
  ])(
    '%s: a child that could not be changed is told of, the others have it, and a repeat completes it',
    async (_, field, input, look, expected) => {
      const { major, children } = await family(['10', '10', '10', '10']);
      const unlucky = children[2]!;
      await stack.fault('servicenow', {
        method: 'PATCH',
        path: `/table/sn_customerservice_case/${unlucky['sys_id']}`,
        drop: 'before',
      });
      const errors = await call(major, field, input);
      expect(errors).toMatchObject([{ code: 'UNAVAILABLE' }]);
      expect(errors[0]!.message).toContain(unlucky['number']);
      expect(await look(major)).toEqual(expected);
      for (const child of children) {
        if (child === unlucky) expect(await look(child)).not.toEqual(expected);
        else expect(await look(child)).toEqual(expected);
      }
      await stack.clearFaults();
      for (let repeat = 0; repeat < 2; repeat += 1) {
        expect(await call(major, field, input)).toEqual([]);
        for (const each of [major, ...children]) expect(await look(each)).toEqual(expected);
      }
    },
  );
});

it('by itself it is off', async () => {
  const { major, children } = await family(['10'], offAdmin);
  await call(major, 'addCaseComment', { text: 'We are on it.' }, off);
  await call(major, 'closeCase', { closeNotes: 'A false alarm.' }, off);
  expect((await now(major, offAdmin))['state']).toBe('3');
  expect((await now(children[0]!, offAdmin))['state']).toBe('10');
  expect(await said(children[0]!, offAdmin)).toEqual([]);
});
