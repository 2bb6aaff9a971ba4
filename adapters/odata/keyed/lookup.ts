import type { BoundTable, Call, Column, KeyedRequest } from '../../../src/contract/index.ts';
import type { ODataHandle } from '../plan.ts';
import type { Service } from '../service.ts';

/** One batched read: what the ways of answering it share. */
export interface Lookup {
  readonly service: Service;
  readonly table: BoundTable;
  readonly column: Column;
  readonly request: KeyedRequest;
  readonly handle: ODataHandle;
  /** The service sorts as the request wants. */
  readonly ordered: boolean;
  /** Conditions of the request itself, besides the keys. */
  readonly where: readonly string[];
  readonly call: Call;
}
