/** Aliases, credentials, tokens and `send`. */
export { childDomain, resolveAlias, viewerClaims } from './alias.ts';
export type { Alias } from './alias.ts';
export type { BreakerState } from './breaker.ts';
export type { Deps } from './channel.ts';
export { createConnections } from './connections.ts';
export type { AliasName, Connections, ConnectionStatus } from './connections.ts';
export type { BreakerEvent, ConnectionEvent, UpstreamEvent } from './event.ts';
export { checkConnections, ConnectionHealth } from './health/health.ts';
export type { HealthOptions } from './health/health.ts';
export type { ConnectionReport, HealthStatus, ReportedProblem } from './health/report.ts';
export { Gathering } from './gathering.ts';
export { maskPath } from './mask.ts';
export type { Caller } from './operation.ts';
export type * from './settings.ts';
export { DEFAULT_LIMITS } from './settings.ts';
export { sameSettings } from './same.ts';
export { SingleFlight } from './single-flight.ts';
