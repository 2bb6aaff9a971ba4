import { createAllQuietAdapter } from '../../adapters/allquiet/index.ts';
import { createGraphQLAdapter } from '../../adapters/graphql/index.ts';
import { createIncidentIoAdapter } from '../../adapters/incidentio/index.ts';
import { createODataAdapter } from '../../adapters/odata/index.ts';
import { createRestAdapter } from '../../adapters/rest/index.ts';
import { createSalesforceAdapter } from '../../adapters/salesforce/index.ts';
import { createServiceNowAdapter } from '../../adapters/servicenow/index.ts';
import type { Config } from '../config/index.ts';
import type { Adapter } from '../contract/index.ts';

/** Which adapter speaks to each kind of system that a connection can name. */
export const ADAPTERS: Readonly<Record<string, (options: Readonly<Record<string, unknown>>) => Adapter>> = {
  allquiet: createAllQuietAdapter,
  graphql: createGraphQLAdapter,
  incidentio: createIncidentIoAdapter,
  odata: createODataAdapter,
  rest: createRestAdapter,
  salesforce: createSalesforceAdapter,
  servicenow: createServiceNowAdapter,
};

/** The adapter of each connection, by its name. */
export function adaptersOf({ connections }: Pick<Config, 'connections'>): ReadonlyMap<string, Adapter> {
  return new Map(connections.map(({ name, adapter, options }) => [name, adapterOf(adapter, options)]));
}

function adapterOf(kind: string, options: Readonly<Record<string, unknown>> | undefined): Adapter {
  const create = ADAPTERS[kind];
  if (create === undefined)
    throw new Error(`there is no adapter ${kind}: ${Object.keys(ADAPTERS).join(', ')}`);
  return create(options ?? {});
}
