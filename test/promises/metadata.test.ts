import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChoiceList, RemoteColumn, RemoteTable } from '../../src/graphql/generated/schema.ts';
import { startStack, type GraphError, type Stack, type Who } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ cases: 60 });
});
afterAll(() => stack.close());
beforeEach(async () => {
  await stack.clearFaults();
  await stack.forget();
});

const PERSONAS = ['admin', 'agent', 'agent-itsm', 'contact', 'consumer'];
const COLUMN =
  'name label type description readable selection filterable operators sortable choiceList reference { table label keyColumn }';
const TABLE = `name label pluralLabel description listField oneField filterType orderType displayColumn
  columns { ${COLUMN} } defaultOrder { column direction } layoutSource layoutNote listLayout { name selection }
  formSections { title columns { name selection } } popup { name selection }
  relatedLists { field label table columns { name selection } } recordUrlField embedField frame { sandbox allow referrerPolicy }`;

async function ask<T>(who: Who, query: string, variables = {}): Promise<T> {
  const { body } = await stack.graphql(who, query, variables);
  expect({ query, errors: body.errors }).toEqual({ query, errors: undefined });
  return body.data as T;
}

async function refused(who: Who, query: string): Promise<readonly GraphError[]> {
  const { body } = await stack.graphql(who, query);
  return body.errors ?? [];
}

async function tablesOf(who: Who): Promise<readonly RemoteTable[]> {
  return (await ask<{ remoteTables: RemoteTable[] }>(who, `{ remoteTables { ${TABLE} } }`)).remoteTables;
}

async function tableOf(who: Who, name: string, fields = TABLE): Promise<RemoteTable> {
  const query = `query ($name: String!) { remoteTable(name: $name) { ${fields} } }`;
  return (await ask<{ remoteTable: RemoteTable }>(who, query, { name })).remoteTable;
}

async function choicesOf(who: Who, table: string, column: string): Promise<ChoiceList> {
  const query = `query ($table: String!, $column: String!) { choices(table: $table, column: $column) {
    source note dependsOn values { value label inactive dependentValues } } }`;
  return (await ask<{ choices: ChoiceList }>(who, query, { table, column })).choices;
}

const names = (columns: readonly Pick<RemoteColumn, 'name'>[]): string[] => columns.map(({ name }) => name);

/** The code that docs/front-ends.md shows to front-end developers. */
interface Guide {
  readonly listQuery: (table: RemoteTable) => string;
  readonly formQuery: (table: RemoteTable) => string;
  readonly popupQuery: (table: RemoteTable) => string;
  readonly subTabQuery: (table: RemoteTable, list: RemoteTable['relatedLists'][number]) => string;
}

async function guide(): Promise<Guide> {
  const text = readFileSync(new URL('../../docs/front-ends.md', import.meta.url), 'utf8');
  const [, code] = /```js\n(const select[\s\S]*?)```/.exec(text)!;
  return (await import(`data:text/javascript,${encodeURIComponent(code!)}`)) as Guide;
}

describe('a front end that knows no table', () => {
  it.each<[who: string, shown: string[]]>([
    ['admin', ['Account', 'Case', 'Incident', 'Opportunity']],
    ['agent', ['Account', 'Case', 'Opportunity', 'User']],
    ['agent-itsm', ['Account', 'Case', 'Incident', 'Opportunity', 'Problem']],
    ['contact', ['Account', 'Case']],
    ['consumer', ['Case', 'Consumer']],
  ])(
    'shows %s lists, forms, pop-ups and sub-tabs of every table, without an error',
    async (who, expected) => {
      const shown: string[] = [];
      for (const table of await tablesOf(who))
        if (table.listField !== null && (await showAll(who, table))) shown.push(table.name);
      expect(shown).toEqual(expect.arrayContaining(expected));
    },
  );

  /** All that it does is written with what the metadata says; false where the list is empty. */
  async function showAll(who: Who, table: RemoteTable): Promise<boolean> {
    const { listQuery, formQuery, popupQuery, subTabQuery } = await guide();
    const { listField, oneField, listLayout, relatedLists } = table;
    expect(listLayout.length).toBeGreaterThan(0);
    const list = await ask<Record<string, { nodes: { id: string }[] }>>(who, listQuery(table));
    const [row] = list[listField!]!.nodes;
    if (row === undefined) return false;
    const queries = [
      formQuery(table),
      popupQuery(table),
      ...relatedLists.map((tab) => subTabQuery(table, tab)),
    ];
    for (const query of queries)
      expect(
        (await ask<Record<string, object | null>>(who, query, { id: row.id }))[oneField!],
      ).not.toBeNull();
    return true;
  }

  it('can ask what the guide shows', async () => {
    const text = readFileSync(new URL('../../docs/front-ends.md', import.meta.url), 'utf8');
    const queries = [...text.matchAll(/```graphql\n(query[\s\S]*?)```/g)].map(([, query]) => query!);
    expect(queries).toHaveLength(2);
    for (const query of queries) await ask('agent-itsm', query);
  });

  it('filters and sorts by what the metadata says can be', async () => {
    for (const table of (await tablesOf('agent-itsm')).filter(({ listField }) => listField !== null)) {
      const filters = table.columns.filter(({ filterable }) => filterable).slice(0, 12);
      for (const { operators } of filters) expect(operators).toContain('isNull');
      const sorts = table.columns.filter(({ sortable }) => sortable).slice(0, 8);
      const query = [
        ...filters.map(({ name }, at) => [at, `filter: { ${name}: { isNull: false } }`]),
        ...sorts.map(({ name }, at) => [at + filters.length, `orderBy: [{ ${name}: DESC }]`]),
      ].map(([at, argument]) => `q${at}: ${table.listField}(first: 1, ${argument}) { nodes { id } }`);
      await ask('agent-itsm', `{ ${query.slice(0, 15).join(' ')} }`);
    }
  });
});

describe('what a viewer is told', () => {
  it('is only of tables that the viewer may read', async () => {
    const seen = async (who: Who) => names(await tablesOf(who));
    expect(await seen('agent-itsm')).toEqual(
      expect.arrayContaining(['Account', 'Case', 'Incident', 'Opportunity']),
    );
    const contact = await seen('contact');
    expect(contact).toEqual(expect.arrayContaining(['Account', 'Case']));
    expect(contact).not.toContain('Incident');
    expect(contact).not.toContain('Opportunity');
    expect([...(await seen('admin')), ...contact]).not.toContain('PriorityLookup');
    expect(await refused('contact', '{ remoteTable(name: "Incident") { name } }')).toMatchObject([
      { extensions: { code: 'NOT_FOUND' }, message: expect.not.stringContaining('Incident') as string },
    ]);
    expect(await refused('contact', '{ remoteTable(name: "Nonsense") { name } }')).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  it('names a column that the viewer may not read, and no more', async () => {
    const { columns, listLayout, formSections } = await tableOf('agent', 'Case');
    const incident = columns.find(({ name }) => name === 'incident')!;
    expect(incident).toEqual({
      name: 'incident',
      label: 'Incident',
      type: 'REFERENCE',
      description: null,
      readable: false,
      selection: null,
      filterable: false,
      operators: [],
      sortable: false,
      choiceList: false,
      reference: null,
    });
    expect(columns.find(({ name }) => name === 'incidentId')).toMatchObject({
      readable: false,
      operators: [],
    });
    const shown = [...listLayout, ...formSections.flatMap((section) => section.columns)];
    expect(names(shown)).not.toContain('incident');
    const itsm = await tableOf('agent-itsm', 'Case');
    expect(itsm.columns.find(({ name }) => name === 'incident')).toMatchObject({
      readable: true,
      selection: 'incident { id number }',
      reference: { table: 'Incident', label: 'Incident', keyColumn: 'incidentId' },
    });
  });

  it('says how each column is read, filtered and sorted', async () => {
    const { columns } = await tableOf('agent', 'Opportunity');
    const column = (name: string) => columns.find((each) => each.name === name);
    expect(column('stage')).toMatchObject({
      type: 'CHOICE',
      label: 'Stage',
      selection: 'stage { value label }',
      choiceList: true,
      sortable: true,
      operators: ['eq', 'ne', 'in', 'notIn', 'isNull'],
    });
    expect(column('closeDate')).toMatchObject({ type: 'DATE', label: 'Close date', sortable: true });
    expect(column('recordUrl')).toMatchObject({
      type: 'URL',
      label: 'Record URL',
      filterable: false,
      sortable: false,
    });
    expect(column('id')).toMatchObject({ type: 'ID', label: 'ID', filterable: false });
    expect(column('account')).toMatchObject({
      selection: 'account { id name }',
      reference: { table: 'Account', keyColumn: 'salesforceAccountId' },
    });
  });

  it('holds no address of a system', async () => {
    for (const who of PERSONAS) {
      const text = JSON.stringify(await tablesOf(who));
      for (const url of Object.values(stack.sandbox.urls))
        expect(text).not.toContain(new URL(String(url)).host);
    }
  });

  it('links a row to the system that owns it, and offers no frame where none is configured', async () => {
    const table = await tableOf('agent', 'Case');
    expect(table).toMatchObject({ recordUrlField: 'recordUrl', embedField: null, frame: null });
    const { cases } = await ask<{ cases: { nodes: { recordUrl: string }[] } }>(
      'agent',
      '{ cases(first: 1) { nodes { recordUrl } } }',
    );
    expect(cases.nodes[0]!.recordUrl).toContain('sn_customerservice_case.do');
  });
});

describe('layouts', () => {
  it('of a declared table are as declared, those of another by default', async () => {
    const opportunity = await tableOf('agent', 'Opportunity');
    expect(opportunity).toMatchObject({
      layoutSource: 'DECLARED',
      layoutNote: null,
      pluralLabel: 'Opportunities',
    });
    expect(names(opportunity.listLayout)).toEqual([
      'name',
      'account',
      'stage',
      'amount',
      'probability',
      'closeDate',
    ]);
    expect(opportunity.formSections.map(({ title }) => title)).toEqual([null, 'Value']);
    expect(opportunity.defaultOrder).toEqual([{ column: 'closeDate', direction: 'DESC' }]);
    const user = await tableOf('agent', 'User');
    expect(user).toMatchObject({ layoutSource: 'DEFAULT', displayColumn: 'name' });
    expect(names(user.listLayout)).toEqual(['name', 'userName', 'email', 'active']);
    expect(await stack.requests('servicenow')).toEqual([]);
  });

  it('of a ServiceNow table come from the instance: declared columns in its order, in one request', async () => {
    const incident = await tableOf('agent-itsm', 'Incident');
    expect(incident).toMatchObject({ layoutSource: 'INSTANCE', layoutNote: null });
    // caller_id, category, …, company, sys_created_on: what is not declared is left out.
    expect(names(incident.listLayout)).toEqual([
      'number',
      'caller',
      'priority',
      'impact',
      'state',
      'shortDescription',
      'assignedTo',
      'createdAt',
    ]);
    expect(incident.formSections.map(({ title, columns }) => [title, names(columns)])).toEqual([
      [
        null,
        [
          'number',
          'caller',
          'configurationItemId',
          'state',
          'holdReason',
          'impact',
          'urgency',
          'priority',
          'assignmentGroup',
          'assignedTo',
          'shortDescription',
          'description',
        ],
      ],
      ['Related Records', ['problem', 'changeRequest', 'causedByChange']],
      ['Resolution Information', ['closeCode', 'resolvedAt', 'closeNotes']],
    ]);
    expect(incident.relatedLists.map(({ field, table }) => [field, table])).toEqual([['cases', 'Case']]);
    expect(names(incident.relatedLists[0]!.columns)).not.toContain('incident');
  });

  it('are read once and kept', async () => {
    await tableOf('agent-itsm', 'Case');
    await stack.forget();
    await tableOf('agent-itsm', 'Case');
    await tableOf('agent', 'Case');
    expect(await stack.requests('servicenow')).toEqual([]);
  });
});

describe('where the instance does not say', () => {
  let other: Stack;
  beforeAll(async () => {
    other = await startStack({ cases: 5 });
  });
  afterAll(() => other.close());
  beforeEach(() => other.clearFaults());

  it('the declaration stands in, and the note says why; nothing else waits', async () => {
    await other.fault('servicenow', { path: '/api/now/v1/batch', delayMs: 20_000 });
    const slow = other.graphql(
      'agent-itsm',
      '{ remoteTable(name: "Case") { layoutSource layoutNote listLayout { name } } }',
    );
    const began = performance.now();
    const { body } = await other.graphql('agent-itsm', '{ cases(first: 1) { nodes { number } } }');
    expect(body.errors).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(2_000);
    const { remoteTable } = (await slow).body.data as { remoteTable: RemoteTable };
    expect(remoteTable).toMatchObject({
      layoutSource: 'DECLARED',
      layoutNote: expect.stringMatching(/too long/) as string,
    });
    expect(names(remoteTable.listLayout)).toContain('shortDescription');
  }, 15_000);

  it('a refusal is told with what an administrator should do', async () => {
    const body = {
      error: { message: 'User Not Authorized', detail: 'Failed API level ACL Validation' },
      status: 'failure',
    };
    await other.fault('servicenow', { path: '/api/now/v1/batch', status: 403, body });
    const reply = await other.graphql(
      'agent-itsm',
      '{ remoteTable(name: "Incident") { layoutSource layoutNote formSections { title } } }',
    );
    const { remoteTable } = reply.body.data as { remoteTable: RemoteTable };
    expect(reply.body.errors).toBeUndefined();
    expect(remoteTable.layoutSource).toBe('DECLARED');
    expect(remoteTable.layoutNote).toMatch(/administrator/);
    expect(remoteTable.formSections.map(({ title }) => title)).toContain('Resolution Information');
  });

  it('choices fall back to what rows show, and say so', async () => {
    const body = {
      error: {
        message: 'Insufficient rights to query records',
        detail: 'Field(s) present in the query do not have permission to be read',
      },
      status: 'failure',
    };
    await other.fault('servicenow', { path: '/api/now/table/sys_choice', status: 403, body });
    const query = '{ choices(table: "Case", column: "priority") { source note values { value label } } }';
    const reply = await other.graphql('agent', query);
    expect(reply.body.errors).toBeUndefined();
    const { choices } = reply.body.data as { choices: ChoiceList };
    expect(choices).toMatchObject({
      source: 'ROWS',
      note: expect.stringMatching(/sys_choice.*may be others/) as string,
    });
    const rows = await other.graphql('agent', '{ cases(first: 50) { nodes { priority { value } } } }');
    const { cases } = rows.body.data as { cases: { nodes: { priority: { value: string } }[] } };
    expect(choices.values.map(({ value }) => value).sort()).toEqual(
      [...new Set(cases.nodes.map(({ priority }) => priority.value))].sort(),
    );
    await other.forget();
    await other.graphql('agent', query);
    expect(await other.requests('servicenow')).toEqual([]);
  });
});

describe('choices', () => {
  it('come from the instance, and are inherited from task where the table has none', async () => {
    const state = await choicesOf('agent-itsm', 'Incident', 'state');
    expect(state).toMatchObject({ source: 'INSTANCE', note: null, dependsOn: null });
    expect(state.values.slice(0, 3)).toEqual([
      { value: '1', label: 'New', inactive: false, dependentValues: [] },
      { value: '2', label: 'In Progress', inactive: false, dependentValues: [] },
      { value: '3', label: 'On Hold', inactive: false, dependentValues: [] },
    ]);
    const priority = await choicesOf('agent-itsm', 'Incident', 'priority');
    expect(priority.values.map(({ label }) => label)).toContain('1 - Critical');
  });

  it('of all columns of a table are one request, and are kept', async () => {
    const [state, priority] = [
      await choicesOf('agent-itsm', 'Problem', 'state'),
      await choicesOf('admin', 'Problem', 'priority'),
    ];
    expect(state.values.map(({ label }) => label)).toContain('Root Cause Analysis');
    expect(priority.values.map(({ label }) => label)).toContain('1 - Critical');
    const lists = (await stack.requests('servicenow')).filter(({ path }) => path.includes('sys_choice'));
    expect(lists).toHaveLength(1);
  });

  it('of a case are its own and not those of task', async () => {
    const { values } = await choicesOf('agent', 'Case', 'priority');
    expect(values.map(({ label }) => label)).toEqual(['Critical', 'High', 'Moderate', 'Low']);
  });

  it('come from the describe of Salesforce in its order', async () => {
    const { source, values } = await choicesOf('agent', 'Opportunity', 'stage');
    expect(source).toBe('INSTANCE');
    expect(values[0]!.value).toBe('Prospecting');
    expect(values.map(({ value }) => value)).toContain('Closed Won');
  });

  it.each<[string, string, string]>([
    ['agent', '{ choices(table: "Incident", column: "state") { source } }', 'NOT_FOUND'],
    ['agent', '{ choices(table: "Nonsense", column: "state") { source } }', 'NOT_FOUND'],
    ['agent', '{ choices(table: "PriorityLookup", column: "impact") { source } }', 'NOT_FOUND'],
    ['agent', '{ choices(table: "Case", column: "number") { source } }', 'BAD_USER_INPUT'],
    ['agent', '{ choices(table: "Case", column: "#account") { source } }', 'BAD_USER_INPUT'],
  ])('%s: %s is refused', async (who, query, code) => {
    const { body } = await stack.graphql(who, query);
    expect(body.data).toEqual({ choices: null });
    expect(body.errors).toMatchObject([{ extensions: { code } }]);
  });
});
