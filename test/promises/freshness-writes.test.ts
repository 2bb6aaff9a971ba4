import { expect, it } from 'vitest';
import { CasegraphError } from '../../src/contract/index.ts';
import type { Change } from '../../src/contract/index.ts';
import { AGENT, memoryGraph, type MemoryGraphOptions } from '../harness/memory-graph.ts';

/** What the gateway wrote is never answered from memory as it was before: not in the table, and not in rows of other tables that show its columns. */

const TABLES = `
type Ticket
  @table(label: "Ticket", plural: "tickets")
  @source(connection: "desk", object: "ticket")
  @cache(ttl: 60, staleWhileRevalidate: 600, staleIfError: 6000, missing: 60)
  @access(read: ["agent"], create: ["agent"], write: ["agent"]) {
  id: ID! @key(column: "id")
  number: String @column(name: "no", unique: true, writable: true)
  title: String @column(name: "title", writable: true)
  customer: Customer @reference(column: "customer", writable: true)
}
type Customer
  @table(label: "Customer", plural: "customers")
  @source(connection: "desk", object: "customer")
  @cache(ttl: 60, staleWhileRevalidate: 600, staleIfError: 6000)
  @access(read: ["agent"], create: ["agent"], write: ["agent"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name", writable: true)
  parent: Customer @reference(column: "parent")
  tickets: TicketConnection @related(column: "customer")
}
type Party
  @table(label: "Party", plural: "parties")
  @source(connection: "desk", object: "customer")
  @cache(ttl: 60)
  @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name")
}
type City
  @table(label: "City", plural: "cities")
  @source(connection: "desk", object: "city")
  @cache(ttl: 60)
  @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name")
}
`;

const RECORDS: MemoryGraphOptions['records'] = {
  desk: {
    ticket: [
      { id: 't1', no: 'T1', title: 'Printer', customer: 'c1' },
      { id: 't2', no: 'T2', title: 'Coffee', customer: 'c2' },
    ],
    customer: [
      { id: 'c1', name: 'Kopje', parent: 'c2' },
      { id: 'c2', name: 'Holding' },
    ],
    city: [{ id: 'x1', name: 'Ume' }],
  },
};

function setUp() {
  const clock = { now: 1_000_000 };
  const control = {
    fail: null as CasegraphError | null,
    hold: {} as Partial<Record<'read' | 'readByKeys' | 'count' | 'write' | 'ping', Promise<void>>>,
  };
  const graph = memoryGraph({
    tables: TABLES,
    records: RECORDS,
    now: () => clock.now,
    adapters: {
      desk: {
        fail: () => control.fail,
        hold: ({ operation }) => control.hold[operation] ?? Promise.resolve(),
      },
    },
  });
  const { catalog } = graph.engine;
  const write = (type: string, change: Change, signal = new AbortController().signal) => {
    const table = catalog.tables.get(type);
    if (table === undefined) throw new Error(type);
    return graph.engine.reader({ viewer: AGENT, signal, requestId: 'write' }).write(table, change);
  };
  const rename = (name: string) => write('Customer', { kind: 'update', key: 'c1', values: { name } });
  const text = async (query: string): Promise<string> => JSON.stringify((await graph.run(query)).data);
  const requests = (): number => graph.adapters['desk']?.requests.length ?? 0;
  return { ...graph, clock, control, write, rename, text, requests };
}

const SHOWS_THE_NAME: readonly (readonly [string, string])[] = [
  ['the list', '{ customers(orderBy: [{ name: ASC }]) { nodes { name } } }'],
  ['the row by its id', '{ node(id: "Q3VzdG9tZXI6YzE") { ... on Customer { name } } }'],
  ['rows that it came along with', '{ tickets(orderBy: [{ number: ASC }]) { nodes { customer { name } } } }'],
  ['a row that it came along with', '{ ticket(number: "T1") { customer { name } } }'],
  [
    'lists below other rows',
    '{ customers(orderBy: [{ name: DESC }]) { nodes { tickets { nodes { customer { name } } } } } }',
  ],
  [
    'a list filtered by it',
    '{ customers(filter: { name: { startsWith: "K" } }) { totalCount nodes { name } } }',
  ],
  ['another table over the same object', '{ parties { nodes { name } } }'],
];

it.each(SHOWS_THE_NAME)('%s is read anew after a write', async (_, query) => {
  const { text, rename, requests } = setUp();
  expect(await text(query)).toContain('Kopje');
  const before = requests();
  expect(await text(query)).toContain('Kopje');
  expect(requests()).toBe(before);
  await rename('Koffie');
  const after = await text(query);
  expect(after).toContain('Koffie');
  expect(after).not.toContain('Kopje');
});

it.each([
  ['a list', '{ tickets(filter: { customer: { name: { eq: "kopje" } } }) { nodes { title } } }'],
  ['its number', '{ tickets(first: 0, filter: { customer: { name: { eq: "kopje" } } }) { totalCount } }'],
  [
    'a list below other rows',
    '{ customers { nodes { tickets(filter: { customer: { name: { eq: "kopje" } } }) { nodes { title } } } } }',
  ],
  [
    'a list two references away',
    '{ tickets(filter: { customer: { parent: { name: { eq: "holding" } } } }) { nodes { title } } }',
  ],
])('%s filtered by another table is read anew after a write to that', async (_, query) => {
  const { text, rename, write, requests } = setUp();
  const first = await text(query);
  expect(first).toMatch(/Printer|"totalCount":1/);
  const before = requests();
  expect(await text(query)).toBe(first);
  expect(requests()).toBe(before);
  await rename('Koffie');
  await write('Customer', { kind: 'update', key: 'c2', values: { name: 'Group' } });
  expect(await text(query)).not.toMatch(/Printer|"totalCount":1/);
});

it('a row two references away is read anew too', async () => {
  const { text, write } = setUp();
  const query = '{ ticket(number: "T1") { customer { parent { name } } } }';
  expect(await text(query)).toContain('Holding');
  await write('Customer', { kind: 'update', key: 'c2', values: { name: 'Group' } });
  expect(await text(query)).toContain('Group');
});

it('a key that led nowhere is looked up again once a row has been made', async () => {
  const { text, write, requests } = setUp();
  const query = '{ ticket(number: "T9") { title } }';
  expect(await text(query)).toBe('{"ticket":null}');
  const before = requests();
  await text(query);
  expect(requests()).toBe(before);
  await write('Ticket', { kind: 'create', key: 't9', values: { number: 'T9', title: 'New' } });
  expect(await text(query)).toBe('{"ticket":{"title":"New"}}');
});

it('what has nothing to do with the write stays in memory', async () => {
  const { text, rename, requests } = setUp();
  const queries = ['{ cities { nodes { name } } }', '{ tickets { nodes { title } } }'];
  for (const query of queries) await text(query);
  await rename('Koffie');
  const before = requests();
  for (const query of queries) await text(query);
  expect(requests()).toBe(before);
});

it('a write that fails, or of which nobody knows how it ended, ends what is in memory as well', async () => {
  const { text, write, control, requests } = setUp();
  const query = '{ customers { nodes { name } } }';
  await text(query);
  control.fail = new CasegraphError('upstream-timeout', 'late');
  await expect(write('Customer', { kind: 'update', key: 'c1', values: { name: 'X' } })).rejects.toThrow(
    'late',
  );
  control.fail = null;
  const before = requests();
  await text(query);
  expect(requests()).toBe(before + 1);
});

it('a refresh that began before a write and ends after it is not what the next reader gets', async () => {
  const { text, rename, control, clock, requests } = setUp();
  const query = '{ customers(orderBy: [{ name: ASC }]) { nodes { name } } }';
  await text(query);
  clock.now += 100_000;
  let arrive = (): void => undefined;
  control.hold.read = new Promise((resolve) => (arrive = resolve));
  // Answered from memory; the refresh behind it hangs.
  expect(await text(query)).toContain('Kopje');
  expect(requests()).toBe(2);
  await rename('Koffie');
  const after = text(query);
  arrive();
  expect(await after).toContain('Koffie');
  // It arrives late, and nobody finds what it brought.
  expect(await text(query)).toContain('Koffie');
});

it('a read that began before a write ended is neither joined nor remembered after it', async () => {
  const { text, rename, control } = setUp();
  const query = '{ customers(orderBy: [{ name: ASC }]) { nodes { name } } }';
  let readArrives = (): void => undefined;
  let writeArrives = (): void => undefined;
  control.hold.write = new Promise((resolve) => (writeArrives = resolve));
  const writing = rename('Koffie');
  // While the write is on its way, what stands there is still the old name.
  expect(await text(query)).toContain('Kopje');
  control.hold.read = new Promise((resolve) => (readArrives = resolve));
  const early = text('{ customers(first: 1, orderBy: [{ name: ASC }]) { nodes { name } } }');
  writeArrives();
  await writing;
  const late = text(query);
  readArrives();
  await early;
  expect(await late).toContain('Koffie');
  expect(await text(query)).toContain('Koffie');
});

it('rows from before a write never stand in for a system that does not answer', async () => {
  const { run, rename, control, clock } = setUp();
  const query = '{ customers { nodes { name } } }';
  const failure = new CasegraphError('upstream-unavailable', 'down', { connection: 'desk' });
  await run(query);
  clock.now += 1_000_000;
  control.fail = failure;
  expect((await run(query)).extensions).toEqual({
    stale: [{ table: 'Customer', connection: 'desk', age: 1000, code: 'UPSTREAM_UNAVAILABLE' }],
  });
  control.fail = null;
  await rename('Koffie');
  control.fail = failure;
  const { data, errors, extensions } = await run(query);
  expect(data).toEqual({ customers: null });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(extensions).toBeUndefined();
});
