import { describe, expect, it, vi } from 'vitest';
import type { MemoryOptions, MemoryRecord } from '../../adapters/memory/index.ts';
import type { Viewer } from '../../src/access/viewer.ts';
import type { Change } from '../../src/contract/index.ts';
import { AGENT, memoryGraph, type MemoryGraph } from '../harness/memory-graph.ts';

/**
 * A source with a fixed filter answers as if the object held no other rows, and one that lacks a column as if the column were empty in all of them: whatever is
 * asked, and whether the owning system filters or the gateway.
 */
type Records = Readonly<Record<string, readonly MemoryRecord[]>>;

const KINDS = ['new', 'renewal', 'upsell'];

/** So many that pages and limits matter; every value that a filter or an order compares occurs more than once. */
const DEALS: readonly MemoryRecord[] = Array.from({ length: 24 }, (_, index) => ({
  id: `d${String(index).padStart(2, '0')}`,
  code: `D${index}`,
  kind: KINDS[index % 3] as string,
  amount: index % 5 === 0 ? null : String((index * 7) % 40),
  stage: index % 2 === 0 ? { value: 'open', label: 'Open' } : { value: 'won', label: 'Won' },
  account: index % 4 === 3 ? null : `a${index % 4}`,
  parent: index < 6 ? null : `d${String(index % 6).padStart(2, '0')}`,
  secret: index % 2 === 0,
}));
const ACCOUNTS: readonly MemoryRecord[] = ['a0', 'a1', 'a2'].map((id) => ({ id, name: `Account ${id}` }));

const tables = (source: string): string => `
type Deal
  @table(label: "Deal", plural: "deals")
  @source(connection: "crm", object: "deal"${source})
  @cache(ttl: 30)
  @access(read: ["agent"], create: ["agent"], write: ["agent"], delete: ["agent"])
  @access(read: ["buyer"], where: { amount: { isNull: true } }) {
  id: ID! @key(column: "id")
  code: String @column(name: "code", unique: true, writable: true)
  kind: String @column(name: "kind", writable: true) @access(read: ["boss"])
  amount: Decimal @column(name: "amount", unique: true, writable: true)
  stage: Choice @column(name: "stage", writable: true)
  secret: Boolean @column(name: "secret") @access(read: ["agent"], where: { amount: { isNull: false } })
  priced: URL @url(template: "{instance}/{code}/{amount}")
  accountId: ID @column(name: "account", writable: true)
  account: Account @reference(column: "account")
  parent: Deal @reference(column: "parent")
  children: DealConnection @related(column: "parent")
}
type Account
  @table(label: "Account", plural: "accounts")
  @source(connection: "crm", object: "account")
  @access(read: ["agent", "buyer"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name")
  deals: DealConnection @related(column: "account", via: "account.deals")
}
`;

const id = (key: string): string => Buffer.from(`Deal:${key}`).toString('base64url');

const QUERIES = [
  '{ deals { totalCount nodes { code amount stage { value } secret priced accountId } } }',
  '{ deals(first: 4, orderBy: [{ amount: DESC }]) { totalCount nodes { code amount } pageInfo { hasNextPage } } }',
  '{ deals(last: 3, orderBy: [{ amount: ASC }, { code: DESC }]) { nodes { code } pageInfo { hasPreviousPage } } }',
  '{ deals(filter: { amount: { gt: "10" } }) { totalCount nodes { code } } }',
  '{ deals(filter: { amount: { isNull: true } }) { totalCount nodes { code } } }',
  '{ deals(filter: { not: { amount: { in: ["7", "14"] } } }) { totalCount nodes { code } } }',
  '{ deals(filter: { or: [{ amount: { lte: "7" } }, { stage: { eq: "won" } }] }) { nodes { code } } }',
  '{ deals(filter: { account: { name: { eq: "Account a1" } } }) { totalCount nodes { code account { name } } } }',
  '{ deals(filter: { account: { deals: { some: { amount: { gt: "20" } } } } }) { nodes { code } } }',
  '{ deals(filter: { not: { parent: { amount: { eq: "7" } } } }) { nodes { code } } }',
  '{ deals(filter: { parent: { isNull: false } }) { nodes { code parent { code amount parent { code } } } } }',
  '{ deals(filter: { children: { none: { stage: { eq: "won" } } } }) { nodes { code } } }',
  '{ deals(filter: { accountId: { in: ["a0", "a2"] } }) { nodes { code account { name } } } }',
  '{ accounts { nodes { name deals(first: 2, orderBy: [{ amount: DESC }]) { totalCount nodes { code amount } } } } }',
  '{ accounts { nodes { deals(first: 2) { nodes { code children(first: 1) { nodes { code } pageInfo { hasNextPage } } } } } } }',
  '{ accounts(filter: { deals: { some: { stage: { eq: "won" } } } }) { nodes { name } } }',
  '{ accounts(filter: { deals: { none: { amount: { gt: "30" } } } }) { nodes { name } } }',
  `{ a: deal(code: "D1") { code } b: deal(code: "D3") { code } c: deal(amount: "7") { code } d: deal(amount: "21") { code } }`,
  `{ a: node(id: "${id('d01')}") { ... on Deal { code amount } } b: node(id: "${id('d02')}") { ... on Deal { code amount } } c: deal(id: "${id('d03')}") { code } }`,
  '{ choices(table: "Deal", column: "stage") { values { value } } }',
];

const VIEWERS: Readonly<Record<string, Viewer>> = {
  agent: AGENT,
  boss: { ...AGENT, roles: new Set(['agent', 'boss']) },
  'one who sees rows without amount': { ...AGENT, roles: new Set(['buyer']) },
};

const SYSTEMS: Readonly<Record<string, MemoryOptions>> = {
  'a system that filters': {},
  'one that does not': { pushdown: 'none', ordered: false, joins: 0, count: false, limitPerKey: false },
};

function graph(source: string, records: Records, options: MemoryOptions): MemoryGraph {
  return memoryGraph({ tables: tables(source), records: { crm: records }, adapters: { crm: options } });
}

/** All of them, page by page: cursors name the same places. */
async function pages(on: MemoryGraph, viewer: Viewer, order: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let after = ''; found.length < 30;) {
    const { data } = await on.run(
      `{ deals(first: 3, orderBy: [${order}]${after}) { edges { cursor node { code } } pageInfo { hasNextPage endCursor } } }`,
      {},
      viewer,
    );
    const { deals } = data as unknown as {
      deals: { edges: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    found.push(...deals.edges);
    if (!deals.pageInfo.hasNextPage) return found;
    after = `, after: "${deals.pageInfo.endCursor}"`;
  }
  throw new Error('the pages do not end');
}

const only = (kinds: readonly string[]): Records => ({
  deal: DEALS.filter(({ kind }) => kinds.includes(kind as string)),
  account: ACCOUNTS,
});
const without = (column: string): Records => ({
  deal: DEALS.map((deal) => ({ ...deal, [column]: null })),
  account: ACCOUNTS,
});
const ALL: Records = { deal: DEALS, account: ACCOUNTS };

/** How the source is declared, and the records that another system would hold which needs no such declaration. */
const ORACLES: readonly (readonly [what: string, source: string, records: Records])[] = [
  [
    'a filter on a column that only bosses read',
    ', where: { kind: { in: ["new", "upsell"] } }',
    only(['new', 'upsell']),
  ],
  ['a filter that nothing matches', ', where: { kind: { eq: "none" } }', only([])],
  [
    'a filter with not and or',
    ', where: { not: { or: [{ kind: { eq: "new" } }, { kind: { startsWith: "up" } }] } }',
    only(['renewal']),
  ],
  ['no amount', ', columns: { amount: null }', without('amount')],
  ['no account', ', columns: { account: null }', without('account')],
  ['no parent', ', columns: { parent: null }', without('parent')],
  ['no stage', ', columns: { stage: null }', without('stage')],
];

describe.each(ORACLES)('%s', (_, source, records) => {
  describe.each(Object.entries(SYSTEMS))('at %s', (__, options) => {
    const declared = graph(source, ALL, options);
    const oracle = graph('', records, options);

    it.each(Object.entries(VIEWERS))('answers %s as a system would that is so', async (___, viewer) => {
      for (const query of QUERIES) {
        const expected = await oracle.run(query, {}, viewer);
        expect({ query, ...(await declared.run(query, {}, viewer)) }).toEqual({ query, ...expected });
        expect(JSON.stringify(expected)).not.toMatch(/INTERNAL|must not|Cannot query/);
      }
    });

    it.each(['{ code: ASC }', '{ amount: DESC }', '{ stage: ASC }, { amount: ASC }', '{ accountId: DESC }'])(
      'pages through it alike: %s',
      async (order) => {
        expect(await pages(declared, AGENT, order)).toEqual(await pages(oracle, AGENT, order));
      },
    );
  });
});

describe('the owning system', () => {
  it('is asked for the fixed filter, and not for rows outside', async () => {
    const on = graph(', where: { kind: { eq: "new" } }', ALL, {});
    await on.run(
      '{ deals(first: 2) { totalCount nodes { code } } deal(code: "D1") { code } accounts { nodes { deals { nodes { code } } } } }',
    );
    const asked = on.adapters['crm']!.requests.filter(({ table }) => table === 'Deal');
    expect(asked.length).toBeGreaterThan(2);
    for (const { text } of asked) expect(text).toContain('kind eq "new"');
  });

  it('is never asked for a column that its rows do not have', async () => {
    const on = graph(', columns: { amount: null, parent: null }', ALL, {});
    const adapter = on.adapters['crm']!;
    const [plan, readByKeys] = [vi.spyOn(adapter, 'plan'), vi.spyOn(adapter, 'readByKeys')];
    for (const query of QUERIES) await on.run(query);
    const asked = [...plan.mock.calls, ...readByKeys.mock.calls].filter(([{ name }]) => name === 'Deal');
    expect(asked.length).toBeGreaterThan(20);
    for (const [, request] of asked) expect(JSON.stringify(request)).not.toMatch(/"#?(amount|parent)"/);
  });

  it('is not asked at all where the answer follows from what its rows do not have', async () => {
    const on = graph(', columns: { amount: null }', ALL, {});
    const query =
      '{ deals(filter: { amount: { gt: "1" } }) { totalCount nodes { code } } deal(amount: "7") { code } }';
    const { data } = await on.run(query);
    expect(data).toEqual({ deals: { totalCount: 0, nodes: [] }, deal: null });
    expect(on.adapters['crm']!.requests).toEqual([]);
  });
});

describe('writes', () => {
  const FILTERED = ', where: { kind: { in: ["new", "upsell"] } }';

  async function write(source: string, change: Change): Promise<string> {
    const on = graph(source, ALL, {});
    const asks = { viewer: AGENT, signal: new AbortController().signal, requestId: 'test' };
    const outcome = await on.engine
      .reader(asks)
      .write(on.engine.catalog.tables.get('Deal')!, change)
      .then(
        () => 'done',
        ({ code }: { code?: string }) => String(code),
      );
    const sent = on.adapters['crm']!.requests.filter(({ operation }) => operation === 'write');
    expect(sent).toHaveLength(outcome === 'done' ? 1 : 0);
    return outcome;
  }

  it.each<readonly [why: string, change: Change, outcome: string]>([
    ['a row inside', { kind: 'update', key: 'd00', values: { code: 'X' } }, 'done'],
    ['a row outside', { kind: 'update', key: 'd01', values: { code: 'X' } }, 'NOT_FOUND'],
    ['a row that stays inside', { kind: 'update', key: 'd00', values: { kind: 'upsell' } }, 'done'],
    ['moving a row outside', { kind: 'update', key: 'd00', values: { kind: 'renewal' } }, 'FORBIDDEN'],
    ['emptying what keeps it inside', { kind: 'update', key: 'd00', values: { kind: null } }, 'FORBIDDEN'],
    ['deleting a row inside', { kind: 'delete', key: 'd02' }, 'done'],
    ['deleting a row outside', { kind: 'delete', key: 'd01' }, 'NOT_FOUND'],
    ['a new row inside', { kind: 'create', key: 'n', values: { code: 'N', kind: 'new' } }, 'done'],
    ['a new row outside', { kind: 'create', key: 'n', values: { code: 'N', kind: 'renewal' } }, 'FORBIDDEN'],
    ['a new row without the value', { kind: 'create', key: 'n', values: { code: 'N' } }, 'FORBIDDEN'],
  ])('%s', async (_, change, outcome) => {
    expect(await write(FILTERED, change)).toBe(outcome);
  });

  it.each<readonly [why: string, change: Change, outcome: string]>([
    ['a column that is not there', { kind: 'update', key: 'd00', values: { amount: '1' } }, 'BAD_USER_INPUT'],
    ['in a new row', { kind: 'create', key: 'n', values: { code: 'N', amount: '1' } }, 'BAD_USER_INPUT'],
    ['the others', { kind: 'update', key: 'd00', values: { code: 'X' } }, 'done'],
  ])('at a source that lacks a column: %s', async (_, change, outcome) => {
    expect(await write(', columns: { amount: null }', change)).toBe(outcome);
  });
});
