/** The adapter contract: the only room of `src/` that adapters may import. It imports nothing. */
export type * from './adapter.ts';
export type * from './capabilities.ts';
export * from './decimal.ts';
export type * from './description.ts';
export * from './errors.ts';
export type * from './filter.ts';
export * from './instant.ts';
export * from './json.ts';
export type * from './metadata.ts';
export type * from './packing.ts';
export type * from './plan.ts';
export type * from './probe.ts';
export type * from './request.ts';
export type * from './row.ts';
export type * from './send.ts';
export type * from './table.ts';
export type * from './value.ts';
export type * from './write.ts';
