import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SfRecord, ViewerClaims } from '../../sandbox/world/world.ts';
import { explainTo } from '../../src/cli/explain-access.ts';
import type { Reply, Who } from '../harness/stack.ts';
import { startTwoOrgs, type TwoOrgs } from './sources-per-domain/two-orgs.ts';

/** One table, and where its rows come from for whom: nearest visible source, its own mapping and filter, and never another's rows. */
let orgs: TwoOrgs;
beforeAll(async () => {
  orgs = await startTwoOrgs();
}, 60_000);
afterAll(() => orgs.close());

type Row = Readonly<Record<'key' | 'name' | 'worth', string | null>>;

const records = (object: string): readonly SfRecord[] =>
  (orgs.stack.sandbox.world.salesforce.get(object) ?? []).filter(({ IsDeleted }) => IsDeleted !== true);

const cell = (value: SfRecord[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

function rows(object: string, worth: string, name: string, holds: (record: SfRecord) => boolean): Row[] {
  return records(object)
    .filter(holds)
    .map((record) => ({ key: record.Id, name: cell(record[name]), worth: cell(record[worth]) }))
    .sort((left, right) => (String(left.key) < String(right.key) ? -1 : 1));
}

/** What each source holds, worked out from the orgs' own data. */
const SOURCES = {
  provider: () => rows('Opportunity', 'Amount', 'Name', ({ IsClosed }) => IsClosed === false),
  acme: () => rows('Opportunity', 'ExpectedRevenue', 'Name', ({ Type }) => Type === 'New Customer'),
  emea: () =>
    rows(
      'Order',
      'TotalAmount',
      'OrderNumber',
      ({ Status, TotalAmount }) => Status !== 'Draft' && Number(TotalAmount) > 50_000,
    ),
};
type Source = keyof typeof SOURCES;

const CONNECTION: Readonly<Record<Source, string>> = { provider: 'salesforce', acme: 'acme', emea: 'emea' };

const VIEWERS: readonly (readonly [
  who: string,
  claims: Partial<ViewerClaims>,
  source: Source,
  plans: boolean,
])[] = [
  ['an agent of ACME', { domain: 'TOP/ACME' }, 'acme', true],
  ['an agent of EMEA', { domain: 'TOP/ACME/EMEA' }, 'emea', false],
  ['an agent of GLOBEX', { domain: 'TOP/GLOBEX' }, 'provider', false],
  ['the provider, who sees them all', { domain: 'TOP' }, 'acme', true],
  [
    'an agent of GLOBEX who was granted EMEA',
    { domain: 'TOP/GLOBEX', domains: ['TOP/ACME/EMEA'] },
    'emea',
    false,
  ],
  ['an agent of EMEA who was granted ACME', { domain: 'TOP/ACME/EMEA', domains: ['TOP/ACME'] }, 'emea', true],
  ['an agent of GLOBEX who was granted ACME', { domain: 'TOP/GLOBEX', domains: ['TOP/ACME'] }, 'acme', true],
  ['an agent of a domain that is not there', { domain: 'TOP/NOWHERE' }, 'provider', false],
];

const LIST = '{ deals(first: 100, orderBy: [{ key: ASC }]) { totalCount nodes { key name worth } } }';
const codes = ({ body }: Reply): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions['code']);
const dataOf = <T>({ body }: Reply): T => body.data as T;
const deals = (nodes: readonly Row[]) => ({
  deals: { totalCount: nodes.length, nodes: nodes.slice(0, 100) },
});

const id = (key: string): string => Buffer.from(`Deal:${key}`).toString('base64url');

describe('the nearest visible source', () => {
  beforeEach(() => orgs.forget());

  it.each(VIEWERS)('%s reads the rows of %s: %s', async (_, claims, source) => {
    const reply = await orgs.stack.graphql(await orgs.as(claims), LIST);
    expect(reply.body).toEqual({ data: deals(SOURCES[source]()) });
    expect(SOURCES[source]().length).toBeGreaterThan(3);
    const [ours, theirs] = await Promise.all([orgs.soql('acme'), orgs.soql('provider')]);
    expect([ours.length > 0, theirs.length > 0]).toEqual([source === 'acme', source !== 'acme']);
  });

  it('is asked for its own columns and its own filter, and for nothing that it lacks', async () => {
    const query =
      '{ deals(filter: { name: { ne: "x" } }) { totalCount nodes { name worth stage { value } } } }';
    const asked = async (domain: string, org: 'provider' | 'acme') => {
      await orgs.forget();
      await orgs.stack.graphql(await orgs.as({ domain }), query);
      return (await orgs.soql(org)).join('\n');
    };
    const acme = await asked('TOP/ACME', 'acme');
    expect(acme).toMatch(/SELECT .*ExpectedRevenue.* FROM Opportunity WHERE .*Type = 'New Customer'/);
    expect(acme).not.toMatch(/Amount|IsClosed/);
    const emea = await asked('TOP/ACME/EMEA', 'provider');
    expect(emea).toMatch(/SELECT .*TotalAmount.* FROM Order WHERE .*TotalAmount > 50000/);
    expect(emea).not.toMatch(/\bAmount|IsClosed|StageName|\bType\b|Opportunity/);
    const globex = await asked('TOP/GLOBEX', 'provider');
    expect(globex).toMatch(/SELECT .*\bAmount.* FROM Opportunity WHERE .*IsClosed = false/i);
    expect(globex).not.toMatch(/ExpectedRevenue|\bType\b|Order\b/);
  });
});

describe('what a source leaves out cannot be had by another way', () => {
  const outside = (source: Source): SfRecord =>
    records(source === 'emea' ? 'Order' : 'Opportunity').find(
      ({ Id }) => !SOURCES[source]().some(({ key }) => key === Id),
    )!;

  it.each(VIEWERS.slice(0, 3))(
    '%s: by id, key, name, node, filter, relation or cursor',
    async (_, claims, source) => {
      const { Id, Name, OrderNumber, AccountId } = outside(source);
      const query = `query ($id: ID!, $key: ID!, $name: String!, $buyer: ID!) {
      a: deal(id: $id) { name } b: deal(key: $key) { name } c: deal(name: $name) { key } d: node(id: $id) { ... on Deal { name } }
      e: deals(filter: { or: [{ key: { eq: $key } }, { name: { eq: $name }, key: { eq: $key } }] }) { totalCount nodes { key } }
      f: buyer(id: $buyer) { deals(first: 50) { nodes { key } } }
      g: deals(first: 100, filter: { buyer: { name: { ne: "nobody" } } }) { nodes { key } } }`;
      const buyer = Buffer.from(`Buyer:${String(AccountId)}`).toString('base64url');
      const variables = { id: id(Id), key: Id, name: String(source === 'emea' ? OrderNumber : Name), buyer };
      const reply = await orgs.stack.graphql(await orgs.as(claims), query, variables);
      const { a, b, c, d, e, f, g } = dataOf<
        Record<'a' | 'b' | 'c' | 'd', { key?: string } | null> &
          Record<'e' | 'g', { totalCount: number; nodes: { key: string }[] }> & {
            f: { deals: { nodes: { key: string }[] } } | null;
          }
      >(reply);
      expect([a, b, c?.key === Id, d, e]).toEqual([null, null, false, null, { totalCount: 0, nodes: [] }]);
      const own = new Set(SOURCES[source]().map(({ key }) => key));
      for (const { key } of [...(f?.deals.nodes ?? []), ...g.nodes]) expect(own.has(key)).toBe(true);
      expect(g.nodes.length).toBeGreaterThan(0);
      expect(JSON.stringify([f, g])).not.toContain(Id);
      expect(codes(reply).every((code) => code === 'NOT_FOUND')).toBe(true);
    },
  );

  it('nor are the columns of its filter shown, filtered or sorted by', async () => {
    const who = await orgs.as({ domain: 'TOP/ACME' });
    for (const list of ['filter: { type: { eq: "New Customer" } }', 'orderBy: [{ type: ASC }]']) {
      const reply = await orgs.stack.graphql(who, `{ deals(${list}) { totalCount } }`);
      expect([reply.body.data, codes(reply)]).toEqual([{ deals: null }, ['FORBIDDEN']]);
    }
    const shown = await orgs.stack.graphql(who, '{ deals(first: 3) { nodes { type closed name } } }');
    expect(shown.text).not.toContain('New Customer"');
    expect(codes(shown)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('rows of two sources', () => {
  const BUYERS =
    '{ deals(first: 5, orderBy: [{ key: ASC }]) { nodes { key buyer { name about deals(first: 2, orderBy: [{ key: ASC }]) { totalCount nodes { key worth } } } } } }';

  it.each([
    ['joined where both are read through one connection', 'TOP/GLOBEX', 'provider', 'BillingCity', 2],
    ['joined where the domain has sources of both', 'TOP/ACME', 'acme', 'Industry', 2],
    ['read apart where they are not', 'TOP/ACME/EMEA', 'emea', 'BillingCity', 3],
  ] as const)('are %s', async (_, domain, source, about, requests) => {
    await orgs.forget();
    const reply = await orgs.stack.graphql(await orgs.as({ domain }), BUYERS);
    const all = SOURCES[source]();
    const accountOf = new Map(
      [...records('Opportunity'), ...records('Order')].map((each) => [each.Id, each['AccountId']]),
    );
    const accounts = new Map(records('Account').map((account) => [account.Id, account]));
    const expected = all.slice(0, 5).map(({ key }) => {
      const account = accounts.get(String(accountOf.get(String(key))))!;
      const theirs = all.filter((deal) => accountOf.get(String(deal.key)) === account.Id);
      const nodes = theirs.slice(0, 2).map((deal) => ({ key: deal.key, worth: deal.worth }));
      const buyer = {
        name: account['Name'],
        about: cell(account[about]),
        deals: { totalCount: theirs.length, nodes },
      };
      return { key, buyer };
    });
    expect(reply.body).toEqual({ data: { deals: { nodes: expected } } });
    const asked = [...(await orgs.soql('acme')), ...(await orgs.soql('provider'))];
    expect(asked).toHaveLength(requests);
  });
});

describe('memory and reads under way', () => {
  it('answer each as if nobody else had asked, in any order and all at once', async () => {
    await orgs.forget();
    const asks = await Promise.all(
      VIEWERS.map(async ([who, claims, source]) => ({ who, token: await orgs.as(claims), source })),
    );
    const ask = async ({ who, token, source }: { who: string; token: Who; source: Source }) => {
      const reply = await orgs.stack.graphql(token, LIST);
      expect({ who, ...reply.body }).toEqual({ who, data: deals(SOURCES[source]()) });
      const [first] = SOURCES[source]();
      const one = await orgs.stack.graphql(token, `{ deal(id: "${id(String(first?.key))}") { worth } }`);
      expect({ who, ...one.body }).toEqual({ who, data: { deal: { worth: first?.worth } } });
    };
    await Promise.all(asks.map(ask));
    const cold = [(await orgs.soql('acme')).length, (await orgs.soql('provider')).length];
    for (const each of [...asks, ...asks.toReversed()]) await ask(each);
    // Everything was in memory by then: one page, one count and one row for each of the three sources.
    expect([(await orgs.soql('acme')).length, (await orgs.soql('provider')).length]).toEqual(cold);
    expect(cold).toEqual([3, 6]);
  });
});

describe('a table without a source in sight', () => {
  const PLANS = '{ plans { totalCount nodes { name } } }';
  beforeAll(() => orgs.forget());

  it.each(VIEWERS)('%s', async (_, claims, __, sees) => {
    const warm = await orgs.stack.graphql(await orgs.as({ domain: 'TOP/ACME' }), PLANS);
    const { plans } = dataOf<{ plans: { totalCount: number } }>(warm);
    expect(plans.totalCount).toBe(records('Campaign').length);
    const before = (await orgs.soql('acme')).length;
    const [first] = records('Campaign');
    const node = Buffer.from(`Plan:${first?.Id}`).toString('base64url');
    const who = await orgs.as({ ...claims, sub: 'another' });
    const list = await orgs.stack.graphql(who, PLANS);
    const one = await orgs.stack.graphql(who, `{ node(id: "${node}") { ... on Plan { name } } }`);
    if (sees)
      expect([list.body, one.body]).toEqual([warm.body, { data: { node: { name: first?.['Name'] } } }]);
    else {
      expect([list.body.data, codes(list)]).toEqual([{ plans: null }, ['FORBIDDEN']]);
      expect([one.body.data, codes(one)]).toEqual([{ node: null }, ['FORBIDDEN']]);
      expect(list.body.errors?.[0]?.message).toBe(
        'No source of Plan is placed in a domain that you can see.',
      );
      expect((await orgs.soql('acme')).length).toBe(before);
    }
  });
});

describe('where the nearest source does not answer', () => {
  it('no other stands in', async () => {
    await orgs.forget();
    await orgs.acme.fault('salesforce', { path: '/services/data', status: 503 });
    const [acme, globex] = await Promise.all(
      ['TOP/ACME', 'TOP/GLOBEX'].map(async (domain) => orgs.stack.graphql(await orgs.as({ domain }), LIST)),
    );
    await orgs.acme.clearFaults();
    expect([acme?.body.data, codes(acme!)]).toEqual([{ deals: null }, ['UPSTREAM_UNAVAILABLE']]);
    expect(acme?.body.errors?.[0]?.extensions['connection']).toBe('acme');
    expect(globex?.body).toEqual({ data: deals(SOURCES.provider()) });
    expect((await orgs.soql('provider')).every((text) => text.includes('IsClosed'))).toBe(true);
  });
});

describe('casegraph explain-access', () => {
  async function explain(claims: object, table = 'Deal', column?: string): Promise<string> {
    let out = '';
    const as = JSON.stringify({ sub: 'ada', kind: 'agent', roles: ['sn_customerservice_agent'], ...claims });
    const asked = { config: orgs.config, as, table, operation: 'read' as const };
    await explainTo((text) => void (out += text), column === undefined ? asked : { ...asked, column });
    return out;
  }

  it.each(VIEWERS)('names the source of %s', async (_, claims, source, plans) => {
    const connection = CONNECTION[source];
    const line = / {2}source {3}(.*)\n/;
    expect(line.exec(await explain(claims))?.[1]).toMatch(
      new RegExp(
        `^(Opportunity|Order) of connection ${connection}, placed in (TOP/[A-Z/]+|global), rows where`,
      ),
    );
    expect(line.exec(await explain(claims, 'Plan'))?.[1]).toBe(
      plans
        ? 'Campaign of connection acme, placed in TOP/ACME'
        : 'none: no source is placed in a domain that the viewer sees',
    );
  });

  it('says which rows are the table’s there, and which column its rows do not have', async () => {
    expect(await explain({ domain: 'TOP/ACME/EMEA' }, 'Deal', 'type')).toContain(
      '  source   Order of connection emea, placed in TOP/ACME/EMEA, rows where stage ≠ "Draft" and worth > "50000", where type is empty in all rows\n',
    );
  });
});
