import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnColumns } from '../harness/servicenow-admin.ts';
import { CASE, idOf, startScene, type Scene } from '../harness/scene.ts';

/**
 * ServiceNow's document "CSM integration with Incident Management", statement by statement in its order, in our words. Its section on plugins says only what
 * is installed there; the gateway needs the column `incident` of the case and nothing else of it.
 */

let scene: Scene;

beforeAll(async () => {
  scene = await startScene({ cases: 30 });
});
afterAll(() => scene.close());

const reader = () => scene.as('agent', ['sn_incident_read']);
/** Writing contains reading: the token names the writing role alone. */
const writer = () => scene.as('agent', ['sn_incident_write']);

const create = (who: Awaited<ReturnType<typeof reader>>, on: SnColumns) =>
  scene.mutate(who, 'createIncidentFromCase', { caseId: idOf('Case', on) });

const relate = (
  field: 'associateWithCase' | 'removeFromCase',
  who: Awaited<ReturnType<typeof reader>>,
  on: SnColumns,
  incident: SnColumns,
) =>
  scene.mutate(who, field, {
    caseId: idOf('Case', on),
    recordId: idOf('Incident', incident),
    relation: 'INCIDENT',
  });

/** Incidents that were made from a case. */
const madeFrom = ({ number = '' }: SnColumns) =>
  scene.admin.list('incident', `correlation_idSTARTSWITHcasegraph:${number}:`);

const incidentOf = async (on: SnColumns): Promise<string | undefined> =>
  (await scene.now(CASE, on))['incident'];

describe('What agents of customer service do with incidents', () => {
  it('they make an incident out of a case: the two know of each other and the case notes it', async () => {
    const who = await writer();
    const [on, problem, change, cause] = await Promise.all([
      scene.freshCase({ cmdb_ci: scene.stack.sandbox.world.servicenow.get('cmdb_ci')![2]!.sys_id }),
      scene.fresh('problem'),
      scene.fresh('change_request'),
      scene.fresh('change_request'),
    ]);
    const related = { problem: problem['sys_id']!, change: change['sys_id']!, caused_by: cause['sys_id']! };
    await scene.admin.change(CASE, on['sys_id']!, related);
    const payload = await scene.mutate(
      who,
      'createIncidentFromCase',
      { caseId: idOf('Case', on) },
      'case { incident { number } } incident { number cases { nodes { number } } }',
    );
    const [incident, ...more] = await madeFrom(on);
    expect(more).toEqual([]);
    expect(payload).toEqual({
      case: { incident: { number: incident!['number'] } },
      incident: { number: incident!['number'], cases: { nodes: [{ number: on['number'] }] } },
      userErrors: [],
    });
    expect(incident).toMatchObject({
      short_description: on['short_description'],
      caller_id: on['contact'],
      cmdb_ci: on['cmdb_ci'],
      problem_id: related.problem,
      rfc: related.change,
      caused_by: related.caused_by,
      sys_domain: on['sys_domain'],
      state: '1',
    });
    expect(await incidentOf(on)).toBe(incident!['sys_id']);
    expect(await scene.notesOn(on)).toEqual([`Incident ${incident!['number']} was created from this case.`]);
  });

  it('they give a case an incident that is there already and still open', async () => {
    const [on, incident] = await Promise.all([
      scene.freshCase(),
      scene.fresh('incident', { state: '3', hold_reason: '1' }),
    ]);
    expect((await relate('associateWithCase', await reader(), on, incident)).userErrors).toEqual([]);
    expect(await incidentOf(on)).toBe(incident['sys_id']);
    expect(await scene.notesOn(on)).toEqual([
      `Incident ${incident['number']} was associated with this case.`,
    ]);
  });

  it.each<[string, SnColumns]>([
    ['resolved', { state: '6', close_code: 'Solution provided', close_notes: 'Done.' }],
    ['closed', { state: '7', close_code: 'Solution provided', close_notes: 'Done.' }],
    ['canceled', { state: '8' }],
  ])('but not one that is %s', async (_, columns) => {
    const [on, incident] = await Promise.all([scene.freshCase(), scene.fresh('incident', columns)]);
    const { userErrors } = await relate('associateWithCase', await reader(), on, incident);
    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE', field: ['recordId'] }]);
    expect(await incidentOf(on)).toBe('');
    expect(await scene.notesOn(on)).toEqual([]);
  });

  it('they take the incident off a case again, and it stays as it is', async () => {
    const incident = await scene.fresh('incident');
    const on = await scene.freshCase({ incident: incident['sys_id']! });
    expect((await relate('removeFromCase', await reader(), on, incident)).userErrors).toEqual([]);
    expect(await incidentOf(on)).toBe('');
    expect(await scene.notesOn(on)).toEqual([`Incident ${incident['number']} was removed from this case.`]);
    expect((await scene.now('incident', incident))['state']).toBe(incident['state']);
  });

  // That they read in the work notes what becomes of the incident is said again, at length, in the section on synchronising; see there.
});

describe('A case has at most one incident', () => {
  it('the menu offers to create one until there is one, made from the case', async () => {
    const [who, on] = await Promise.all([writer(), scene.freshCase()]);
    expect(await scene.menu(who, on)).toEqual(
      expect.arrayContaining(['CREATE_INCIDENT', 'ASSOCIATE_INCIDENT']),
    );
    await create(who, on);
    const offered = await scene.menu(who, on);
    expect(offered).toContain('REMOVE_INCIDENT');
    expect(offered).not.toContain('CREATE_INCIDENT');
    expect(offered).not.toContain('ASSOCIATE_INCIDENT');
    expect((await create(who, on)).userErrors).toMatchObject([{ code: 'ALREADY_ASSOCIATED' }]);
    expect(await madeFrom(on)).toHaveLength(1);
  });

  it('or given to it, and again once that was taken off', async () => {
    const [who, on, incident, second] = await Promise.all([
      writer(),
      scene.freshCase(),
      scene.fresh('incident'),
      scene.fresh('incident'),
    ]);
    await relate('associateWithCase', who, on, incident);
    expect(await scene.menu(who, on)).not.toContain('CREATE_INCIDENT');
    expect((await relate('associateWithCase', who, on, second)).userErrors).toMatchObject([
      { code: 'ALREADY_ASSOCIATED' },
    ]);
    expect(await incidentOf(on)).toBe(incident['sys_id']);
    await relate('removeFromCase', who, on, incident);
    expect(await scene.menu(who, on)).toContain('CREATE_INCIDENT');
  });
});

describe('Two roles let agents see and create the incidents of cases', () => {
  const ACTIONS = ['CREATE_INCIDENT', 'ASSOCIATE_INCIDENT', 'REMOVE_INCIDENT'];
  const roles: readonly [string, string, readonly string[], { readonly [action: string]: boolean }][] = [
    ['an agent without them', 'agent', [], {}],
    ['an agent who may read', 'agent', ['sn_incident_read'], { see: true, relate: true }],
    ['an agent who may write', 'agent', ['sn_incident_write'], { see: true, relate: true, create: true }],
    ['an agent of every ITSM role', 'agent-itsm', [], { see: true, relate: true, create: true }],
    ['a manager without them', 'agent', ['sn_customerservice_manager'], {}],
    ['a major issue manager', 'major-issue-manager', [], { see: true, relate: true, create: true }],
    ['an administrator', 'admin', [], { see: true, relate: true, create: true }],
    ['a contact who claims them', 'contact', ['sn_incident_write'], {}],
    ['a private customer who claims them', 'consumer', ['sn_incident_write'], {}],
  ];

  /** A case that all of them see, those of customers their own. */
  function caseFor(persona: string, columns: SnColumns): Promise<SnColumns> {
    const { user = '', account = '', consumer = '' } = scene.claims(persona);
    if (persona === 'contact') return scene.freshCase({ account, contact: user, ...columns });
    if (persona === 'consumer') return scene.freshCase({ account: '', contact: '', consumer, ...columns });
    return scene.freshCase(columns);
  }

  it.each(roles)(
    '%s',
    async (_, persona, more, { see = false, relate: relates = false, create: creates }) => {
      const [who, incident, other] = await Promise.all([
        scene.as(persona, more),
        scene.fresh('incident'),
        scene.fresh('incident'),
      ]);
      const [having, without] = await Promise.all([
        caseFor(persona, { incident: incident['sys_id']! }),
        caseFor(persona, {}),
      ]);
      const { data, errors } = await scene.ask<{ case: { incident: { number: string } | null } }>(
        who,
        'query ($id: ID!) { case(id: $id) { incident { number } } }',
        { id: idOf('Case', having) },
      );
      expect(data.case.incident).toEqual(see ? { number: incident['number'] } : null);
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(see ? [] : ['FORBIDDEN']);

      expect((await scene.menu(who, without)).filter((action) => ACTIONS.includes(action))).toEqual([
        ...(creates ? ['CREATE_INCIDENT'] : []),
        ...(relates ? ['ASSOCIATE_INCIDENT'] : []),
      ]);
      // Who may not read incidents does not learn whether the case has one, and is not offered to take it off.
      expect((await scene.menu(who, having)).filter((action) => ACTIONS.includes(action))).toEqual(
        relates ? ['REMOVE_INCIDENT'] : [],
      );
      expect((await create(who, without)).userErrors).toMatchObject(creates ? [] : [{ code: 'FORBIDDEN' }]);
      expect(await madeFrom(without)).toHaveLength(creates ? 1 : 0);
      if (creates) return;
      const text = `mutation ($input: AssociateWithCaseInput!) { associateWithCase(input: $input) { userErrors { code } } }`;
      const input = {
        caseId: idOf('Case', without),
        recordId: idOf('Incident', other),
        relation: 'INCIDENT',
      };
      await scene.ask(who, text, { input });
      expect(await incidentOf(without)).toBe(relates ? other['sys_id'] : '');
    },
  );

  it('who works for another company finds neither its cases nor its incidents', async () => {
    const [on, incident] = await Promise.all([scene.freshCase(), scene.fresh('incident')]);
    const who = await scene.as('other-domain-agent');
    expect((await create(who, on)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await relate('associateWithCase', who, on, incident)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect(await incidentOf(on)).toBe('');
  });
});

describe('An incident made from a case gets its priority, impact and urgency', () => {
  it.each(['1', '2', '3', '4'])(
    'with the data lookup, the priority %s of the case, and from it the other two by the lookup table',
    async (priority) => {
      const on = await scene.freshCase({ priority, impact: '3', urgency: '3' });
      expect((await create(await writer(), on)).userErrors).toEqual([]);
      const [incident] = await madeFrom(on);
      const { impact = '', urgency = '' } = incident!;
      expect(incident!['priority']).toBe(priority);
      const row = await scene.admin.one('dl_u_priority', `impact=${impact}^urgency=${urgency}`);
      expect(row['priority']).toBe(priority);
    },
  );

  it('without it, priority 5, impact 3 and urgency 3, whatever the case says', async () => {
    const other = await startScene(
      { cases: 5, sandbox: { servicenow: { priorityLookup: false } } },
      (config) => ({
        ...config,
        cases: { ...config.cases, dataLookup: false },
      }),
    );
    const on = await other.freshCase({ priority: '1', impact: '1', urgency: '1' });
    const who = await other.as('agent', ['sn_incident_write']);
    const { userErrors } = await other.mutate(who, 'createIncidentFromCase', { caseId: idOf('Case', on) });
    expect(userErrors).toEqual([]);
    expect(
      await other.admin.one('incident', `correlation_idSTARTSWITHcasegraph:${on['number']}:`),
    ).toMatchObject({ priority: '5', impact: '3', urgency: '3' });
    await other.close();
  }, 60_000);
});

// The section on synchronising the incident with the work notes of its case (state changes with the hold reason, resolution notes and code, comments) is
// walked in note-synchronisation.test.ts.

describe('A customer is not notified by the incident', () => {
  const contact = () => scene.inAcme('customer_contact')[0]!['sys_id']!;
  const consumer = () => scene.inAcme('csm_consumer').find((row) => (row['user'] ?? '') !== '')!;
  const employee = () => scene.claims('agent-itsm').user!;

  it.each<[string, () => SnColumns]>([
    ['a contact', () => ({})],
    ['a private customer', () => ({ account: '', contact: '', consumer: consumer()['sys_id']! })],
  ])('that is made from the case of %s', async (_, columns) => {
    const on = await scene.freshCase(columns());
    expect((await create(await writer(), on)).userErrors).toEqual([]);
    expect((await madeFrom(on))[0]).toMatchObject({
      caller_id: on['contact'] === '' ? consumer()['user'] : on['contact'],
      notify: '1',
    });
  });

  it.each<[string, () => string, string]>([
    ['whose caller is a contact', contact, '1'],
    ['whose caller is a private customer', () => consumer()['user']!, '1'],
    ['while an employee who called goes on being notified', employee, '2'],
  ])('that a case is given, %s', async (_, caller, notify) => {
    const [on, incident] = await Promise.all([
      scene.freshCase(),
      scene.fresh('incident', { caller_id: caller(), notify: '2' }),
    ]);
    expect((await relate('associateWithCase', await writer(), on, incident)).userErrors).toEqual([]);
    expect((await scene.now('incident', incident))['notify']).toBe(notify);
  });
});
