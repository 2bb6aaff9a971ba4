import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { startStack, type Stack } from '../harness/stack.ts';

/** A menu knows what can be done with a case, and the mutation behind each entry answers the same. */

const MENU = `query ($id: ID!) { case(id: $id) { availableActions { action enabled reason } } }`;

interface Offer {
  readonly action: string;
  readonly enabled: boolean;
  readonly reason: string | null;
}

let stack: Stack;
let admin: ServiceNowAdmin;
let acme: string;

beforeAll(async () => {
  stack = await startStack();
  admin = serviceNowAdmin(stack.sandbox);
  acme = stack.sandbox.world.servicenow.get('domain')!.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
});
afterAll(() => stack.close());

const freshCase = (columns: SnColumns = {}): Promise<SnColumns> =>
  admin.create('sn_customerservice_case', {
    short_description: 'What can be done?',
    state: '10',
    priority: '2',
    sys_domain: acme,
    ...columns,
  });

const idOf = ({ sys_id: sysId = '' }: SnColumns) => Buffer.from(`Case:${sysId}`).toString('base64url');

async function menu(who: string, on: SnColumns): Promise<readonly Offer[]> {
  const { body } = await stack.graphql(who, MENU, { id: idOf(on) });
  expect(body.errors ?? []).toEqual([]);
  return (body.data as { case: { availableActions: readonly Offer[] } }).case.availableActions;
}

const enabled = (offers: readonly Offer[]): readonly string[] =>
  offers.filter((offer) => offer.enabled).map(({ action }) => action);

const WORK = ['PROPOSE_MAJOR_CASE', 'PROPOSE_SOLUTION', 'REQUEST_INFO', 'CLOSE'];

describe('The menu of a case', () => {
  it('is short for an agent without ITSM roles, and says which role each other entry takes', async () => {
    const offers = await menu('agent', await freshCase());
    expect(enabled(offers)).toEqual(WORK);
    expect(offers.find(({ action }) => action === 'CREATE_PROBLEM')?.reason).toContain('sn_problem_write');
    for (const { reason, enabled: open } of offers) expect(reason === null).toBe(open);
  });

  it('offers an ITSM agent to create and associate, and after that to remove', async () => {
    const on = await freshCase();
    const before = enabled(await menu('agent-itsm', on));
    expect(before).toEqual(expect.arrayContaining(['CREATE_INCIDENT', 'ASSOCIATE_INCIDENT']));
    expect(before).not.toContain('REMOVE_INCIDENT');
    const input = { caseId: idOf(on) };
    const text = `mutation ($input: CreateIncidentFromCaseInput!) {
      createIncidentFromCase(input: $input) { case { availableActions { action enabled reason } } }
    }`;
    const { body } = await stack.graphql('agent-itsm', text, { input });
    const data = body.data as { createIncidentFromCase: { case: { availableActions: readonly Offer[] } } };
    const after = enabled(data.createIncidentFromCase.case.availableActions);
    expect(after).toContain('REMOVE_INCIDENT');
    expect(after).not.toContain('CREATE_INCIDENT');
  });

  it('is read-only about related records on the child of a major case', async () => {
    const parent = await freshCase({ major_case_state: 'accepted' });
    const offers = await menu('agent-itsm', await freshCase({ parent: parent['sys_id']! }));
    expect(enabled(offers)).toEqual(['PROPOSE_SOLUTION', 'REQUEST_INFO', 'CLOSE']);
    const reasons = offers.filter(({ action }) => /^(CREATE|ASSOCIATE)_/.test(action));
    for (const { reason } of reasons) expect(reason).toContain('major case');
  });

  it('lets the customer answer a solution, and nobody else', async () => {
    const claims = stack.sandbox.world.personas.find(({ name }) => name === 'contact')!.claims;
    const account = claims.account!;
    const ended = { state: '6', resolution_code: '1', close_notes: 'Restart it.' };
    const on = await freshCase({ account, ...ended });
    expect(enabled(await menu('contact', on))).toEqual(['ACCEPT_SOLUTION', 'REJECT_SOLUTION']);
    expect(enabled(await menu('agent-itsm', on))).toEqual([]);
  });

  it('says for each refused creation what the mutation then answers', async () => {
    const on = await freshCase({ state: '6', resolution_code: '1', close_notes: 'Done.' });
    const reason = (await menu('agent-itsm', on)).find(({ action }) => action === 'CREATE_INCIDENT')?.reason;
    const text = `mutation ($input: CreateIncidentFromCaseInput!) {
      createIncidentFromCase(input: $input) { userErrors { message } }
    }`;
    const { body } = await stack.graphql('agent-itsm', text, { input: { caseId: idOf(on) } });
    expect(body.data).toEqual({ createIncidentFromCase: { userErrors: [{ message: reason }] } });
  });

  it('costs a list of a hundred cases one request besides, for the parents', async () => {
    await stack.forget();
    const text = '{ cases(first: 100) { nodes { number availableActions { action enabled } } } }';
    const { body } = await stack.graphql('agent-itsm', text);
    expect(body.errors ?? []).toEqual([]);
    const sent = (await stack.requests('servicenow')).filter(({ path }) => !path.startsWith('/oauth'));
    expect(sent.length).toBeLessThanOrEqual(2);
  });
});
