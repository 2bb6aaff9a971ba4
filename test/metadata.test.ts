import { describe, expect, it } from 'vitest';
import type { MemoryRecord } from '../adapters/memory/index.ts';
import type { Viewer } from '../src/access/viewer.ts';
import { inWords } from '../src/graphql/declaration/label.ts';
import type { ChoiceList, RemoteColumn, RemoteTable } from '../src/graphql/generated/schema.ts';
import { AGENT, memoryGraph, type MemoryGraph } from './harness/memory-graph.ts';

const TABLES = `
"A piece of work."
type Ticket
  @table(label: "Ticket", plural: "openTickets")
  @source(connection: "desk", object: "ticket")
  @layout(form: ["no", "state"], related: ["notes"], display: "no", order: { no: DESC, secret: ASC, weight: ASC })
  @embed(template: "{instance}/frame/{no}?s={secret}", allow: ["clipboard-write", "fullscreen"], sandbox: ["allow-scripts"])
  @access(kinds: [AGENT], read: ["agent"])
  @access(kinds: [CONTACT], where: { customerId: { eq: { viewer: "account" } } }) {
  id: ID! @key(column: "id")
  weight: Int @column(name: "weight")
  no: String @column(name: "no", label: "Ticket number")
  state: Choice @column(name: "state")
  stage: Choice @column(name: "stage") @access(kinds: [AGENT], read: ["agent"], where: { weight: { lt: 5 } })
  secret: String @column(name: "secret") @access(read: ["boss"])
  story: String @column(name: "story", type: TEXT)
  customerId: ID @column(name: "customer")
  customer: Customer @reference(column: "customer", label: "Buyer")
  notes: NoteConnection @related(column: "ticket")
}
type Customer
  @table(label: "Customer", plural: "customers")
  @source(connection: "desk", object: "customer")
  @source(connection: "globex", object: "customer", domain: "TOP/GLOBEX")
  @access(kinds: [AGENT], read: ["agent"]) {
  id: ID! @key(column: "id")
  city: String @column(name: "city")
  name: String @column(name: "name") @access(read: ["names"])
  page: URL @url(template: "{instance}/c/{id}")
}
type Note
  @table(label: "Note", plural: "notes", reach: NESTED)
  @source(connection: "desk", object: "note")
  @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  kind: Choice @column(name: "kind")
  ticket: Ticket @reference(column: "ticket")
}
type Rule @table(label: "Rule", plural: "rules", reach: INTERNAL) @source(connection: "desk", object: "rule") @access(read: ["agent"]) {
  id: ID! @key(column: "id")
}
type Far @table(label: "Far", plural: "fars") @source(connection: "globex", object: "far", domain: "TOP/GLOBEX") @access(kinds: [AGENT]) {
  id: ID! @key(column: "id")
}
extend type Customer {
  "Work for them."
  tickets: TicketConnection @related(column: "customer", label: "Work")
}
`;

const choice = (value: string) => ({ value, label: value.toUpperCase() });
const ticket = (id: string, weight: number, customer: string, state: string): MemoryRecord => ({
  id,
  no: `T/${id}`,
  weight,
  customer,
  state: choice(state),
  stage: choice(`stage-${id}`),
  secret: 's',
});

const graph = (): MemoryGraph =>
  memoryGraph({
    tables: TABLES,
    records: {
      desk: {
        ticket: [ticket('1', 1, 'c1', 'new'), ticket('2', 9, 'c2', 'done'), ticket('3', 2, 'c1', 'new')],
        customer: [{ id: 'c1', name: 'Acme', city: 'Kiel' }],
        note: [{ id: 'n1', ticket: '1', kind: choice('call') }],
        rule: [],
      },
      globex: { customer: [], far: [] },
    },
    adapters: { desk: { instance: 'https://desk.example' } },
  });

const BOSS: Viewer = { ...AGENT, roles: new Set(['agent', 'boss', 'names']) };
const CONTACT: Viewer = { ...AGENT, kind: 'contact', account: 'c1' };

const TABLE = `{ name label pluralLabel description listField oneField displayColumn layoutSource layoutNote recordUrlField embedField
  frame { sandbox allow referrerPolicy } defaultOrder { column direction } listLayout { name } formSections { title columns { name } }
  popup { name } relatedLists { field label table columns { name } }
  columns { name label readable selection reference { table keyColumn } } }`;

async function tableOf(name: string, viewer: Viewer = AGENT): Promise<RemoteTable> {
  const { data, errors } = await graph().run(`{ remoteTable(name: "${name}") ${TABLE} }`, {}, viewer);
  expect(errors).toBeUndefined();
  return (data as unknown as { remoteTable: RemoteTable }).remoteTable;
}

async function namesFor(viewer: Viewer): Promise<string[]> {
  const { data } = await graph().run('{ remoteTables { name } }', {}, viewer);
  return (data as unknown as { remoteTables: RemoteTable[] }).remoteTables.map(({ name }) => name);
}

async function choicesOf(column: string, viewer: Viewer = AGENT, table = 'Ticket'): Promise<ChoiceList> {
  const query = `{ choices(table: "${table}", column: "${column}") { source note dependsOn values { value label inactive dependentValues } } }`;
  const { data, errors } = await graph().run(query, {}, viewer);
  expect(errors).toBeUndefined();
  return (data as unknown as { choices: ChoiceList }).choices;
}

const names = (columns: readonly Pick<RemoteColumn, 'name'>[]) => columns.map(({ name }) => name);

describe('metadata', () => {
  it('lists what the viewer may read from a source of a visible domain, and nothing of the gateway itself', async () => {
    expect(await namesFor(AGENT)).toEqual(['Customer', 'Note', 'Ticket']);
    expect(await namesFor({ ...AGENT, domain: 'TOP' })).toEqual(['Customer', 'Far', 'Note', 'Ticket']);
    expect(await namesFor({ ...AGENT, roles: new Set() })).toEqual([]);
  });

  it('takes declared parts as they are and the others by default, less what the viewer may not read', async () => {
    const seen = await tableOf('Ticket');
    expect(seen).toMatchObject({
      label: 'Ticket',
      pluralLabel: 'Open tickets',
      description: 'A piece of work.',
      listField: 'openTickets',
      oneField: 'ticket',
      displayColumn: 'no',
      layoutSource: 'DECLARED',
      layoutNote: null,
    });
    expect(names(seen.listLayout)).toEqual(['no', 'weight', 'state', 'stage', 'customer']);
    expect(names(seen.popup)).toEqual(['no', 'weight', 'state', 'stage']);
    expect(seen.formSections).toEqual([{ title: null, columns: [{ name: 'no' }, { name: 'state' }] }]);
    expect(seen.defaultOrder).toEqual([{ column: 'no', direction: 'DESC' }]);
    expect((await tableOf('Ticket', BOSS)).defaultOrder).toHaveLength(3);
  });

  it('says what fields are called, and how a reference is read by what the viewer may read of its table', async () => {
    const column = async (name: string, viewer: Viewer) =>
      (await tableOf('Ticket', viewer)).columns.find((each) => each.name === name);
    expect(await column('no', AGENT)).toMatchObject({ label: 'Ticket number' });
    expect(await column('customer', AGENT)).toMatchObject({
      label: 'Buyer',
      selection: 'customer { id city }',
      reference: { table: 'Customer', keyColumn: 'customerId' },
    });
    expect(await column('customer', BOSS)).toMatchObject({ selection: 'customer { id name }' });
    expect(await column('customer', CONTACT)).toMatchObject({
      readable: false,
      selection: null,
      reference: null,
    });
  });

  it('has sub-tabs without the column that leads back, and none that the viewer may not open', async () => {
    const customer = await tableOf('Customer', BOSS);
    expect(customer.relatedLists).toEqual([
      {
        field: 'tickets',
        label: 'Work',
        table: 'Ticket',
        columns: ['no', 'weight', 'state', 'stage', 'secret'].map((name) => ({ name })),
      },
    ]);
    expect(customer).toMatchObject({ layoutSource: 'DEFAULT', recordUrlField: 'page' });
    expect((await tableOf('Ticket')).relatedLists.map(({ table }) => table)).toEqual(['Note']);
    expect((await tableOf('Ticket', { ...CONTACT, roles: new Set() })).relatedLists).toEqual([]);
    expect(await tableOf('Note')).toMatchObject({ listField: null, oneField: null });
  });

  it.each([
    ['closeDate', 'Close date'],
    ['sysId', 'Sys ID'],
    ['recordUrl', 'Record URL'],
    ['isWon', 'Is won'],
    ['u_sla_due', 'U SLA due'],
    ['VATNumber', 'VAT number'],
    ['name', 'Name'],
    ['line2', 'Line2'],
  ])('calls %s "%s"', (name, words) => expect(inWords(name)).toBe(words));
});

describe('frames', () => {
  it('are there where a template is declared, with their policy, for who may read what the address holds', async () => {
    expect(await tableOf('Ticket', BOSS)).toMatchObject({
      embedField: 'embedUrl',
      frame: {
        sandbox: 'allow-scripts',
        allow: 'clipboard-write; fullscreen',
        referrerPolicy: 'no-referrer',
      },
    });
    expect(await tableOf('Ticket')).toMatchObject({ embedField: null, frame: null });
    expect(await tableOf('Customer', BOSS)).toMatchObject({ embedField: null, frame: null });
  });

  it('show the row by its own values, percent-encoded', async () => {
    const query = '{ openTickets(first: 1) { nodes { embedUrl } } }';
    expect((await graph().run(query, {}, BOSS)).data).toEqual({
      openTickets: { nodes: [{ embedUrl: 'https://desk.example/frame/T%2F1?s=s' }] },
    });
    expect(await graph().run(query)).toMatchObject({
      data: { openTickets: { nodes: [{ embedUrl: null }] } },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect((await graph().run('{ customers { nodes { embedUrl } } }')).errors).toHaveLength(1);
  });
});

describe('choices where the owning system keeps no lists', () => {
  const values = async (...args: Parameters<typeof choicesOf>) =>
    (await choicesOf(...args)).values.map(({ value }) => value);

  it('are those of rows, and say so', async () => {
    expect(await choicesOf('state')).toEqual({
      source: 'ROWS',
      note: expect.stringMatching(/no choice lists.* 3 rows that you can see; there may be others/) as string,
      dependsOn: null,
      values: [
        { value: 'done', label: 'DONE', inactive: false, dependentValues: [] },
        { value: 'new', label: 'NEW', inactive: false, dependentValues: [] },
      ],
    });
  });

  it('are those of rows and cells that the viewer can see', async () => {
    expect(await values('state', CONTACT)).toEqual(['new']);
    expect(await values('state', { ...CONTACT, account: 'nobody' })).toEqual([]);
    expect(await values('state', { ...AGENT, kind: 'contact' }).catch(() => 'refused')).toBe('refused');
    expect(await values('stage')).toEqual(['stage-1', 'stage-3']);
  });

  it('keep what one viewer saw from another', async () => {
    const { run } = graph();
    const ask = async (viewer: Viewer) =>
      JSON.stringify(
        await run('{ choices(table: "Ticket", column: "state") { values { value } } }', {}, viewer),
      );
    expect(await ask(AGENT)).toContain('done');
    expect(await ask(CONTACT)).not.toContain('done');
  });

  it('are none for rows that are only reached through others, which are not read', async () => {
    const { values: found, note } = await choicesOf('kind', AGENT, 'Note');
    expect(found).toEqual([]);
    expect(note).toMatch(/reached through other tables only/);
  });

  it.each([
    ['secret', 'BAD_USER_INPUT'],
    ['stage', 'FORBIDDEN'],
  ])('%s of a contact is refused with %s', async (column, code) => {
    const { data, errors } = await graph().run(
      `{ choices(table: "Ticket", column: "${column}") { source } }`,
      {},
      CONTACT,
    );
    expect(data).toEqual({ choices: null });
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });
});
