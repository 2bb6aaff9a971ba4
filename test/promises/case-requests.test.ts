import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import { patient } from '../harness/patient.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { servicenowTraffic } from '../harness/servicenow-traffic.ts';
import { startStack, type GraphError, type Stack } from '../harness/stack.ts';

/** Catalog items ordered for a case: a request, its item and a note on the case, once per attempt. */

const CREATE = `mutation ($input: CreateRequestFromCaseInput!) {
  createRequestFromCase(input: $input) {
    case { number requests(first: 10) { nodes { number } } }
    request {
      number
      case { number }
      requestedFor { name }
      items(first: 5) { nodes { number quantity price catalogItem { name } } }
    }
    userErrors { code message field }
  }
}`;
/** For those who may not read requests. */
const CREATE_BLINDLY = `mutation ($input: CreateRequestFromCaseInput!) {
  createRequestFromCase(input: $input) { case { number } userErrors { code message field } }
}`;

interface Payload {
  readonly case: {
    readonly number: string;
    readonly requests: { readonly nodes: readonly { number: string }[] };
  } | null;
  readonly request: {
    readonly number: string;
    readonly items: { readonly nodes: readonly object[] };
  } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: string[] | null;
  }[];
}

interface Answer {
  readonly payload: Payload | null;
  readonly errors: readonly GraphError[];
}

let stack: Stack;
let admin: ServiceNowAdmin;
let acme: string;
let made = 0;

beforeAll(async () => {
  stack = await startStack({ config: patient });
  admin = serviceNowAdmin(stack.sandbox);
  acme = stack.sandbox.world.servicenow.get('domain')!.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
});
afterAll(() => stack.close());
beforeEach(async () => {
  await stack.clearFaults();
  await stack.forget();
});

const idOf = (type: string, sysId = '') => Buffer.from(`${type}:${sysId}`).toString('base64url');
const contacts = () =>
  stack.sandbox.world.servicenow.get('customer_contact')!.filter((row) => row['sys_domain'] === acme);
const items = () => stack.sandbox.world.servicenow.get('sc_cat_item')!;

async function freshCase(columns: SnColumns = {}): Promise<SnColumns> {
  const [contact] = contacts();
  return admin.create('sn_customerservice_case', {
    short_description: `Wants something (${++made})`,
    state: '10',
    account: contact!['account']!,
    contact: contact!.sys_id,
    sys_domain: acme,
    ...columns,
  });
}

async function order(who: string, on: SnColumns, input: object = {}, mutation = CREATE): Promise<Answer> {
  const given = {
    caseId: idOf('Case', on['sys_id']),
    catalogItemId: idOf('CatalogItem', items()[0]!.sys_id),
    quantity: 2,
    ...input,
  };
  const { body } = await stack.graphql(who, mutation, { input: given });
  const data = body.data as { createRequestFromCase: Payload } | null | undefined;
  return { payload: data?.createRequestFromCase ?? null, errors: body.errors ?? [] };
}

async function ordered(
  who: string,
  on: SnColumns,
  input: object = {},
): Promise<Payload & { request: NonNullable<Payload['request']> }> {
  const { payload, errors } = await order(who, on, input);
  expect({ errors, userErrors: payload?.userErrors }).toEqual({ errors: [], userErrors: [] });
  expect(payload?.request).not.toBeNull();
  return payload as Payload & { request: NonNullable<Payload['request']> };
}

const requestsOf = ({ sys_id: sysId = '' }: SnColumns) => admin.list('sc_request', `parent=${sysId}`);
const itemsOf = ({ sys_id: sysId = '' }: SnColumns) => admin.list('sc_req_item', `request=${sysId}`);
const notesOn = async ({ sys_id: sysId = '' }: SnColumns) =>
  (await admin.list('sys_journal_field', `element_id=${sysId}^element=work_notes`)).map(
    ({ value = '' }) => value,
  );

async function sent(): Promise<readonly string[]> {
  return (await servicenowTraffic(stack)).map(({ method }) => method);
}

/** Exactly one request with exactly one item, and one note. */
async function expectOne(on: SnColumns): Promise<readonly [SnColumns, SnColumns]> {
  const requests = await requestsOf(on);
  expect(requests).toHaveLength(1);
  const found = await itemsOf(requests[0]!);
  expect(found).toHaveLength(1);
  expect(await notesOn(on)).toEqual([`Request ${requests[0]!['number']} was created from this case.`]);
  return [requests[0]!, found[0]!];
}

describe('An agent orders a catalog item for a case', () => {
  it('which makes a request below the case, its item, and one work note', async () => {
    const on = await freshCase();
    const { request, case: shown } = await ordered('agent-itsm', on);
    const [madeRequest, madeItem] = await expectOne(on);
    expect(madeRequest).toMatchObject({
      short_description: on['short_description'],
      parent: on['sys_id'],
      requested_for: on['contact'],
      sys_domain: acme,
    });
    expect(madeItem).toMatchObject({
      cat_item: items()[0]!.sys_id,
      quantity: '2',
      price: '139.99',
      requested_for: on['contact'],
      sys_domain: acme,
    });
    expect(shown?.requests.nodes).toEqual([{ number: madeRequest['number'] }]);
    expect(request).toMatchObject({
      number: madeRequest['number'],
      case: { number: on['number'] },
      items: {
        nodes: [
          {
            number: madeItem['number'],
            quantity: 2,
            price: '139.99',
            catalogItem: { name: items()[0]!['name'] },
          },
        ],
      },
    });
  });

  it('for another contact, or for the login of a private customer', async () => {
    const other = contacts()[1]!;
    const on = await freshCase();
    await ordered('agent-itsm', on, { requestedForId: idOf('Contact', other.sys_id) });
    expect((await expectOne(on))[0]['requested_for']).toBe(other.sys_id);
    const consumer = stack.sandbox.world.servicenow
      .get('csm_consumer')!
      .find((row) => row['sys_domain'] === acme && (row['user'] ?? '') !== '')!;
    const theirs = await freshCase({ account: '', contact: '', consumer: consumer.sys_id });
    await ordered('agent-itsm', theirs);
    expect((await expectOne(theirs))[0]['requested_for']).toBe(consumer['user']);
  });

  it('as often as there are attempts, in the domain of each case', async () => {
    const emea = stack.sandbox.world.servicenow
      .get('domain')!
      .find((row) => row['full_name'] === 'TOP/ACME/EMEA')!.sys_id;
    const on = await freshCase({ sys_domain: emea });
    for (const idempotencyKey of ['one', 'two', undefined])
      await ordered('agent-itsm', on, { idempotencyKey });
    const requests = await requestsOf(on);
    expect(requests.map((row) => row['sys_domain'])).toEqual([emea, emea, emea]);
    expect(new Set(await notesOn(on)).size).toBe(3);
  });

  it('finds what can be ordered in the catalogue, without what is retired', async () => {
    const { body } = await stack.graphql(
      'agent-itsm',
      '{ catalogItems(first: 50) { nodes { name active } } }',
    );
    const nodes = (body.data as { catalogItems: { nodes: { name: string; active: boolean }[] } }).catalogItems
      .nodes;
    const active = items().filter((row) => row['active'] === 'true');
    expect(nodes.map(({ name }) => name).sort()).toEqual(active.map((row) => row['name']).sort());
  });
});

describe('It is refused, and nothing is written', () => {
  const retired = () => items().find((row) => row['active'] === 'false')!.sys_id;

  it.each<[string, string, SnColumns, () => object, string, string]>([
    ['without the role', 'agent', {}, () => ({}), 'FORBIDDEN', 'caseId'],
    ['to a contact', 'contact', {}, () => ({}), 'FORBIDDEN', 'caseId'],
    [
      'on a closed case',
      'agent-itsm',
      { state: '3', close_notes: 'Done.' },
      () => ({}),
      'INVALID_STATE',
      'caseId',
    ],
    ['on a case of another domain', 'other-domain-agent', {}, () => ({}), 'NOT_FOUND', 'caseId'],
    [
      'on a major case without itil',
      'agent-itsm',
      { major_case_state: 'accepted' },
      () => ({}),
      'FORBIDDEN',
      'caseId',
    ],
    ['for none', 'agent-itsm', {}, () => ({ quantity: 0 }), 'INVALID_INPUT', 'quantity'],
    ['for too many', 'agent-itsm', {}, () => ({ quantity: 1000 }), 'INVALID_INPUT', 'quantity'],
    [
      'for a retired item',
      'agent-itsm',
      {},
      () => ({ catalogItemId: idOf('CatalogItem', retired()) }),
      'NOT_FOUND',
      'catalogItemId',
    ],
    [
      'for an item that is not there',
      'agent-itsm',
      {},
      () => ({ catalogItemId: idOf('CatalogItem', '0'.repeat(32)) }),
      'NOT_FOUND',
      'catalogItemId',
    ],
    [
      'for somebody who is not there',
      'agent-itsm',
      {},
      () => ({ requestedForId: idOf('User', '0'.repeat(32)) }),
      'NOT_FOUND',
      'requestedForId',
    ],
    ['for nobody', 'agent-itsm', { account: '', contact: '' }, () => ({}), 'INVALID_INPUT', 'requestedForId'],
  ])('%s', async (_, who, columns, input, code, field) => {
    const own = stack.sandbox.world.personas.find(({ name }) => name === 'contact')!.claims.account!;
    const on = await freshCase({ ...(who === 'contact' ? { account: own } : {}), ...columns });
    await stack.forget();
    const { payload, errors } = await order(who, on, input(), CREATE_BLINDLY);
    expect(errors).toEqual([]);
    expect(payload?.userErrors).toMatchObject([{ code, field: [field] }]);
    expect(new Set(await sent())).toEqual(new Set(['GET']));
    expect(await requestsOf(on)).toEqual([]);
  });

  it('on the child of a major case', async () => {
    const parent = await freshCase({ major_case_state: 'accepted' });
    const { payload } = await order('agent-itsm', await freshCase({ parent: parent['sys_id']! }));
    expect(payload?.userErrors).toMatchObject([{ code: 'INVALID_STATE', field: ['caseId'] }]);
  });

  it('with an id of something else, as bad input', async () => {
    const on = await freshCase();
    const { errors } = await order('agent-itsm', on, { catalogItemId: idOf('Incident', '0'.repeat(32)) });
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('A repeat orders nothing twice', () => {
  it('with the same key it gives the same request, and writes nothing, also when the case is closed by now', async () => {
    const on = await freshCase();
    const first = await ordered('agent-itsm', on, { idempotencyKey: 'same' });
    await admin.change('sn_customerservice_case', on['sys_id']!, { state: '3', close_notes: 'Done.' });
    await stack.forget();
    const second = await ordered('agent-itsm', on, { idempotencyKey: 'same' });
    expect(second.request).toEqual(first.request);
    expect(new Set(await sent())).toEqual(new Set(['GET']));
    await expectOne(on);
  });

  it('sent five times at once it gives the same request five times', async () => {
    const on = await freshCase();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ordered('agent-itsm', on, { idempotencyKey: 'impatient' })),
    );
    await expectOne(on);
    expect(new Set(answers.map(({ request }) => request.number)).size).toBe(1);
  });

  it('a key that stands for another order is refused', async () => {
    const on = await freshCase();
    await ordered('agent-itsm', on, { idempotencyKey: 'reused' });
    const { payload } = await order('agent-itsm', on, { idempotencyKey: 'reused', quantity: 3 });
    expect(payload?.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['idempotencyKey'] }]);
    await expectOne(on);
  });

  const REQUEST: FaultInput = { method: 'POST', path: '/table/sc_request' };
  const ITEM: FaultInput = { method: 'POST', path: '/table/sc_req_item' };
  const NOTE: FaultInput = { method: 'PATCH', path: '/table/sn_customerservice_case/' };
  const HOW: readonly Partial<FaultInput>[] = [
    { drop: 'before' },
    { drop: 'after' },
    { status: 500 },
    { corrupt: 'html' },
    { corrupt: 'truncated' },
  ];
  const FAULTS = [REQUEST, ITEM, NOTE].flatMap((on) =>
    HOW.map((how): [string, FaultInput] => [
      `${on.method} ${on.path} ${JSON.stringify(how)}`,
      { ...on, ...how },
    ]),
  );
  it.each(FAULTS)('when an answer is lost: %s', async (_, fault) => {
    const on = await freshCase();
    await stack.fault('servicenow', fault);
    const { payload, errors } = await order('agent-itsm', on, { idempotencyKey: 'lost' });
    // Either the gateway found out by itself how it went, or it says that it does not know.
    if (errors.length === 0) expect(payload?.request).not.toBeNull();
    else expect(errors[0]?.extensions['code']).toMatch(/^UPSTREAM_/);
    expect((await requestsOf(on)).length).toBeLessThanOrEqual(1);
    await stack.clearFaults();
    const { request } = await ordered('agent-itsm', on, { idempotencyKey: 'lost' });
    expect((await expectOne(on))[0]['number']).toBe(request.number);
  });

  it('when the gateway was restarted between the request and its item', async () => {
    const on = await freshCase();
    await stack.fault('servicenow', { ...ITEM, drop: 'before' });
    await order('agent-itsm', on, { idempotencyKey: 'restart' });
    expect(await requestsOf(on)).toHaveLength(1);
    await stack.clearFaults();
    const second = await secondGateway(stack.sandbox);
    const input = {
      caseId: idOf('Case', on['sys_id']),
      catalogItemId: idOf('CatalogItem', items()[0]!.sys_id),
      quantity: 2,
      idempotencyKey: 'restart',
    };
    const response = await fetch(second.graphql, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${stack.sandbox.tokens['agent-itsm']}`,
      },
      body: JSON.stringify({ query: CREATE, variables: { input } }),
    });
    const { data } = (await response.json()) as { data: { createRequestFromCase: Payload } };
    await second.close();
    expect(data.createRequestFromCase.userErrors).toEqual([]);
    await expectOne(on);
  });

  it('an item that the instance refuses leaves no open request behind, and the key says so', async () => {
    const on = await freshCase();
    const body = {
      error: { message: 'Operation Failed', detail: 'ACL Exception Insert Failed' },
      status: 'failure',
    };
    await stack.fault('servicenow', { ...ITEM, status: 403, body, times: 1 });
    const first = await order('agent-itsm', on, { idempotencyKey: 'refused' });
    expect(first.errors).toHaveLength(1);
    const [canceled] = await requestsOf(on);
    expect(canceled).toMatchObject({ request_state: 'closed_cancelled', active: 'false' });
    expect(await notesOn(canceled!)).toEqual([expect.stringContaining('Canceled')]);
    const again = await order('agent-itsm', on, { idempotencyKey: 'refused' });
    expect(again.payload?.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['idempotencyKey'] }]);
    await ordered('agent-itsm', on, { idempotencyKey: 'afresh' });
  });
});
