/** Aliases, credentials, tokens and `send`. */
export { childDomain, resolveAlias } from './alias.ts';
export type { Alias } from './alias.ts';
export type { BreakerState } from './breaker.ts';
export type { Deps } from './channel.ts';
export { createConnections } from './connections.ts';
export type { Connections, ConnectionStatus } from './connections.ts';
export type { BreakerEvent, ConnectionEvent, UpstreamEvent } from './event.ts';
export { maskPath } from './mask.ts';
export type { Caller } from './operation.ts';
export type * from './settings.ts';
export { DEFAULT_LIMITS } from './settings.ts';
export { SingleFlight } from './single-flight.ts';
