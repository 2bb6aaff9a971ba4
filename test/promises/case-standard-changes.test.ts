import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { servicenowTraffic } from '../harness/servicenow-traffic.ts';
import { startStack, type GraphError, type Stack } from '../harness/stack.ts';

/** Standard changes made from templates for a case, and open records looked for that a case can be given. */

const CREATE = `mutation ($input: CreateStandardChangeFromCaseInput!) {
  createStandardChangeFromCase(input: $input) {
    case { number changeRequest { number } } changeRequest { number } userErrors { code message field }
  }
}`;

interface Payload {
  readonly case: { readonly number: string } | null;
  readonly changeRequest: { readonly number: string } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: string[] | null;
  }[];
}

let stack: Stack;
let admin: ServiceNowAdmin;
let acme: string;
let made = 0;

beforeAll(async () => {
  stack = await startStack();
  admin = serviceNowAdmin(stack.sandbox);
  acme = stack.sandbox.world.servicenow.get('domain')!.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
});
afterAll(() => stack.close());
beforeEach(async () => {
  await stack.clearFaults();
  await stack.forget();
});

const idOf = (type: string, sysId = '') => Buffer.from(`${type}:${sysId}`).toString('base64url');
const templates = () => stack.sandbox.world.servicenow.get('std_change_record_producer')!;
const named = (name: string) => templates().find((row) => row['name'] === name)!;

const freshCase = (columns: SnColumns = {}): Promise<SnColumns> =>
  admin.create('sn_customerservice_case', {
    short_description: `Says nothing of the change (${++made})`,
    state: '10',
    priority: '1',
    sys_domain: acme,
    ...columns,
  });

async function create(
  who: string,
  on: SnColumns,
  template: SnColumns = templates()[0]!,
  idempotencyKey?: string,
  text = CREATE,
): Promise<{ readonly payload: Payload | null; readonly errors: readonly GraphError[] }> {
  const input = {
    caseId: idOf('Case', on['sys_id']),
    templateId: idOf('StandardChangeTemplate', template['sys_id']),
    idempotencyKey: idempotencyKey ?? null,
  };
  const { body } = await stack.graphql(who, text, { input });
  const data = body.data as { createStandardChangeFromCase: Payload } | null | undefined;
  return { payload: data?.createStandardChangeFromCase ?? null, errors: body.errors ?? [] };
}

const changesOf = ({ number = '' }: SnColumns) =>
  admin.list('change_request', `correlation_idSTARTSWITHcasegraph:${number}:`);
const notesOn = async ({ sys_id: sysId = '' }: SnColumns) =>
  (await admin.list('sys_journal_field', `element_id=${sysId}^element=work_notes`)).map(
    ({ value = '' }) => value,
  );
const caseNow = ({ sys_id: sysId = '' }: SnColumns) =>
  admin.one('sn_customerservice_case', `sys_id=${sysId}`);
async function methods(): Promise<readonly string[]> {
  return (await servicenowTraffic(stack)).map(({ method }) => method);
}

async function expectOne(on: SnColumns): Promise<SnColumns> {
  const changes = await changesOf(on);
  expect(changes).toHaveLength(1);
  expect((await caseNow(on))['change']).toBe(changes[0]!['sys_id']);
  expect(await notesOn(on)).toEqual([`Change request ${changes[0]!['number']} was created from this case.`]);
  return changes[0]!;
}

describe('An agent creates a standard change for a case', () => {
  it('with what the template says, in the domain of the case, and nothing else of the case', async () => {
    const on = await freshCase({ description: 'Private.' });
    const template = named('Add network capacity');
    const { payload, errors } = await create('agent-itsm', on, template);
    expect({ errors, userErrors: payload?.userErrors }).toEqual({ errors: [], userErrors: [] });
    const change = await expectOne(on);
    expect(change).toMatchObject({
      short_description: 'Add network capacity by the approved procedure',
      description: '',
      type: 'standard',
      state: '-5',
      category: 'Other',
      risk: '3',
      impact: '3',
      urgency: '3',
      // The sandbox's template has a caret in this one.
      test_plan: 'The service answers^responds within 2 s.',
      std_change_producer_version: template['current_version'],
      sys_domain: acme,
    });
    const { user } = stack.sandbox.world.personas.find(({ name }) => name === 'agent-itsm')!.claims;
    expect(change['requested_by']).toBe(user);
    expect(payload).toMatchObject({
      case: { number: on['number'], changeRequest: { number: change['number'] } },
      changeRequest: { number: change['number'] },
    });
  });

  it('is told what the template says and the change did not get', async () => {
    const values = await admin.create('sys_template', {
      name: 'Odd',
      table: 'change_request',
      template: 'short_description=Odd^cab_required=true^EQ',
    });
    const template = await admin.create('std_change_record_producer', {
      name: 'Odd',
      active: 'true',
      template: values['sys_id']!,
    });
    const on = await freshCase();
    const { payload } = await create('agent-itsm', on, template);
    expect(payload?.userErrors).toMatchObject([{ code: 'NOT_ACCEPTED' }]);
    expect(payload?.userErrors[0]?.message).toContain('cab_required');
    await expectOne(on);
  });

  it('and no normal change besides, whoever is first', async () => {
    const on = await freshCase();
    const normal = `mutation ($input: CreateNormalChangeFromCaseInput!) {
      createNormalChangeFromCase(input: $input) { userErrors { code } }
    }`;
    await Promise.all([
      create('agent-itsm', on),
      stack.graphql('major-issue-manager', normal, { input: { caseId: idOf('Case', on['sys_id']) } }),
    ]);
    await expectOne(on);
  });

  it.each<FaultInput>([
    { method: 'POST', path: '/table/change_request', drop: 'before' },
    { method: 'POST', path: '/table/change_request', drop: 'after' },
    { method: 'POST', path: '/table/change_request', status: 500 },
    { method: 'PATCH', path: '/table/sn_customerservice_case/', drop: 'before' },
    { method: 'PATCH', path: '/table/sn_customerservice_case/', drop: 'after' },
    { method: 'PATCH', path: '/table/sn_customerservice_case/', corrupt: 'html' },
  ])('once, when an answer is lost: %j', async (fault) => {
    const on = await freshCase();
    await stack.fault('servicenow', { ...fault, times: 1 });
    await create('agent-itsm', on, templates()[1], 'lost');
    expect((await changesOf(on)).length).toBeLessThanOrEqual(1);
    await stack.clearFaults();
    const { payload, errors } = await create('agent-itsm', on, templates()[1], 'lost');
    expect({ errors, userErrors: payload?.userErrors }).toEqual({ errors: [], userErrors: [] });
    await expectOne(on);
  });
});

describe('It is refused, and nothing is written', () => {
  const BLINDLY = `mutation ($input: CreateStandardChangeFromCaseInput!) {
    createStandardChangeFromCase(input: $input) { case { number } userErrors { code field } }
  }`;
  it.each<[string, string, SnColumns, () => SnColumns, string, string]>([
    ['without the role', 'agent', {}, () => templates()[0]!, 'FORBIDDEN', 'caseId'],
    [
      'on a resolved case',
      'agent-itsm',
      { state: '6', resolution_code: '1', close_notes: 'x' },
      () => templates()[0]!,
      'INVALID_STATE',
      'caseId',
    ],
    [
      'of a retired template',
      'agent-itsm',
      {},
      () => named('Replace a backup tape'),
      'NOT_FOUND',
      'templateId',
    ],
    ['of no template', 'agent-itsm', {}, () => ({ sys_id: '0'.repeat(32) }), 'NOT_FOUND', 'templateId'],
    ['on a case of another domain', 'other-domain-agent', {}, () => templates()[0]!, 'NOT_FOUND', 'caseId'],
  ])('%s', async (_, who, columns, template, code, field) => {
    const on = await freshCase(columns);
    await stack.forget();
    const { payload, errors } = await create(who, on, template(), undefined, BLINDLY);
    expect(errors).toEqual([]);
    expect(payload?.userErrors).toMatchObject([{ code, field: [field] }]);
    expect(new Set(await methods())).toEqual(new Set(['GET']));
    expect(await changesOf(on)).toEqual([]);
  });

  it('on a case that has a change', async () => {
    const change = await admin.create('change_request', { short_description: 'There', sys_domain: acme });
    const on = await freshCase({ change: change['sys_id']! });
    const { payload } = await create('agent-itsm', on);
    expect(payload?.userErrors).toMatchObject([{ code: 'ALREADY_ASSOCIATED' }]);
  });
});

describe('Candidates to associate are looked for with the lists that there are (docs/cases.md)', () => {
  const LISTS = [
    { field: 'incidents', type: 'Incident', table: 'incident', ended: ['6', '7', '8'], over: { state: '8' } },
    {
      field: 'problems',
      type: 'Problem',
      table: 'problem',
      ended: ['106', '107'],
      over: { state: '107', resolution_code: 'canceled' },
    },
    {
      field: 'changeRequests',
      type: 'ChangeRequest',
      table: 'change_request',
      ended: ['3', '4'],
      over: { state: '4' },
    },
  ] as const;

  it.each(LISTS)('$field: open ones only, by number or text', async ({ field, type, table, ended, over }) => {
    const text = `Candidate ${++made} of ${field}`;
    const open = await admin.create(table, { short_description: `${text}, open`, sys_domain: acme });
    await admin.create(table, { short_description: `${text}, over`, sys_domain: acme, ...over });
    const query = `query ($filter: ${type}Filter, $first: Int) {
      ${field}(filter: $filter, first: $first) { nodes { number } }
    }`;
    const find = async (who: string, search: string): Promise<unknown> => {
      const filter = {
        state: { notIn: ended },
        or: [{ number: { startsWith: search } }, { shortDescription: { contains: search } }],
      };
      const { body } = await stack.graphql(who, query, { filter, first: 10 });
      expect(body.errors ?? []).toEqual([]);
      return (body.data as Record<string, { nodes: unknown }>)[field]!.nodes;
    };
    expect(await find('agent-itsm', text)).toEqual([{ number: open['number'] }]);
    expect(await find('agent-itsm', open['number']!)).toEqual([{ number: open['number'] }]);
    expect(await find('other-domain-agent', text)).toEqual([]);
  });

  it('and the reverse lists lead from records and requests to their cases', async () => {
    const [incident, problem, fix, cause] = await Promise.all(
      ['incident', 'problem', 'change_request', 'change_request'].map((table) =>
        admin.create(table, { short_description: 'Related', sys_domain: acme }),
      ),
    );
    const on = await freshCase({
      incident: incident!['sys_id']!,
      problem: problem!['sys_id']!,
      change: fix!['sys_id']!,
      caused_by: cause!['sys_id']!,
    });
    const request = await admin.create('sc_request', { parent: on['sys_id']!, sys_domain: acme });
    const query = `query ($id: ID!) {
      case(id: $id) {
        incident { cases(first: 5) { nodes { number } } }
        problem { cases(first: 5) { nodes { number } } }
        changeRequest { casesFixed(first: 5) { nodes { number } } }
        causedByChange { casesCaused(first: 5) { nodes { number } } }
        requests(first: 5) { nodes { number case { number } } }
      }
    }`;
    const { body } = await stack.graphql('agent-itsm', query, { id: idOf('Case', on['sys_id']) });
    const nodes = [{ number: on['number'] }];
    expect(body).toMatchObject({
      data: {
        case: {
          incident: { cases: { nodes } },
          problem: { cases: { nodes } },
          changeRequest: { casesFixed: { nodes } },
          causedByChange: { casesCaused: { nodes } },
          requests: { nodes: [{ number: request['number'], case: { number: on['number'] } }] },
        },
      },
    });
  });
});
