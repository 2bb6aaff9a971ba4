import { createGraphQLAdapter } from '../../adapters/graphql/index.ts';
import { callsToApollo } from './graphql/apollo-send.ts';
import { deskServer } from './graphql/desk-server.ts';
import { incident, incidentRows, person, personRows } from './graphql/desk-tables.ts';
import { contractSuite } from './suite.ts';

const adapter = createGraphQLAdapter();
const server = deskServer();
await server.start();
const call = callsToApollo(server);
const unknownKey = (number: number): string => `X${number}`;

contractSuite({
  name: 'graphql, a service with Relay pages and lookups by ids',
  adapter,
  table: incident,
  call,
  rows: incidentRows,
  joined: { reporter: personRows },
  lookups: [{ column: 'reporterId', via: 'Person.incidents' }, { column: 'title' }],
  unknownKey,
  runs: 20,
});

contractSuite({
  name: 'graphql, a service with offsets and flat arguments',
  adapter,
  table: person,
  call,
  rows: personRows,
  unknownKey,
  runs: 20,
});
