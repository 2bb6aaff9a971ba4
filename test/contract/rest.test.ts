import { readFileSync } from 'node:fs';
import { Source } from 'graphql';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createRestAdapter } from '../../adapters/rest/index.ts';
import type { BoundTable } from '../../src/contract/index.ts';
import { buildCatalog } from '../../src/graphql/declaration/catalog.ts';
import { parseSources } from '../../src/graphql/declaration/read.ts';
import { batches } from './checks/batches.ts';
import { hostile } from './checks/hostile.ts';
import { ask } from './reading.ts';
import { INCIDENTS } from './rest/incident-data.ts';
import { incidentServer } from './rest/incident-server.ts';
import { INCIDENT, incidentRow } from './rest/incident-table.ts';
import { SHIPMENTS, shipmentServer } from './rest/shipment-server.ts';
import { type ContractSetup, requestFor } from './setup.ts';
import { contractSuite } from './suite.ts';
import { boundTable } from './tables.ts';

const adapter = createRestAdapter();
const incidents = await incidentServer(INCIDENTS);
const shipments = await shipmentServer();
afterAll(() => Promise.all([incidents.close(), shipments.close()]));

const keys = {
  column: 'id',
  path: '/by-number',
  query: { numbers: '{keys}' },
  rows: 'data',
  list: 'comma',
  max: 20,
};
const search = {
  path: '/search',
  method: 'POST',
  body: { where: { state: '{state}', carrier: '{carrier}' }, paging: { from: '{from}', size: '{size}' } },
  rows: 'hits.items',
  page: { style: 'offset', size: 10, sizeParam: 'size', offsetParam: 'from', total: 'hits.total' },
  filters: { state: { in: 'state', eq: 'state' }, carrier: { eq: 'carrier' } },
};

function shipment(list: object): BoundTable {
  const table = boundTable('Shipment', 'shipments', {
    id: ['id', 'number'],
    state: ['choice', 'state'],
    carrier: ['reference', 'carrier.code'],
    weight: ['decimal', 'weight'],
    sent: ['date', 'sent'],
  });
  return { ...table, options: { list, keys } };
}

const shipmentRows = SHIPMENTS.map(({ number, state, carrier, weight, sent }) => ({
  values: {
    id: String(number),
    state: state === null ? null : { value: state, label: state },
    carrier: carrier.code,
    weight: weight.replace(/0$/, ''),
    sent,
  },
}));

contractSuite({
  name: 'rest, incidents of incident.io',
  adapter,
  table: INCIDENT,
  call: incidents.call,
  rows: INCIDENTS.map(incidentRow),
  lookups: [{ column: 'severityId' }],
  unknownKey: (number) => `01FDNOBODY${number}`,
  runs: 15,
});

contractSuite({
  name: 'rest, shipments by POST',
  adapter,
  table: shipment(search),
  call: shipments.call,
  rows: shipmentRows,
  lookups: [{ column: 'carrier' }],
  unknownKey: (number) => String(900_000 + number),
  runs: 15,
});

const styles: [string, object, number][] = [
  // The service gives 10 where 25 are asked for: only an empty page ends the list.
  ['offset', { style: 'offset', size: 25, sizeParam: 'limit', offsetParam: 'skip' }, 6],
  ['offset', { style: 'offset', size: 10, sizeParam: 'limit', offsetParam: 'skip', short: 'last' }, 5],
  ['page', { style: 'page', pageParam: 'page', more: 'has_more' }, 5],
  ['linked', { style: 'link' }, 5],
];

for (const [path, page, requests] of styles)
  contractSuite({
    name: `rest, shipments by pages of style ${path} (${requests} pages)`,
    adapter,
    table: shipment({ path: `/${path}`, page, ...(path === 'linked' ? {} : { rows: 'data' }) }),
    call: shipments.call,
    rows: shipmentRows,
    unknownKey: (number) => String(900_000 + number),
    runs: 5,
    skip: Object.fromEntries(
      hostile.map(({ name }) => [name, 'no value is sent: the list has no filters; see the lists that have']),
    ),
  });

const many = (way: object) => ({
  name: 'rest',
  table: { ...shipment(search), options: { list: search, keys: { column: 'id', rows: 'data', ...way } } },
  call: shipments.call,
  rows: shipmentRows,
  unknownKey: (number: number) => String(900_000 + number),
});

describe('batches', () => {
  const headers = [{ name: 'x-api-version', value: '2' }];
  const setups: [string, ContractSetup][] = [
    [
      'keys between commas',
      {
        ...many({ path: '/many', query: { number: '{keys}' }, list: 'comma', headers }),
        adapter: createRestAdapter({ maxTargetBytes: 3_000 }),
        batches: { call: shipments.call, targetBytes: 3_000 },
      },
    ],
    [
      'a parameter for each key',
      {
        ...many({ path: '/many', query: { number: '{keys}' }, headers }),
        adapter,
        batches: { call: shipments.call, targetBytes: 7_500 },
      },
    ],
    [
      'keys in a body',
      {
        ...many({ path: '/many', method: 'POST', body: { numbers: '{keys}' } }),
        adapter: createRestAdapter({ maxBodyBytes: 2_000 }),
        // `{"numbers":["900000","900001"]}`: 13 bytes, and 9 for each key.
        batches: { call: shipments.call, targetBytes: 7_500, keysInBody: Math.floor((2_000 - 13) / 9) },
      },
    ],
  ];
  for (const [wording, setup] of setups)
    it.each(batches)(`${wording}: $name`, (check) => check.run({ ...setup, lookups: [] }));

  it('a key that is too long for any request is refused by itself', async () => {
    const table = many({ path: '/many', query: { number: '{keys}' }, headers }).table;
    const request = { ...requestFor(table), column: 'id' };
    const { results } = await adapter.readByKeys(
      table,
      request,
      ['9'.repeat(8_000), '1001'],
      shipments.call(),
    );
    expect(results).toMatchObject([{ kind: 'too-complex' }, { rows: [{ values: { id: '1001' } }] }]);
  });

  it('headers that belong to the connection are refused', () => {
    const faults = (named: object) =>
      adapter.check(many({ path: '/many', query: { number: '{keys}' }, headers: named }).table).length;
    expect([{ 'x-api-version': '2' }, { accept: 'application/vnd.api+json' }].map(faults)).toEqual([0, 0]);
    const wrong = [
      { authorization: 'x' },
      { Cookie: 'x' },
      { 'x-a': 'b\r\nc: d' },
      { 'x a': 'b' },
      { 'x-a': '{key}' },
    ];
    expect(wrong.map(faults).every((count) => count > 0)).toBe(true);
  });
});

describe('pages', () => {
  beforeEach(() => void shipments.requests.splice(0));

  it.each(styles)('%s: every row once, in as many requests as it takes', async (path, page, requests) => {
    const table = shipment({ path: `/${path}`, page, ...(path === 'linked' ? {} : { rows: 'data' }) });
    expect(adapter.check(table)).toEqual([]);
    const { rows } = await ask({ adapter, table, call: shipments.call }, requestFor(table));
    expect(rows.map(({ values }) => values['id'])).toEqual(SHIPMENTS.map(({ number }) => String(number)));
    expect(shipments.requests).toHaveLength(requests);
  });
});

describe('many keys', () => {
  it('47 keys cost as many requests as the list of keys takes at once', async () => {
    shipments.requests.splice(0);
    const table = shipment(search);
    const asked = SHIPMENTS.map(({ number }) => String(number));
    const request = { ...requestFor(table), column: 'id' };
    const { results } = await adapter.readByKeys(table, request, asked, shipments.call());
    expect(results.every((result) => 'rows' in result && result.rows.length === 1)).toBe(true);
    expect(shipments.requests).toHaveLength(3);
  });

  it('a row that the service finds by another of its names is not the row of that key', async () => {
    const request = { ...requestFor(INCIDENT), column: 'id' };
    const { results } = await adapter.readByKeys(INCIDENT, request, ['101'], incidents.call());
    expect(incidents.requests.at(-1)).toBe('GET /v2/incidents/101');
    expect(results).toEqual([{ rows: [], more: false }]);
  });

  it('a limited list in an order that is declared asks for no more than it shows', async () => {
    const request = requestFor(INCIDENT, { order: [{ column: 'createdAt', direction: 'desc' }], limit: 3 });
    const { plan, rows } = await ask({ adapter, table: INCIDENT, call: incidents.call }, request);
    expect([plan.limited, plan.text]).toEqual([
      true,
      'GET /v2/incidents?sort_by=created_at_newest_first&page_size=3',
    ]);
    expect(rows).toHaveLength(3);
  });
});

describe('the example in the README', () => {
  it('is a declaration that the gateway takes', () => {
    const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const [, example = ''] = /```graphql\n([^`]+)```/.exec(read('adapters/rest/README.md')) ?? [];
    const frame = ['schema/directives.graphql', 'schema/roots.graphql'].map(
      (path) => new Source(read(path), path),
    );
    const documents = parseSources([...frame, new Source(example, 'README.md')]);
    const { tables } = buildCatalog(documents, ['incidentIo'], (bound) => adapter.check(bound));
    const table = tables.get('LiveIncident')?.sources[0]?.bound;
    expect(table?.columns.size).toBe(12);
    const request = table && requestFor(table, { filter: { op: 'eq', column: 'status', value: 'live' } });
    expect(table && request && adapter.plan(table, request)).toMatchObject({
      residual: null,
      text: 'GET /v2/incidents?sort_by=created_at_newest_first&status_category%5Bone_of%5D=live&page_size=100',
    });
  });
});
