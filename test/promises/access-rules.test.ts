import { describe, expect, it } from 'vitest';
import type { MemoryOptions } from '../../adapters/memory/index.ts';
import type { Viewer } from '../../src/access/viewer.ts';
import type { Change } from '../../src/contract/index.ts';
import { AGENT, memoryGraph, type MemoryGraph } from '../harness/memory-graph.ts';

/**
 * What a rule hides cannot be found out by any other way of asking: pages, counts, filters, orders, cursors, ids, relations, aliases, the cache, or the words
 * of an error.
 */
const TABLES = `
type Deal
  @table(label: "Deal", plural: "deals")
  @source(connection: "crm", object: "deal")
  @cache(ttl: 30)
  @access(read: ["agent", "boss"], create: ["agent"], write: ["agent", "boss"])
  @access(kinds: [CONTACT], read: ["customer"], where: { accountId: { eq: { viewer: "account" } } })
  @access(delete: ["boss"], where: { closed: { eq: true } })
  @denyUnless(on: [WRITE], where: { closed: { ne: true } })
  @denyUnless(on: [CREATE], where: { owner: { eq: { viewer: "subject" } } }) {
  id: ID! @key(column: "id")
  name: String @column(name: "name", writable: true)
  owner: String @column(name: "owner", writable: true)
  closed: Boolean @column(name: "closed", writable: true)
  stage: Choice @column(name: "stage", writable: true) @access(write: ["boss"])
  amount: Decimal
    @column(name: "amount", writable: true, unique: true)
    @access(read: ["boss"])
    @access(read: ["agent"], where: { closed: { eq: true } })
    @access(write: ["agent"], where: { owner: { eq: { viewer: "subject" } } })
  note: String @column(name: "note") @denyUnless(kinds: [AGENT], where: { team: { in: { viewer: "roles" } } })
  team: String @column(name: "team")
  accountId: ID @column(name: "account") @access(read: ["agent", "boss"])
  "Follows accountId."
  account: Account @reference(column: "account")
  "Has a rule of its own."
  buyer: Account @reference(column: "account") @access(read: ["agent", "boss"], where: { closed: { eq: true } })
  priced: URL @url(template: "{instance}/{name}/{amount}")
}
type Account
  @table(label: "Account", plural: "accounts")
  @source(connection: "crm", object: "account")
  @access(read: ["agent", "boss", "customer"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name")
  deals: DealConnection @related(column: "account")
}
type Log
  @table(label: "Log", plural: "logs")
  @source(connection: "crm", object: "log")
  @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  dealId: ID @column(name: "deal") @access(where: { open: { eq: true } })
  open: Boolean @column(name: "open")
  deal: Deal @reference(column: "deal")
}
extend type Deal {
  logs: LogConnection @related(column: "deal")
}
`;

const RECORDS = {
  crm: {
    deal: [
      {
        id: 'd1',
        name: 'Cups',
        owner: 'ada',
        closed: true,
        amount: '10',
        note: 'n1',
        team: 'agent',
        account: 'a1',
        stage: 'won',
      },
      {
        id: 'd2',
        name: 'Beans',
        owner: 'ada',
        closed: false,
        amount: '20',
        note: 'n2',
        team: 'agent',
        account: 'a1',
        stage: 'new',
      },
      {
        id: 'd3',
        name: 'Milk',
        owner: 'bo',
        closed: false,
        amount: '30',
        note: 'n3',
        team: 'other',
        account: 'a2',
        stage: 'new',
      },
      {
        id: 'd4',
        name: 'Trays',
        owner: 'bo',
        closed: true,
        amount: '40',
        note: 'n4',
        team: 'other',
        account: 'a2',
        stage: 'won',
      },
    ],
    account: [
      { id: 'a1', name: 'Kopje' },
      { id: 'a2', name: 'Ume' },
    ],
    log: [
      { id: 'l1', deal: 'd1', open: true },
      { id: 'l2', deal: 'd1', open: false },
      { id: 'l3', deal: 'd2', open: false },
    ],
  },
};

const BOSS: Viewer = { ...AGENT, subject: 'bo', roles: new Set(['boss']) };
const CONTACT: Viewer = { ...AGENT, kind: 'contact', roles: new Set(['customer']), account: 'a1' };

function graph(options: MemoryOptions = {}): MemoryGraph {
  return memoryGraph({ tables: TABLES, records: RECORDS, adapters: { crm: options } });
}

/** For tests that only read; what one of them leaves in memory must not help the next. */
const shared = {
  pushed: graph(),
  scanned: graph({ pushdown: 'none', ordered: false, joins: 0, count: false }),
};

async function ask(query: string, viewer: Viewer = AGENT, on: MemoryGraph = shared.pushed) {
  const { data, errors = [] } = await on.run(query, {}, viewer);
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, never>,
    errors: errors.map(({ message, path, extensions }) => ({
      message,
      path: path?.join('.'),
      code: extensions['code'],
      affected: extensions['affected'],
    })),
  };
}

const names = ({ data }: Awaited<ReturnType<typeof ask>>): string[] =>
  (data as unknown as { deals: { nodes: { name: string }[] } }).deals.nodes.map(({ name }) => name);

describe('a cell that is hidden in some rows', () => {
  it('is null there, with one error at the first and the number of the others', async () => {
    const { data, errors } = await ask('{ deals { nodes { name amount } } }');
    expect(data).toEqual({
      deals: {
        nodes: [
          { name: 'Cups', amount: '10' },
          { name: 'Beans', amount: null },
          { name: 'Milk', amount: null },
          { name: 'Trays', amount: '40' },
        ],
      },
    });
    expect(errors).toEqual([
      {
        message: 'You may not read amount of this Deal; of others you may.',
        path: 'deals.nodes.1.amount',
        code: 'FORBIDDEN',
        affected: 1,
      },
    ]);
  });

  it('is there for who may read it everywhere', async () => {
    const { data, errors } = await ask('{ deals { nodes { amount } } }', BOSS);
    expect([data, errors]).toEqual([
      { deals: { nodes: [{ amount: '10' }, { amount: '20' }, { amount: '30' }, { amount: '40' }] } },
      [],
    ]);
  });

  it('is not shown by an alias, a fragment, node, a lookup or a list below another row', async () => {
    const on = graph();
    const { data: ids } = await ask('{ deals { nodes { id } } }', AGENT, on);
    const id = (ids as unknown as { deals: { nodes: { id: string }[] } }).deals.nodes[1]!.id;
    const query = `{ a: deals { nodes { x: amount ...F } } node(id: "${id}") { ...F } deal(id: "${id}") { amount }
      accounts(filter: { name: { eq: "Ume" } }) { nodes { deals { nodes { amount } } } } }
      fragment F on Deal { y: amount }`;
    const { data } = await ask(query, AGENT, on);
    const text = JSON.stringify(data);
    expect(text).toContain('"10"');
    expect(text).toContain('"40"');
    expect(text).not.toMatch(/"[23]0"/);
  });

  it.each([
    ['amount: { gt: "0" }', ['Cups', 'Trays']],
    ['amount: { eq: "20" }', []],
    ['amount: { ne: "20" }', ['Cups', 'Trays']],
    ['amount: { isNull: true }', []],
    ['not: { amount: { eq: "20" } }', ['Cups', 'Trays']],
    ['not: { amount: { isNull: false } }', []],
    ['or: [{ amount: { eq: "20" } }, { name: { eq: "Milk" } }]', ['Milk']],
    ['not: { or: [{ amount: { lt: "15" } }, { name: { eq: "x" } }] }', ['Trays']],
  ])('matches no filter on it: %s', async (filter, found) => {
    for (const on of Object.values(shared)) {
      const answer = await ask(`{ deals(filter: { ${filter} }) { totalCount nodes { name } } }`, AGENT, on);
      expect(names(answer)).toEqual(found);
      expect(answer.data).toMatchObject({ deals: { totalCount: found.length } });
      expect(answer.errors).toEqual([]);
    }
  });

  it.each(['ASC', 'DESC'])(
    'its row is left out of a list that is sorted by it, counted or paged: %s',
    async (direction) => {
      const order = direction === 'ASC' ? ['Cups', 'Trays'] : ['Trays', 'Cups'];
      for (const on of Object.values(shared)) {
        const list = `orderBy: [{ amount: ${direction} }]`;
        const whole = await ask(`{ deals(${list}) { totalCount nodes { name } } }`, AGENT, on);
        expect([names(whole), whole.data]).toEqual([
          order,
          expect.objectContaining({ deals: expect.objectContaining({ totalCount: 2 }) as unknown }),
        ]);
        const first = await ask(
          `{ deals(${list}, first: 1) { nodes { name } pageInfo { endCursor } } }`,
          AGENT,
          on,
        );
        const { endCursor } = (first.data as unknown as { deals: { pageInfo: { endCursor: string } } }).deals
          .pageInfo;
        const second = await ask(
          `{ deals(${list}, first: 5, after: "${endCursor}") { nodes { name } } }`,
          AGENT,
          on,
        );
        expect([...names(first), ...names(second)]).toEqual(order);
      }
    },
  );

  it('its value is in no cursor, even a made-up one', async () => {
    const made = (value: string) =>
      Buffer.from(JSON.stringify(['amount,id', value, 'd0'])).toString('base64url');
    for (const value of ['15', '25', '35']) {
      const answer = await ask(
        `{ deals(orderBy: [{ amount: ASC }], after: "${made(value)}") { nodes { name } } }`,
      );
      expect(names(answer)).toEqual(['Trays']);
    }
  });

  it('its row is not found by looking the value up', async () => {
    const { data, errors } = await ask('{ a: deal(amount: "10") { name } b: deal(amount: "20") { name } }');
    expect(data).toEqual({ a: { name: 'Cups' }, b: null });
    expect(errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });

  it('is not shown by a link that is made of it', async () => {
    const { data, errors } = await ask('{ deals { nodes { priced } } }');
    expect(JSON.stringify(data)).not.toMatch(/[23]0/);
    expect(errors).toMatchObject([{ path: 'deals.nodes.1.priced', affected: 1 }]);
  });

  it('is not shown by what memory holds of a viewer who may see it', async () => {
    const on = graph();
    const query =
      '{ deals(filter: { amount: { gt: "0" } }, orderBy: [{ amount: ASC }]) { nodes { name amount } } }';
    expect(names(await ask(query, BOSS, on))).toHaveLength(4);
    expect(names(await ask(query, AGENT, on))).toEqual(['Cups', 'Trays']);
    expect(names(await ask(query, BOSS, on))).toHaveLength(4);
  });
});

describe('a condition over lists of the viewer', () => {
  it('holds for who has the role that the row names', async () => {
    const { data } = await ask('{ deals { nodes { note } } }');
    expect(data).toEqual({
      deals: { nodes: [{ note: 'n1' }, { note: 'n2' }, { note: null }, { note: null }] },
    });
  });

  it('a deny-unless over the kind of viewer closes the column altogether', async () => {
    const { data, errors } = await ask('{ deals { nodes { note } } }', CONTACT);
    expect(data).toEqual({ deals: { nodes: [{ note: null }, { note: null }] } });
    expect(errors).toMatchObject([{ message: 'You may not read note of Deal.', affected: 1 }]);
    const filtered = await ask('{ deals(filter: { note: { eq: "n1" } }) { nodes { name } } }', CONTACT);
    expect(filtered.errors).toMatchObject([
      { message: 'You may not filter or sort Deal by note.', code: 'FORBIDDEN' },
    ]);
  });
});

describe('relations', () => {
  it('one without rules follows the column that it leads from', async () => {
    const { data, errors } = await ask('{ deals { nodes { name account { name } } } }', CONTACT);
    expect(data).toEqual({
      deals: {
        nodes: [
          { name: 'Cups', account: null },
          { name: 'Beans', account: null },
        ],
      },
    });
    expect(errors).toMatchObject([{ message: 'You may not read account of Deal.', affected: 1 }]);
  });

  it('and the column that its rows are found by: a list does not show what that hides', async () => {
    const query =
      '{ deals { nodes { name logs { totalCount nodes { open } } } } logs { nodes { deal { name } } } }';
    const { data } = await ask(query);
    const nothing = { totalCount: 0, nodes: [] };
    expect(data).toEqual({
      deals: {
        nodes: [
          { name: 'Cups', logs: { totalCount: 1, nodes: [{ open: true }] } },
          ...['Beans', 'Milk', 'Trays'].map((name) => ({ name, logs: nothing })),
        ],
      },
      logs: { nodes: [{ deal: { name: 'Cups' } }, { deal: null }, { deal: null }] },
    });
  });

  it.each([true, false])(
    'one with a condition is followed from the rows that fulfil it (joined: %s)',
    async (joined) => {
      const { data, errors } = await ask(
        '{ deals { nodes { buyer { name } } } }',
        AGENT,
        joined ? shared.pushed : shared.scanned,
      );
      expect(data).toEqual({
        deals: {
          nodes: [{ buyer: { name: 'Kopje' } }, { buyer: null }, { buyer: null }, { buyer: { name: 'Ume' } }],
        },
      });
      expect(errors).toMatchObject([{ path: 'deals.nodes.1.buyer', code: 'FORBIDDEN', affected: 1 }]);
    },
  );

  it.each([
    ['buyer: { name: { eq: "Kopje" } }', ['Cups']],
    ['not: { buyer: { name: { eq: "Kopje" } } }', ['Trays']],
    ['buyer: { isNull: true }', []],
    ['buyer: { isNull: false }', ['Cups', 'Trays']],
    ['logs: { some: { open: { eq: false } } }', []],
    ['logs: { some: { open: { eq: true } } }', ['Cups']],
    ['account: { deals: { some: { amount: { eq: "20" } } } }', []],
    ['account: { deals: { some: { amount: { eq: "10" } } } }', ['Cups', 'Beans']],
  ])('nor does a filter through them show it: %s', async (filter, found) => {
    const answer = await ask(`{ deals(filter: { ${filter} }) { nodes { name } } }`);
    expect([names(answer), answer.errors]).toEqual([found, []]);
  });
});

describe('writes', () => {
  async function write(change: Change, viewer: Viewer = AGENT) {
    const on = graph();
    const table = on.engine.catalog.tables.get('Deal')!;
    const asks = { viewer, signal: new AbortController().signal, requestId: 'test' };
    const outcome = await on.engine
      .reader(asks)
      .write(table, change)
      .then(
        () => 'done',
        (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
      );
    const sent = on.adapters['crm']!.requests.filter(({ operation }) => operation === 'write').length;
    expect(sent).toBe(outcome === 'done' ? 1 : 0);
    return outcome;
  }
  const ask = (what: string) => `FORBIDDEN: You may not ${what}. Ask an administrator for a role that can.`;

  it.each<[why: string, change: Change, viewer: Viewer, outcome: string]>([
    ['an open row', { kind: 'update', key: 'd2', values: { name: 'x' } }, AGENT, 'done'],
    [
      'a row that a deny-unless closes',
      { kind: 'update', key: 'd1', values: { name: 'x' } },
      AGENT,
      'FORBIDDEN: You may not write this Deal as it stands.',
    ],
    [
      'for bosses too',
      { kind: 'update', key: 'd1', values: { name: 'x' } },
      BOSS,
      'FORBIDDEN: You may not write this Deal as it stands.',
    ],
    [
      'without a role for it',
      { kind: 'update', key: 'd2', values: { name: 'x' } },
      CONTACT,
      ask('write Deal'),
    ],
    [
      'a row that is not seen',
      { kind: 'update', key: 'nope', values: { name: 'x' } },
      AGENT,
      'NOT_FOUND: There is no such Deal, or you cannot see it.',
    ],
    [
      'a column of another role',
      { kind: 'update', key: 'd2', values: { stage: 'won' } },
      AGENT,
      ask('write stage of Deal'),
    ],
    [
      'a column with a condition, where it holds',
      { kind: 'update', key: 'd2', values: { amount: '1' } },
      AGENT,
      'done',
    ],
    [
      'and where it does not',
      { kind: 'update', key: 'd3', values: { amount: '1' } },
      AGENT,
      'FORBIDDEN: You may not write this Deal as it stands.',
    ],
    [
      'what nobody has a rule for',
      { kind: 'update', key: 'd2', values: { amount: '1' } },
      BOSS,
      ask('write amount of Deal'),
    ],
    [
      'a new row with values that fit',
      { kind: 'create', key: 'n', values: { owner: 'ada', name: 'x' } },
      AGENT,
      'done',
    ],
    [
      'a new row for somebody else',
      { kind: 'create', key: 'n', values: { owner: 'bo' } },
      AGENT,
      'FORBIDDEN: You may not create Deal with these values.',
    ],
    [
      'a new row without the value',
      { kind: 'create', key: 'n', values: { name: 'x' } },
      AGENT,
      'FORBIDDEN: You may not create Deal with these values.',
    ],
    [
      'a new row without a role for it',
      { kind: 'create', key: 'n', values: { owner: 'bo' } },
      BOSS,
      ask('create Deal'),
    ],
    ['deleting what may be', { kind: 'delete', key: 'd1' }, BOSS, 'done'],
    [
      'deleting what may not',
      { kind: 'delete', key: 'd2' },
      BOSS,
      'FORBIDDEN: You may not delete this Deal as it stands.',
    ],
    ['deleting without a role', { kind: 'delete', key: 'd1' }, AGENT, ask('delete Deal')],
  ])('%s', async (_, change, viewer, outcome) => {
    expect(await write(change, viewer)).toBe(outcome);
  });
});
