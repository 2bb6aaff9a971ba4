import type { SnRecord } from '../../world/world.ts';
import type { TableDefinition } from '../dictionary/column.ts';

/** One record in the store. The row stays the same object for its lifetime; a write replaces its values. */
export interface Row {
  /** The record's own class. */
  readonly table: TableDefinition;
  values: SnRecord;
}

export function bySysId(a: Row, b: Row): number {
  return a.values.sys_id < b.values.sys_id ? -1 : a.values.sys_id > b.values.sys_id ? 1 : 0;
}
