import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnColumns } from '../harness/servicenow-admin.ts';
import type { Who } from '../harness/stack.ts';
import { CASE, idOf, startScene, type Scene } from '../harness/scene.ts';

/**
 * ServiceNow's document "CSM integration with IT Service Management overview", statement by statement in its order, in our words. Its section on plugins says
 * only what is installed there. What it says of updates that appear in work notes is walked where that is built: see the end of the file.
 */

let scene: Scene;

beforeAll(async () => {
  scene = await startScene({ cases: 30 });
});
afterAll(() => scene.close());

const WRITING = ['sn_incident_write', 'sn_problem_write', 'sn_change_write', 'sn_request_write'];
const MANAGER = 'sn_majorissue_mgt.major_issue_manager';
const ITSM_ACTION = /INCIDENT|PROBLEM|CHANGE|REQUEST$/;

/** The four fields of the form section Related Records. */
const FIELDS = [
  { label: 'Incident', column: 'incident', field: 'incident', table: 'incident', relation: 'INCIDENT' },
  { label: 'Problem', column: 'problem', field: 'problem', table: 'problem', relation: 'PROBLEM' },
  {
    label: 'Change Request',
    column: 'change',
    field: 'changeRequest',
    table: 'change_request',
    relation: 'CHANGE',
  },
  {
    label: 'Caused by Change',
    column: 'caused_by',
    field: 'causedByChange',
    table: 'change_request',
    relation: 'CAUSED_BY_CHANGE',
  },
] as const;

const TYPES = { incident: 'Incident', problem: 'Problem', change_request: 'ChangeRequest' } as const;

interface Making {
  readonly item: string;
  readonly action: string;
  readonly field: string;
  readonly role: string;
  readonly table: string;
  /** Column of the case; null where the record names the case. */
  readonly column: string | null;
  readonly answer: string;
  readonly more: () => object;
}

/** The five items that the document adds to the menu of a case. */
const ITEMS: readonly Making[] = [
  {
    item: 'Create Incident',
    action: 'CREATE_INCIDENT',
    field: 'createIncidentFromCase',
    role: 'sn_incident_write',
    table: 'incident',
    column: 'incident',
    answer: 'incident',
    more: () => ({}),
  },
  {
    item: 'Create Problem',
    action: 'CREATE_PROBLEM',
    field: 'createProblemFromCase',
    role: 'sn_problem_write',
    table: 'problem',
    column: 'problem',
    answer: 'problem',
    more: () => ({}),
  },
  {
    item: 'Create Request',
    action: 'CREATE_REQUEST',
    field: 'createRequestFromCase',
    role: 'sn_request_write',
    table: 'sc_request',
    column: null,
    answer: 'request',
    more: () => ({ catalogItemId: idOf('CatalogItem', active('sc_cat_item')) }),
  },
  {
    item: 'Create Normal Change',
    action: 'CREATE_NORMAL_CHANGE',
    field: 'createNormalChangeFromCase',
    role: 'sn_change_write',
    table: 'change_request',
    column: 'change',
    answer: 'changeRequest',
    more: () => ({}),
  },
  {
    item: 'Create Standard Change',
    action: 'CREATE_STANDARD_CHANGE',
    field: 'createStandardChangeFromCase',
    role: 'sn_change_write',
    table: 'change_request',
    column: 'change',
    answer: 'changeRequest',
    more: () => ({
      templateId: idOf('StandardChangeTemplate', active('std_change_record_producer')),
    }),
  },
];

const active = (table: string): SnColumns =>
  scene.stack.sandbox.world.servicenow.get(table)!.find((row) => row['active'] === 'true')!;

const make = (who: Who, { field, answer, more }: Making, on: SnColumns) =>
  scene.mutate(who, field, { caseId: idOf('Case', on), ...more() }, `${answer} { number }`);

/** Without asking for what was made: for those who may not read it. */
const makeBlindly = (who: Who, { field, more }: Making, on: SnColumns) =>
  scene.mutate(who, field, { caseId: idOf('Case', on), ...more() });

const madeFrom = ({ number = '' }: SnColumns, { table }: Making) =>
  scene.admin.list(table, `correlation_idSTARTSWITHcasegraph:${number}:`);

const relate = (
  who: Who,
  mutation: 'associateWithCase' | 'removeFromCase',
  on: SnColumns,
  recordId: string,
  relation: string,
) => scene.mutate(who, mutation, { caseId: idOf('Case', on), recordId, relation });

async function ofCase<T>(who: Who, on: SnColumns, fields: string): Promise<T> {
  const text = `query ($id: ID!) { case(id: $id) { ${fields} } }`;
  const { data, errors } = await scene.ask<{ case: T }>(who, text, { id: idOf('Case', on) });
  expect(errors).toEqual([]);
  return data.case;
}

describe('Roles', () => {
  it('the role of a customer service agent brings none of the integration along', async () => {
    const [who, on] = [await scene.as('agent', [], ['sn_customerservice_agent']), await scene.freshCase()];
    expect((await scene.menu(who, on)).filter((action) => ITSM_ACTION.test(action))).toEqual([]);
    const text = `query ($id: ID!) { case(id: $id) { number ${FIELDS.map(({ field }) => `${field} { number }`).join(' ')} } }`;
    const { data, errors } = await scene.ask<{ case: object }>(who, text, { id: idOf('Case', on) });
    expect(data.case).toMatchObject({ number: on['number'], incident: null, problem: null });
    expect(errors.map(({ path, extensions }) => [path?.at(-1), extensions['code']])).toEqual(
      FIELDS.map(({ field }) => [field, 'FORBIDDEN']),
    );
  });

  it.each([
    ['sn_incident_read', ['ASSOCIATE_INCIDENT']],
    ['sn_incident_write', ['CREATE_INCIDENT', 'ASSOCIATE_INCIDENT']],
    ['sn_problem_read', ['ASSOCIATE_PROBLEM']],
    ['sn_problem_write', ['CREATE_PROBLEM', 'ASSOCIATE_PROBLEM']],
    ['sn_change_read', ['ASSOCIATE_CHANGE', 'ASSOCIATE_CAUSED_BY_CHANGE']],
    [
      'sn_change_write',
      ['CREATE_NORMAL_CHANGE', 'CREATE_STANDARD_CHANGE', 'ASSOCIATE_CHANGE', 'ASSOCIATE_CAUSED_BY_CHANGE'],
    ],
    ['sn_request_read', []],
    ['sn_request_write', ['CREATE_REQUEST', 'ASSOCIATE_REQUEST', 'REMOVE_REQUEST']],
  ])('agents are given what they need of it: %s', async (role, actions) => {
    const [who, on] = [await scene.as('agent', [role]), await scene.freshCase()];
    expect((await scene.menu(who, on)).filter((action) => ITSM_ACTION.test(action))).toEqual(actions);
  });

  it('who may only read requests sees those of a case', async () => {
    const on = await scene.freshCase();
    const request = await scene.fresh('sc_request', { parent: on['sys_id']! });
    const who = await scene.as('agent', ['sn_request_read']);
    expect(await ofCase(who, on, 'requests { nodes { number } }')).toEqual({
      requests: { nodes: [{ number: request['number'] }] },
    });
  });
});

describe.each(ITEMS)('Creating records for a case: $item', (making) => {
  it('is offered to agents with the role, makes the record and says so on the case', async () => {
    const [who, on] = [await scene.as('agent', [making.role]), await scene.freshCase()];
    expect(await scene.menu(who, on)).toContain(making.action);
    const payload = await make(who, making, on);
    expect(payload.userErrors).toEqual([]);
    const [record, ...more] = await madeFrom(on, making);
    expect(more).toEqual([]);
    expect(payload[making.answer]).toEqual({ number: record!['number'] });
    expect(record!['sys_domain']).toBe(on['sys_domain']);
    if (making.column === null) expect(record!['parent']).toBe(on['sys_id']);
    else expect((await scene.now(CASE, on))[making.column]).toBe(record!['sys_id']);
    expect(await scene.notesOn(on)).toEqual([expect.stringContaining(record!['number']!)]);
  });

  it.each([
    ['an agent without the role', 'agent'],
    ['a contact', 'contact'],
    ['a private customer', 'consumer'],
  ])('is not for %s', async (_, persona) => {
    const { user = '', account = '', consumer = '' } = scene.claims(persona);
    const customers: Readonly<Record<string, SnColumns>> = {
      contact: { account, contact: user },
      consumer: { account: '', contact: '', consumer },
    };
    const [who, on] = [await scene.as(persona), await scene.freshCase(customers[persona] ?? {})];
    expect(await scene.menu(who, on)).not.toContain(making.action);
    expect((await makeBlindly(who, making, on)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await madeFrom(on, making)).toEqual([]);
  });
});

describe('One incident, one problem and one change for a case', () => {
  it.each(ITEMS.filter(({ column }) => column !== null))(
    'once one was made by $item, the menu offers no second',
    async (making) => {
      const [who, on] = [await scene.as('agent-itsm'), await scene.freshCase()];
      await make(who, making, on);
      const same = ITEMS.filter(({ column }) => column === making.column);
      const offered = await scene.menu(who, on);
      for (const each of same) {
        expect(offered).not.toContain(each.action);
        expect((await make(who, each, on)).userErrors).toMatchObject([{ code: 'ALREADY_ASSOCIATED' }]);
      }
      expect(await madeFrom(on, making)).toHaveLength(1);
    },
  );

  it.each(FIELDS)('nor once one was associated: $label', async ({ relation, table, column }) => {
    const [who, on, record] = await Promise.all([
      scene.as('agent-itsm'),
      scene.freshCase(),
      scene.fresh(table),
    ]);
    await relate(who, 'associateWithCase', on, idOf(TYPES[table], record), relation);
    const offered = await scene.menu(who, on);
    expect(offered).not.toContain(`ASSOCIATE_${relation}`);
    for (const { action } of ITEMS.filter((each) => each.column === column))
      expect(offered).not.toContain(action);
    // Change request and causing change are two places: one does not fill the other.
    expect(offered.includes('CREATE_NORMAL_CHANGE')).toBe(relation !== 'CHANGE');
  });
});

describe('Viewing the incident, problem and changes of a case', () => {
  it('the form of a case has a section of four fields for them', async () => {
    const who = await scene.as('agent-itsm');
    const text = '{ remoteTable(name: "Case") { formSections { title columns { name } } } }';
    const { data, errors } = await scene.ask<{
      remoteTable: { formSections: readonly { title: string; columns: readonly { name: string }[] }[] };
    }>(who, text);
    expect(errors).toEqual([]);
    const section = data.remoteTable.formSections.find(({ title }) => title === 'Related Records');
    expect(section?.columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining(FIELDS.map(({ field }) => field)),
    );
  });

  it.each(FIELDS)(
    'the number of an existing record appears in its field: $label',
    async ({ relation, table, field, column }) => {
      const [who, on, record] = await Promise.all([
        scene.as('agent-itsm'),
        scene.freshCase(),
        scene.fresh(table),
      ]);
      const { userErrors } = await relate(who, 'associateWithCase', on, idOf(TYPES[table], record), relation);
      expect(userErrors).toEqual([]);
      expect(await ofCase(who, on, `${field} { number }`)).toEqual({ [field]: { number: record['number'] } });
      expect((await scene.now(CASE, on))[column]).toBe(record['sys_id']);
    },
  );

  it.each(ITEMS.filter(({ column }) => column !== null))(
    'and of one that was made by $item',
    async (making) => {
      const [who, on] = [await scene.as('agent-itsm'), await scene.freshCase()];
      await make(who, making, on);
      const [record] = await madeFrom(on, making);
      expect(await ofCase(who, on, `${making.answer} { number }`)).toEqual({
        [making.answer]: { number: record!['number'] },
      });
    },
  );
});

describe('Viewing the requests of a case', () => {
  const numbers = async (on: SnColumns): Promise<readonly string[]> => {
    const who = await scene.as('agent', ['sn_request_read']);
    const { requests } = await ofCase<{ requests: { nodes: readonly { number: string }[] } }>(
      who,
      on,
      'requests(first: 20) { nodes { number } }',
    );
    return requests.nodes.map(({ number }) => number).sort();
  };
  const [, , ordering] = ITEMS;

  it('agents may order many for one case, and the list holds them all', async () => {
    const [who, on] = [await scene.as('agent', ['sn_request_write']), await scene.freshCase()];
    for (let count = 0; count < 3; count += 1)
      expect((await make(who, ordering!, on)).userErrors).toEqual([]);
    const made = await madeFrom(on, ordering!);
    expect(made).toHaveLength(3);
    expect(await numbers(on)).toEqual(made.map((row) => row['number']!).sort());
    expect(await scene.menu(who, on)).toContain('CREATE_REQUEST');
  });

  it('an existing request that is associated is in the list too, beside others', async () => {
    const [who, on] = [await scene.as('agent', ['sn_request_write']), await scene.freshCase()];
    const [first, second] = [await scene.fresh('sc_request'), await scene.fresh('sc_request')];
    for (const request of [first, second]) {
      const recordId = idOf('ServiceRequest', request);
      expect((await relate(who, 'associateWithCase', on, recordId, 'REQUEST')).userErrors).toEqual([]);
      expect((await scene.now('sc_request', request))['parent']).toBe(on['sys_id']);
    }
    expect(await numbers(on)).toEqual([first['number'], second['number']].sort());
    expect([...(await scene.notesOn(on))].sort()).toEqual(
      [first, second].map(({ number }) => `Request ${number} was associated with this case.`).sort(),
    );
  });
});

describe.each(['contact', 'consumer'])('The list of related records for a %s', (persona) => {
  const WIDGET = `
    portalProblem { number shortDescription state { label } updatedAt }
    portalChange { number shortDescription state { label } startDate endDate updatedAt }
    portalRequests { nodes { number shortDescription requestState { label } openedAt items { nodes { number } } } }
  `;
  const own = (columns: SnColumns = {}): Promise<SnColumns> => {
    const { user = '', account = '', consumer = '' } = scene.claims(persona);
    const customer: SnColumns =
      persona === 'contact' ? { account, contact: user } : { account: '', contact: '', consumer };
    return scene.freshCase({ ...customer, ...columns });
  };

  it('shows problem, change and requests of an own case, each with the details of a pop-up', async () => {
    const [problem, change] = [await scene.fresh('problem'), await scene.fresh('change_request')];
    const on = await own({ problem: problem['sys_id']!, change: change['sys_id']! });
    const request = await scene.fresh('sc_request', { parent: on['sys_id']! });
    expect(await ofCase(await scene.as(persona), on, WIDGET)).toMatchObject({
      portalProblem: { number: problem['number'], shortDescription: problem['short_description'] },
      portalChange: { number: change['number'], shortDescription: change['short_description'] },
      portalRequests: {
        nodes: [{ number: request['number'], shortDescription: request['short_description'] }],
      },
    });
  });

  it('has nothing of the incident', async () => {
    const incident = await scene.fresh('incident');
    const on = await own({ incident: incident['sys_id']! });
    const { body, text } = await scene.stack.graphql(
      await scene.as(persona),
      'query ($id: ID!) { case(id: $id) { number incident { number } } }',
      { id: idOf('Case', on) },
    );
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    expect(text).not.toContain(incident['number']);
  });

  it('is absent from a case that has none of them', async () => {
    expect(await ofCase(await scene.as(persona), await own(), WIDGET)).toEqual({
      portalProblem: null,
      portalChange: null,
      portalRequests: { nodes: [] },
    });
  });

  it('while cases and requests are listed under My Lists and under Requests > All Requests', async () => {
    const on = await own();
    const request = await scene.fresh('sc_request', { parent: on['sys_id']! });
    const { data, errors } = await scene.ask<{
      myCases: { nodes: readonly { number: string }[] };
      myRequests: { nodes: readonly { number: string }[] };
    }>(
      await scene.as(persona),
      '{ myCases(first: 100) { nodes { number } } myRequests(first: 100) { nodes { number } } }',
    );
    expect(errors).toEqual([]);
    expect(data.myCases.nodes).toContainEqual({ number: on['number'] });
    expect(data.myRequests.nodes).toContainEqual({ number: request['number'] });
  });
});

describe('Resolution codes of cases', () => {
  const CODES = [
    'Solved – Fixed by closing related PRB',
    'Solved – Workaround provided based on open PRB',
    'Solved – Fixed by closing related Change Request',
    'Solved – Fixed by closing related Incident',
    'Solved – Related Request is Closed Complete',
  ];

  it.each(CODES)('%s can be chosen when the case is resolved', async (label) => {
    const [who, on] = [await scene.as('agent'), await scene.freshCase()];
    const { data } = await scene.ask<{
      choices: { values: readonly { value: string; label: string }[] };
    }>(who, '{ choices(table: "Case", column: "resolutionCode") { values { value label } } }');
    const option = data.choices.values.find((each) => each.label === label)!;
    const input = { caseId: idOf('Case', on), resolutionCode: option.value, closeNotes: 'Fixed there.' };
    const payload = await scene.mutate(
      who,
      'proposeSolution',
      input,
      'case { state { label } resolutionCode { label } closeNotes }',
    );
    expect(payload).toMatchObject({
      case: { state: { label: 'Resolved' }, resolutionCode: { label }, closeNotes: 'Fixed there.' },
      userErrors: [],
    });
    expect(await scene.now(CASE, on)).toMatchObject({ state: '6', resolution_code: option.value });
  });
});

describe('With major issue management', () => {
  const freshMajor = () => scene.freshCase({ account: '', contact: '', major_case_state: 'accepted' });
  const manager = (more: readonly string[]) => scene.as('agent', more, ['sn_customerservice_agent', MANAGER]);
  const childrenOf = ({ sys_id: sysId = '' }: SnColumns) => scene.admin.list(CASE, `parent=${sysId}`);

  it.each(ITEMS)('a major issue manager with itil takes $item on a major case', async (making) => {
    const [who, on] = [await manager(['itil']), await freshMajor()];
    // A request is for somebody, and a major case is nobody's.
    const requestedForId = idOf('Contact', scene.inAcme('customer_contact')[0]!);
    const for_ = making.column === null ? { requestedForId } : {};
    const input = { caseId: idOf('Case', on), ...making.more(), ...for_ };
    expect(await scene.menu(who, on)).toContain(making.action);
    expect((await scene.mutate(who, making.field, input)).userErrors).toEqual([]);
    expect(await madeFrom(on, making)).toHaveLength(1);
  });

  it.each(ITEMS)('and without itil does not: $item', async (making) => {
    const [who, on] = [await manager(WRITING), await freshMajor()];
    expect(await scene.reason(who, on, making.action)).toMatch(/itil/);
    expect((await makeBlindly(who, making, on)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await madeFrom(on, making)).toEqual([]);
  });

  describe('when a candidate with related records is accepted', () => {
    let candidate: SnColumns;
    let major: SnColumns;
    let related: SnColumns;

    beforeAll(async () => {
      const [incident, problem, change, cause] = await Promise.all(
        FIELDS.map(({ table }) => scene.fresh(table)),
      );
      related = {
        incident: incident!['sys_id']!,
        problem: problem!['sys_id']!,
        change: change!['sys_id']!,
        caused_by: cause!['sys_id']!,
      };
      candidate = await scene.freshCase({ ...related, major_case_state: 'proposed' });
      const input = { caseId: idOf('Case', candidate) };
      const who = await scene.as('major-issue-manager');
      const payload = await scene.mutate(who, 'acceptMajorCase', input, 'majorCase { sysId }');
      const { sysId } = payload['majorCase'] as { readonly sysId: string };
      major = await scene.now(CASE, { sys_id: sysId });
    });

    it('there is a new major case, and the candidate is its child', async () => {
      expect(major).toMatchObject({ major_case_state: 'accepted', account: '', contact: '', consumer: '' });
      expect(major['sys_id']).not.toBe(candidate['sys_id']);
      expect((await childrenOf(major)).map((child) => child['number'])).toEqual([candidate['number']]);
    });

    it('the related records of the child are those of the major case as well', async () => {
      expect(major).toMatchObject(related);
      expect(await scene.now(CASE, candidate)).toMatchObject(related);
    });

    it('on the child, nothing that creates related records is offered or done', async () => {
      const who = await scene.as('major-issue-manager');
      const offered = await scene.menu(who, candidate);
      for (const making of ITEMS) {
        expect(offered).not.toContain(making.action);
        const { userErrors } = await make(who, making, candidate);
        expect(userErrors).toMatchObject([{ field: ['caseId'] }]);
        expect(await madeFrom(candidate, making)).toEqual([]);
      }
    });

    it.each(FIELDS)('nor is its section of related records changed: $label', async (field) => {
      const { relation, table, column } = field;
      const who = await scene.as('major-issue-manager');
      expect(await scene.menu(who, candidate)).not.toContain(`REMOVE_${relation}`);
      const recordId = idOf(TYPES[table], { sys_id: related[column]! });
      const { userErrors } = await relate(who, 'removeFromCase', candidate, recordId, relation);
      expect(userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
      // Not even where it has none: on the major case there would be a place for it.
      const bare = await scene.freshCase({ parent: major['sys_id']! });
      const given = idOf(TYPES[table], await scene.fresh(table));
      const giving = await relate(who, 'associateWithCase', bare, given, relation);
      expect(giving.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
      expect((await scene.now(CASE, candidate))[column]).toBe(related[column]);
      expect((await scene.now(CASE, bare))[column]).toBe('');
    });
  });

  it('a case that is added below a major case keeps its own records, of another kind or the same', async () => {
    const [incident, problem, other] = await Promise.all([
      scene.fresh('incident'),
      scene.fresh('problem'),
      scene.fresh('incident'),
    ]);
    const major = await scene.freshCase({
      account: '',
      contact: '',
      major_case_state: 'accepted',
      problem: problem['sys_id']!,
      incident: other['sys_id']!,
    });
    const child = await scene.freshCase({ incident: incident['sys_id']! });
    const input = { majorCaseId: idOf('Case', major), caseId: idOf('Case', child) };
    const who = await scene.as('major-issue-manager');
    expect((await scene.mutate(who, 'addChildCase', input)).userErrors).toEqual([]);
    expect(await scene.now(CASE, child)).toMatchObject({
      parent: major['sys_id'],
      incident: incident['sys_id'],
      problem: '',
    });
    expect(await scene.now(CASE, major)).toMatchObject({
      incident: other['sys_id'],
      problem: problem['sys_id'],
    });
  });

  // What the document says last, on which work notes updates of related records reach (the major case's, the child's, or both, by the fields that are
  // synchronised), is walked in note-synchronisation.test.ts.
});
