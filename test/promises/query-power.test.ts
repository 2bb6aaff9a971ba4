import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemoryOptions, MemoryRecord } from '../../adapters/memory/index.ts';
import { AGENT, memoryGraph, type MemoryGraph, type MemoryGraphOptions } from '../harness/memory-graph.ts';

const TABLES = `
type Ticket
  @table(label: "Ticket", plural: "tickets")
  @source(connection: "desk", object: "ticket")
  @separated(column: "domain")
  @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  number: String @column(name: "id")
  title: String @column(name: "title")
  weight: Int @column(name: "weight")
  customer: Customer @reference(column: "customer")
  parent: Ticket @reference(column: "parent", join: false)
  secretCustomer: Customer @reference(column: "secret") @access(read: ["boss"])
}
type Customer
  @table(label: "Customer", plural: "customers")
  @source(connection: "desk", object: "customer")
  @separated(column: "domain")
  @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  number: String @column(name: "id")
  name: String @column(name: "name")
  rating: String @column(name: "rating") @access(read: ["boss"])
  tickets: TicketConnection @related(column: "customer")
  deals: DealConnection @related(column: "account", from: "crmId", via: "Account.Deals")
  crmId: ID @column(name: "crm_id")
}
type Deal
  @table(label: "Deal", plural: "deals")
  @source(connection: "crm", object: "deal")
  @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  number: String @column(name: "id")
  name: String @column(name: "name")
  amount: Decimal @column(name: "amount")
  customer: Customer @reference(column: "account", to: "crmId")
}
type Wage
  @table(label: "Wage", plural: "wages")
  @source(connection: "desk", object: "wage")
  @access(read: ["boss"]) {
  id: ID! @key(column: "id")
  customer: Customer @reference(column: "customer")
}
extend type Customer { wages: WageConnection @related(column: "customer") }
`;

const RECORDS: Readonly<{
  desk: Readonly<Record<'customer' | 'ticket' | 'wage', readonly MemoryRecord[]>>;
  crm: Readonly<Record<'deal', readonly MemoryRecord[]>>;
}> = {
  desk: {
    customer: [
      { id: 'c1', name: 'Kopje BV', rating: 'A', crm_id: 'K', domain: 'acme' },
      { id: 'c2', name: 'Ume AB', rating: 'B', crm_id: 'U', domain: 'acme' },
      // In a domain that the viewer does not see.
      { id: 'c3', name: 'Hidden AG', rating: 'A', crm_id: 'H', domain: 'globex' },
      { id: 'c4', name: 'kopje-Nord', rating: null, crm_id: null, domain: 'global' },
    ],
    ticket: [
      { id: 't1', title: 'Fire', weight: 3, customer: 'c1', domain: 'acme' },
      { id: 't2', title: 'Cold', weight: 1, customer: 'c2', parent: 't1', domain: 'acme' },
      { id: 't3', title: 'Wet', weight: 1, customer: 'c3', parent: 't2', domain: 'acme' },
      { id: 't4', title: 'Dry', weight: null, parent: 't4', domain: 'acme' },
      { id: 't5', title: 'Hidden', weight: 9, customer: 'c2', domain: 'globex' },
      { id: 't6', title: 'Fire', weight: 2, customer: 'c4', parent: 't5', domain: 'acme' },
    ],
    wage: [{ id: 'w1', customer: 'c1' }],
  },
  crm: {
    deal: [
      { id: 'd1', name: 'Cups', amount: '10.10', account: 'K' },
      { id: 'd2', name: 'Beans', amount: '9.9', account: 'K' },
      { id: 'd3', name: 'Milk', amount: '100', account: 'H' },
      { id: 'd4', name: 'Trays', amount: null, account: 'U' },
      { id: 'd5', name: 'Loose', amount: '1', account: null },
    ],
  },
};

const SYSTEMS: readonly (readonly [string, MemoryOptions])[] = [
  ['pushed down', {}],
  [
    'applied by the engine',
    { pushdown: 'none', ordered: false, limited: false, limitPerKey: false, joins: 0 },
  ],
];

function graph(system: MemoryOptions = {}, options: Partial<MemoryGraphOptions> = {}): MemoryGraph {
  const adapters = { desk: system, crm: system };
  return memoryGraph({ tables: TABLES, records: RECORDS, adapters, ...options });
}

interface List {
  readonly nodes: readonly { readonly number: string }[];
  readonly totalCount: number;
}

async function numbers({ run }: MemoryGraph, list: string, filter: string): Promise<string> {
  const { data, errors } = await run(`{ ${list}(filter: ${filter}) { totalCount nodes { number } } }`);
  expect(errors).toBeUndefined();
  const { nodes, totalCount } = data?.[list] as List;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ number }) => number).join(' ');
}

describe.each(SYSTEMS)('filters through relations, %s', (_, system) => {
  const shared = graph(system);
  it.each<[string, string, string, string]>([
    ['a reference', 'tickets', '{ customer: { name: { contains: "KOPJE" } } }', 't1 t6'],
    [
      'a reference to a hidden row leads nowhere',
      'tickets',
      '{ customer: { name: { contains: "Hidden" } } }',
      '',
    ],
    [
      'none of it, hidden and empty ones included',
      'tickets',
      '{ not: { customer: { name: { contains: "Kopje" } } } }',
      't2 t3 t4',
    ],
    [
      'a negative test still needs a row to hold for',
      'tickets',
      '{ customer: { name: { ne: "Ume AB" } } }',
      't1 t6',
    ],
    ['empty', 'tickets', '{ customer: { isNull: true } }', 't4'],
    ['not empty', 'tickets', '{ customer: { isNull: false } }', 't1 t2 t3 t6'],
    ['not empty, said otherwise', 'tickets', '{ not: { customer: { isNull: true } } }', 't1 t2 t3 t6'],
    ['not empty and more', 'tickets', '{ customer: { isNull: false, name: { startsWith: "u" } } }', 't2'],
    ['nothing asked', 'tickets', '{ customer: {} }', 't1 t2 t3 t4 t6'],
    ['anything that can be seen', 'tickets', '{ customer: { and: [] } }', 't1 t2 t6'],
    ['two references away', 'tickets', '{ parent: { customer: { name: { eq: "kopje bv" } } } }', 't2'],
    ['the row itself', 'tickets', '{ parent: { parent: { parent: { weight: { isNull: true } } } } }', 't4'],
    ['a hidden row in between', 'tickets', '{ parent: { title: { eq: "Hidden" } } }', ''],
    ['a list, some', 'customers', '{ tickets: { some: { title: { eq: "fire" } } } }', 'c1 c4'],
    ['a list, any', 'customers', '{ tickets: { some: {} } }', 'c1 c2 c4'],
    ['a list, none', 'customers', '{ tickets: { none: { weight: { lte: 2 } } } }', 'c1'],
    [
      'a list, none: hidden rows are not there',
      'customers',
      '{ tickets: { none: { weight: { gt: 5 } } } }',
      'c1 c2 c4',
    ],
    ['some and none', 'customers', '{ tickets: { some: {}, none: { title: { eq: "Fire" } } } }', 'c2'],
    ['not of some', 'customers', '{ not: { tickets: { some: { title: { eq: "fire" } } } } }', 'c2'],
    [
      'not of some and none',
      'customers',
      '{ not: { tickets: { some: {}, none: { title: { eq: "Fire" } } } } }',
      'c1 c4',
    ],
    ['another system', 'customers', '{ deals: { some: { amount: { gte: "10" } } } }', 'c1'],
    ['from the other system', 'deals', '{ customer: { tickets: { some: { weight: { eq: 1 } } } } }', 'd4'],
    [
      'beside other tests',
      'tickets',
      '{ weight: { gte: 2 }, or: [{ customer: { deals: { some: { name: { eq: "Beans" } } } } }, { title: { eq: "Dry" } }] }',
      't1',
    ],
    [
      'in an or',
      'tickets',
      '{ or: [{ title: { eq: "dry" } }, { customer: { name: { eq: "Ume AB" } } }] }',
      't2 t4',
    ],
  ])('%s', async (__, list, filter, expected) => {
    expect(await numbers(shared, list, filter)).toBe(expected);
  });

  it('also filter a related list, for all parents together', async () => {
    const { run, adapters } = graph(system);
    const { data, errors } = await run(
      '{ customers { nodes { number tickets(last: 1, filter: { customer: { deals: { some: { name: { eq: "Cups" } } } } }) { totalCount nodes { number } } } } }',
    );
    expect(errors).toBeUndefined();
    expect((data?.['customers'] as { nodes: unknown }).nodes).toEqual([
      { number: 'c1', tickets: { totalCount: 1, nodes: [{ number: 't1' }] } },
      { number: 'c2', tickets: { totalCount: 0, nodes: [] } },
      { number: 'c4', tickets: { totalCount: 0, nodes: [] } },
    ]);
    expect(adapters['crm']?.requests).toHaveLength(1);
    expect(adapters['desk']?.requests.length).toBeLessThanOrEqual(3);
  });

  it('page like any other filter', async () => {
    const filter = 'filter: { customer: { isNull: false, and: [] } }, orderBy: [{ title: ASC }]';
    const { data } = await shared.run(
      `{ tickets(last: 2, ${filter}) { nodes { number } pageInfo { startCursor } } }`,
    );
    const { nodes, pageInfo } = data?.['tickets'] as List & { pageInfo: { startCursor: string } };
    expect(nodes.map(({ number }) => number)).toEqual(['t1', 't6']);
    const before = await shared.run(
      `{ tickets(last: 2, before: "${pageInfo.startCursor}", ${filter}) { nodes { number } } }`,
    );
    expect(before.data).toEqual({ tickets: { nodes: [{ number: 't2' }] } });
  });
});

describe('requests', () => {
  const asked = ({ adapters }: MemoryGraph): number =>
    adapters['desk']!.requests.length + adapters['crm']!.requests.length;
  const nodes = (list: string, filter: string): string =>
    `{ ${list}(filter: ${filter}) { nodes { number } } }`;
  const named = '{ customer: { name: { contains: "kopje" } } }';

  it.each<[string, string, string, number]>([
    ['a reference', 'tickets', named, 1],
    ['references one behind the other', 'tickets', `{ parent: ${named} }`, 2],
    ['a reference in an or', 'tickets', `{ or: [${named}, { title: { eq: "Dry" } }] }`, 1],
    ['none of what it leads to', 'tickets', `{ not: ${named} }`, 1],
    ['a list', 'customers', '{ tickets: { some: { title: { eq: "Fire" } } } }', 2],
    ['a reference of a list', 'customers', `{ tickets: { some: ${named} } }`, 2],
    ['another system', 'deals', named, 2],
  ])('%s: as few as the system allows', async (_, list, filter, most) => {
    const follows = graph();
    const reads = graph({ related: false });
    const [first, second] = [await follows.run(nodes(list, filter)), await reads.run(nodes(list, filter))];
    expect(first.errors).toBeUndefined();
    expect(first).toEqual(second);
    expect(asked(follows)).toBe(most);
    expect(asked(reads)).toBeGreaterThanOrEqual(most);
  });

  it('a related list with its filter is one more', async () => {
    const query = `{ customers { nodes { tickets(filter: ${named}) { nodes { number } } } } }`;
    const [follows, reads] = [graph(), graph({ related: false })];
    expect(await follows.run(query)).toEqual(await reads.run(query));
    expect([asked(follows), asked(reads)]).toEqual([2, 3]);
  });

  it('the related rows are read where the system reads in the name of the viewer: its own rules may hide some', async () => {
    const own = graph({}, { identity: (_, { subject }) => `viewer:${subject}` });
    await own.run(nodes('tickets', named));
    expect(asked(own)).toBe(2);
  });

  it('carry all that the viewer may see of the related rows', async () => {
    const { run, adapters } = graph();
    await run(nodes('tickets', named));
    expect(adapters['desk']!.requests[0]!.text).toContain(
      'some customer where (name contains "kopje" and #domain in ["global","acme"])',
    );
  });
});

describe('what may not be seen is not filtered on', () => {
  it.each<[string, string, RegExp]>([
    [
      'a column of the related row',
      'tickets(filter: { customer: { rating: { eq: "A" } } })',
      /filter or sort Customer by rating/,
    ],
    [
      'a column two relations away',
      'tickets(filter: { parent: { customer: { rating: { eq: "A" } } } })',
      /filter or sort Customer by rating/,
    ],
    [
      'inside not and or',
      'tickets(filter: { or: [{ not: { customer: { rating: { isNull: true } } } }] })',
      /filter or sort Customer by rating/,
    ],
    [
      'a column of the rows of a list',
      'deals(filter: { customer: { tickets: { none: { secretCustomer: { name: { eq: "x" } } } } } })',
      /filter Ticket by secretCustomer/,
    ],
    [
      'whether a hidden reference is empty',
      'tickets(filter: { secretCustomer: { isNull: true } })',
      /filter Ticket by secretCustomer/,
    ],
    ['a table', 'customers(filter: { wages: { some: {} } })', /may not read Wage/],
  ])('%s', async (_, field, message) => {
    const { run, adapters } = graph();
    const { data, errors } = await run(`{ ${field} { nodes { number } } }`);
    expect(data).toEqual({ [field.split('(')[0]!]: null });
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(message) as string,
        extensions: { code: 'FORBIDDEN', retryable: false },
      }),
    ]);
    expect([...adapters['desk']!.requests, ...adapters['crm']!.requests]).toEqual([]);
  });

  it('nor in the filter of a related list, whose row still stands', async () => {
    const { data, errors } = await graph().run(
      '{ customers(first: 1) { nodes { number tickets(filter: { customer: { rating: { eq: "A" } } }) { nodes { number } } } } }',
    );
    expect(data).toEqual({ customers: { nodes: [{ number: 'c1', tickets: null }] } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('but by whoever may', async () => {
    const boss = { ...AGENT, roles: new Set(['agent', 'boss']) };
    const { data } = await graph().run(
      '{ tickets(filter: { customer: { rating: { eq: "A" } } }) { nodes { number } } }',
      {},
      boss,
    );
    expect(data).toEqual({ tickets: { nodes: [{ number: 't1' }] } });
  });
});

describe('bounds', () => {
  const many = (count: number): MemoryGraphOptions['records'] => ({
    ...RECORDS,
    desk: {
      ...RECORDS.desk,
      ticket: Array.from({ length: count }, (_, index) => ({
        id: `t${index}`,
        title: `x${index}`,
        weight: index,
        customer: 'c1',
        domain: 'acme',
      })),
    },
  });
  const bounded = (system: MemoryOptions) =>
    graph({ pageSize: 4, ...system }, { records: many(30), scanRows: 10 });

  it.each<[string, MemoryOptions, string, RegExp]>([
    [
      'a filter that the system cannot apply',
      { pushdown: 'none' },
      '{ tickets(first: 2, filter: { weight: { gt: 99 } }) { nodes { number } } }',
      /^Ticket: .*weight.* cannot be filtered in the owning system, and more than 10 rows/,
    ],
    [
      'an order that the system cannot keep',
      { ordered: false, limited: false },
      '{ tickets(first: 2, orderBy: [{ title: ASC }]) { nodes { number } } }',
      /^Ticket: title.* cannot be sorted in the owning system, and more than 10 rows/,
    ],
    [
      'the same below a row',
      { pushdown: ({ column }) => column !== 'weight' },
      '{ customers(first: 1) { nodes { tickets(first: 2, filter: { weight: { gt: 99 } }) { nodes { number } } } } }',
      /^Ticket: weight cannot be filtered in the owning system, and 30 rows would have to be held/,
    ],
    [
      'an order below a row',
      { ordered: false, limited: false },
      '{ customers(first: 1) { nodes { tickets(first: 2, orderBy: [{ title: ASC }]) { nodes { number } } } } }',
      /^Ticket: title, id cannot be sorted in the owning system, and 30 rows/,
    ],
    [
      'more related rows than can be held',
      {},
      '{ customers(filter: { tickets: { some: { weight: { gte: 0 } } } }) { nodes { number } } }',
      /^Customer: the filter leads through more than 10 rows of Ticket/,
    ],
    [
      'related rows that must be searched',
      { pushdown: ({ column }) => column !== 'weight' },
      '{ customers(filter: { tickets: { some: { weight: { gt: 99 } } } }) { nodes { number } } }',
      /^Ticket: weight cannot be filtered in the owning system, and more than 10 rows/,
    ],
    [
      'more relations than allowed',
      {},
      '{ tickets(filter: { parent: { parent: { parent: { parent: { parent: { parent: { weight: { eq: 1 } } } } } } } }) { nodes { number } } }',
      /leads through more than 5 relations; parent is one too many/,
    ],
    [
      'side by side as well',
      {},
      `{ tickets(filter: { or: [${'{ parent: { weight: { eq: 1 } } }, '.repeat(6)}] }) { nodes { number } } }`,
      /leads through more than 5 relations/,
    ],
  ])('%s: an error that says what, and no rows', async (_, system, query, message) => {
    const { data, errors } = await bounded(system).run(query);
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(message) as string,
        extensions: expect.objectContaining({ code: 'QUERY_TOO_COMPLEX' }) as object,
      }),
    ]);
    expect(JSON.stringify(data)).not.toContain('"number":"t');
  });

  it('hold for what would have to be read, not for what there is', async () => {
    const { data, errors } = await bounded({}).run(
      '{ customers(filter: { tickets: { some: { weight: { lt: 10 } } } }) { nodes { number } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ customers: { nodes: [{ number: 'c1' }] } });
  });
});

describe('totalCount', () => {
  const operations = ({ adapters }: MemoryGraph): string[] =>
    adapters['desk']!.requests.map(({ operation }) => operation);

  it.each([
    ['{ tickets(first: 1) { nodes { number } pageInfo { hasNextPage } } }', ['read']],
    [
      'query ($no: Boolean = false) { tickets(first: 1) { totalCount @include(if: $no) nodes { number } } }',
      ['read'],
    ],
    ['{ tickets(first: 1) { totalCount nodes { number } } }', ['count', 'read']],
    ['{ tickets(first: 0) { totalCount } }', ['count']],
  ])('is asked for only where it is selected: %s', async (query, expected) => {
    const asked = graph();
    expect((await asked.run(query)).errors).toBeUndefined();
    expect(operations(asked).toSorted()).toEqual(expected);
  });

  it('of each parent is the number of its own rows, and only then the lists are read whole', async () => {
    const asked = graph();
    const list = (fields: string) =>
      `{ customers { nodes { tickets(first: 1, orderBy: [{ weight: ASC }]) { ${fields} } } } }`;
    const { data } = await asked.run(list('totalCount nodes { number }'));
    expect((data?.['customers'] as { nodes: unknown }).nodes).toEqual([
      { tickets: { totalCount: 1, nodes: [{ number: 't1' }] } },
      { tickets: { totalCount: 1, nodes: [{ number: 't2' }] } },
      { tickets: { totalCount: 1, nodes: [{ number: 't6' }] } },
    ]);
    await asked.run(list('nodes { number }'));
    const texts = asked.adapters['desk']!.requests.filter(({ operation }) => operation === 'readByKeys').map(
      ({ text }) => text,
    );
    expect(texts).toEqual([expect.not.stringMatching(/limit 1\b/i), expect.stringMatching(/limit 1\b/i)]);
  });
});

type Input = Readonly<Record<string, unknown>>;
type Rec = Readonly<Record<string, unknown>>;

/** Who sees what, and how tables hang together, written down once more and evaluated row by row. */
const SEEN: Readonly<Record<string, readonly Rec[]>> = {
  ticket: RECORDS.desk.ticket.filter(({ domain }) => domain !== 'globex'),
  customer: RECORDS.desk.customer.filter(({ domain }) => domain !== 'globex'),
  deal: RECORDS.crm.deal,
};
const RELATIONS: Readonly<
  Record<string, Readonly<Record<string, readonly [string, string, string, 'one' | 'many']>>>
> = {
  ticket: { customer: ['customer', 'customer', 'id', 'one'], parent: ['parent', 'ticket', 'id', 'one'] },
  customer: { tickets: ['id', 'ticket', 'customer', 'many'], deals: ['crm_id', 'deal', 'account', 'many'] },
  deal: { customer: ['account', 'customer', 'crm_id', 'one'] },
};

function holds(table: string, row: Rec, input: Input): boolean {
  return Object.entries(input).every(([name, value]) => {
    if (name === 'and') return (value as Input[]).every((part) => holds(table, row, part));
    if (name === 'or') return (value as Input[]).some((part) => holds(table, row, part));
    if (name === 'not') return !holds(table, row, value as Input);
    const relation = RELATIONS[table]?.[name];
    if (relation === undefined) return cellHolds(row[name] ?? null, value as Input);
    const [own, target, other, kind] = relation;
    const mine = row[own] ?? null;
    const related = SEEN[target]!.filter((candidate) => mine !== null && candidate[other] === mine);
    const some = (filter: Input): boolean => related.some((candidate) => holds(target, candidate, filter));
    if (kind === 'many')
      return Object.entries(value as Input).every(
        ([test, filter]) => some(filter as Input) === (test === 'some'),
      );
    const { isNull, ...rest } = value as Input;
    if (isNull !== undefined && (mine === null) !== isNull) return false;
    return Object.keys(rest).length === 0 || some(rest);
  });
}

function cellHolds(cell: unknown, tests: Input): boolean {
  return Object.entries(tests).every(([op, operand]) => {
    if (op === 'isNull') return (cell === null) === operand;
    if (op === 'ne') return cell !== operand;
    if (cell === null) return false;
    if (op === 'gt') return Number(cell) > Number(operand);
    if (op === 'contains') return (cell as string).toLowerCase().includes(String(operand).toLowerCase());
    return cell === operand;
  });
}

const leaves: Readonly<Record<string, fc.Arbitrary<Input>>> = {
  ticket: fc.oneof(
    fc.record({ weight: fc.constantFrom({ gt: 1 }, { eq: 1 }, { ne: 3 }, { isNull: true }) }),
    fc.record({ title: fc.constantFrom({ contains: 'I' }, { eq: 'Fire' }) }),
  ),
  customer: fc.record({ name: fc.constantFrom({ contains: 'kopje' }, { ne: 'Ume AB' }, { isNull: false }) }),
  deal: fc.oneof(
    fc.record({ amount: fc.constantFrom({ gt: '9.95' }, { isNull: true }) }),
    fc.record({ name: fc.constantFrom({ contains: 's' }, { eq: 'Milk' }) }),
  ),
};

const inputs = fc.letrec<Record<string, Input>>((tie) =>
  Object.fromEntries(
    Object.entries(RELATIONS).map(([table, relations]) => {
      const through = Object.entries(relations).map(([name, [, target, , kind]]) => {
        const below =
          kind === 'one'
            ? fc.oneof(tie(target), fc.record({ isNull: fc.boolean() }))
            : fc.oneof(fc.record({ some: tie(target) }), fc.record({ none: tie(target) }));
        return below.map((input) => ({ [name]: input }));
      });
      const parts = fc.array(tie(table), { maxLength: 2 });
      const composed = [
        parts.map((and) => ({ and })),
        parts.map((or) => ({ or })),
        tie(table).map((not) => ({ not })),
      ];
      return [table, fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaves[table]!, ...through, ...composed)];
    }),
  ),
);

describe.each(SYSTEMS)('any filter through relations, %s', (_, system) => {
  const shared = graph(system);
  it.each([
    ['tickets', 'ticket'],
    ['customers', 'customer'],
    ['deals', 'deal'],
  ] as const)('finds the %s that looking at each row would find', (list, table) =>
    fc.assert(
      fc.asyncProperty(inputs[table]!, async (filter) => {
        const type = `${table.charAt(0).toUpperCase()}${table.slice(1)}Filter`;
        const { data, errors } = await shared.run(
          `query ($filter: ${type}) { ${list}(filter: $filter) { nodes { number } } }`,
          { filter },
        );
        if (errors?.[0]?.message.includes('more than 5 relations')) return;
        expect(errors).toBeUndefined();
        const expected = SEEN[table]!.filter((row) => holds(table, row, filter)).map(({ id }) => id);
        expect((data?.[list] as List).nodes.map(({ number }) => number)).toEqual(expected);
      }),
      { numRuns: 150 },
    ),
  );
});
