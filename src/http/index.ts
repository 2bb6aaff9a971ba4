/** The listener: GraphQL endpoint, limits, playground, probes. */
export { DEFAULT_LIMITS } from './limits/limits.ts';
export type { Limits } from './limits/limits.ts';
export type {
  Execute,
  HttpLog,
  HttpOptions,
  HttpServer,
  OperationInput,
  ReadyGeneration,
  ReadyReport,
  ServiceOptions,
} from './options.ts';
export { EVENTS_PATH } from './events/route.ts';
export type { EventSource } from './events/source.ts';
export type { PersonaToken } from './playground/personas.ts';
export { PERSONAS_PATH, PLAYGROUND_PATH } from './playground/serve.ts';
export type { PlaygroundOptions } from './playground/serve.ts';
export { GRAPHQL_PATH } from './service.ts';
export { startHttp } from './start.ts';
