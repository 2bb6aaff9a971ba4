import type { SnRecord } from '../../world/world.ts';
import type { Column, TableDefinition } from '../dictionary/column.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { stableId } from './stable-id.ts';

function tableRow(table: TableDefinition): SnRecord {
  return {
    sys_id: stableId(`sys_db_object ${table.name}`),
    name: table.name,
    label: table.label,
    super_class: table.parent ? stableId(`sys_db_object ${table.parent.name}`) : '',
    is_extendable: 'true',
  };
}

function columnRow(table: TableDefinition, column: Column): SnRecord {
  return {
    sys_id: stableId(`sys_dictionary ${table.name}.${column.name}`),
    name: table.name,
    element: column.name,
    column_label: column.label,
    internal_type: column.type,
    reference: column.reference ?? '',
    max_length: column.max === undefined ? '' : String(column.max),
    default_value: column.default ?? '',
    choice: column.choice ? '1' : '',
    display: String(table.display === column.name),
    mandatory: 'false',
    active: 'true',
  };
}

/** The dictionary as records of sys_db_object and sys_dictionary; inherited columns stand with the class that declares them. */
export function metadataRecords(dictionary: Dictionary): Map<string, SnRecord[]> {
  const tables = [...dictionary.values()];
  const columns = tables.flatMap((table) =>
    [...table.columns.values()]
      .filter((column) => table.parent?.columns.get(column.name) !== column)
      .map((column) => columnRow(table, column)),
  );
  return new Map([
    ['sys_db_object', tables.map(tableRow)],
    ['sys_dictionary', columns],
  ]);
}
