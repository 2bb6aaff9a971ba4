import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { servicenowTraffic } from '../harness/servicenow-traffic.ts';
import { startStack, type GraphError, type Stack } from '../harness/stack.ts';

/** Problems and changes made from cases, and existing records given to cases and taken off them again. */

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

interface Answer {
  readonly payload: { readonly userErrors: readonly UserError[]; readonly [field: string]: unknown } | null;
  readonly errors: readonly GraphError[];
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
beforeEach(() => stack.forget());

async function freshCase(columns: SnColumns = {}): Promise<SnColumns> {
  const contact = stack.sandbox.world.servicenow
    .get('customer_contact')!
    .find((row) => row['sys_domain'] === acme)!;
  return admin.create('sn_customerservice_case', {
    short_description: `Nothing works (${++made})`,
    state: '10',
    priority: '2',
    impact: '2',
    urgency: '1',
    account: contact['account']!,
    contact: contact['sys_id'],
    cmdb_ci: stack.sandbox.world.servicenow.get('cmdb_ci')![3]!.sys_id,
    sys_domain: acme,
    ...columns,
  });
}

/** An open record of the case's domain. */
const freshRecord = (table: string, columns: SnColumns = {}): Promise<SnColumns> =>
  admin.create(table, { short_description: `Is there already (${++made})`, sys_domain: acme, ...columns });

const globalId = (type: string, { sys_id: sysId = '' }: SnColumns): string =>
  Buffer.from(`${type}:${sysId}`).toString('base64url');

async function mutate(
  who: string,
  field: string,
  input: Readonly<Record<string, unknown>>,
  wanted: string,
): Promise<Answer> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${field}(input: $input) { ${wanted} userErrors { code message field } } }`;
  const { body } = await stack.graphql(who, text, { input });
  const data = body.data as Readonly<Record<string, Answer['payload']>> | null | undefined;
  return { payload: data?.[field] ?? null, errors: body.errors ?? [] };
}

const caseNow = ({ sys_id: sysId = '' }: SnColumns): Promise<SnColumns> =>
  admin.one('sn_customerservice_case', `sys_id=${sysId}`);

async function notesOn({ sys_id: sysId = '' }: SnColumns): Promise<readonly string[]> {
  const entries = await admin.list('sys_journal_field', `element_id=${sysId}^element=work_notes`);
  return entries.map(({ value = '' }) => value);
}

async function requestsSent(): Promise<readonly string[]> {
  return (await servicenowTraffic(stack)).map(({ method }) => method);
}

describe.each([
  {
    what: 'problem',
    field: 'createProblemFromCase',
    table: 'problem',
    wanted: 'case { problem { number } } problem { number }',
    answer: 'problem',
    column: 'problem',
    noun: 'Problem',
    takesOver: (on: SnColumns) => ({
      short_description: on['short_description'],
      impact: '2',
      urgency: '1',
      company: on['account'],
      cmdb_ci: on['cmdb_ci'],
      first_reported_by_task: on['sys_id'],
      state: '101',
    }),
  },
  {
    what: 'normal change',
    field: 'createNormalChangeFromCase',
    table: 'change_request',
    wanted: 'case { changeRequest { number } } changeRequest { number }',
    answer: 'changeRequest',
    column: 'change',
    noun: 'Change request',
    takesOver: (on: SnColumns) => ({
      short_description: on['short_description'],
      impact: '2',
      urgency: '1',
      priority: '2',
      company: on['account'],
      cmdb_ci: on['cmdb_ci'],
      type: 'normal',
      state: '-5',
      category: 'Other',
      risk: '3',
    }),
  },
])('An agent creates a $what from a case', ({ field, table, wanted, answer, column, noun, takesOver }) => {
  const ofCase = ({ number = '' }: SnColumns) =>
    admin.list(table, `correlation_idSTARTSWITHcasegraph:${number}:`);
  const create = (who: string, on: SnColumns, idempotencyKey?: string) =>
    mutate(who, field, { caseId: globalId('Case', on), idempotencyKey: idempotencyKey ?? null }, wanted);

  it('with what the case says, in its domain, and the case shows it with one work note', async () => {
    const on = await freshCase();
    await stack.forget();
    const { payload, errors } = await create('agent-itsm', on);
    expect({ errors, userErrors: payload?.userErrors }).toEqual({ errors: [], userErrors: [] });
    const [record, ...more] = await ofCase(on);
    expect(more).toEqual([]);
    expect(record).toMatchObject({ ...takesOver(on), sys_domain: acme });
    expect(payload).toMatchObject({
      [answer]: { number: record!['number'] },
      case: { [answer]: { number: record!['number'] } },
    });
    expect((await caseNow(on))[column]).toBe(record!['sys_id']);
    expect(await notesOn(on)).toEqual([`${noun} ${record!['number']} was created from this case.`]);
  });

  it('once, however often and by whomever it is repeated at the same time', async () => {
    const on = await freshCase();
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => create('agent-itsm', on, 'same attempt')),
      ...[1, 2, 3].map((attempt) => create('major-issue-manager', on, `attempt ${attempt}`)),
    ]);
    const again = await create('agent-itsm', on, 'same attempt');
    const records = await ofCase(on);
    expect(records).toHaveLength(1);
    expect((await caseNow(on))[column]).toBe(records[0]!['sys_id']);
    expect(await notesOn(on)).toHaveLength(1);
    const won = [...answers, again].filter(({ payload }) => payload?.userErrors.length === 0);
    expect(won.length).toBeGreaterThan(0);
    for (const { payload } of won)
      expect(payload).toMatchObject({ [answer]: { number: records[0]!['number'] } });
  });

  it.each<[string, string, SnColumns, string]>([
    ['without the role', 'agent', {}, 'FORBIDDEN'],
    ['on a closed case', 'agent-itsm', { state: '3', close_notes: 'Done.' }, 'INVALID_STATE'],
    ['on a case of another domain', 'other-domain-agent', {}, 'NOT_FOUND'],
  ])('but not %s, and nothing is written', async (_, who, columns, code) => {
    const on = await freshCase(columns);
    await stack.forget();
    const { payload } = await mutate(who, field, { caseId: globalId('Case', on) }, 'case { number }');
    expect(payload?.userErrors).toMatchObject([{ code, field: ['caseId'] }]);
    expect(new Set(await requestsSent())).toEqual(new Set(['GET']));
    expect(await ofCase(on)).toEqual([]);
  });
});

const RELATIONS = [
  { relation: 'INCIDENT', table: 'incident', type: 'Incident', column: 'incident', noun: 'Incident' },
  { relation: 'PROBLEM', table: 'problem', type: 'Problem', column: 'problem', noun: 'Problem' },
  {
    relation: 'CHANGE',
    table: 'change_request',
    type: 'ChangeRequest',
    column: 'change',
    noun: 'Change request',
  },
  {
    relation: 'CAUSED_BY_CHANGE',
    table: 'change_request',
    type: 'ChangeRequest',
    column: 'caused_by',
    noun: 'Causing change request',
  },
] as const;

const ENDED: Readonly<Record<string, SnColumns>> = {
  incident: { state: '8' },
  problem: { state: '107', resolution_code: 'canceled' },
  change_request: { state: '4' },
};

describe.each(RELATIONS)('$relation', ({ relation, table, type, column, noun }) => {
  const change = (
    who: string,
    field: 'associateWithCase' | 'removeFromCase',
    on: SnColumns,
    record: SnColumns,
  ) =>
    mutate(
      who,
      field,
      { caseId: globalId('Case', on), recordId: globalId(type, record), relation },
      'case { number }',
    );

  it('an existing open record is given to a case, once, with a note, and taken off again', async () => {
    const [on, record] = [await freshCase(), await freshRecord(table)];
    for (let repeat = 0; repeat < 2; repeat += 1) {
      const { payload, errors } = await change('agent-itsm', 'associateWithCase', on, record);
      expect({ errors, payload }).toMatchObject({ errors: [], payload: { userErrors: [] } });
      expect((await caseNow(on))[column]).toBe(record['sys_id']);
      expect(await notesOn(on)).toEqual([`${noun} ${record['number']} was associated with this case.`]);
    }
    for (let repeat = 0; repeat < 2; repeat += 1) {
      const { payload, errors } = await change('agent-itsm', 'removeFromCase', on, record);
      expect({ errors, payload }).toMatchObject({ errors: [], payload: { userErrors: [] } });
      expect((await caseNow(on))[column]).toBe('');
      expect(await notesOn(on)).toHaveLength(2);
    }
    expect(await notesOn(on)).toContain(`${noun} ${record['number']} was removed from this case.`);
  });

  it.each<[string, string, () => Promise<[SnColumns, SnColumns]>, string, string]>([
    [
      'a record that nobody works on any more',
      'agent-itsm',
      async () => [await freshCase(), await freshRecord(table, ENDED[table])],
      'INVALID_STATE',
      'recordId',
    ],
    [
      'a second one',
      'agent-itsm',
      async () => [
        await freshCase({ [column]: (await freshRecord(table))['sys_id']! }),
        await freshRecord(table),
      ],
      'ALREADY_ASSOCIATED',
      'caseId',
    ],
    [
      'one that is not there',
      'agent-itsm',
      async () => [await freshCase(), { sys_id: '0'.repeat(32) }],
      'NOT_FOUND',
      'recordId',
    ],
    [
      'one for the child of a major case',
      'agent-itsm',
      async () => [
        await freshCase({ parent: (await freshCase({ major_case_state: 'accepted' }))['sys_id']! }),
        await freshRecord(table),
      ],
      'INVALID_STATE',
      'caseId',
    ],
  ])('refuses %s, and writes nothing', async (_, who, prepare, code, field) => {
    const [on, record] = await prepare();
    const before = await caseNow(on);
    await stack.forget();
    const { payload } = await change(who, 'associateWithCase', on, record);
    expect(payload?.userErrors).toMatchObject([{ code, field: [field] }]);
    expect(new Set(await requestsSent())).toEqual(new Set(['GET']));
    expect(await caseNow(on)).toEqual(before);
  });

  it('somebody who may not read such records neither gives nor takes any', async () => {
    const record = await freshRecord(table);
    const on = await freshCase({ [column]: record['sys_id']! });
    for (const field of ['associateWithCase', 'removeFromCase'] as const) {
      const { payload, errors } = await change('agent', field, on, record);
      expect(errors).toEqual([]);
      expect(payload?.userErrors).toMatchObject([{ code: 'FORBIDDEN', field: ['caseId'] }]);
    }
    expect((await caseNow(on))[column]).toBe(record['sys_id']);
  });

  it('nobody takes off what somebody else has associated in the meantime', async () => {
    const [mine, theirs] = [await freshRecord(table), await freshRecord(table)];
    const on = await freshCase({ [column]: theirs['sys_id']! });
    const { payload } = await change('agent-itsm', 'removeFromCase', on, mine);
    expect(payload?.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['recordId'] }]);
    expect((await caseNow(on))[column]).toBe(theirs['sys_id']);
  });
});
