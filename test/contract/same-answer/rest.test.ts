import fc from 'fast-check';
import { afterAll } from 'vitest';
import { createRestAdapter } from '../../../adapters/rest/index.ts';
import { INCIDENTS } from '../rest/incident-data.ts';
import { incidentServer } from '../rest/incident-server.ts';
import { INCIDENT, incidentRow } from '../rest/incident-table.ts';
import { sameAnswer, SEED } from './property.ts';

const [severe] = INCIDENTS.flatMap(({ severity }) => severity ?? []);
const cells = fc.record({
  name: fc.constantFrom(
    'Our database is sad',
    'Login "slow"',
    'ÄÖÜ & ß',
    '50 % of requests',
    'x, then y',
    '印刷機 😀',
  ),
  created_at: fc.constantFrom(
    '2026-11-01T13:28:57Z',
    '2026-11-02T00:00:00Z',
    '2026-11-02T00:00:00.801578Z',
    '2025-12-31T23:59:59Z',
  ),
  has_debrief: fc.boolean(),
  incident_status: fc
    .constantFrom('triage', 'live', 'learning', 'closed', 'paused')
    .map((category) => ({ id: `S${category}`, name: category.toUpperCase(), category })),
  severity: fc.option(
    fc.nat(2).map((rank) => ({ ...severe, id: `SE${rank}`, name: `Severity ${rank}`, rank })),
    { nil: null, freq: 4 },
  ),
});
const optional = fc.record(
  {
    summary: fc.constantFrom('Seen by 3 people', "It's\nbad"),
    workload_minutes_total: fc.constantFrom(0, 2.5, 10),
  },
  { requiredKeys: [] },
);
const sampled = fc.sample(fc.tuple(cells, optional), { seed: SEED, numRuns: INCIDENTS.length });
const incidents = INCIDENTS.map(({ summary: _, workload_minutes_total: __, ...incident }, index) => ({
  ...incident,
  ...sampled[index]![0],
  ...sampled[index]![1],
}));

const server = await incidentServer(incidents);
afterAll(() => server.close());

sameAnswer({
  name: 'rest',
  adapter: createRestAdapter(),
  table: INCIDENT,
  call: server.call,
  rows: incidents.map(incidentRow),
  domains: { status: ['live', 'nothing'], severityId: ['SE0', 'SE9'] },
  // The service knows filters of three columns, and only where they all hold at once.
  pushed: 60,
});
