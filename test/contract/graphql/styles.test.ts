import { describe, expect, it } from 'vitest';
import { createGraphQLAdapter } from '../../../adapters/graphql/index.ts';
import type { BoundTable, Call, Filter, Order, SendRequest } from '../../../src/contract/index.ts';
import { requestFor } from '../setup.ts';
import { boundTable } from '../tables.ts';

const adapter = createGraphQLAdapter({ path: '/v1/graphql' });
const base = boundTable('Ticket', 'Ticket', {
  id: ['id', 'id'],
  title: ['string', 'title'],
  weight: ['decimal', 'weight'],
  size: ['integer', 'size'],
});

/** A table of tickets whose list is declared so. */
function tickets(list: Record<string, unknown>, more: Record<string, unknown> = {}): BoundTable {
  const table = {
    ...base,
    options: { list: { field: 'tickets', ...list }, one: { field: 'ticket' }, ...more },
  };
  expect(adapter.check(table)).toEqual([]);
  return table;
}

function variablesOf(table: BoundTable, filter: Filter | null, order: Order[]): unknown {
  const select = { columns: ['id'], joins: {} };
  const request = { ...requestFor(table, { select, filter }), order };
  const plan = adapter.plan(table, request);
  return {
    ...(JSON.parse(plan.text.split('\n')[1] ?? '') as object),
    ordered: plan.ordered,
    residual: plan.residual,
  };
}

const byTitle: Order[] = [
  { column: 'title', direction: 'desc' },
  { column: 'id', direction: 'asc' },
];

describe('an order', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    [
      'objects',
      { type: '[O!]', columns: ['title', 'id'], directions: { desc: 'desc_nulls_last' } },
      [{ title: 'desc_nulls_last' }, { id: 'ASC' }],
    ],
    [
      'fields',
      { type: '[O!]', columns: { title: 'TITLE', id: 'ID' }, names: { direction: 'dir' } },
      [
        { field: 'TITLE', dir: 'DESC' },
        { field: 'ID', dir: 'ASC' },
      ],
    ],
    [
      'fields',
      { type: 'O', columns: { title: 'TITLE' }, tiebreak: true },
      { field: 'TITLE', direction: 'DESC' },
    ],
  ])('of the style %s is written %j', (style, order, written) => {
    const table = tickets({ order: { argument: 'sort', style, ...order } });
    expect(variablesOf(table, null, byTitle)).toMatchObject({ sort: written, ordered: true });
  });

  it('that takes one value is not kept for two', () => {
    const order = { argument: 'sort', style: 'fields', type: 'O', columns: { title: 'TITLE', id: 'ID' } };
    expect(variablesOf(tickets({ order }), null, byTitle)).toMatchObject({
      sort: { field: 'ID', direction: 'ASC' },
      ordered: false,
    });
  });
});

describe('a flat filter', () => {
  const columns = {
    id: { in: { name: 'ids' } },
    title: { eq: { name: 'title' } },
    weight: { as: 'number', operators: { gte: { name: 'minWeight' } } },
  };
  const table = tickets({ filter: { style: 'flat', argument: 'where', type: 'W', columns } });
  const eq = (value: string): Filter => ({ op: 'eq', column: 'title', value });

  it('holds each test once and leaves the rest to the engine', () => {
    const heavy: Filter = { op: 'gte', column: 'weight', value: '12.50' };
    expect(variablesOf(table, { op: 'and', all: [eq('a'), heavy, eq('b')] }, [])).toEqual({
      where: { title: 'a', minWeight: 12.5 },
      ordered: true,
      residual: eq('b'),
    });
    expect(variablesOf(table, { op: 'or', any: [eq('a'), eq('b')] }, [])).toMatchObject({
      residual: { op: 'or' },
    });
  });

  it('does not take a number that a float would change, or an integer beyond 32 bits', () => {
    const fine: Filter = { op: 'gte', column: 'weight', value: '0.10000000000000000001' };
    expect(variablesOf(table, fine, [])).toMatchObject({ residual: fine });
    const big: Filter = { op: 'eq', column: 'size', value: 3_000_000_000 };
    expect(
      variablesOf(
        tickets({
          filter: { style: 'nested', argument: 'f', type: 'F', columns: { id: ['in'], size: ['eq'] } },
        }),
        big,
        [],
      ),
    ).toMatchObject({ residual: big });
  });
});

describe('a field', () => {
  function answering(json: unknown, log: SendRequest[]): Call {
    const response = { status: 200, headers: {}, json, text: '', instance: 'https://x.example' };
    const send = (request: SendRequest) => Promise.resolve((log.push(request), response));
    return { send, signal: new AbortController().signal, now: Date.now };
  }

  it('has fixed arguments, and a fragment where it holds other types too', async () => {
    const log: SendRequest[] = [];
    const table = tickets({
      field: 'search',
      rows: 'nodes',
      fragment: true,
      arguments: { kind: { type: 'Kind!', value: 'TICKET' } },
    });
    const nodes = [{ __typename: 'Ticket', id: '1' }, { __typename: 'User' }];
    const plan = adapter.plan(table, requestFor(table, { select: { columns: ['id'], joins: {} } }));
    const page = await adapter.read(table, plan, answering({ data: { search: { nodes } } }, log));
    expect(page.rows).toEqual([{ values: { id: '1' } }]);
    expect(log).toMatchObject([
      {
        path: '/v1/graphql',
        idempotent: true,
        json: {
          query: 'query ($kind: Kind!) { search(kind: $kind) { nodes { __typename ... on Ticket { id } } } }',
          variables: { kind: 'TICKET' },
        },
      },
    ]);
  });

  it('of one row may be an interface', async () => {
    const log: SendRequest[] = [];
    const table = tickets({}, { one: { field: 'node', fragment: true } });
    const data = { k0: { __typename: 'Ticket', id: '1' }, k1: { __typename: 'User' } };
    const request = { ...requestFor(table, { select: { columns: ['id'], joins: {} } }), column: 'id' };
    const { results } = await adapter.readByKeys(table, request, ['1', '2'], answering({ data }, log));
    expect(results).toEqual([
      { rows: [{ values: { id: '1' } }], more: false },
      { rows: [], more: false },
    ]);
  });

  it('by offsets goes on as long as its exact number says', async () => {
    const table = tickets({ rows: 'items', count: 'total', page: { style: 'offset', size: 100 } });
    const plan = adapter.plan(table, requestFor(table, { select: { columns: ['id'], joins: {} } }));
    const read = (total: unknown) =>
      adapter.read(
        table,
        plan,
        answering({ data: { tickets: { items: [{ id: '1' }, { id: '2' }], total } } }, []),
      );
    expect((await read(3)).next).toBe('2:2');
    expect((await read(2)).next).toBeNull();
  });
});
