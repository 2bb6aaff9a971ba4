import { CaseActions } from '../cases/case-actions.ts';
import type { Config } from '../config/index.ts';
import type { ConnectionHealth } from '../connections/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { GraphContext } from '../graphql/context.ts';
import { explainInput, presentError, stampErrors, thrownBy } from '../graphql/errors.ts';
import { executeOperation } from '../graphql/execution/execute.ts';
import { freshnessFor, noteFreshness } from '../graphql/freshness.ts';
import type { PersonaToken, ReadyReport, ServiceOptions } from '../http/index.ts';
import type { Log } from '../observe/log.ts';
import type { Authenticator } from '../access/authenticate.ts';
import { describe } from './describe.ts';

export interface ServiceParts {
  readonly config: Config;
  readonly log: Log;
  readonly engine: Engine;
  readonly health: ConnectionHealth;
  readonly authenticator: Authenticator;
  readonly schema: ServiceOptions['schema'];
  readonly ready: () => Promise<ReadyReport>;
  readonly personas?: (() => Promise<readonly PersonaToken[]>) | undefined;
}

/** How the listener answers requests with these parts. */
export function serviceOptions(parts: ServiceParts): ServiceOptions<GraphContext> {
  const { config, log, engine, health, authenticator, schema, ready, personas } = parts;
  const { server } = config;
  const connections = {
    roles: server.administrators,
    reports: (signal: AbortSignal) => health.reports(signal),
  };
  const cases = new CaseActions(engine, { ...config.cases, now: Date.now });
  const { rows, relationFilters } = config.limits;
  const limits = { page: rows, rows: rows * 10, relationFilters };
  return {
    mode: server.mode,
    playground: server.playground,
    limits: { ...config.limits, operationDeadline: config.limits.operationDeadline * 1000 },
    schema,
    execute: async (request) => {
      const context = request.context as GraphContext;
      return noteFreshness(stampErrors(await executeOperation(request), context.requestId), context);
    },
    authenticate: (header) => authenticator.authenticate(header),
    createContext: ({ viewer, signal, requestId, maxAge }) => {
      const asks = { viewer, signal, requestId };
      const freshness = freshnessFor(maxAge, viewer, config.cache.bypassRoles);
      return {
        ...asks,
        engine,
        cases,
        limits,
        connections,
        freshness,
        reader: engine.reader(asks, freshness.maxAge),
        asked: { rows: 0 },
        slots: new Map(),
      };
    },
    formatError: (formatted, error) => {
      const defect = thrownBy(error);
      if (defect !== null) log.error({ error: describe(defect) }, 'a defect: the client saw INTERNAL');
      return presentError(explainInput(schema, formatted), error);
    },
    mayIntrospect: (viewer) => server.introspection.some((role) => viewer.roles.has(role)),
    ...(personas === undefined ? {} : { personas }),
    ready,
    log,
  };
}
