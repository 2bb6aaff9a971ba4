import { describe, expect, it } from 'vitest';
import { createGraphQLAdapter } from '../../../adapters/graphql/index.ts';
import type { BoundTable, ColumnType, Row } from '../../../src/contract/index.ts';
import { contractSuite } from '../suite.ts';
import { requestFor } from '../setup.ts';
import { boundTable } from '../tables.ts';
import type { Sent } from './apollo-send.ts';
import { callsToApollo } from './apollo-send.ts';
import { gatewayServer } from './gateway-server.ts';

/** Federation of two gateways: the upstream speaks the schema that this one publishes. */
const TYPES = {
  sysId: 'id',
  number: 'string',
  description: 'text',
  state: 'choice',
  active: 'boolean',
  openedAt: 'datetime',
} as const satisfies Record<string, ColumnType>;

const cells = Array.from({ length: 24 }, (_, n) => ({
  sysId: `s${String(n).padStart(2, '0')}`,
  number: n % 5 === 3 ? null : `INC00${(n * 7) % 10}`,
  description: n % 4 === 1 ? null : `It's broken ${n % 6}`,
  state: n % 6 === 2 ? null : { value: String(n % 4), label: `State ${n % 4}` },
  active: n % 7 === 0 ? null : n % 2 === 0,
  openedAt: n % 9 === 8 ? null : `2026-02-${String((n % 20) + 1).padStart(2, '0')}T10:00:00Z`,
}));

const rows: Row[] = cells.map(({ sysId, ...rest }) => ({ values: { id: sysId, ...rest } }));

const table: BoundTable = {
  ...boundTable('RemoteIncident', 'Incident', {
    id: ['id', 'sysId'],
    number: ['string', 'number'],
    description: ['text', 'description'],
    state: ['choice', 'state'],
    active: ['boolean', 'active'],
    openedAt: ['datetime', 'openedAt'],
  }),
  options: {
    list: {
      field: 'incidents',
      rows: 'nodes',
      count: 'totalCount',
      filter: { style: 'casegraph', type: 'IncidentFilter' },
      order: { style: 'casegraph', type: '[IncidentOrder!]' },
      page: { style: 'relay', size: 50 },
    },
    one: { field: 'incident', argument: 'sysId', type: 'ID' },
    choices: { state: { value: 'value', label: 'label' } },
  },
};

const log: Sent[] = [];
const server = gatewayServer(cells, TYPES);
await server.start();
const adapter = createGraphQLAdapter();
const call = callsToApollo(server, log);

contractSuite({
  name: 'graphql, a service with the schema of this gateway',
  adapter,
  table,
  call,
  rows,
  lookups: [{ column: 'number', via: 'Account.incidents' }],
  unknownKey: (number) => `nobody-${number}`,
  runs: 15,
});

describe('another gateway', () => {
  it('is asked for a hundred keys in one request', async () => {
    log.length = 0;
    const keys = Array.from({ length: 100 }, (_, n) => `s${String(n).padStart(2, '0')}`);
    const request = { ...requestFor(table, { select: { columns: ['number'], joins: {} } }), column: 'id' };
    const { results } = await adapter.readByKeys(table, request, keys, call());
    expect(results.filter((result) => 'rows' in result && result.rows.length === 1)).toHaveLength(24);
    expect(log.map(({ query }) => query)).toEqual([
      'query ($filter: IncidentFilter, $orderBy: [IncidentOrder!], $first: Int) { incidents(filter: $filter, orderBy: $orderBy, first: $first) { nodes { sysId number } pageInfo { hasNextPage endCursor } } }',
    ]);
  });
});
