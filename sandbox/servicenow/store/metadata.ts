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

/** What people read beside a table, and beside one of its columns. */
function wordsRow(table: TableDefinition, column: Column | null): SnRecord {
  const element = column?.name ?? '';
  return {
    sys_id: stableId(`sys_documentation ${table.name}.${element}`),
    name: table.name,
    element,
    label: column?.label ?? table.label,
    plural: column === null ? plural(table.label) : '',
    language: 'en',
  };
}

function plural(label: string): string {
  return label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`;
}

/**
 * The dictionary as records of sys_db_object, sys_dictionary and sys_documentation; inherited columns stand with the class that declares
 * them.
 */
export function metadataRecords(dictionary: Dictionary): Map<string, SnRecord[]> {
  const tables = [...dictionary.values()];
  const own = tables.flatMap((table) =>
    [...table.columns.values()]
      .filter((column) => table.parent?.columns.get(column.name) !== column)
      .map((column) => [table, column] as const),
  );
  return new Map([
    ['sys_db_object', tables.map(tableRow)],
    ['sys_dictionary', own.map(([table, column]) => columnRow(table, column))],
    [
      'sys_documentation',
      [
        ...tables.map((table) => wordsRow(table, null)),
        ...own.map(([table, column]) => wordsRow(table, column)),
      ],
    ],
  ]);
}
