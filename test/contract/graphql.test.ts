import { createGraphQLAdapter } from '../../adapters/graphql/index.ts';
import { callsToApollo } from './graphql/apollo-send.ts';
import { deskServer } from './graphql/desk-server.ts';
import { incident, INCIDENT_OPTIONS, incidentRows, person, personRows } from './graphql/desk-tables.ts';
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
  runs: 30,
});
