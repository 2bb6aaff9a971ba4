import type { BoundTable, Call, Column, KeyedRequest } from '../../../src/contract/index.ts';
import type { GraphQLHandle } from '../plan.ts';
import type { Settings } from '../settings.ts';

/** One batched read: what the ways of answering it share. */
export interface Lookup {
  readonly settings: Settings;
  readonly table: BoundTable;
  readonly call: Call;
  readonly request: KeyedRequest;
  /** The column looked up. */
  readonly column: Column;
  readonly handle: GraphQLHandle;
}
