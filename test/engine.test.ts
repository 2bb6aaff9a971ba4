import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../src/contract/index.ts';
import { AGENT, memoryGraph, type MemoryGraphOptions } from './harness/memory-graph.ts';

const TABLES = `
type Ticket
  @table(label: "Ticket", plural: "tickets")
  @source(connection: "desk", object: "ticket")
  @separated(column: "domain")
  @access(kinds: [AGENT], read: ["agent"])
  @access(kinds: [CONTACT], where: { customerId: { eq: { viewer: "account" } } }) {
  id: ID! @key(column: "id")
  number: String @column(name: "no", unique: true)
  title: String @column(name: "title")
  secret: String @column(name: "secret") @access(read: ["boss"])
  weight: Int @column(name: "weight")
  customerId: ID @column(name: "customer")
  customer: Customer @reference(column: "customer")
  link: URL @url(template: "{instance}/t/{no}")
}
type Customer
  @table(label: "Customer", plural: "customers")
  @source(connection: "desk", object: "customer")
  @separated(column: "domain")
  @access(kinds: [AGENT], read: ["agent"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name")
  crmId: ID @column(name: "crm_id")
  tickets: TicketConnection @related(column: "customer")
  deals: DealConnection @related(column: "account", from: "crmId", via: "Account.Deals")
}
type Deal
  @table(label: "Deal", plural: "deals")
  @source(connection: "crm", object: "deal")
  @cache(ttl: 30)
  @access(kinds: [AGENT], read: ["agent"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name")
  amount: Decimal @column(name: "amount")
  closed: Boolean @column(name: "closed")
  customer: Customer @reference(column: "account", to: "crmId")
}
`;

const RECORDS: MemoryGraphOptions['records'] = {
  desk: {
    ticket: [
      {
        id: 't1',
        no: 'T1',
        title: 'Printer on fire',
        secret: 's',
        weight: 3,
        customer: 'c1',
        domain: 'acme',
      },
      { id: 't2', no: 'T2', title: 'printer cold', secret: 's', weight: 1, customer: 'c2', domain: 'acme' },
      { id: 't3', no: 'T3', title: 'No coffee', secret: 's', customer: 'c1', domain: 'global' },
      { id: 't4', no: 'T4', title: 'Elsewhere', secret: 's', weight: 9, customer: 'c3', domain: 'globex' },
      { id: 't5', no: 'T5', title: 'Nobody', secret: 's', weight: 2, domain: 'acme' },
    ],
    customer: [
      { id: 'c1', name: 'Kopje BV', crm_id: 'K', domain: 'acme' },
      { id: 'c2', name: 'Ume AB', crm_id: 'U', domain: 'globex' },
      { id: 'c3', name: 'Gone', domain: 'globex' },
    ],
  },
  crm: {
    deal: [
      { id: 'd1', name: 'Cups', amount: '10.10', closed: false, account: 'K' },
      { id: 'd2', name: 'Beans', amount: '9.9', closed: true, account: 'K' },
      { id: 'd3', name: 'Milk', amount: '100', closed: false, account: 'K' },
      { id: 'd4', name: 'Trays', amount: '5', closed: false, account: 'U' },
    ],
  },
};

function graph(options: Partial<MemoryGraphOptions> = {}) {
  return memoryGraph({ tables: TABLES, records: RECORDS, ...options });
}

describe('reading', () => {
  it('answers a list with joined references and top-N lists in one request per system', async () => {
    const { run, adapters } = graph();
    const { data, errors } = await run(
      `{ tickets(orderBy: [{ number: ASC }]) { nodes { number customer { name deals(first: 1, filter: { closed: { eq: false } }, orderBy: [{ amount: DESC }]) { nodes { name } pageInfo { hasNextPage } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      tickets: {
        nodes: [
          {
            number: 'T1',
            customer: {
              name: 'Kopje BV',
              deals: { nodes: [{ name: 'Milk' }], pageInfo: { hasNextPage: true } },
            },
          },
          // The customer of T2 stands in a domain that the viewer does not see.
          { number: 'T2', customer: null },
          {
            number: 'T3',
            customer: {
              name: 'Kopje BV',
              deals: { nodes: [{ name: 'Milk' }], pageInfo: { hasNextPage: true } },
            },
          },
          { number: 'T5', customer: null },
        ],
      },
    });
    expect(adapters['desk']?.requests).toHaveLength(1);
    expect(adapters['crm']?.requests).toHaveLength(1);
  });

  it('gathers siblings, aliases and node into one batched read', async () => {
    const { run, adapters } = graph();
    const { data } = await run(
      `{ a: ticket(number: "T1") { title } b: ticket(number: "T2") { weight } c: ticket(number: "T4") { title } }`,
    );
    expect(data).toEqual({ a: { title: 'Printer on fire' }, b: { weight: 1 }, c: null });
    expect(adapters['desk']?.requests).toHaveLength(1);
  });

  it('reads the same list under two aliases once, with what both select', async () => {
    const { run, adapters } = graph();
    const { data } = await run(
      `{ ticket(number: "T1") { customer { x: deals(first: 1, orderBy: [{ name: ASC }]) { nodes { name } } y: deals(first: 1, orderBy: [{ name: ASC }]) { nodes { amount } } z: deals(first: 3, orderBy: [{ name: DESC }]) { totalCount nodes { name } } } } }`,
    );
    expect(data).toEqual({
      ticket: {
        customer: {
          x: { nodes: [{ name: 'Beans' }] },
          y: { nodes: [{ amount: '9.9' }] },
          z: { totalCount: 3, nodes: [{ name: 'Milk' }, { name: 'Cups' }, { name: 'Beans' }] },
        },
      },
    });
    expect(adapters['crm']?.requests).toHaveLength(2);
  });

  it('pages through a whole list without losing or repeating a row, rows without a value included', async () => {
    const { run } = graph();
    for (const direction of ['ASC', 'DESC']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const result: { data?: unknown } = await run(
          `query ($after: String) { tickets(first: 1, after: $after, orderBy: [{ weight: ${direction} }]) { nodes { number } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        const { tickets } = result.data as {
          tickets: { nodes: { number: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        };
        seen.push(...tickets.nodes.map(({ number }) => number));
        after = tickets.pageInfo.hasNextPage ? tickets.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(direction === 'ASC' ? ['T3', 'T2', 'T5', 'T1'] : ['T1', 'T5', 'T2', 'T3']);
    }
  });

  it.each([
    ['pushed down', {}],
    [
      'not pushed down',
      {
        pushdown: 'none',
        ordered: false,
        limited: false,
        joins: 0,
        limitPerKey: false,
        count: false,
        pageSize: 2,
      } as const,
    ],
  ])('answers filters, orders, counts and joins alike when they are %s', async (_, weak) => {
    const { run } = graph({ adapters: { desk: weak, crm: weak } });
    const { data, errors } = await run(
      `{ tickets(first: 2, filter: { or: [{ title: { contains: "PRINTER" } }, { weight: { isNull: true } }], not: { number: { eq: "T9" } } }, orderBy: [{ title: DESC }]) { totalCount nodes { number link customer { name tickets(first: 1) { totalCount nodes { number } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      tickets: {
        totalCount: 3,
        nodes: [
          {
            number: 'T1',
            link: null,
            customer: { name: 'Kopje BV', tickets: { totalCount: 2, nodes: [{ number: 'T1' }] } },
          },
          { number: 'T2', link: null, customer: null },
        ],
      },
    });
  });

  it('refuses a scan over the bound and names the column to filter on', async () => {
    const { run } = graph({ adapters: { desk: { pushdown: 'none', pageSize: 1 } }, scanRows: 2 });
    const { errors } = await run(`{ tickets(filter: { title: { contains: "x" } }) { nodes { number } } }`);
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'QUERY_TOO_COMPLEX' },
      message: expect.stringContaining('title') as string,
    });
  });

  it('makes links from the address that the system names', async () => {
    const { run } = graph({ adapters: { desk: { instance: 'https://desk.example' } } });
    expect((await run(`{ ticket(number: "T1") { link } }`)).data).toEqual({
      ticket: { link: 'https://desk.example/t/T1' },
    });
  });
});

describe('access', () => {
  it('asks nothing upstream for a viewer without a role, and says so', async () => {
    const { run, adapters } = graph();
    const { data, errors } = await run(
      `{ tickets { nodes { number } } ticket(number: "T1") { number } }`,
      {},
      { ...AGENT, roles: new Set() },
    );
    expect(data).toEqual({ tickets: null, ticket: null });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(adapters['desk']?.requests).toHaveLength(0);
  });

  it('leaves a denied column out of the request and reports it once', async () => {
    const { run, adapters } = graph();
    const { data, errors } = await run(`{ tickets(first: 2) { nodes { number secret } } }`);
    expect(data).toEqual({
      tickets: {
        nodes: [
          { number: 'T1', secret: null },
          { number: 'T2', secret: null },
        ],
      },
    });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ['tickets', 'nodes', 0, 'secret'],
      extensions: { code: 'FORBIDDEN', affected: 1 },
    });
    expect(adapters['desk']?.requests[0]?.text).not.toContain('secret');
  });

  it.each(['filter: { secret: { eq: "s" } }', 'orderBy: [{ secret: ASC }]'])(
    'does not let a denied column be seen through %s',
    async (args) => {
      const { run, adapters } = graph();
      const { errors } = await run(`{ tickets(${args}) { nodes { number } } }`);
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      expect(adapters['desk']?.requests).toHaveLength(0);
    },
  );

  it('nor through the arguments of a list below a row', async () => {
    const { run, adapters } = graph();
    const { errors } = await run(
      `{ customers { nodes { name tickets(orderBy: [{ secret: ASC }]) { nodes { number } } } } }`,
    );
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['customers', 'nodes', 0, 'tickets'],
        extensions: { code: 'FORBIDDEN', retryable: false, affected: 0 },
      }),
    ]);
    expect(adapters['desk']?.requests.map(({ table }) => table)).toEqual(['Customer']);
  });

  it('adds a row rule to lists, counts and lookups', async () => {
    const { run } = graph();
    const contact = { ...AGENT, kind: 'contact' as const, roles: new Set<string>(), account: 'c1' };
    const { data } = await run(
      `{ tickets { totalCount nodes { number } } ticket(number: "T2") { number } }`,
      {},
      contact,
    );
    expect(data).toEqual({
      tickets: { totalCount: 2, nodes: [{ number: 'T1' }, { number: 'T3' }] },
      ticket: null,
    });
  });

  it('gives nothing to a contact without an account', async () => {
    const { run } = graph();
    const { errors } = await run(
      `{ tickets { nodes { number } } }`,
      {},
      { ...AGENT, kind: 'contact', roles: new Set() },
    );
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('separates domains: siblings and parents are not seen, by list or by id', async () => {
    const { run } = graph();
    const { data } = await run(
      `{ tickets(orderBy: [{ number: ASC }]) { nodes { number } } ticket(number: "T1") { number } }`,
      {},
      { ...AGENT, domain: 'TOP/GLOBEX' },
    );
    expect(data).toEqual({ tickets: { nodes: [{ number: 'T3' }, { number: 'T4' }] }, ticket: null });
  });
});

describe('failure', () => {
  const down = new CasegraphError('upstream-unavailable', 'The system crm does not answer.', {
    connection: 'crm',
    detail: 'secret address',
  });

  it('leaves the rest standing, with one error at the first place and the count of the others', async () => {
    const { run } = graph({ adapters: { crm: { fail: () => down } } });
    const { data, errors } = await run(
      `{ tickets { nodes { number customer { deals { nodes { name } } } } } }`,
    );
    expect(data).toMatchObject({
      tickets: {
        nodes: [{ number: 'T1', customer: { deals: null } }, {}, { customer: { deals: null } }, {}],
      },
    });
    expect(errors).toEqual([
      {
        message: 'The system crm does not answer.',
        path: ['tickets', 'nodes', 0, 'customer', 'deals'],
        locations: expect.anything() as unknown,
        extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, connection: 'crm', affected: 1 },
      },
    ]);
  });

  it('fails only the keys whose request failed', async () => {
    const { run } = graph({ adapters: { crm: { failKey: (_, key) => (key === 'K' ? down : null) } } });
    const everywhere = { ...AGENT, domain: 'TOP' };
    const { data, errors } = await run(
      `{ tickets(first: 2) { nodes { customer { deals { nodes { name } } } } } }`,
      {},
      everywhere,
    );
    expect(data).toEqual({
      tickets: {
        nodes: [{ customer: { deals: null } }, { customer: { deals: { nodes: [{ name: 'Trays' }] } } }],
      },
    });
    expect(errors).toHaveLength(1);
  });

  it('tells nobody what was thrown by accident', async () => {
    const { run } = graph({
      adapters: {
        crm: {
          fail: () => {
            throw new TypeError('password is hunter2');
          },
        },
      },
    });
    const { errors } = await run(`{ deals { nodes { name } } }`);
    expect(errors?.[0]).toMatchObject({
      message: 'Something went wrong inside the gateway.',
      extensions: { code: 'INTERNAL' },
    });
  });
});

describe('memory', () => {
  it('serves rows again for the declared seconds, to the same question only, and never keeps a failure', async () => {
    let now = 0;
    let broken = true;
    const { run, adapters } = graph({
      now: () => now,
      adapters: { crm: { fail: () => (broken ? new CasegraphError('upstream-unavailable', 'down') : null) } },
    });
    const ask = () =>
      run(`{ tickets(first: 1) { nodes { customer { deals(first: 1) { nodes { name } } } } } }`);
    expect((await ask()).errors).toHaveLength(1);
    broken = false;
    expect((await ask()).errors).toBeUndefined();
    await ask();
    expect(adapters['crm']?.requests).toHaveLength(2);
    await run(`{ tickets(first: 1) { nodes { customer { deals(first: 2) { nodes { name } } } } } }`);
    expect(adapters['crm']?.requests).toHaveLength(3);
    now = 30_001;
    await ask();
    expect(adapters['crm']?.requests).toHaveLength(4);
  });

  it('shares a read in flight, and one who leaves does not take it from the others', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { run, adapters } = graph({ adapters: { desk: { hold: () => gate } } });
    const leaving = new AbortController();
    const query = `{ tickets(first: 1) { nodes { number } } }`;
    const left = run(query, {}, AGENT, leaving.signal);
    const stayed = run(query);
    await new Promise((resolve) => setTimeout(resolve, 5));
    leaving.abort(new CasegraphError('cancelled', 'gone'));
    expect((await left).errors).toHaveLength(1);
    open();
    expect((await stayed).data).toEqual({ tickets: { nodes: [{ number: 'T1' }] } });
    expect(adapters['desk']?.requests).toHaveLength(1);
  });
});

describe('bad input', () => {
  it.each([
    [`{ tickets(first: -1) { nodes { number } } }`, 'first is -1; it is 0 to 10000.'],
    [`{ tickets(first: 10001) { nodes { number } } }`, 'first is 10001; it is 0 to 10000.'],
    [`{ tickets(after: "zzz") { nodes { number } } }`, 'This is not a cursor.'],
    [`{ ticket(id: "zzz") { number } }`, 'This is not an id of this graph.'],
    [
      `{ ticket(id: "${Buffer.from('Deal:1').toString('base64url')}") { number } }`,
      'This is the id of type Deal',
    ],
    [`{ ticket { number } }`, 'takes exactly one of id, number; 0 are given'],
    [`{ tickets(filter: { title: { contains: null } }) { nodes { number } } }`, 'isNull'],
  ])('%s is refused with what is allowed, and nothing is sent', async (query, message) => {
    const { run, adapters } = graph();
    const { errors } = await run(query);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain(message);
    expect(adapters['desk']?.requests).toHaveLength(0);
  });

  it('counts rows of pages within pages', async () => {
    const { run } = graph();
    const { errors } = await run(
      `{ customers(first: 10000) { nodes { tickets(first: 100) { nodes { number } } } } }`,
    );
    expect(errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
  });
});

describe('one field node in two places', () => {
  it('a fragment that is counted in one place and not in the other answers both', async () => {
    const { run } = graph();
    const { data, errors } = await run(
      `{ a: customer(id: "${Buffer.from('Customer:c1').toString('base64url')}") { ...F tickets(first: 1) { totalCount } } b: tickets(first: 1) { nodes { customer { ...F } } } } fragment F on Customer { tickets(first: 1) { nodes { number } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      a: { tickets: { nodes: [{ number: 'T1' }], totalCount: 2 } },
      b: { nodes: [{ customer: { tickets: { nodes: [{ number: 'T1' }] } } }] },
    });
  });
});

describe('bounds', () => {
  it('a page as large as allowed is read whole, whatever the bound of a scan', async () => {
    const { run } = graph({ adapters: { desk: { pageSize: 1 } }, scanRows: 2 });
    const { data, errors } = await run('{ tickets(first: 3) { nodes { number } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ tickets: { nodes: [{ number: 'T1' }, { number: 'T2' }, { number: 'T3' }] } });
  });

  it('lists that have to be held whole have the bound of a scan', async () => {
    const { run } = graph({ scanRows: 2 });
    const { errors } = await run('{ customers { nodes { deals(first: 1) { totalCount } } } }');
    expect(errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
  });

  it('rows are counted over all root fields together', async () => {
    const { run, adapters } = graph();
    const { errors } = await run(
      `{ ${Array.from({ length: 11 }, (_, i) => `a${i}: tickets(first: 10000) { nodes { number } }`).join(' ')} }`,
    );
    expect(errors?.some(({ extensions }) => extensions['code'] === 'QUERY_TOO_COMPLEX')).toBe(true);
    expect(adapters['desk']?.requests.length).toBeLessThan(11);
  });
});
