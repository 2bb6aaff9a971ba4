import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CasegraphError } from '../../src/contract/index.ts';
import { AGENT, memoryGraph, type MemoryGraphOptions } from '../harness/memory-graph.ts';

const TABLES = `
type Ticket @table(label: "Ticket", plural: "tickets") @source(connection: "desk", object: "ticket") @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  number: String! @column(name: "no", unique: true)
  weight: Int @column(name: "weight")
  secret: String @column(name: "secret") @access(read: ["boss"])
  state: Choice @column(name: "state")
  tags: [String!] @column(name: "tags")
  customer: Customer @reference(column: "customer")
}
type Customer @table(label: "Customer", plural: "customers") @source(connection: "desk", object: "customer") @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name")
  tickets: TicketConnection @related(column: "customer")
  deals: DealConnection @related(column: "account")
}
type Deal @table(label: "Deal", plural: "deals") @source(connection: "crm", object: "deal") @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  name: String @column(name: "name")
}
`;
const RECORDS: MemoryGraphOptions['records'] = {
  desk: {
    ticket: [
      {
        id: 't1',
        no: 'T1',
        weight: 3,
        customer: 'c1',
        state: { value: '1', label: 'New' },
        tags: ['a', 'b'],
      },
      { id: 't2', weight: 1, customer: 'c2' },
      { id: 't3', no: 'T3', customer: 'c1', state: { value: '2', label: 'Old' } },
      { id: 't4', no: 'T4', customer: 'gone' },
    ],
    customer: [{ id: 'c1', name: 'Kopje' }, { id: 'c2' }],
  },
  crm: {
    deal: [
      { id: 'd1', name: 'Cups', account: 'c1' },
      { id: 'd2', account: 'c2' },
    ],
  },
};

/** Selections of a ticket and a customer, nested a little, with aliases, fragments and directives; some name what is denied, null or failing. */
const { ticket } = fc.letrec<{ ticket: string; customer: string }>((tie) => ({
  ticket: fc
    .array(
      fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom(
            'id',
            'number',
            'n: number',
            'weight',
            'secret',
            's: secret',
            'state { value label }',
            'state { __typename }',
            'tags',
            '__typename',
            'weight @skip(if: $yes)',
            'weight @include(if: $no)',
            '... on Node { id }',
            '...T',
          ),
        },
        { weight: 1, arbitrary: tie('customer').map((inner) => `customer { ${inner} }`) },
        {
          weight: 1,
          arbitrary: tie('customer').map((inner) => `... on Ticket { c: customer { ${inner} } }`),
        },
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((fields) => fields.join(' ')),
  customer: fc
    .array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.constantFrom(
            'id',
            'name',
            '__typename',
            'deals { nodes { name } totalCount }',
            'd: deals(first: 1) { edges { cursor node { name } } pageInfo { hasNextPage endCursor } }',
          ),
        },
        { weight: 1, arbitrary: tie('ticket').map((inner) => `tickets(first: 2) { nodes { ${inner} } }`) },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((fields) => fields.join(' ')),
}));

it('answers what graphql-js would answer, errors and nulls included', async () => {
  const failing = memoryGraph({
    tables: TABLES,
    records: RECORDS,
    adapters: {
      crm: { failKey: (_, key) => (key === 'c1' ? new CasegraphError('upstream-timeout', 'slow') : null) },
    },
  });
  const roots = fc.constantFrom(
    'tickets { nodes { X } totalCount }',
    'tickets(first: 2) { edges { node { X } } }',
    'ticket(number: "T1") { X }',
    'a: ticket(number: "T9") { X } b: ticket(number: "T3") { X }',
    'x: node(id: "bad") { ... on Ticket { X } } viewer { name roles }',
  );
  await fc.assert(
    fc.asyncProperty(roots, ticket, async (root, selection) => {
      const query = `query ($yes: Boolean = true, $no: Boolean = false) { ${root.replaceAll('X', `${selection} ...T`)} } fragment T on Ticket { f: id }`;
      const [ours, theirs] = [await failing.run(query), await failing.reference(query)];
      if (ours.data === undefined) return; // Refused by validation before either executes.
      const byPath = (a: { path?: unknown }, b: { path?: unknown }): number =>
        JSON.stringify(a.path).localeCompare(JSON.stringify(b.path));
      expect(JSON.parse(JSON.stringify(ours.data))).toEqual(JSON.parse(JSON.stringify(theirs.data)));
      expect([...(ours.errors ?? [])].sort(byPath)).toEqual([...(theirs.errors ?? [])].sort(byPath));
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('hands an error in a field that cannot be null to the field above', async () => {
  const { run } = memoryGraph({ tables: TABLES, records: RECORDS });
  const { data, errors } = await run('{ tickets { nodes { id number } } }', {}, AGENT);
  expect(data).toEqual({ tickets: null });
  expect(errors?.[0]).toMatchObject({ path: ['tickets', 'nodes', 1, 'number'] });
});

it('coerces variables as graphql-js does', async () => {
  const { run, reference } = memoryGraph({ tables: TABLES, records: RECORDS });
  for (const variables of [{ n: 'x' }, { n: 1.5 }, {}, { n: 1 }]) {
    const query = 'query ($n: Int!) { tickets(first: $n) { nodes { weight } } }';
    expect(await run(query, variables)).toEqual(await reference(query, variables));
  }
});
