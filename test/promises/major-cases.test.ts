import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import type { Gateway } from '../../src/gateway.ts';
import { patient } from '../harness/patient.ts';
import { startIssuer } from '../harness/issuer.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { servicenowTraffic } from '../harness/servicenow-traffic.ts';
import { startStack, type GraphError, type Stack } from '../harness/stack.ts';

/** Candidates, major cases and their children: who decides, what then stands in ServiceNow, and that it stands there once whatever got lost on the way. */

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

interface Numbered {
  readonly number: string;
}

interface ChildResult {
  readonly recipientId: string;
  readonly case: Numbered | null;
  readonly created: boolean;
  readonly userError: UserError | null;
}

interface Payload {
  readonly case?: Numbered | null;
  readonly majorCase?: Numbered | null;
  readonly childCase?: Numbered | null;
  readonly children?: readonly ChildResult[];
  readonly warnings?: readonly string[];
  readonly userErrors: readonly UserError[];
}

interface Answer {
  readonly payload: Payload | null;
  readonly errors: readonly GraphError[];
}

const MANAGER = 'major-issue-manager';
const ERRORS = 'userErrors { code message field }';
const WANTED: Readonly<Record<string, string>> = {
  proposeMajorCase: `case { number } ${ERRORS}`,
  acceptMajorCase: `case { number } majorCase { number } warnings ${ERRORS}`,
  rejectMajorCase: `case { number } ${ERRORS}`,
  createChildCases: `majorCase { number } children { recipientId case { number } created userError { code message field } } ${ERRORS}`,
  addChildCase: `majorCase { number } childCase { number } ${ERRORS}`,
};

let stack: Stack;
let admin: ServiceNowAdmin;
let domains: Readonly<Record<string, string>>;
let made = 0;

beforeAll(async () => {
  stack = await startStack({ config: patient });
  admin = serviceNowAdmin(stack.sandbox);
  const rows = stack.sandbox.world.servicenow.get('domain')!;
  domains = Object.fromEntries(rows.map((row) => [row['full_name']!, row.sys_id] as const));
});
afterAll(() => stack.close());
beforeEach(async () => {
  await stack.clearFaults();
  await stack.forget();
});

const inAcme = (table: string): readonly SnColumns[] =>
  stack.sandbox.world.servicenow.get(table)!.filter((row) => row['sys_domain'] === domains['TOP/ACME']);

/** An open case of ACME without a customer. */
const freshCase = (columns: SnColumns = {}): Promise<SnColumns> =>
  admin.create('sn_customerservice_case', {
    short_description: `Nobody can pay (${++made})`,
    state: '10',
    priority: '1',
    sys_domain: domains['TOP/ACME']!,
    ...columns,
  });

const freshMajor = (): Promise<SnColumns> => freshCase({ major_case_state: 'accepted' });

/** A case of a contact, proposed as a major case. */
function candidate(columns: SnColumns = {}): Promise<SnColumns> {
  const [contact] = inAcme('customer_contact');
  return freshCase({
    account: contact!['account']!,
    contact: contact!['sys_id']!,
    major_case_state: 'proposed',
    business_impact: 'No sales',
    ...columns,
  });
}

const idOf = (type: string, key: string | undefined): string =>
  Buffer.from(`${type}:${key}`).toString('base64url');

async function call(
  who: string,
  field: string,
  input: object,
  at: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown> = async (
    query,
    variables,
  ) => (await stack.graphql(who, query, variables)).body,
): Promise<Answer> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${field}(input: $input) { ${WANTED[field]} } }`;
  const body = (await at(text, { input })) as {
    data?: Record<string, Payload> | null;
    errors?: GraphError[];
  };
  return { payload: body.data?.[field] ?? null, errors: body.errors ?? [] };
}

/** The payload of a call that went well. */
async function done(who: string, field: string, input: object): Promise<Payload> {
  const { payload, errors } = await call(who, field, input);
  expect({ errors, userErrors: payload?.userErrors }).toEqual({ errors: [], userErrors: [] });
  return payload!;
}

const accept = (who: string, on: SnColumns, idempotencyKey?: string) =>
  call(who, 'acceptMajorCase', { caseId: idOf('Case', on['sys_id']), idempotencyKey });
const accepted = (who: string, on: SnColumns, idempotencyKey?: string) =>
  done(who, 'acceptMajorCase', { caseId: idOf('Case', on['sys_id']), idempotencyKey });
const reject = (who: string, on: SnColumns) =>
  call(who, 'rejectMajorCase', { caseId: idOf('Case', on['sys_id']), reason: 'One customer only.' });

const caseNow = ({ sys_id: sysId = '' }: SnColumns): Promise<SnColumns> =>
  admin.one('sn_customerservice_case', `sys_id=${sysId}`);
const majorsOf = ({ number = '' }: SnColumns) =>
  admin.list('sn_customerservice_case', `correlation_idSTARTSWITHcasegraph:${number}:`);
const childrenOf = ({ sys_id: sysId = '' }: SnColumns) =>
  admin.list('sn_customerservice_case', `parent=${sysId}`);

async function notesOn(
  { sys_id: sysId = '' }: SnColumns,
  element = 'work_notes',
): Promise<readonly string[]> {
  const entries = await admin.list('sys_journal_field', `element_id=${sysId}^element=${element}`);
  return entries.map(({ value = '' }) => value);
}

async function writes(): Promise<readonly string[]> {
  return (await servicenowTraffic(stack)).map(({ method }) => method).filter((method) => method !== 'GET');
}

/** The candidate is the child of exactly one open major case, which is nobody's, and says so once. */
async function expectAccepted(on: SnColumns): Promise<SnColumns> {
  const open = (await majorsOf(on)).filter(({ state }) => state !== '7');
  expect(open).toHaveLength(1);
  const [major] = open;
  expect(major).toMatchObject({ major_case_state: 'accepted', account: '', contact: '', consumer: '' });
  expect(await caseNow(on)).toMatchObject({ parent: major!['sys_id'], major_case_state: 'canceled' });
  expect((await notesOn(on)).filter((note) => note.includes('Accepted'))).toEqual([
    `Accepted as a major case: this case is now a child of ${major!['number']}.`,
  ]);
  return major!;
}

describe('An agent proposes a case', () => {
  const propose = (who: string, on: SnColumns, more: object = {}) =>
    call(who, 'proposeMajorCase', {
      caseId: idOf('Case', on['sys_id']),
      businessImpact: 'No sales',
      ...more,
    });

  it.each([
    ['New', '1'],
    ['Open', '10'],
    ['Awaiting Info', '18'],
  ])('that is %s: it is a candidate, with its business impact and a work note, once', async (_, state) => {
    const on = await freshCase({ state });
    for (let repeat = 0; repeat < 2; repeat += 1) {
      const { payload, errors } = await propose('agent', on, { workNotes: 'Three more called.' });
      expect({ errors, payload }).toMatchObject({ errors: [], payload: { userErrors: [] } });
    }
    expect(await caseNow(on)).toMatchObject({
      state,
      major_case_state: 'proposed',
      business_impact: 'No sales',
    });
    expect(await notesOn(on)).toEqual(['Proposed as a candidate for a major case: Three more called.']);
  });

  it.each<[string, string, SnColumns, object, string, string]>([
    [
      'a resolved case',
      'agent',
      { state: '6', resolution_code: '1', close_notes: 'x' },
      {},
      'INVALID_STATE',
      'caseId',
    ],
    ['a closed case', 'agent', { state: '3', close_notes: 'x' }, {}, 'INVALID_STATE', 'caseId'],
    ['a major case', 'agent', { major_case_state: 'accepted' }, {}, 'INVALID_STATE', 'caseId'],
    ['without saying why', 'agent', {}, { businessImpact: ' ' }, 'INVALID_INPUT', 'businessImpact'],
    ['a case of another domain', 'other-domain-agent', {}, {}, 'NOT_FOUND', 'caseId'],
  ])('not %s, and nothing is written', async (_, who, columns, more, code, field) => {
    const on = await freshCase(columns);
    await stack.forget();
    const { payload } = await propose(who, on, more);
    expect(payload?.userErrors).toMatchObject([{ code, field: [field] }]);
    expect(await writes()).toEqual([]);
  });

  it('a customer does not', async () => {
    const { account = '' } = stack.sandbox.world.personas.find(({ name }) => name === 'contact')!.claims;
    const { payload } = await propose('contact', await freshCase({ account }));
    expect(payload?.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('two at the same time leave one candidate and one note', async () => {
    const on = await freshCase();
    const answers = await Promise.all([
      propose('agent', on),
      propose('agent-itsm', on),
      propose('agent', on),
    ]);
    for (const { payload } of answers) expect(payload?.userErrors).toEqual([]);
    expect(await notesOn(on)).toHaveLength(1);
  });
});

describe('A major issue manager accepts', () => {
  it("a customer's case: it becomes the child of a new major case with its related records and nobody's customer", async () => {
    const related = {
      incident: inAcme('incident')[0]!['sys_id']!,
      problem: inAcme('problem')[0]!['sys_id']!,
      change: inAcme('change_request')[0]!['sys_id']!,
      caused_by: inAcme('change_request')[1]!['sys_id']!,
    };
    const on = await candidate(related);
    await stack.forget();
    const { majorCase } = await accepted(MANAGER, on);
    const major = await expectAccepted(on);
    expect(majorCase?.number).toBe(major['number']);
    expect(major).toMatchObject({
      ...related,
      short_description: on['short_description'],
      priority: '1',
      business_impact: 'No sales',
      state: '10',
      sys_domain: domains['TOP/ACME'],
    });
    expect(await caseNow(on)).toMatchObject({ ...related, account: on['account'], contact: on['contact'] });
    expect(await notesOn(major)).toEqual([`This major case was made from ${on['number']}.`]);
  });

  it('a case of nobody: it becomes the major case itself', async () => {
    const on = await freshCase({ major_case_state: 'proposed' });
    for (let repeat = 0; repeat < 2; repeat += 1)
      expect((await accepted(MANAGER, on)).majorCase?.number).toBe(on['number']);
    expect((await caseNow(on))['major_case_state']).toBe('accepted');
    expect(await notesOn(on)).toEqual(['Accepted as a major case.']);
    expect(await majorsOf(on)).toEqual([]);
  });

  it('who may not read incidents: the major case has none, and the answer says that it may be missing', async () => {
    const issuer = await startIssuer();
    const gateway = await secondGateway(stack.sandbox, (config) => issuer.trusted(patient(config)));
    const { claims } = stack.sandbox.world.personas.find(({ name }) => name === MANAGER)!;
    const token = await issuer.sign({ ...claims, roles: ['sn_customerservice_manager'] });
    const related = {
      incident: inAcme('incident')[0]!['sys_id']!,
      problem: inAcme('problem')[0]!['sys_id']!,
    };
    const on = await candidate(related);
    const input = { caseId: idOf('Case', on['sys_id']) };
    const { payload, errors } = await call(MANAGER, 'acceptMajorCase', input, async (query, variables) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const body = JSON.stringify({ query, variables });
      return (await fetch(gateway.graphql, { method: 'POST', headers, body })).json();
    });
    expect({ errors, payload }).toMatchObject({ errors: [], payload: { userErrors: [] } });
    expect(payload?.warnings).toEqual([
      `You may not read incidents: if ${on['number']} has one, the major case does not have it yet.`,
    ]);
    expect(await expectAccepted(on)).toMatchObject({ incident: '', problem: related.problem });
    expect((await caseNow(on))['incident']).toBe(related.incident);
    await gateway.close();
    await issuer.close();
  });

  it('and may create records from the major case, while its child offers none', async () => {
    const on = await candidate();
    await accepted(MANAGER, on);
    const major = await expectAccepted(on);
    const menu = async ({ sys_id: sysId }: SnColumns): Promise<readonly string[]> => {
      const text = 'query ($id: ID!) { case(id: $id) { availableActions { action enabled } } }';
      const { body } = await stack.graphql(MANAGER, text, { id: idOf('Case', sysId) });
      const data = body.data as { case: { availableActions: { action: string; enabled: boolean }[] } };
      return data.case.availableActions.filter(({ enabled }) => enabled).map(({ action }) => action);
    };
    expect(await menu(major)).toEqual(
      expect.arrayContaining(['CREATE_INCIDENT', 'CREATE_CHILD_CASES', 'ADD_CHILD_CASE']),
    );
    expect((await menu(on)).filter((action) => /CREATE|ASSOCIATE|REMOVE|MAJOR/.test(action))).toEqual([]);
  });

  it.each<[string, string, SnColumns, string]>([
    ['somebody who is no manager', 'agent-itsm', {}, 'FORBIDDEN'],
    ['a case that nobody proposed', MANAGER, { major_case_state: '' }, 'INVALID_STATE'],
    ['one that was rejected', MANAGER, { major_case_state: 'rejected' }, 'INVALID_STATE'],
    ['a closed candidate', MANAGER, { state: '3', close_notes: 'x' }, 'INVALID_STATE'],
  ])('but not %s, and nothing is written', async (_, who, columns, code) => {
    const on = await candidate(columns);
    await stack.forget();
    expect((await accept(who, on)).payload?.userErrors).toMatchObject([{ code, field: ['caseId'] }]);
    expect(await writes()).toEqual([]);
    expect(await majorsOf(on)).toEqual([]);
  });

  it('nor a candidate below some other record', async () => {
    const on = await candidate({ parent: (await freshCase())['sys_id']! });
    expect((await accept(MANAGER, on)).payload?.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(await majorsOf(on)).toEqual([]);
  });
});

describe('A major issue manager rejects', () => {
  it('a candidate: it is a regular case again, with one note, and may be proposed anew', async () => {
    const on = await candidate();
    for (let repeat = 0; repeat < 2; repeat += 1)
      expect((await reject(MANAGER, on)).payload?.userErrors).toEqual([]);
    expect((await caseNow(on))['major_case_state']).toBe('rejected');
    expect(await notesOn(on)).toEqual(['Rejected as a candidate for a major case: One customer only.']);
    await done('agent', 'proposeMajorCase', {
      caseId: idOf('Case', on['sys_id']),
      businessImpact: 'Ten by now',
    });
    await accepted(MANAGER, on);
    await expectAccepted(on);
  });

  it('and nobody else does', async () => {
    const on = await candidate();
    expect((await reject('agent', on)).payload?.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await caseNow(on))['major_case_state']).toBe('proposed');
  });

  it('what an interrupted acceptance has left behind is canceled', async () => {
    const on = await candidate();
    await stack.fault('servicenow', {
      method: 'PATCH',
      path: '/table/sn_customerservice_case/',
      drop: 'before',
    });
    expect((await accept(MANAGER, on, 'lost')).errors).toHaveLength(1);
    expect(await majorsOf(on)).toHaveLength(1);
    await stack.clearFaults();
    expect((await reject(MANAGER, on)).payload?.userErrors).toEqual([]);
    expect((await majorsOf(on)).map(({ state, major_case_state }) => [state, major_case_state])).toEqual([
      ['7', 'canceled'],
    ]);
    await done('agent', 'proposeMajorCase', { caseId: idOf('Case', on['sys_id']), businessImpact: 'Again' });
    await accepted(MANAGER, on, 'anew');
    await expectAccepted(on);
  });
});

const POST: FaultInput = { method: 'POST', path: '/table/sn_customerservice_case' };
const PATCH: FaultInput = { method: 'PATCH', path: '/table/sn_customerservice_case/' };
const FAULTS: readonly [string, FaultInput][] = [
  ['creating was lost before it took effect', { ...POST, drop: 'before' }],
  ['creating was lost after it took effect', { ...POST, drop: 'after' }],
  ['creating was answered with 500', { ...POST, status: 500 }],
  ['creating was answered with a page', { ...POST, corrupt: 'html' }],
  ['creating was answered with half a body', { ...POST, corrupt: 'truncated' }],
];

describe('One major case stands in the end, and a repeat completes it', () => {
  it.each<[string, FaultInput]>([
    ...FAULTS,
    ['making it the parent was lost before it took effect', { ...PATCH, drop: 'before' }],
    ['making it the parent was lost after it took effect', { ...PATCH, drop: 'after' }],
    ['making it the parent was answered with 500', { ...PATCH, status: 500 }],
    ['making it the parent was answered with broken JSON', { ...PATCH, corrupt: 'malformed' }],
  ])('when %s', async (_, fault) => {
    const on = await candidate();
    await stack.fault('servicenow', fault);
    const { payload, errors } = await accept(MANAGER, on, 'lost');
    if (errors.length === 0) expect(payload?.majorCase).not.toBeNull();
    else expect(errors[0]?.extensions['code']).toMatch(/^UPSTREAM_/);
    expect((await majorsOf(on)).length).toBeLessThanOrEqual(1);
    await stack.clearFaults();
    const { majorCase } = await accepted(MANAGER, on, 'lost');
    expect((await expectAccepted(on))['number']).toBe(majorCase?.number);
  });

  it('when the instance will not have the candidate changed, the major case is canceled', async () => {
    const on = await candidate();
    await stack.fault('servicenow', { ...PATCH, status: 403, times: 1 });
    expect((await accept(MANAGER, on, 'refused')).errors).toHaveLength(1);
    expect((await majorsOf(on)).map(({ state }) => state)).toEqual(['7']);
    await stack.clearFaults();
    await accepted(MANAGER, on, 'refused');
    await expectAccepted(on);
  });

  it('when the gateway was restarted between the two writes', async () => {
    const on = await candidate();
    const first = await secondGateway(stack.sandbox, patient);
    await stack.fault('servicenow', { ...PATCH, drop: 'before' });
    const input = { caseId: idOf('Case', on['sys_id']), idempotencyKey: 'restart' };
    const stopped = await call(MANAGER, 'acceptMajorCase', input, (query, variables) =>
      at(first, MANAGER, query, variables),
    );
    await first.close();
    expect(stopped.errors[0]?.extensions['code']).toMatch(/^UPSTREAM_/);
    expect(await majorsOf(on)).toHaveLength(1);
    await stack.clearFaults();
    await accepted(MANAGER, on, 'restart');
    await expectAccepted(on);
  });

  it('when managers race, at one gateway and at two', async () => {
    const other = await secondGateway(stack.sandbox, patient);
    for (let round = 0; round < 3; round += 1) {
      const on = await candidate();
      const answers = await Promise.all(
        [MANAGER, 'admin', MANAGER, 'admin'].map((who, index) => {
          const input = { caseId: idOf('Case', on['sys_id']), idempotencyKey: `racer ${who} ${index}` };
          return index < 2
            ? call(who, 'acceptMajorCase', input)
            : call(who, 'acceptMajorCase', input, (query, variables) => at(other, who, query, variables));
        }),
      );
      expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
      const major = await expectAccepted(on);
      for (const { payload } of answers) {
        if (payload?.userErrors.length === 0) expect(payload.majorCase?.number).toBe(major['number']);
        else expect(payload?.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
      }
      expect(answers.some(({ payload }) => payload?.userErrors.length === 0)).toBe(true);
    }
    await other.close();
  });

  it('when one accepts and another rejects, at two gateways, either is what stands', async () => {
    const other = await secondGateway(stack.sandbox, patient);
    for (let round = 0; round < 5; round += 1) {
      const on = await candidate();
      const input = { caseId: idOf('Case', on['sys_id']), reason: 'No.' };
      await Promise.all([
        accept(MANAGER, on, `round ${round}`),
        call(MANAGER, 'rejectMajorCase', input, (query, variables) => at(other, MANAGER, query, variables)),
      ]);
      const after = await caseNow(on);
      const open = (await majorsOf(on)).filter(({ state }) => state !== '7');
      if (after['parent'] === '') expect([after['major_case_state'], open]).toEqual(['rejected', []]);
      else expect(open.map((major) => major['sys_id'])).toEqual([after['parent']]);
    }
    await other.close();
  });

  async function at(
    { graphql }: Gateway,
    who: string,
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    const authorization = `Bearer ${stack.sandbox.tokens[who]}`;
    const headers = { 'content-type': 'application/json', authorization };
    const response = await fetch(graphql, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }
});

describe('Child cases', () => {
  const accounts = () => inAcme('customer_account').slice(0, 3);
  const consumers = () => inAcme('csm_consumer').slice(0, 2);
  const inputOf = (major: SnColumns, more: object = {}) => ({
    majorCaseId: idOf('Case', major['sys_id']),
    accountIds: accounts().map((row) => idOf('Account', row['sys_id'])),
    consumerIds: consumers().map((row) => idOf('Consumer', row['sys_id'])),
    ...more,
  });

  /** Each customer has exactly one child of the major case. */
  async function expectChildren(major: SnColumns): Promise<readonly SnColumns[]> {
    const children = await childrenOf(major);
    const customers = children.map((child) => child['account'] || child['consumer']);
    expect(customers.sort()).toEqual([...accounts(), ...consumers()].map((row) => row['sys_id']!).sort());
    return children;
  }

  it('are created for accounts with their primary contacts and for consumers, once each', async () => {
    const major = await freshMajor();
    await stack.forget();
    const first = await done(MANAGER, 'createChildCases', inputOf(major));
    // One look at all there is, a create for each child, and the answer, read at once.
    const methods = (await servicenowTraffic(stack)).map(({ method }) => method);
    expect(methods).toEqual(['GET', ...Array.from({ length: 5 }, () => 'POST'), 'GET']);
    expect(first.children?.map(({ created, userError }) => [created, userError])).toEqual(
      Array.from({ length: 5 }, () => [true, null]),
    );
    const children = await expectChildren(major);
    for (const child of children) {
      const account = accounts().find((row) => row['sys_id'] === child['account']);
      expect(child).toMatchObject({
        short_description: major['short_description'],
        contact: account?.['primary_contact'] ?? '',
        sys_domain: domains['TOP/ACME'],
        major_case_state: '',
        state: '1',
      });
    }
    const again = await done(MANAGER, 'createChildCases', inputOf(major));
    expect(again.children?.map(({ created }) => created)).toEqual([false, false, false, false, false]);
    expect(again.children?.map((child) => child.case)).toEqual(first.children?.map((child) => child.case));
    await expectChildren(major);
  });

  it('are not given to who has one that was put there by hand', async () => {
    const major = await freshMajor();
    const on = await freshCase({ account: accounts()[0]!['sys_id']! });
    const add = { majorCaseId: idOf('Case', major['sys_id']), caseId: idOf('Case', on['sys_id']) };
    for (let repeat = 0; repeat < 2; repeat += 1)
      expect((await done(MANAGER, 'addChildCase', add)).childCase?.number).toBe(on['number']);
    expect(await notesOn(on)).toEqual([`Put below the major case ${major['number']}.`]);
    const { children } = await done(MANAGER, 'createChildCases', inputOf(major));
    expect(children?.map(({ created }) => created)).toEqual([false, true, true, true, true]);
    expect(children?.[0]?.case?.number).toBe(on['number']);
    await expectChildren(major);
  });

  it('are created once when managers race', async () => {
    const major = await freshMajor();
    const answers = await Promise.all(
      [MANAGER, 'admin', MANAGER].map((who) => call(who, 'createChildCases', inputOf(major))),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const results = answers.flatMap(({ payload }) => payload?.children ?? []);
    expect(results.filter(({ created }) => created)).toHaveLength(5);
    expect(results.filter(({ userError }) => userError !== null)).toEqual([]);
    await expectChildren(major);
  });

  it.each(FAULTS)('when %s, the others have theirs and a repeat completes it', async (_, fault) => {
    const major = await freshMajor();
    await stack.fault('servicenow', { ...fault, times: 2 });
    const { payload, errors } = await call(MANAGER, 'createChildCases', inputOf(major));
    expect(errors).toEqual([]);
    const failed = payload?.children?.filter(({ userError }) => userError !== null) ?? [];
    expect(failed.length).toBeLessThanOrEqual(2);
    for (const { userError, case: child } of failed)
      expect([userError?.code, child]).toEqual([expect.stringMatching(/UNAVAILABLE|NOT_ACCEPTED/), null]);
    expect((await childrenOf(major)).length).toBeGreaterThanOrEqual(3);
    await stack.clearFaults();
    await done(MANAGER, 'createChildCases', inputOf(major));
    await expectChildren(major);
  });

  it('of customers who are not there, or of another domain, are told of one by one', async () => {
    const major = await freshMajor();
    const other = stack.sandbox.world.servicenow
      .get('customer_account')!
      .find((row) => row['sys_domain'] === domains['TOP/GLOBEX'])!;
    const accountIds = [accounts()[0]!['sys_id'], other.sys_id, '0'.repeat(32)].map((key) =>
      idOf('Account', key),
    );
    const { children } = await done(
      MANAGER,
      'createChildCases',
      inputOf(major, { accountIds, consumerIds: [] }),
    );
    expect(children?.map(({ userError }) => userError?.code ?? null)).toEqual([
      null,
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    expect(await childrenOf(major)).toHaveLength(1);
  });

  it.each<[string, string, SnColumns, object, string]>([
    ['by somebody who is no manager', 'agent-itsm', {}, {}, 'FORBIDDEN'],
    ['of a regular case', MANAGER, { major_case_state: '' }, {}, 'INVALID_STATE'],
    ['of a closed major case', MANAGER, { state: '3', close_notes: 'x' }, {}, 'INVALID_STATE'],
    ['of nobody', MANAGER, {}, { accountIds: [], consumerIds: [] }, 'INVALID_INPUT'],
    [
      'of too many',
      MANAGER,
      {},
      {
        accountIds: Array.from({ length: 101 }, (_, index) =>
          idOf('Account', String(index).padStart(32, '0')),
        ),
      },
      'INVALID_INPUT',
    ],
  ])('are not created %s', async (_, who, columns, more, code) => {
    const major = await freshCase({ major_case_state: 'accepted', ...columns });
    await stack.forget();
    const { payload } = await call(who, 'createChildCases', inputOf(major, more));
    expect(payload).toMatchObject({ children: [], userErrors: [{ code }] });
    expect(await writes()).toEqual([]);
  });

  it('one that was taken off is not created again behind its back', async () => {
    const major = await freshMajor();
    const input = inputOf(major, { consumerIds: [] });
    await done(MANAGER, 'createChildCases', input);
    const [child] = (await childrenOf(major)).filter((row) => row['account'] === accounts()[0]!['sys_id']);
    await admin.change('sn_customerservice_case', child!['sys_id']!, { parent: '' });
    const { children } = await done(MANAGER, 'createChildCases', input);
    expect(children?.map(({ userError }) => userError?.code ?? null)).toEqual(['CONFLICT', null, null]);
    expect(await childrenOf(major)).toHaveLength(2);
  });
});
