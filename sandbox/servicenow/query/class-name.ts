import type { Column } from '../dictionary/column.ts';
import type { Row } from '../store/row.ts';

/** A record's stored value; its class stands even where the data leaves sys_class_name out. */
export function storedValue(row: Row, column: Column): string {
  const value = row.values[column.name] ?? '';
  return value === '' && column.type === 'sys_class_name' ? row.table.name : value;
}
