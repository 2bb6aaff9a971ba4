import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../src/access/viewer.ts';
import { AGENT, memoryGraph, type MemoryGraph, type MemoryGraphOptions } from '../harness/memory-graph.ts';

/** What is in memory for one viewer never shows to another who would have been answered differently, and is shared with everybody else. */

const TABLES = `
type Deal
  @table(label: "Deal", plural: "deals")
  @source(connection: "crm", object: "deal", columns: { amount: "amount_eur" }, domain: "TOP/ACME")
  @source(connection: "other", object: "deal", domain: "TOP/GLOBEX")
  @source(connection: "crm", object: "deal")
  @cache(ttl: 60)
  @access(kinds: [AGENT], read: ["agent"])
  @access(kinds: [CONTACT], where: { owner: { eq: { viewer: "account" } } }) {
  id: ID! @key(column: "id")
  code: String @column(name: "code", unique: true)
  amount: String @column(name: "amount")
  margin: String @column(name: "margin") @access(read: ["boss"])
  owner: ID @column(name: "owner")
  contract: Contract @reference(column: "contract")
}
type Contract
  @table(label: "Contract", plural: "contracts")
  @source(connection: "crm", object: "contract")
  @source(connection: "other", object: "contract", domain: "TOP/GLOBEX")
  @separated(column: "domain")
  @cache(ttl: 60)
  @access(kinds: [AGENT], read: ["agent"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name")
  price: String @column(name: "price") @access(read: ["boss"])
  deals: DealConnection @related(column: "contract")
}
type Note
  @table(label: "Note", plural: "notes")
  @source(connection: "mail", object: "note")
  @cache(ttl: 60, scope: VIEWER)
  @access(read: ["agent"])
  @access(kinds: [CONTACT]) {
  id: ID! @key(column: "id")
  text: String @column(name: "text")
}
`;

const deal = (id: string, owner: string, contract: string, of: string) => ({
  id,
  code: id.toUpperCase(),
  amount: `USD ${of}`,
  amount_eur: `EUR ${of}`,
  margin: `margin ${of}`,
  owner,
  contract,
});

const RECORDS: MemoryGraphOptions['records'] = {
  crm: {
    deal: [deal('d1', 'a1', 'c1', 'crm 1'), deal('d2', 'a2', 'c1', 'crm 2'), deal('d3', 'a1', 'c2', 'crm 3')],
    contract: [
      { id: 'c1', name: 'Global', price: '10', domain: 'global' },
      { id: 'c2', name: 'Acme only', price: '20', domain: 'acme' },
    ],
  },
  other: {
    deal: [deal('d1', 'a1', 'c1', 'other 1'), deal('d2', 'a2', 'c1', 'other 2')],
    contract: [{ id: 'c1', name: 'Other', price: '30', domain: 'globex' }],
  },
  mail: { note: [{ id: 'n1', text: 'Hello' }] },
};

const DOMAINS = [
  { path: 'TOP', id: 'top' },
  { path: 'TOP/ACME', id: 'acme' },
  { path: 'TOP/GLOBEX', id: 'globex' },
  { path: 'TOP/INITECH', id: 'initech' },
];

const agent = (subject: string, domain: string, ...roles: string[]): Viewer => ({
  ...AGENT,
  subject,
  domain,
  roles: new Set(['agent', ...roles]),
});
const contact = (subject: string, account: string): Viewer => ({
  ...AGENT,
  subject,
  kind: 'contact',
  roles: new Set(),
  domain: 'TOP/ACME',
  account,
});

const VIEWERS = {
  ada: agent('ada', 'TOP/ACME'),
  'another of the same rights': agent('ann', 'TOP/ACME'),
  'one who may read more columns': agent('bob', 'TOP/ACME', 'boss'),
  'another domain, another mapping': agent('ida', 'TOP/INITECH'),
  'another domain, another connection': agent('gus', 'TOP/GLOBEX'),
  'a contact of a1': contact('kim', 'a1'),
  'a contact of a2': contact('lou', 'a2'),
  'nobody who may read': { ...AGENT, subject: 'eve', roles: new Set<string>() },
} satisfies Record<string, Viewer>;
type Name = keyof typeof VIEWERS;
const NAMES = Object.keys(VIEWERS) as Name[];

const QUERIES = {
  list: '{ deals(orderBy: [{ code: ASC }]) { nodes { code amount } } }',
  count: '{ deals { totalCount } }',
  one: '{ deal(code: "D1") { code amount } }',
  'one by id': '{ deal(id: "RGVhbDpkMg") { code amount } }',
  'a column with rights of its own': '{ deals(orderBy: [{ code: ASC }]) { nodes { code margin } } }',
  'a joined row': '{ deals(orderBy: [{ code: ASC }]) { nodes { code contract { name } } } }',
  'a column of a joined row': '{ deal(code: "D1") { contract { name price } } }',
  'lists below rows':
    '{ contracts { nodes { name deals(orderBy: [{ code: ASC }]) { totalCount nodes { code amount } } } } }',
  'per viewer': '{ notes { nodes { text } } }',
} as const;
type Query = keyof typeof QUERIES;

const requestsOf = ({ adapters }: MemoryGraph): number =>
  Object.values(adapters).reduce((sum, { requests }) => sum + requests.length, 0);

/** Viewers read at connection `own` under identities of their own. */
const identity = (connection: string, { subject }: Viewer): string =>
  connection === 'own' ? `viewer:${subject}` : 'service';

const clock = { now: 1_000_000 };

function graph(tables = TABLES, records = RECORDS): MemoryGraph {
  return memoryGraph({ tables, records, domains: DOMAINS, now: () => clock.now, identity });
}

const shared = graph();
const ask = (query: string, name: Name) => shared.run(query, {}, VIEWERS[name]);

/** Building a graph takes long: that all times are over empties its memory as well. */
function emptyMemory(): void {
  clock.now += 3_600_000;
}

async function cold(query: string): Promise<ReadonlyMap<Name, unknown>> {
  const answers = new Map<Name, unknown>();
  for (const name of NAMES) {
    emptyMemory();
    answers.set(name, { name, ...(await ask(query, name)) });
  }
  emptyMemory();
  return answers;
}

describe.each(Object.entries(QUERIES) as [Query, string][])('%s', (_, query) => {
  it('is answered to everybody as if memory were empty, whoever asked before', async () => {
    const expected = await cold(query);
    for (const name of NAMES) {
      emptyMemory();
      for (const other of NAMES) if (other !== name) await ask(query, other);
      expect({ name, ...(await ask(query, name)) }).toEqual(expected.get(name));
    }
  });

  it('is answered alike to all who ask at the same time', async () => {
    const expected = await cold(query);
    const answers = await Promise.all(NAMES.map((name) => ask(query, name)));
    for (const [index, name] of NAMES.entries())
      expect({ name, ...answers[index] }).toEqual(expected.get(name));
  });

  it('is answered the second time without a request', async () => {
    for (const name of NAMES) {
      emptyMemory();
      const first = await ask(query, name);
      const requests = requestsOf(shared);
      expect(await ask(query, name)).toEqual(first);
      expect(requestsOf(shared)).toBe(requests);
    }
  });
});

it('the viewers of this test are told apart: each part of a key has two who differ in it alone', async () => {
  const names = new Map<string, Name[]>();
  for (const name of NAMES) {
    const all = [];
    for (const query of Object.values(QUERIES)) {
      emptyMemory();
      all.push(await ask(query, name));
    }
    const text = JSON.stringify(all);
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  expect([...names.values()].filter(({ length }) => length > 1)).toEqual([
    ['ada', 'another of the same rights'],
  ]);
});

/** Requests that the second viewer still costs after the first. */
const SHARING: readonly (readonly [Query, Name, number])[] = [
  ['list', 'another of the same rights', 0],
  ['count', 'another of the same rights', 0],
  ['one', 'another of the same rights', 0],
  ['a joined row', 'another of the same rights', 0],
  ['a column with rights of its own', 'another of the same rights', 0],
  ['lists below rows', 'another of the same rights', 0],
  // Rights to further columns do not matter where they are not asked for.
  ['list', 'one who may read more columns', 0],
  ['a column with rights of its own', 'one who may read more columns', 1],
  ['a column of a joined row', 'one who may read more columns', 1],
  ['list', 'another domain, another mapping', 1],
  ['one', 'another domain, another mapping', 1],
  ['list', 'another domain, another connection', 1],
  ['list', 'a contact of a1', 1],
  // The page and the count.
  ['count', 'a contact of a1', 2],
  ['list', 'nobody who may read', 0],
  // Declared to be cached for each viewer alone.
  ['per viewer', 'another of the same rights', 1],
];

it.each(SHARING)('%s, after ada, costs %s %i requests', async (query, second, requests) => {
  emptyMemory();
  await ask(QUERIES[query], 'ada');
  const before = requestsOf(shared);
  await ask(QUERIES[query], second);
  expect(requestsOf(shared) - before).toBe(requests);
});

it('who is read under an identity of one’s own shares with nobody, not even what is under way', async () => {
  const own = graph(
    'type Doc @table(label: "Doc", plural: "docs") @source(connection: "own", object: "doc") @cache(ttl: 60) @access(read: ["agent"]) { id: ID! @key(column: "id") title: String @column(name: "title") }',
    { own: { doc: [{ id: '1', title: 'Mine' }] } },
  );
  const asOne = (name: Name) =>
    own.run('{ docs { nodes { title } } doc(id: "RG9jOjE") { title } }', {}, VIEWERS[name]);
  await Promise.all([asOne('ada'), asOne('another of the same rights')]);
  expect(own.adapters['own']?.requests).toHaveLength(4);
  await asOne('ada');
  expect(own.adapters['own']?.requests).toHaveLength(4);
});

it('two tables over one object of one system are kept apart', async () => {
  const type = (name: string, column: string): string =>
    `type ${name} @table(label: "${name}", plural: "${name.toLowerCase()}s") @source(connection: "crm", object: "deal") @cache(ttl: 60) @access(read: ["agent"]) { id: ID! @key(column: "id") amount: String @column(name: "${column}") }`;
  const two = graph(`${type('Dollar', 'amount')} ${type('Euro', 'amount_eur')}`);
  await two.run('{ dollars { nodes { amount } } dollar(id: "RG9sbGFyOmQx") { amount } }');
  const { data } = await two.run(
    '{ euros(first: 1) { nodes { amount } } euro(id: "RXVybzpkMQ") { amount } }',
  );
  expect(data).toEqual({ euros: { nodes: [{ amount: 'EUR crm 1' }] }, euro: { amount: 'EUR crm 1' } });
});
