import type { Config } from '../config/index.ts';
import type { Connections, HealthOptions } from '../connections/index.ts';
import type { Adapter } from '../contract/index.ts';
import type { Catalog } from '../engine/scope.ts';

/** Seconds for one connection: less than a client waits for an operation, so that a slow system is a finding and not a timeout. */
const DEADLINE = 10;
const SHARE = 0.6;

/** How connections are tried, for the query and for the command line. */
export function healthOptions(
  {
    config,
    catalog,
    connections,
  }: {
    readonly config: Config;
    readonly catalog: Catalog;
    readonly connections: Connections;
  },
  adapters: ReadonlyMap<string, Adapter>,
): HealthOptions {
  return {
    connections,
    adapter: (name) => {
      const adapter = adapters.get(name);
      if (adapter === undefined) throw new Error(`there is no connection ${name}`);
      return adapter;
    },
    sources: [...catalog.tables.values()].flatMap(({ sources }) => sources),
    now: Date.now,
    deadline: Math.min(DEADLINE, config.limits.operationDeadline * SHARE),
  };
}
