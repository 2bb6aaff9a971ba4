import { afterEach, describe, expect, it } from 'vitest';
import { createAllQuietAdapter } from '../../adapters/allquiet/index.ts';
import { createAllQuiet } from '../../sandbox/allquiet/index.ts';
import type { AllQuietOptions } from '../../sandbox/allquiet/index.ts';
import { createWorld, DEFAULT_NOW } from '../../sandbox/world/create.ts';
import { ALLQUIET } from '../../sandbox/world/credentials.ts';
import type { BoundTable, Call } from '../../src/contract/index.ts';
import { eventRows, EVENT, INCIDENT, incidentRow } from './allquiet/tables.ts';
import { callsTo } from './direct-send.ts';
import { requestFor } from './setup.ts';
import type { Target } from './suite.ts';
import { contractSuite } from './suite.ts';

const world = createWorld({ cases: 60 }).allquiet;
const now = (): number => DEFAULT_NOW;
const adapter = createAllQuietAdapter();
const unknownKey = (number: number): string => `00000000-0000-4000-8000-${String(100_000_000_000 + number)}`;

/** `eventsInLists`: one that cuts most incidents' events short. */
function account(more: Partial<AllQuietOptions> = { eventsInLists: 2 }): (signal?: AbortSignal) => Call {
  const limits = { perMinute: 1e9, createsPerMinute: 1e9, updatesPerIncidentPerMinute: 1e9 };
  const options = {
    now,
    keys: [{ key: ALLQUIET.apiKey }],
    webhookToken: ALLQUIET.webhookToken,
    limits,
    ...more,
  };
  return callsTo(createAllQuiet({ allquiet: world }, options), `Bearer ${ALLQUIET.apiKey}`, now);
}

/** As if the largest page were one of seven, so that lists have several. */
function inSmallPages(call: Call): Call {
  return {
    ...call,
    send: (request) => call.send({ ...request, path: request.path.replace('Limit=100', 'Limit=7') }),
  };
}

function target(table: BoundTable): Target {
  const call = account();
  return { adapter, table, call: (signal) => inSmallPages(call(signal)) };
}

contractSuite({
  name: 'All Quiet, incidents',
  ...target(INCIDENT),
  rows: world.incidents.map(incidentRow),
  lookups: [{ column: 'number' }, { column: 'severityName' }, { column: 'integrationId' }],
  unknownKey,
  runs: 25,
  writable: {
    open: () => target(INCIDENT),
    newKey: () => null,
    create: { title: 'Checkout is slow', severity: 'Minor', status: 'Open' },
    update: { severity: 'Critical', status: 'Resolved', number: 'INC0010001' },
  },
});

contractSuite({
  name: 'All Quiet, events',
  ...target(EVENT),
  rows: world.incidents.flatMap(eventRows),
  lookups: [{ column: 'incidentId' }],
  unknownKey: (number) => `${unknownKey(number)}:1`,
  runs: 10,
});

describe('requests of All Quiet', () => {
  const seen: string[] = [];
  afterEach(() => void seen.splice(0));
  const counted = (more?: Partial<AllQuietOptions>): Call => {
    const call = account(more ?? {})();
    return {
      ...call,
      send: (request) => (seen.push(`${request.method} ${request.path}`), call.send(request)),
    };
  };
  const ids = world.incidents.map(({ id }) => id);

  it('a hundred ids cost one request, and ids of other systems none', async () => {
    const more = Array.from({ length: 80 }, (_, n) => unknownKey(n));
    const keys = [...ids, ...more, '01FDAG4SAP5TYPT98WGR2N7W91', '', 'x'];
    const request = { ...requestFor(INCIDENT), column: 'id' };
    const { results } = await adapter.readByKeys(INCIDENT, request, keys, counted());
    expect(results.filter((result) => 'rows' in result && result.rows.length === 1)).toHaveLength(ids.length);
    expect(seen).toHaveLength(1);
    await adapter.readByKeys(INCIDENT, request, keys.slice(-3), counted());
    expect(seen).toHaveLength(1);
  });

  it('events of all incidents cost one request, and one more for each whose older events are left out', async () => {
    const request = { ...requestFor(EVENT), column: 'incidentId' };
    await adapter.readByKeys(EVENT, request, ids, counted());
    expect(seen).toHaveLength(1);
    seen.splice(0);
    await adapter.readByKeys(EVENT, request, ids, counted({ eventsInLists: 2 }));
    expect(seen).toHaveLength(1 + world.incidents.filter(({ events }) => events.length > 2).length);
  });

  it('status and severity are asked for upstream, a moment roughly, a title not', () => {
    const all = [
      { op: 'eq', column: 'status', value: 'Open' },
      { op: 'in', column: 'severity', values: ['Critical', 'Minor'] },
      { op: 'gte', column: 'createdAt', value: '2026-10-01T12:00:00Z' },
      { op: 'contains', column: 'title', value: 'disk' },
    ] as const;
    const order = [{ column: 'createdAt', direction: 'desc' }] as const;
    const plan = adapter.plan(
      INCIDENT,
      requestFor(INCIDENT, { filter: { op: 'and', all }, order, limit: 5 }),
    );
    expect(plan.residual).toEqual({ op: 'and', all: [all[2], all[3]] });
    expect([plan.ordered, plan.limited, plan.text]).toEqual([
      true,
      false,
      'GET /api/public/v1/incident/search/list?Statuses=Open&Severities=Critical&Severities=Minor&CreatedFrom=2026-10-01T11:59:59.000Z&SortBy=Created&Asc=false&IncludeSnoozed=true&Limit=100',
    ]);
    const searched = { ...INCIDENT, options: { searchTerm: 'title' } };
    expect(adapter.plan(searched, requestFor(INCIDENT, { filter: all[3] }))).toMatchObject({
      residual: all[3],
      text: expect.stringContaining('SearchTerm=disk') as string,
    });
  });

  it('the order of events does not matter', async () => {
    const call = counted();
    const turned: Call = {
      ...call,
      send: async (request) => {
        const response = await call.send(request);
        const { incidents } = response.json as { incidents: { events: unknown[] }[] };
        return {
          ...response,
          json: { incidents: incidents.map((each) => ({ ...each, events: each.events.toReversed() })) },
        };
      },
    };
    const request = requestFor(INCIDENT);
    const { rows } = await adapter.read(INCIDENT, adapter.plan(INCIDENT, request), turned);
    const byId = new Map(
      world.incidents.map((incident) => [JSON.stringify(incident.id), incidentRow(incident).values]),
    );
    for (const { values } of rows) expect(values).toEqual(byId.get(JSON.stringify(values['id'])));
  });

  it('knows whose key it is', async () =>
    expect(await adapter.ping(counted())).toBe('an API key of Casegraph demo'));
});
