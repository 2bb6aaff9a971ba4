import { CaseActions } from '../cases/case-actions.ts';
import type { Config } from '../config/index.ts';
import type { ConnectionHealth } from '../connections/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Changes, GraphContext, IncidentForwarding } from '../graphql/context.ts';
import { explainInput, presentError, stampErrors, thrownBy } from '../graphql/errors.ts';
import { executeOperation } from '../graphql/execution/execute.ts';
import { freshnessFor, noteFreshness } from '../graphql/freshness.ts';
import type { PersonaToken, ReadyReport, ServiceOptions } from '../http/index.ts';
import type { Log } from '../observe/log.ts';
import type { CallLog } from '../observe/call-log/call-log.ts';
import type { Ingress } from '../sync/events/ingress.ts';
import { describe } from './describe.ts';
import { eventSources } from './event-sources.ts';
import { followed } from './followed.ts';

export interface ServiceParts {
  readonly config: Config;
  readonly log: Log;
  readonly engine: Engine;
  readonly health: ConnectionHealth;
  readonly authenticate: ServiceOptions['authenticate'];
  readonly changes: Changes;
  readonly forwarding?: IncidentForwarding | undefined;
  readonly ingress: Ingress;
  readonly calls: CallLog;
  readonly schema: ServiceOptions['schema'];
  readonly ready: () => Promise<ReadyReport>;
  readonly personas?: (() => Promise<readonly PersonaToken[]>) | undefined;
}

/** How the listener answers requests with these parts. */
export function serviceOptions(parts: ServiceParts): ServiceOptions<GraphContext> {
  const { config, log, engine, health, changes, authenticate, schema, ready, personas, ingress, calls } =
    parts;
  const { forwarding } = parts;
  const { server } = config;
  const connections = {
    roles: server.administrators,
    reports: (signal: AbortSignal) => health.reports(signal),
  };
  const operations = {
    roles: server.administrators,
    events: () => ingress.counts(Object.keys(config.events)),
    calls,
  };
  const cases = new CaseActions(engine, { ...config.cases, now: Date.now });
  const { rows, relationFilters } = config.limits;
  const limits = { page: rows, rows: rows * 10, relationFilters };
  return {
    mode: server.mode,
    playground: server.playground,
    corsOrigins: server.corsOrigins,
    limits: { ...config.limits, operationDeadline: config.limits.operationDeadline * 1000 },
    schema,
    execute: (request) =>
      followed(calls, config.callLog.inAnswers, request, async (asked) => {
        const context = asked.context as GraphContext;
        return noteFreshness(stampErrors(await executeOperation(asked), context.requestId), context);
      }),
    authenticate,
    createContext: ({ viewer, signal, requestId, maxAge }) => {
      const asks = { viewer, signal, requestId };
      const freshness = freshnessFor(maxAge, viewer, config.cache.bypassRoles);
      return {
        ...asks,
        engine,
        cases,
        limits,
        connections,
        operations,
        changes,
        forwarding,
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
    events: ingress.receivers(eventSources(config)),
    log,
  };
}
