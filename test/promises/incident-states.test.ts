import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startIssuer } from '../harness/issuer.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { servicenowTraffic } from '../harness/servicenow-traffic.ts';
import { startStack, type Stack } from '../harness/stack.ts';

/** Incidents are resolved, closed and held; customers are not notified by them; solutions are compared with what the case has. */

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

const idOf = (type: string, { sys_id: sysId = '' }: SnColumns) =>
  Buffer.from(`${type}:${sysId}`).toString('base64url');
const fresh = (table: string, columns: SnColumns = {}): Promise<SnColumns> =>
  admin.create(table, { short_description: `Something (${++made})`, sys_domain: acme, ...columns });
const now = (table: string, { sys_id: sysId = '' }: SnColumns) => admin.one(table, `sys_id=${sysId}`);

interface Payload {
  readonly incident?: { readonly state: { readonly value: string } } | null;
  readonly warnings?: readonly string[];
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

async function mutate(who: string, field: string, input: object, wanted: string): Promise<Payload> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${field}(input: $input) { ${wanted} userErrors { code message field } } }`;
  const { body } = await stack.graphql(who, text, { input });
  expect(body.errors ?? []).toEqual([]);
  return (body.data as Record<string, Payload>)[field]!;
}

const change = (
  who: string,
  field: string,
  on: SnColumns,
  input: object = {},
  wanted = 'incident { state { value } }',
) => mutate(who, field, { incidentId: idOf('Incident', on), ...input }, wanted);

async function methods(): Promise<readonly string[]> {
  return (await servicenowTraffic(stack)).map(({ method }) => method);
}

async function commentsOn({ sys_id: sysId = '' }: SnColumns): Promise<readonly (string | undefined)[]> {
  const entries = await admin.list('sys_journal_field', `element_id=${sysId}^element=comments`);
  return entries.map(({ value }) => value);
}

const SOLVED = { closeCode: 'Solution provided', closeNotes: 'Restarted.' };
const RESOLVED = { state: '6', close_code: 'Solution provided', close_notes: 'Restarted.' };

describe('An agent who may write incidents', () => {
  it.each<[string, string, SnColumns, object, SnColumns]>([
    ['resolves one', 'resolveIncident', {}, SOLVED, RESOLVED],
    ['resolves one that is on hold', 'resolveIncident', { state: '3', hold_reason: '1' }, SOLVED, RESOLVED],
    ['closes a resolved one', 'closeIncident', RESOLVED, {}, { ...RESOLVED, state: '7' }],
    ['holds one', 'holdIncident', { state: '2' }, { reason: '3' }, { state: '3', hold_reason: '3' }],
    [
      'takes one off hold',
      'resumeIncident',
      { state: '3', hold_reason: '1' },
      { comment: 'It goes on.' },
      { state: '2' },
    ],
    [
      'triages one',
      'triageIncident',
      { state: '2' },
      { impact: '1', urgency: '2' },
      { state: '2', priority: '2' },
    ],
    [
      'holds one and tells the caller',
      'holdIncident',
      {},
      { reason: '1', comment: 'Which one?' },
      { state: '3', hold_reason: '1' },
    ],
  ])('%s, and a repeat writes nothing', async (_, field, columns, input, expected) => {
    const on = await fresh('incident', columns);
    const answer = await change('agent-itsm', field, on, input);
    expect(answer).toEqual({ incident: { state: { value: expected['state'] } }, userErrors: [] });
    expect(await now('incident', on)).toMatchObject(expected);
    const said = await commentsOn(on);
    expect(said).toEqual('comment' in input ? [input.comment] : []);
    await stack.forget();
    expect((await change('agent-itsm', field, on, input)).userErrors).toEqual([]);
    expect(new Set(await methods())).toEqual(new Set(['GET']));
    expect(await commentsOn(on)).toEqual(said);
  });

  it.each<[string, string, string, SnColumns, object, string, string]>([
    [
      'resolving a closed one',
      'agent-itsm',
      'resolveIncident',
      { ...RESOLVED, state: '7' },
      { ...SOLVED, closeNotes: 'Other.' },
      'INVALID_STATE',
      'incidentId',
    ],
    [
      'resolving a canceled one',
      'agent-itsm',
      'resolveIncident',
      { state: '8' },
      SOLVED,
      'INVALID_STATE',
      'incidentId',
    ],
    [
      'resolving without notes',
      'agent-itsm',
      'resolveIncident',
      {},
      { ...SOLVED, closeNotes: '  ' },
      'INVALID_INPUT',
      'closeNotes',
    ],
    [
      'closing one that is not resolved',
      'agent-itsm',
      'closeIncident',
      {},
      {},
      'INVALID_STATE',
      'incidentId',
    ],
    [
      'holding a resolved one',
      'agent-itsm',
      'holdIncident',
      RESOLVED,
      { reason: '1' },
      'INVALID_STATE',
      'incidentId',
    ],
    [
      'taking one off hold that is not',
      'agent-itsm',
      'resumeIncident',
      {},
      {},
      'INVALID_STATE',
      'incidentId',
    ],
    [
      'triaging a resolved one',
      'agent-itsm',
      'triageIncident',
      RESOLVED,
      { impact: '1' },
      'INVALID_STATE',
      'incidentId',
    ],
    ['triaging without the role', 'agent', 'triageIncident', {}, { impact: '1' }, 'FORBIDDEN', 'incidentId'],
    ['holding without a reason', 'agent-itsm', 'holdIncident', {}, { reason: '' }, 'INVALID_INPUT', 'reason'],
    [
      'resolving one of another domain',
      'other-domain-agent',
      'resolveIncident',
      {},
      SOLVED,
      'NOT_FOUND',
      'incidentId',
    ],
    ['resolving without the role', 'agent', 'resolveIncident', {}, SOLVED, 'FORBIDDEN', 'incidentId'],
    ['closing as a customer', 'contact', 'closeIncident', RESOLVED, {}, 'FORBIDDEN', 'incidentId'],
  ])('but %s is refused, and nothing is written', async (_, who, field, columns, input, code, about) => {
    const on = await fresh('incident', columns);
    const before = await now('incident', on);
    const { userErrors } = await change(who, field, on, input, '');
    expect(userErrors).toMatchObject([{ code, field: [about] }]);
    expect(await now('incident', on)).toEqual(before);
  });

  it('says who works on one, and is told of whom the instance does not know', async () => {
    const on = await fresh('incident');
    const [user] = await admin.list('sys_user', 'user_name=ivan.itil^ORuser_name=tomas.brandt');
    const [group] = await admin.list('sys_user_group', '');
    const known = { assignedToId: idOf('User', user!), assignmentGroupId: idOf('Group', group!) };
    expect((await change('agent-itsm', 'triageIncident', on, known)).userErrors).toEqual([]);
    const wanted = { assigned_to: user!['sys_id'], assignment_group: group!['sys_id'] };
    expect(await now('incident', on)).toMatchObject(wanted);
    const unknown = { impact: '99', assignedToId: idOf('User', user!) };
    const { userErrors } = await change('agent-itsm', 'triageIncident', on, unknown);
    expect(userErrors).toMatchObject([{ code: 'NOT_ACCEPTED', field: ['impact'] }]);
  });

  it('is told of a code that the instance does not know', async () => {
    const on = await fresh('incident', { state: '2' });
    const held = await change('agent-itsm', 'holdIncident', on, { reason: '99' });
    expect(held.userErrors).toMatchObject([{ code: 'NOT_ACCEPTED', field: ['reason'] }]);
    const other = await fresh('incident');
    const resolved = await change('agent-itsm', 'resolveIncident', other, { ...SOLVED, closeCode: 'Magic' });
    expect(resolved.userErrors).toMatchObject([{ code: 'NOT_ACCEPTED' }]);
  });

  it.each(['before', 'after'] as const)('may repeat when the answer was lost %s the write', async (drop) => {
    const on = await fresh('incident');
    await stack.fault('servicenow', { method: 'PATCH', path: '/table/incident/', drop });
    const input = { ...SOLVED, comment: 'It works again.' };
    const text = `mutation ($input: ResolveIncidentInput!) { resolveIncident(input: $input) { userErrors { code } } }`;
    await stack.graphql('agent-itsm', text, { input: { incidentId: idOf('Incident', on), ...input } });
    await stack.clearFaults();
    expect((await change('agent-itsm', 'resolveIncident', on, input)).userErrors).toEqual([]);
    expect(await now('incident', on)).toMatchObject(RESOLVED);
    expect(await commentsOn(on)).toEqual(['It works again.']);
  });
});

describe('A customer is not notified by the incident', () => {
  const contact = () =>
    stack.sandbox.world.servicenow.get('customer_contact')!.find((row) => row['sys_domain'] === acme)!;
  const employee = () => stack.sandbox.world.personas.find(({ name }) => name === 'agent')!.claims.user!;
  const freshCase = (columns: SnColumns = {}) =>
    fresh('sn_customerservice_case', { state: '10', ...columns });
  const associate = (who: string, on: SnColumns, incident: SnColumns) =>
    mutate(
      who,
      'associateWithCase',
      { caseId: idOf('Case', on), recordId: idOf('Incident', incident), relation: 'INCIDENT' },
      'case { number }',
    );

  it('that is created from a case', async () => {
    // A default that notifies, as an instance may have: the incident says itself what it wants.
    const on = await freshCase({ contact: contact().sys_id });
    await stack.forget();
    await mutate('agent-itsm', 'createIncidentFromCase', { caseId: idOf('Case', on) }, 'case { number }');
    const incident = await admin.one('incident', `correlation_idSTARTSWITHcasegraph:${on['number']}:`);
    expect(incident['notify']).toBe('1');
    const posts = (await stack.requests('servicenow')).filter(({ method }) => method === 'POST');
    expect(JSON.stringify(posts)).toContain('notify');
  });

  it.each<[string, () => string, () => SnColumns, string]>([
    [
      'that is associated with their case',
      () => contact().sys_id,
      () => ({ contact: contact().sys_id }),
      '1',
    ],
    ["that is associated with somebody else's case", () => contact().sys_id, () => ({}), '1'],
    ['but an employee still is', employee, () => ({ contact: contact().sys_id }), '2'],
    ['and neither is a caller invented', () => '', () => ({ contact: contact().sys_id }), '2'],
  ])('%s', async (_, caller, columns, notify) => {
    const incident = await fresh('incident', { caller_id: caller(), notify: '2' });
    const on = await freshCase(columns());
    expect((await associate('agent-itsm', on, incident)).userErrors).toEqual([]);
    expect((await now('incident', incident))['notify']).toBe(notify);
    expect((await now('sn_customerservice_case', on))['incident']).toBe(incident['sys_id']);
  });

  it('where the viewer may not write incidents, the case gets it and the viewer is told', async () => {
    const issuer = await startIssuer();
    const gateway = await secondGateway(stack.sandbox, issuer.trusted);
    const { claims } = stack.sandbox.world.personas.find(({ name }) => name === 'agent')!;
    const token = await issuer.sign({ ...claims, roles: [...claims.roles, 'sn_incident_read'] });
    const incident = await fresh('incident', { caller_id: contact().sys_id, notify: '2' });
    const on = await freshCase();
    const query = `mutation ($input: AssociateWithCaseInput!) { associateWithCase(input: $input) { userErrors { code } } }`;
    const input = { caseId: idOf('Case', on), recordId: idOf('Incident', incident), relation: 'INCIDENT' };
    const response = await fetch(gateway.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const { data } = (await response.json()) as { readonly data: unknown };
    await gateway.close();
    await issuer.close();
    expect(data).toEqual({ associateWithCase: { userErrors: [{ code: 'NOT_ACCEPTED' }] } });
    expect((await now('incident', incident))['notify']).toBe('2');
    expect((await now('sn_customerservice_case', on))['incident']).toBe(incident['sys_id']);
  });

  it('whose login is a private customer', async () => {
    const consumer = stack.sandbox.world.servicenow
      .get('csm_consumer')!
      .find((row) => row['sys_domain'] === acme && (row['user'] ?? '') !== '')!;
    const incident = await fresh('incident', { caller_id: consumer['user']!, notify: '2' });
    await associate('agent-itsm', await freshCase(), incident);
    expect((await now('incident', incident))['notify']).toBe('1');
  });
});

describe('A solution is compared with what the case has', () => {
  // Internal values of this sandbox; the rules go by the labels.
  const CODES = { PRB: '8', WORKAROUND: '9', CHANGE: '10', INCIDENT: '11', REQUEST: '12', SUPPORT: '1' };

  it.each<[string, string, () => Promise<SnColumns>, boolean]>([
    [
      'closed problem',
      CODES.PRB,
      async () => ({
        problem: (await fresh('problem', { state: '107', resolution_code: 'fix_applied' }))['sys_id']!,
      }),
      true,
    ],
    ['open problem', CODES.PRB, async () => ({ problem: (await fresh('problem'))['sys_id']! }), false],
    ['no problem', CODES.PRB, async () => ({}), false],
    [
      'open problem, with a workaround',
      CODES.WORKAROUND,
      async () => ({ problem: (await fresh('problem'))['sys_id']! }),
      true,
    ],
    [
      'closed change',
      CODES.CHANGE,
      async () => ({ change: (await fresh('change_request', { state: '3' }))['sys_id']! }),
      true,
    ],
    [
      'open change',
      CODES.CHANGE,
      async () => ({ change: (await fresh('change_request'))['sys_id']! }),
      false,
    ],
    [
      'closed incident',
      CODES.INCIDENT,
      async () => ({ incident: (await fresh('incident', { ...RESOLVED, state: '7' }))['sys_id']! }),
      true,
    ],
    ['no incident', CODES.INCIDENT, async () => ({}), false],
    ['a code that speaks of nothing', CODES.SUPPORT, async () => ({}), true],
  ])('%s', async (_, resolutionCode, columns, fits) => {
    const on = await fresh('sn_customerservice_case', { state: '10', ...(await columns()) });
    const input = { caseId: idOf('Case', on), resolutionCode, closeNotes: 'See there.' };
    const { warnings, userErrors } = await mutate('agent-itsm', 'proposeSolution', input, 'warnings');
    expect(userErrors).toEqual([]);
    expect(warnings).toHaveLength(fits ? 0 : 1);
    // A warning refuses nothing.
    expect(await now('sn_customerservice_case', on)).toMatchObject({
      state: '6',
      resolution_code: resolutionCode,
    });
  });

  it.each([
    ['closed_complete', 0],
    ['in_process', 1],
  ])('a request that is %s gives %i warnings', async (requestState, count) => {
    const on = await fresh('sn_customerservice_case', { state: '10' });
    await fresh('sc_request', { parent: on['sys_id']!, request_state: requestState });
    const input = { caseId: idOf('Case', on), resolutionCode: CODES.REQUEST, closeNotes: 'See there.' };
    const { warnings } = await mutate('agent-itsm', 'proposeSolution', input, 'warnings');
    expect(warnings).toHaveLength(count);
  });

  it('and who may not read the record is told that it was not checked', async () => {
    const problem = await fresh('problem', { state: '107', resolution_code: 'fix_applied' });
    const on = await fresh('sn_customerservice_case', { state: '10', problem: problem['sys_id']! });
    const input = { caseId: idOf('Case', on), resolutionCode: CODES.PRB, closeNotes: 'See there.' };
    const { warnings, userErrors } = await mutate('agent', 'proposeSolution', input, 'warnings');
    expect(userErrors).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('not checked')]);
  });
});
