import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import type { Gateway } from '../../src/gateway.ts';
import { patient } from '../harness/patient.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { servicenowTraffic } from '../harness/servicenow-traffic.ts';
import { startStack, type GraphError, type Stack } from '../harness/stack.ts';

const CREATE = `mutation ($input: CreateIncidentFromCaseInput!) {
  createIncidentFromCase(input: $input) {
    case { number incident { number } }
    incident { sysId number priority { value } impact { value } urgency { value } }
    userErrors { code message field }
  }
}`;

/** For those who may not read incidents: what they may read of the answer. */
const CREATE_BLINDLY = `mutation ($input: CreateIncidentFromCaseInput!) {
  createIncidentFromCase(input: $input) { case { number } incident { number } userErrors { code message field } }
}`;

interface Payload {
  readonly case: { readonly number: string; readonly incident: { readonly number: string } | null } | null;
  readonly incident: {
    readonly sysId: string;
    readonly number: string;
    readonly priority: { readonly value: string };
    readonly impact: { readonly value: string };
    readonly urgency: { readonly value: string };
  } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: string[] | null;
  }[];
}

interface Outcome {
  readonly payload: Payload | null;
  readonly errors: readonly GraphError[];
}

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

/** A new open case of an ACME contact. */
async function freshCase(columns: SnColumns = {}): Promise<SnColumns> {
  const contact = someone();
  return admin.create('sn_customerservice_case', {
    short_description: `Nothing works (${++made})`,
    state: '10',
    priority: '2',
    account: contact['account']!,
    contact: contact['sys_id']!,
    sys_domain: domains['TOP/ACME']!,
    ...columns,
  });
}

function someone(): SnColumns {
  const contacts = stack.sandbox.world.servicenow.get('customer_contact')!;
  return contacts.find((row) => row['sys_domain'] === domains['TOP/ACME'])!;
}

const idOf = (sysId: string): string => Buffer.from(`Case:${sysId}`).toString('base64url');

async function create(
  who: string,
  { sys_id: sysId = '' }: SnColumns,
  idempotencyKey?: string,
  mutation = CREATE,
): Promise<Outcome> {
  const input = { caseId: idOf(sysId), ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
  return outcomeOf((await stack.graphql(who, mutation, { input })).body);
}

function outcomeOf(body: { readonly data?: unknown; readonly errors?: readonly GraphError[] }): Outcome {
  const data = body.data as { createIncidentFromCase: Payload } | null | undefined;
  return { payload: data?.createIncidentFromCase ?? null, errors: body.errors ?? [] };
}

/** The payload of a call that went well. */
async function created(
  who: string,
  on: SnColumns,
  key?: string,
): Promise<Payload & { incident: NonNullable<Payload['incident']> }> {
  const { payload, errors } = await create(who, on, key);
  expect({ errors, userErrors: payload?.userErrors }).toEqual({ errors: [], userErrors: [] });
  expect(payload).toMatchObject({
    case: { number: on['number'], incident: { number: payload!.incident!.number } },
  });
  return payload as Payload & { incident: NonNullable<Payload['incident']> };
}

/** All incidents that were ever made from a case, canceled ones as well. */
const incidentsOf = ({ number = '' }: SnColumns) =>
  admin.list('incident', `correlation_idSTARTSWITHcasegraph:${number}:`);

const caseNow = ({ sys_id: sysId = '' }: SnColumns) =>
  admin.one('sn_customerservice_case', `sys_id=${sysId}`);

const notesOn = async ({ sys_id: sysId = '' }: SnColumns) =>
  (await admin.list('sys_journal_field', `element_id=${sysId}^element=work_notes`)).map(
    ({ value = '' }) => value,
  );

async function writes(): Promise<string[]> {
  const requests = await servicenowTraffic(stack);
  return requests
    .filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth'))
    .map(({ method, path }) => `${method} ${path}`);
}

/** Exactly one incident was made of the case, and the case shows it. */
async function expectOne(on: SnColumns): Promise<SnColumns> {
  const incidents = await incidentsOf(on);
  expect(incidents.map(({ state }) => state)).toEqual(['1']);
  expect((await caseNow(on))['incident']).toBe(incidents[0]!['sys_id']);
  expect(await notesOn(on)).toEqual([expect.stringContaining(incidents[0]!['number']!)]);
  return incidents[0]!;
}

describe('An agent creates an incident from a case', () => {
  it('the incident has what the case says, and the case refers to it with a work note', async () => {
    const { servicenow } = stack.sandbox.world;
    const inAcme = (table: string) =>
      servicenow.get(table)!.filter((row) => row['sys_domain'] === domains['TOP/ACME']);
    const [change, cause] = inAcme('change_request');
    const columns = {
      problem: inAcme('problem')[0]!.sys_id,
      change: change!.sys_id,
      caused_by: cause!.sys_id,
      cmdb_ci: servicenow.get('cmdb_ci')![3]!.sys_id,
    };
    const on = await freshCase(columns);
    const { incident } = await created('agent-itsm', on, 'mapping');
    const [made] = await incidentsOf(on);
    expect(made).toMatchObject({
      sys_id: incident.sysId,
      number: incident.number,
      short_description: on['short_description'],
      caller_id: on['contact'],
      cmdb_ci: columns.cmdb_ci,
      problem_id: columns.problem,
      rfc: columns.change,
      caused_by: columns.caused_by,
      state: '1',
    });
    await expectOne(on);
  });

  it.each(['TOP/ACME', 'TOP/ACME/EMEA'])(
    'of %s, the incident stands in the domain of the case',
    async (path) => {
      const on = await freshCase({ sys_domain: domains[path]! });
      await created('agent-itsm', on);
      expect((await expectOne(on))['sys_domain']).toBe(domains[path]);
    },
  );

  it.each(['1', '2', '3', '4'])(
    'of priority %s, the incident gets this priority, with impact and urgency by the lookup table',
    async (priority) => {
      const on = await freshCase({ priority });
      const [row] = stack.sandbox.world.servicenow
        .get('dl_u_priority')!
        .filter((each) => each['priority'] === priority)
        .sort((a, b) => Number(a['order']) - Number(b['order']));
      const { incident } = await created('agent-itsm', on);
      const { impact, urgency } = row!;
      expect(incident).toMatchObject({
        priority: { value: priority },
        impact: { value: impact },
        urgency: { value: urgency },
      });
      expect(await expectOne(on)).toMatchObject({ priority, impact, urgency });
    },
  );

  it('of a private customer, the caller is the user that the customer logs in as', async () => {
    const consumer = stack.sandbox.world.servicenow
      .get('csm_consumer')!
      .find((row) => row['sys_domain'] === domains['TOP/ACME'] && (row['user'] ?? '') !== '')!;
    const on = await freshCase({ account: '', contact: '', consumer: consumer.sys_id });
    await created('agent-itsm', on);
    expect((await expectOne(on))['caller_id']).toBe(consumer['user']);
  });

  it.each([
    ['New', '1'],
    ['Awaiting Info', '18'],
  ])('in state %s', async (_, state) => {
    const on = await freshCase({ state });
    await created('agent-itsm', on);
    await expectOne(on);
  });

  it('without an idempotency key', async () => {
    const on = await freshCase();
    await created('major-issue-manager', on);
    await expectOne(on);
  });

  it('and gets told which value ServiceNow did not take over', async () => {
    const contact = await admin.create('customer_contact', {
      user_name: 'soon.gone',
      name: 'Soon Gone',
      sys_domain: domains['TOP/ACME']!,
    });
    const on = await freshCase({ contact: contact['sys_id']! });
    await admin.remove('customer_contact', contact['sys_id']!);
    // The case still names somebody who is not there any more; ServiceNow drops such a reference from a new record.
    expect((await caseNow(on))['contact']).toBe(contact['sys_id']);
    const { payload, errors } = await create('agent-itsm', on, 'dropped');
    expect(errors).toEqual([]);
    expect(payload?.userErrors).toEqual([
      { code: 'NOT_ACCEPTED', message: expect.stringContaining('caller') as string, field: null },
    ]);
    expect(payload?.case?.incident?.number).toBe(payload?.incident?.number);
    expect((await expectOne(on))['caller_id']).toBe('');
  });
});

describe('It is refused, and nothing is written', () => {
  const ENDED = { resolution_code: '1', close_notes: 'Done.' };

  it.each<[string, string, () => Promise<SnColumns> | SnColumns, string]>([
    ['to an agent without the role', 'agent', () => freshCase(), 'FORBIDDEN'],
    ['on a resolved case', 'agent-itsm', () => freshCase({ state: '6', ...ENDED }), 'INVALID_STATE'],
    ['on a closed case', 'agent-itsm', () => freshCase({ state: '3', ...ENDED }), 'INVALID_STATE'],
    ['on a canceled case', 'agent-itsm', () => freshCase({ state: '7', ...ENDED }), 'INVALID_STATE'],
    [
      'on a case that has an incident',
      'agent-itsm',
      () => freshCase({ incident: stack.sandbox.world.servicenow.get('incident')![0]!.sys_id }),
      'ALREADY_ASSOCIATED',
    ],
    [
      'on the child of a major case',
      'agent-itsm',
      async () => freshCase({ parent: (await freshCase({ major_case_state: 'accepted' }))['sys_id']! }),
      'INVALID_STATE',
    ],
    [
      'on a major case to an agent without the role itil',
      'agent-itsm',
      () => freshCase({ major_case_state: 'accepted' }),
      'FORBIDDEN',
    ],
    [
      'to a contact on a case of the own account',
      'contact',
      () => {
        const { account = '' } = stack.sandbox.world.personas.find(({ name }) => name === 'contact')!.claims;
        return freshCase({ account });
      },
      'FORBIDDEN',
    ],
    [
      "to a contact on another account's case",
      'contact',
      () => freshCase({ account: otherAccount() }),
      'NOT_FOUND',
    ],
    [
      'on a case that is not there',
      'agent-itsm',
      () => ({ sys_id: '0'.repeat(32), number: 'none' }),
      'NOT_FOUND',
    ],
    ['on a case of another domain', 'other-domain-agent', () => freshCase(), 'NOT_FOUND'],
  ])('%s', async (_, who, prepare, code) => {
    const on = await prepare();
    const before = await incidentsOf(on);
    await stack.forget();
    const { payload, errors } = await create(who, on, 'refused', CREATE_BLINDLY);
    expect(errors).toEqual([]);
    expect(payload).toMatchObject({ incident: null, userErrors: [{ code, field: ['caseId'] }] });
    expect(payload?.case === null).toBe(code === 'NOT_FOUND');
    expect(await writes()).toEqual([]);
    expect(await incidentsOf(on)).toEqual(before);
  });

  function otherAccount(): string {
    const own = stack.sandbox.world.personas.find(({ name }) => name === 'contact')!.claims.account;
    return stack.sandbox.world.servicenow.get('customer_account')!.find(({ sys_id }) => sys_id !== own)!
      .sys_id;
  }

  it.each([
    ['too long an idempotency key', { caseId: idOf('a'.repeat(32)), idempotencyKey: 'x'.repeat(201) }, '200'],
    ['an empty one', { caseId: idOf('a'.repeat(32)), idempotencyKey: '' }, '200'],
    ['an id that is none', { caseId: 'CS0001001' }, 'id'],
    [
      'the id of something else',
      { caseId: Buffer.from(`Incident:${'a'.repeat(32)}`).toString('base64url') },
      'Incident',
    ],
  ])('with %s, as bad input', async (_, input, part) => {
    const { body } = await stack.graphql('agent-itsm', CREATE, { input });
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(part) as string,
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as unknown,
      }),
    ]);
    expect(await stack.requests('servicenow')).toEqual([]);
  });

  it('to nobody', async () => {
    const { status, body } = await stack.graphql(null, CREATE, { input: { caseId: idOf('a'.repeat(32)) } });
    expect(status).toBe(401);
    expect(body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect(await stack.requests('servicenow')).toEqual([]);
  });
});

describe('A repeat creates nothing twice', () => {
  it('with the same key it gives the same incident, and writes nothing', async () => {
    const on = await freshCase();
    const first = await created('agent-itsm', on, 'same');
    await stack.forget();
    const second = await created('agent-itsm', on, 'same');
    expect(second).toEqual(first);
    expect(await writes()).toEqual([]);
    await expectOne(on);
  });

  it('the same key of another agent is another attempt', async () => {
    const on = await freshCase();
    await created('agent-itsm', on, 'shared');
    const { payload } = await create('major-issue-manager', on, 'shared');
    expect(payload).toMatchObject({ incident: null, userErrors: [{ code: 'ALREADY_ASSOCIATED' }] });
    await expectOne(on);
  });

  it('the same key on another case is another attempt', async () => {
    const [one, other] = [await freshCase(), await freshCase()];
    await created('agent-itsm', one, 'twice');
    await created('agent-itsm', other, 'twice');
    await expectOne(one);
    await expectOne(other);
  });

  it('after the incident was taken off the case, a new key makes a new one', async () => {
    const on = await freshCase();
    const first = await created('agent-itsm', on, 'first');
    await admin.change('sn_customerservice_case', on['sys_id']!, { incident: '' });
    const second = await created('agent-itsm', on, 'second');
    expect(second.incident.number).not.toBe(first.incident.number);
    expect(await incidentsOf(on)).toHaveLength(2);
    expect((await caseNow(on))['incident']).toBe(second.incident.sysId);
  });

  const POST: FaultInput = { method: 'POST', path: '/table/incident' };
  const PATCH: FaultInput = { method: 'PATCH', path: '/table/sn_customerservice_case/' };
  it.each<[string, FaultInput]>([
    ['creating the incident was lost before it took effect', { ...POST, drop: 'before' }],
    ['creating the incident was lost after it took effect', { ...POST, drop: 'after' }],
    ['creating the incident was answered with 500', { ...POST, status: 500 }],
    ['creating the incident was answered with a page', { ...POST, corrupt: 'html' }],
    ['creating the incident was answered with half a body', { ...POST, corrupt: 'truncated' }],
    ['creating the incident was answered with broken JSON', { ...POST, corrupt: 'malformed' }],
    ['associating it was lost before it took effect', { ...PATCH, drop: 'before' }],
    ['associating it was lost after it took effect', { ...PATCH, drop: 'after' }],
    ['associating it was answered with 500', { ...PATCH, status: 500 }],
    ['associating it was answered with a page', { ...PATCH, corrupt: 'html' }],
    ['associating it was answered with half a body', { ...PATCH, corrupt: 'truncated' }],
    ['associating it was answered with broken JSON', { ...PATCH, corrupt: 'malformed' }],
  ])('when %s', async (_, fault) => {
    const on = await freshCase();
    await stack.fault('servicenow', fault);
    const { payload, errors } = await create('agent-itsm', on, 'lost');
    // Either the gateway found out by itself how it went, or it says that it does not know.
    if (errors.length === 0) expect(payload?.incident).not.toBeNull();
    else expect(errors[0]?.extensions['code']).toMatch(/^UPSTREAM_/);
    expect((await incidentsOf(on)).length).toBeLessThanOrEqual(1);
    await stack.clearFaults();
    const { incident } = await created('agent-itsm', on, 'lost');
    expect((await expectOne(on))['number']).toBe(incident.number);
  });

  it('when the gateway was restarted between the two writes', async () => {
    const on = await freshCase();
    const first = await secondGateway(stack.sandbox, patient);
    await stack.fault('servicenow', { ...PATCH, drop: 'before' });
    const stopped = await createAt(first, on, 'restart');
    await first.close();
    expect(stopped.errors[0]?.extensions['code']).toMatch(/^UPSTREAM_/);
    expect(await incidentsOf(on)).toHaveLength(1);
    expect((await caseNow(on))['incident']).toBe('');
    await stack.clearFaults();
    const second = await secondGateway(stack.sandbox);
    const completed = await createAt(second, on, 'restart');
    await second.close();
    expect(completed.payload?.userErrors).toEqual([]);
    expect((await expectOne(on))['number']).toBe(completed.payload?.incident?.number);
  });

  async function createAt({ graphql }: Gateway, on: SnColumns, idempotencyKey: string): Promise<Outcome> {
    const response = await fetch(graphql, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${stack.sandbox.tokens['agent-itsm']}`,
      },
      body: JSON.stringify({
        query: CREATE,
        variables: { input: { caseId: idOf(on['sys_id']!), idempotencyKey } },
      }),
    });
    return outcomeOf((await response.json()) as { data?: unknown });
  }
});

describe('Agents who race for a case', () => {
  it.each([2, 8])('%i of them end with one incident, one winner, and no orphan', async (count) => {
    for (let round = 0; round < 4; round += 1) {
      const on = await freshCase();
      const who = ['agent-itsm', 'major-issue-manager'];
      const outcomes = await Promise.all(
        Array.from({ length: count }, (_, index) => create(who[index % 2]!, on, `racer-${index}`)),
      );
      expect(outcomes.flatMap(({ errors }) => errors)).toEqual([]);
      const winners = outcomes.filter(({ payload }) => payload?.incident);
      const refusals = outcomes.flatMap(({ payload }) => payload?.userErrors ?? []).map(({ code }) => code);
      expect(winners).toHaveLength(1);
      expect(refusals).toHaveLength(count - 1);
      for (const code of refusals) expect(['CONFLICT', 'ALREADY_ASSOCIATED']).toContain(code);
      expect((await expectOne(on))['number']).toBe(winners[0]!.payload!.incident!.number);
    }
  });

  it('one who sends the same attempt five times at once gets the same incident five times', async () => {
    const on = await freshCase();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => create('agent-itsm', on, 'impatient')),
    );
    expect(outcomes.flatMap(({ errors }) => errors)).toEqual([]);
    const incidents = await incidentsOf(on);
    expect(incidents).toHaveLength(1);
    expect(outcomes.map(({ payload }) => payload?.incident?.number)).toEqual(
      outcomes.map(() => incidents[0]!['number']),
    );
  });
});

describe('Whatever is lost on the way', () => {
  const fault = fc.record({
    on: fc.constantFrom<FaultInput>(
      { method: 'POST', path: '/table/incident' },
      { method: 'PATCH', path: '/table/sn_customerservice_case/' },
      // What is read, which travels together.
      { method: 'POST', path: '/api/now/v1/batch' },
      { method: 'GET', path: '/table/sn_customerservice_case' },
    ),
    how: fc.constantFrom<Partial<FaultInput>>(
      { drop: 'before' },
      { drop: 'after' },
      { status: 500 },
      { status: 503 },
      { corrupt: 'html' },
      { corrupt: 'truncated' },
      { corrupt: 'malformed' },
    ),
    times: fc.integer({ min: 1, max: 4 }),
  });

  it('there is never more than one incident, and after an undisturbed repeat there is one, associated', async () => {
    const attempts = fc.array(fc.array(fault, { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 5,
    });
    // An interrupted run would go on beside the next test and clear its faults; this way the last one is waited for.
    const deadline = Date.now() + 8_000;
    const property = fc.asyncProperty(attempts, async (repeats) => {
      if (Date.now() > deadline) return;
      const on = await freshCase();
      for (const faults of repeats) {
        await stack.clearFaults();
        for (const { on: where, how, times } of faults)
          await stack.fault('servicenow', { ...where, ...how, times });
        await create('agent-itsm', on, 'chaos');
        await stack.clearFaults();
        expect((await incidentsOf(on)).length).toBeLessThanOrEqual(1);
      }
      await created('agent-itsm', on, 'chaos');
      await expectOne(on);
    });
    await fc.assert(property, {
      // The model of test/promises/case-model.test.ts draws many more.
      numRuns: 15,
      seed: 20261122,
      endOnFailure: true,
    });
  });
});

describe('an association that the instance refuses', () => {
  it('leaves no open incident behind and does not hold the case against the next agent', async () => {
    const on = await freshCase();
    const path = `/api/now/table/sn_customerservice_case/${on['sys_id']}`;
    const body = {
      error: { message: 'Operation Failed', detail: 'ACL Exception Update Failed' },
      status: 'failure',
    };
    await stack.fault('servicenow', { path, method: 'PATCH', status: 403, body, times: 1 });
    const first = await create('agent-itsm', on);
    expect(first.errors).toHaveLength(1);
    const second = await create('major-issue-manager', on);
    expect(second.errors).toEqual([]);
    expect(second.payload?.userErrors).toEqual([]);
    expect(second.payload?.case?.incident?.number).toBe(second.payload?.incident?.number);
    const query = `correlation_idSTARTSWITHcasegraph:${on['number']}:`;
    const states = (await admin.list('incident', query)).map(({ state }) => state).sort();
    expect(states).toEqual(['1', '8']);
  });
});
