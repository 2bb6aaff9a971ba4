import type { Config } from '../../src/config/index.ts';

/** The breaker is for outages; where faults come one after the other, on purpose, it stays out of the way. */
export const patient = (config: Config): Config => ({
  ...config,
  connections: config.connections.map((connection) => ({
    ...connection,
    limits: { ...connection.limits, breakerFailures: 1_000, breakerCooldown: 1 },
  })),
});
