import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { servicenowTraffic } from '../harness/servicenow-traffic.ts';
import { startStack, type Stack } from '../harness/stack.ts';

/**
 * What each mutation costs in requests to ServiceNow, with what its payload shows: each step, and why it cannot go with the one before. Reads that travel together
 * are one request.
 */

let stack: Stack;
let admin: ServiceNowAdmin;
let acme: string;
let made = 0;

beforeAll(async () => {
  stack = await startStack();
  admin = serviceNowAdmin(stack.sandbox);
  acme = stack.sandbox.world.servicenow.get('domain')!.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
  // Tokens are there before anything is counted, and the resolution codes, which are kept for minutes.
  const warm =
    '{ cases(first: 1) { nodes { number } } choices(table: "Case", column: "resolutionCode") { source } }';
  for (const who of ['agent-itsm', MANAGER, 'contact']) await stack.graphql(who, warm);
});
afterAll(() => stack.close());
beforeEach(() => stack.forget());

const MANAGER = 'major-issue-manager';
const idOf = (type: string, { sys_id: sysId = '' }: SnColumns): string =>
  Buffer.from(`${type}:${sysId}`).toString('base64url');
const ofAcme = (table: string): readonly SnColumns[] =>
  stack.sandbox.world.servicenow.get(table)!.filter((row) => row['sys_domain'] === acme);
const first = (table: string): SnColumns => stack.sandbox.world.servicenow.get(table)![0]!;
/** The account of the persona contact. */
const account = (): string =>
  stack.sandbox.world.personas.find(({ name }) => name === 'contact')!.claims.account ?? '';
const contact = (): string =>
  ofAcme('customer_contact').find((row) => row['account'] === account())!['sys_id']!;

const fresh = (table: string, columns: SnColumns = {}): Promise<SnColumns> =>
  admin.create(table, { short_description: `Something (${++made})`, sys_domain: acme, ...columns });
const aCase = (columns: SnColumns = {}): Promise<SnColumns> =>
  fresh('sn_customerservice_case', { state: '10', priority: '2', ...columns });
const customersCase = (columns: SnColumns = {}): Promise<SnColumns> =>
  aCase({ account: account(), contact: contact(), ...columns });
const RESOLVED: SnColumns = { state: '6', resolution_code: '1', close_notes: 'Restart it.' };

/** A step by its method, and why there is one. */
type Step = readonly ['GET' | 'POST' | 'PATCH', why: string];

const LOOK: Step = ['GET', 'the case, and all that depends on nothing but its key'];
const RESULT: Step = ['GET', 'what became of it, and what the payload shows'];
const CREATE: readonly Step[] = [
  ['GET', 'the case, the priority lookup and whether the slot is free'],
  ['POST', 'the record'],
  ['GET', 'whether the case was given another meanwhile, and the number for the note'],
  ['PATCH', 'reference and note on the case'],
  RESULT,
];
const CHANGE: readonly Step[] = [LOOK, ['PATCH', 'all that changes'], RESULT];

interface Bound {
  readonly field: string;
  readonly who?: string;
  readonly input: () => Promise<object>;
  readonly shown?: string;
  readonly steps: readonly Step[];
}

const onCase = async (on: Promise<SnColumns>, more: object = {}): Promise<object> => ({
  caseId: idOf('Case', await on),
  ...more,
});
const CASE = 'case { number state { value } incident { number } problem { number } }';

const BOUNDS: Readonly<Record<string, Bound>> = {
  'an incident from a case': {
    field: 'createIncidentFromCase',
    input: () => onCase(customersCase()),
    shown: `${CASE} incident { number priority { value } caller { name } }`,
    steps: CREATE,
  },
  'a problem from a case': {
    field: 'createProblemFromCase',
    input: () => onCase(customersCase()),
    shown: `${CASE} problem { number }`,
    steps: CREATE,
  },
  'a normal change from a case': {
    field: 'createNormalChangeFromCase',
    input: () => onCase(customersCase()),
    shown: `${CASE} changeRequest { number }`,
    steps: CREATE,
  },
  'a standard change from a case': {
    field: 'createStandardChangeFromCase',
    input: () =>
      onCase(aCase(), { templateId: idOf('StandardChangeTemplate', first('std_change_record_producer')) }),
    shown: `${CASE} changeRequest { number }`,
    steps: [LOOK, ['GET', "the template's values, whose key the template says"], ...CREATE.slice(1)],
  },
  'a request from a case': {
    field: 'createRequestFromCase',
    input: () => onCase(customersCase(), { catalogItemId: idOf('CatalogItem', anItem()) }),
    shown: `${CASE} request { number }`,
    steps: [
      LOOK,
      ['POST', 'the request'],
      ['POST', 'its item'],
      ['GET', 'whether both are as they were wanted, the number for the note, and the case'],
      ['PATCH', 'the note on the case'],
      ['GET', 'what the payload shows'],
    ],
  },
  'associating a problem': {
    field: 'associateWithCase',
    input: async () =>
      onCase(aCase(), { relation: 'PROBLEM', recordId: idOf('Problem', await fresh('problem')) }),
    shown: CASE,
    steps: CHANGE,
  },
  "associating an incident whose caller is the case's contact": {
    field: 'associateWithCase',
    input: async () =>
      onCase(customersCase(), {
        relation: 'INCIDENT',
        recordId: idOf('Incident', await fresh('incident', { caller_id: contact(), notify: '2' })),
      }),
    shown: CASE,
    steps: [
      LOOK,
      ['PATCH', 'the incident is not to notify'],
      ['GET', 'whether the case was given another meanwhile'],
      ['PATCH', 'reference and note on the case'],
      RESULT,
    ],
  },
  'associating an incident of another customer': {
    field: 'associateWithCase',
    input: async () =>
      onCase(aCase(), {
        relation: 'INCIDENT',
        recordId: idOf('Incident', await fresh('incident', { caller_id: contact(), notify: '2' })),
      }),
    shown: CASE,
    steps: [
      LOOK,
      ['GET', 'whether the caller is a customer'],
      ['PATCH', 'the incident is not to notify'],
      ['GET', 'whether the case was given another meanwhile'],
      ['PATCH', 'reference and note on the case'],
      RESULT,
    ],
  },
  'removing a problem': {
    field: 'removeFromCase',
    input: async () => {
      const problem = await fresh('problem');
      return onCase(aCase({ problem: problem['sys_id']! }), {
        relation: 'PROBLEM',
        recordId: idOf('Problem', problem),
      });
    },
    shown: CASE,
    steps: CHANGE,
  },
  'asking for information': {
    field: 'requestInfo',
    input: () => onCase(aCase(), { comment: 'Since when?' }),
    shown: CASE,
    steps: CHANGE,
  },
  'proposing a solution that speaks of a problem': {
    field: 'proposeSolution',
    input: async () =>
      onCase(aCase({ problem: (await fresh('problem'))['sys_id']! }), {
        resolutionCode: await codeLike('%closing related PRB'),
        closeNotes: 'Fixed.',
      }),
    shown: `${CASE} warnings`,
    steps: CHANGE,
  },
  'accepting a solution': {
    field: 'acceptSolution',
    who: 'contact',
    input: () => onCase(customersCase(RESOLVED)),
    shown: 'case { number state { value } }',
    steps: CHANGE,
  },
  'rejecting a solution': {
    field: 'rejectSolution',
    who: 'contact',
    input: () => onCase(customersCase(RESOLVED), { comment: 'Still.' }),
    shown: 'case { number state { value } }',
    steps: CHANGE,
  },
  'closing a case': {
    field: 'closeCase',
    input: () => onCase(aCase(), { closeNotes: 'A duplicate.' }),
    shown: CASE,
    steps: CHANGE,
  },
  'a comment': {
    field: 'addCaseComment',
    input: () => onCase(aCase(), { text: 'We look into it.' }),
    shown: CASE,
    steps: CHANGE,
  },
  'resolving an incident': {
    field: 'resolveIncident',
    input: async () => ({
      incidentId: idOf('Incident', await fresh('incident')),
      closeCode: 'Duplicate',
      closeNotes: 'Twice.',
    }),
    shown: 'incident { number state { value } }',
    steps: CHANGE,
  },
  'closing an incident': {
    field: 'closeIncident',
    input: async () => ({
      incidentId: idOf(
        'Incident',
        await fresh('incident', { state: '6', close_code: 'Duplicate', close_notes: 'Twice.' }),
      ),
    }),
    shown: 'incident { number state { value } }',
    steps: CHANGE,
  },
  'holding an incident': {
    field: 'holdIncident',
    input: async () => ({ incidentId: idOf('Incident', await fresh('incident')), reason: '1' }),
    shown: 'incident { number state { value } }',
    steps: CHANGE,
  },
  'taking an incident off hold': {
    field: 'resumeIncident',
    input: async () => ({
      incidentId: idOf('Incident', await fresh('incident', { state: '3', hold_reason: '1' })),
    }),
    shown: 'incident { number state { value } }',
    steps: CHANGE,
  },
  'triaging an incident': {
    field: 'triageIncident',
    input: async () => ({ incidentId: idOf('Incident', await fresh('incident')), impact: '1' }),
    shown: 'incident { number priority { value } }',
    steps: CHANGE,
  },
  'proposing a major case': {
    field: 'proposeMajorCase',
    who: MANAGER,
    input: () => onCase(aCase(), { businessImpact: 'No sales' }),
    shown: 'case { number }',
    steps: CHANGE,
  },
  "accepting a customer's case": {
    field: 'acceptMajorCase',
    who: MANAGER,
    input: () => onCase(customersCase({ major_case_state: 'proposed' })),
    shown: 'case { number } majorCase { number }',
    steps: CREATE,
  },
  'accepting a case of nobody': {
    field: 'acceptMajorCase',
    who: MANAGER,
    input: () => onCase(aCase({ major_case_state: 'proposed' })),
    shown: 'case { number } majorCase { number }',
    steps: CHANGE,
  },
  'rejecting a candidate': {
    field: 'rejectMajorCase',
    who: MANAGER,
    input: () => onCase(aCase({ major_case_state: 'proposed' }), { reason: 'One customer only.' }),
    shown: 'case { number }',
    steps: CHANGE,
  },
  'children for two accounts': {
    field: 'createChildCases',
    who: MANAGER,
    input: async () => ({
      majorCaseId: idOf('Case', await aCase({ major_case_state: 'accepted' })),
      accountIds: ofAcme('customer_account')
        .slice(0, 2)
        .map((row) => idOf('Account', row)),
    }),
    shown: 'majorCase { number } children { case { number account { name } } userError { code } }',
    steps: [
      ['GET', 'the major case, the customers, and which children there are'],
      ['POST', 'a child'],
      ['POST', 'a child'],
      ['GET', 'what the payload shows'],
    ],
  },
  'adding a child': {
    field: 'addChildCase',
    who: MANAGER,
    input: async () => ({
      majorCaseId: idOf('Case', await aCase({ major_case_state: 'accepted' })),
      caseId: idOf('Case', await aCase()),
    }),
    shown: 'majorCase { number } childCase { number }',
    steps: CHANGE,
  },
};

function anItem(): SnColumns {
  return stack.sandbox.world.servicenow.get('sc_cat_item')!.find((row) => row['active'] === 'true')!;
}

async function codeLike(label: string): Promise<string> {
  const query = `name=sn_customerservice_case^element=resolution_code^labelLIKE${label.replaceAll('%', '')}`;
  return (await admin.list('sys_choice', query))[0]!['value']!;
}

async function run({ field, who = 'agent-itsm', shown = '' }: Bound, input: object): Promise<string[]> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${field}(input: $input) { ${shown} userErrors { code message } } }`;
  await stack.forget();
  const { body } = await stack.graphql(who, text, { input });
  expect(body.errors ?? []).toEqual([]);
  expect(body.data).toMatchObject({ [field]: { userErrors: [] } });
  return (await servicenowTraffic(stack)).map(({ method }) => method);
}

describe('It takes no more requests than these', () => {
  it.each(Object.entries(BOUNDS))('%s', async (_, bound) => {
    const input = await bound.input();
    const methods = await run(bound, input);
    expect(methods).toEqual(bound.steps.map(([method]) => method));
  });

  it('creating an incident takes at most five, with the read-back', () => {
    expect(BOUNDS['an incident from a case']!.steps.length).toBeLessThanOrEqual(5);
  });

  it('a repeat takes a look and what the payload shows', async () => {
    const bound = BOUNDS['an incident from a case']!;
    const input = { ...(await bound.input()), idempotencyKey: 'again' };
    await run(bound, input);
    expect(await run(bound, input)).toEqual(['GET', 'GET']);
  });
});

describe('What saves requests does not save checks', () => {
  const PATCHED = '/api/now/table/sn_customerservice_case/';

  it('the row that is about to be written was read in the step before, with what the rules ask of it', async () => {
    const on = await customersCase(RESOLVED);
    await run(BOUNDS['accepting a solution']!, { caseId: idOf('Case', on) });
    const [look, patch] = await servicenowTraffic(stack);
    expect(patch).toMatchObject({ method: 'PATCH', path: `${PATCHED}${on['sys_id']}` });
    expect(look!.seq).toBe(patch!.seq - 1);
    const asked = new URLSearchParams(look!.query);
    expect(asked.get('sysparm_fields')!.split(',')).toContain('account');
    expect(asked.get('sysparm_query')).toContain(account());
  });

  it("a customer does not change another account's case", async () => {
    const other = ofAcme('customer_account').find((row) => row['sys_id'] !== account())!;
    const on = await aCase({ account: other['sys_id']!, ...RESOLVED });
    await stack.forget();
    const text = `mutation ($input: AcceptSolutionInput!) { acceptSolution(input: $input) { case { number } userErrors { code } } }`;
    const { body } = await stack.graphql('contact', text, { input: { caseId: idOf('Case', on) } });
    expect(body.data).toEqual({ acceptSolution: { case: null, userErrors: [{ code: 'NOT_FOUND' }] } });
    expect((await servicenowTraffic(stack)).map(({ method }) => method)).toEqual(['GET']);
  });
});
