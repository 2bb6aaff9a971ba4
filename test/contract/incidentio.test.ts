import { afterEach, describe, expect, it } from 'vitest';
import { createIncidentIoAdapter } from '../../adapters/incidentio/index.ts';
import { createIncidentIo } from '../../sandbox/incidentio/index.ts';
import { createWorld, DEFAULT_NOW } from '../../sandbox/world/create.ts';
import { INCIDENT_IO_KEY, INCIDENT_IO_WEBHOOK_SECRET } from '../../sandbox/world/credentials.ts';
import type { BoundTable, Call } from '../../src/contract/index.ts';
import { callsTo } from './direct-send.ts';
import { followUpRow, FOLLOW_UP, INCIDENT, incidentRow, UPDATE, updateRow } from './incidentio/tables.ts';
import type { ContractSetup, Target } from './suite.ts';
import { contractSuite } from './suite.ts';
import { requestFor } from './setup.ts';

const world = createWorld({ cases: 60 }).incidentio;
const now = (): number => DEFAULT_NOW;
const adapter = createIncidentIoAdapter();

/** An account whose rate limit is out of the way. */
function account(): (signal?: AbortSignal) => Call {
  const options = { now, apiKey: INCIDENT_IO_KEY, webhookSecret: INCIDENT_IO_WEBHOOK_SECRET, perMinute: 1e9 };
  return callsTo(createIncidentIo({ incidentio: world }, options), `Bearer ${INCIDENT_IO_KEY}`, now);
}

/** As if the largest page were one of seven, so that lists have several. */
function inSmallPages(call: Call): Call {
  return {
    ...call,
    send: (request) => call.send({ ...request, path: request.path.replace('page_size=250', 'page_size=7') }),
  };
}

function target(table: BoundTable): Target {
  const call = account();
  return { adapter, table, call: (signal) => inSmallPages(call(signal)) };
}

const [, second] = world.organisation.severities;
const unknownKey = (number: number): string => `01ZZZZZZZZ00000000${String(10_000_000 + number)}`;
const shared: Pick<ContractSetup, 'unknownKey' | 'runs'> = { unknownKey, runs: 15 };

contractSuite({
  name: 'incident.io, incidents',
  ...target(INCIDENT),
  ...shared,
  rows: world.incidents.map(incidentRow),
  lookups: [{ column: 'reference' }, { column: 'statusId' }, { column: 'issueName' }, { column: 'category' }],
  writable: {
    open: () => target(INCIDENT),
    newKey: () => null,
    create: { name: 'Checkout is slow', severity: second?.id ?? '', visibility: 'private', mode: 'test' },
    update: { name: 'Checkout is down', summary: 'Everybody is affected' },
  },
});

contractSuite({
  name: 'incident.io, updates',
  ...target(UPDATE),
  ...shared,
  rows: world.updates.map(updateRow),
  lookups: [{ column: 'incidentId' }],
});

contractSuite({
  name: 'incident.io, follow-ups',
  ...target(FOLLOW_UP),
  ...shared,
  rows: world.followUps.map(followUpRow),
  lookups: [{ column: 'incidentId' }],
});

describe('requests of incident.io', () => {
  const seen: string[] = [];
  afterEach(() => void seen.splice(0));
  const counted = (): Call => {
    const call = account()();
    return {
      ...call,
      send: (request) => (seen.push(`${request.method} ${request.path}`), call.send(request)),
    };
  };
  const keyed = (column = 'id') => ({ ...requestFor(INCIDENT), column });
  const found = async (keys: readonly string[], column = 'id'): Promise<number> => {
    const { results } = await adapter.readByKeys(INCIDENT, keyed(column), keys, counted());
    return results.filter((result) => 'rows' in result && result.rows.length === 1).length;
  };

  it('a few ids are asked for one by one, side by side', async () => {
    const keys = world.incidents.slice(0, 3).map(({ id }) => id);
    expect([await found(keys), seen.length]).toEqual([3, 3]);
    expect(seen[0]).toBe(`GET /v2/incidents/${keys[0]}`);
  });

  it('many ids cost one page of the list of their days', async () => {
    const keys = world.incidents.map(({ id }) => id);
    expect([await found(keys), seen.length]).toEqual([keys.length, 1]);
    expect(seen[0]).toMatch(/created_at%5Bgte%5D=202\d-\d\d-\d\d&created_at%5Blte%5D=2026-\d\d-\d\d/);
  });

  it('many references cost one page as well', async () => {
    const keys = world.incidents.map(({ reference }) => reference);
    expect([await found(keys, 'reference'), seen.length]).toEqual([keys.length, 1]);
  });

  it('what is not in the list is asked for by itself', async () => {
    const keys = [...world.incidents.map(({ id }) => id), unknownKey(1), unknownKey(2)];
    expect([await found(keys), seen.length]).toEqual([keys.length - 2, 3]);
  });

  it('ids of other systems are not asked for', async () => {
    expect(await found(['5b1c9d5e-0d2a-4c7e-9a2e-0a8f1d2b3c4d', '', '12', 'INC0010001', '../users'])).toBe(0);
    expect(seen).toEqual([]);
  });

  it('a rank is asked for by the severities that have it', async () => {
    const filter = { op: 'gte', column: 'rank', value: 2 } as const;
    const plan = adapter.plan(INCIDENT, requestFor(INCIDENT, { filter }));
    expect(plan.residual).toBeNull();
    const { rows } = await adapter.read(INCIDENT, plan, counted());
    expect(rows).toHaveLength(world.incidents.filter(({ severity }) => (severity?.rank ?? 0) >= 2).length);
    expect(seen[1]?.match(/severity%5Bone_of%5D=/g)).toHaveLength(2);
    const none = { op: 'gt', column: 'rank', value: 99 } as const;
    seen.splice(0);
    const empty = adapter.plan(INCIDENT, requestFor(INCIDENT, { filter: none }));
    expect(await adapter.count?.(INCIDENT, empty, counted())).toBe(0);
    expect(seen).toEqual(['GET /v1/severities']);
  });

  it('days go along with a moment, and a limit with an order', () => {
    const filter = { op: 'lt', column: 'createdAt', value: '2026-10-01T12:00:00Z' } as const;
    const order = [{ column: 'createdAt', direction: 'asc' }] as const;
    const plan = adapter.plan(INCIDENT, requestFor(INCIDENT, { filter, order, limit: 5 }));
    expect([plan.residual, plan.ordered, plan.limited]).toEqual([filter, true, false]);
    expect(plan.text).toContain('created_at[lte]=2026-10-02');
    const all = adapter.plan(INCIDENT, requestFor(INCIDENT, { order, limit: 5 }));
    expect([all.limited, all.text]).toEqual([
      true,
      'GET /v2/incidents?sort_by=created_at_oldest_first&mode[one_of]=standard&mode[one_of]=retrospective&mode[one_of]=test&mode[one_of]=tutorial&page_size=5',
    ]);
  });

  it('a create says its key, so that a repeat finds what the first one made', async () => {
    const call = counted();
    const values = { name: 'Once', severity: second?.id ?? '' };
    const create = { kind: 'create', key: 'a-key-of-ours', values } as const;
    const first = await adapter.write?.(INCIDENT, create, call);
    expect(await adapter.write?.(INCIDENT, create, call)).toEqual(first);
  });

  it('knows whose key it is', async () =>
    expect(await adapter.ping(counted())).toBe('the API key Casegraph'));
});
