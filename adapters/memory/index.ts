export { matches } from './filter.ts';
export type { Cells, TypeOf } from './filter.ts';
export { createMemoryAdapter } from './memory.ts';
export type { MemoryAdapter } from './memory.ts';
export type { MemoryOptions, MemoryRecord, MemoryRequest } from './options.ts';
export { compareCells } from './order.ts';
export type { MemoryHandle } from './plan.ts';
