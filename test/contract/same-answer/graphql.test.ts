import fc from 'fast-check';
import { createGraphQLAdapter } from '../../../adapters/graphql/index.ts';
import { callsToApollo } from '../graphql/apollo-send.ts';
import { incidents as made } from '../graphql/desk-data.ts';
import { deskServer } from '../graphql/desk-server.ts';
import { incident, incidentRow } from '../graphql/desk-tables.ts';
import { sameAnswer, SEED } from './property.ts';

const or = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null, freq: 5 });
const titles = [
  "O'Brien",
  'printer',
  'PRINTER on fire',
  '50 % off',
  'a_b',
  'äpfel',
  'ÄPFEL',
  '印刷機 😀',
  'say "hi"',
  '\\n {x}',
];
const cells = fc.record({
  title: or(fc.constantFrom(...titles)),
  notes: or(fc.constantFrom('Line one\nline two', ...titles)),
  state: or(fc.constantFrom('new', 'work', 'done').map((code) => ({ code, name: code.toUpperCase() }))),
  severity: or(fc.constantFrom('LOW' as const, 'HIGH' as const)),
  cost: or(fc.constantFrom('0', '-0.5', '9.9', '10', '10.01', '100000')),
  impact: or(fc.integer({ min: -2, max: 9 })),
  open: or(fc.boolean()),
  createdAt: or(fc.constantFrom('2026-03-01T01:30:00+02:00', '2026-02-28T23:30:00Z', '2026-03-02T00:00:00Z')),
  due: or(fc.constantFrom('2026-04-01', '2026-04-02', '1999-12-31')),
  tags: fc.subarray(['t0', 'T1', 'all']),
  reporterId: or(fc.constantFrom('P00', 'P01', 'P02')),
});
const sampled = fc.sample(cells, { seed: SEED, numRuns: made.length });
const incidents = made.map((row, index) => ({ ...row, ...sampled[index]! }));

const server = deskServer(incidents);
await server.start();
sameAnswer({
  name: 'graphql',
  adapter: createGraphQLAdapter(),
  table: incident,
  call: callsToApollo(server),
  rows: incidents.map(incidentRow),
  domains: {
    id: ['I999'],
    state: ['none'],
    severity: ['LOW', 'HIGH'],
    reporterId: ['P09'],
    tags: ['all', 'nothing'],
  },
  pushed: 300,
});
