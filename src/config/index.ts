/** The configuration file: its shape, loading it, and secrets by reference. */
export type { Known } from './cross-checks.ts';
export { configJsonSchema } from './keys.ts';
export type { KeySchema } from './keys.ts';
export { loadConfig, parseConfig } from './load.ts';
export type { Config, ConnectionSettings } from './load.ts';
export { ConfigError, formatProblem } from './problem.ts';
export type { ConfigProblem } from './problem.ts';
export { Secret } from './secret.ts';
