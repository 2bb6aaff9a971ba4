import type { Value } from '../data/derived.ts';
import type { FieldInfo, FieldType } from '../dictionary/object-info.ts';

/** Something a query can compare, sort or show: a field, a function of one, or an aggregate over a group. */
export interface Column<Row> {
  /** As error messages call it. */
  readonly name: string;
  readonly type: FieldType;
  /** The field behind it, if it is one. */
  readonly field: FieldInfo | undefined;
  /** Object the field belongs to. */
  readonly object: string;
  readonly read: (row: Row) => Value;
}
