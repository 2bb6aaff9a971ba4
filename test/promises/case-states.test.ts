import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { startStack, type Stack } from '../harness/stack.ts';

/** From New to Closed: who may bring a case into which state, what has to be said for it, and what then stands in ServiceNow. */

let stack: Stack;
let admin: ServiceNowAdmin;
let acme: string;

beforeAll(async () => {
  stack = await startStack();
  admin = serviceNowAdmin(stack.sandbox);
  acme = stack.sandbox.world.servicenow.get('domain')!.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
});
afterAll(() => stack.close());
beforeEach(() => stack.clearFaults());

/** A case of the persona contact's own account. */
function freshCase(columns: SnColumns = {}): Promise<SnColumns> {
  const { account = '' } = stack.sandbox.world.personas.find(({ name }) => name === 'contact')!.claims;
  return admin.create('sn_customerservice_case', {
    short_description: 'From New to Closed',
    state: '10',
    priority: '2',
    account,
    sys_domain: acme,
    ...columns,
  });
}

const caseNow = ({ sys_id: sysId = '' }: SnColumns) =>
  admin.one('sn_customerservice_case', `sys_id=${sysId}`);

async function journalOf({ sys_id: sysId = '' }: SnColumns): Promise<readonly (string | undefined)[][]> {
  const entries = await admin.list('sys_journal_field', `element_id=${sysId}`);
  return entries.map(({ element, value }) => [element, value]);
}

interface Payload {
  readonly case: { readonly state: { readonly value: string } } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

async function call(who: string, field: string, on: SnColumns, input: object = {}): Promise<Payload> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${field}(input: $input) { case { state { value } } userErrors { code field message } } }`;
  const caseId = Buffer.from(`Case:${on['sys_id']}`).toString('base64url');
  const { body } = await stack.graphql(who, text, { input: { caseId, ...input } });
  expect(body.errors ?? []).toEqual([]);
  return (body.data as Record<string, Payload>)[field]!;
}

const SOLVED = { resolutionCode: '1', closeNotes: 'Restart it.' };
const RESOLVED = { state: '6', resolution_code: '1', close_notes: 'Restart it.' };

describe('A case changes its state', () => {
  it.each<[string, string, string, SnColumns, object, SnColumns]>([
    [
      'an agent proposes a solution',
      'agent',
      'proposeSolution',
      {},
      SOLVED,
      { state: '6', resolution_code: '1', close_notes: 'Restart it.' },
    ],
    ['on a case that waits for the customer', 'agent', 'proposeSolution', { state: '18' }, SOLVED, RESOLVED],
    ['the customer accepts it', 'contact', 'acceptSolution', RESOLVED, {}, { state: '3' }],
    [
      'the customer rejects it',
      'contact',
      'rejectSolution',
      RESOLVED,
      { comment: 'Still.' },
      { state: '10' },
    ],
    ['an agent asks the customer', 'agent', 'requestInfo', {}, { comment: 'Which one?' }, { state: '18' }],
    [
      'an agent closes with notes',
      'agent',
      'closeCase',
      { state: '1' },
      { closeNotes: 'No fault found.' },
      { state: '3', close_notes: 'No fault found.' },
    ],
    ['the customer closes without notes', 'contact', 'closeCase', {}, {}, { state: '3' }],
  ])('%s', async (_, who, field, columns, input, expected) => {
    const on = await freshCase(columns);
    for (let repeat = 0; repeat < 2; repeat += 1) {
      const { userErrors, case: answered } = await call(who, field, on, input);
      expect(userErrors).toEqual([]);
      expect(answered?.state.value).toBe(expected['state']);
      expect(await caseNow(on)).toMatchObject(expected);
    }
    const said = 'comment' in input ? [['comments', (input as { comment: string }).comment]] : [];
    expect((await journalOf(on)).filter(([element]) => element === 'comments')).toEqual(said);
  });
});

describe('It is refused, and the case stays as it is', () => {
  it.each<[string, string, string, SnColumns, object, string, string]>([
    [
      'a solution of a new case',
      'agent',
      'proposeSolution',
      { state: '1' },
      SOLVED,
      'INVALID_STATE',
      'caseId',
    ],
    [
      'a solution without notes',
      'agent',
      'proposeSolution',
      {},
      { resolutionCode: '1', closeNotes: ' ' },
      'INVALID_INPUT',
      'closeNotes',
    ],
    ['a solution by the customer', 'contact', 'proposeSolution', {}, SOLVED, 'FORBIDDEN', 'caseId'],
    ['an agent who accepts for the customer', 'agent', 'acceptSolution', RESOLVED, {}, 'FORBIDDEN', 'caseId'],
    [
      'a rejection that says nothing',
      'contact',
      'rejectSolution',
      RESOLVED,
      { comment: '' },
      'INVALID_INPUT',
      'comment',
    ],
    ['an answer to a case that is open', 'contact', 'acceptSolution', {}, {}, 'INVALID_STATE', 'caseId'],
    ['an agent who closes without notes', 'agent', 'closeCase', {}, {}, 'INVALID_INPUT', 'closeNotes'],
    [
      'a question on a closed case',
      'agent',
      'requestInfo',
      { state: '3', close_notes: 'x' },
      { comment: 'Why?' },
      'INVALID_STATE',
      'caseId',
    ],
  ])('%s', async (_, who, field, columns, input, code, path) => {
    const on = await freshCase(columns);
    const before = await caseNow(on);
    const { userErrors } = await call(who, field, on, input);
    expect(userErrors).toMatchObject([{ code, field: [path] }]);
    expect(await caseNow(on)).toEqual(before);
    expect(await journalOf(on)).toEqual([]);
  });

  it('a case of another account is not there for a contact', async () => {
    const own = stack.sandbox.world.personas.find(({ name }) => name === 'contact')!.claims.account;
    const other = stack.sandbox.world.servicenow
      .get('customer_account')!
      .find(({ sys_id }) => sys_id !== own)!;
    const on = await freshCase({ ...RESOLVED, account: other.sys_id });
    const answer = await call('contact', 'acceptSolution', on);
    expect(answer).toMatchObject({ case: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await caseNow(on))['state']).toBe('6');
  });

  it('a resolution code that the instance does not have is told of', async () => {
    const on = await freshCase();
    const answer = await call('agent', 'proposeSolution', on, { ...SOLVED, resolutionCode: 'no such code' });
    expect(answer.userErrors.map(({ code }) => code)).toEqual(['NOT_ACCEPTED']);
    expect((await caseNow(on))['resolution_code']).not.toBe('no such code');
  });
});

describe('The journal of a case', () => {
  it.each([
    ['an agent comments', 'agent', 'CUSTOMER', [['comments', 'Hello.']], null],
    ['an agent notes', 'agent', 'AGENTS', [['work_notes', 'Hello.']], null],
    ['the customer comments', 'contact', 'CUSTOMER', [['comments', 'Hello.']], null],
    ['the customer writes no work notes', 'contact', 'AGENTS', [], 'FORBIDDEN'],
  ])('%s', async (_, who, audience, journal, code) => {
    const on = await freshCase();
    const { userErrors } = await call(who, 'addCaseComment', on, { text: 'Hello.', audience });
    expect(userErrors.map((error) => error.code)).toEqual(code === null ? [] : [code]);
    expect(await journalOf(on)).toEqual(journal);
  });

  it.each([
    ['the customer, which opens it again', 'contact', 'CUSTOMER', '10'],
    ['an agent, who still waits for the customer', 'agent', 'CUSTOMER', '18'],
    ['an agent, with a work note', 'agent', 'AGENTS', '18'],
  ])('takes an answer on a case that awaits information, from %s', async (_, who, audience, state) => {
    const on = await freshCase({ state: '18' });
    const { userErrors, case: answered } = await call(who, 'addCaseComment', on, { text: 'Here.', audience });
    expect({ userErrors, state: answered?.state.value }).toEqual({ userErrors: [], state });
    expect((await caseNow(on))['state']).toBe(state);
  });

  it('takes nothing on a closed case', async () => {
    const on = await freshCase({ state: '3', close_notes: 'Done.' });
    const { userErrors } = await call('contact', 'addCaseComment', on, { text: 'Hello.' });
    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(await journalOf(on)).toEqual([]);
  });
});
