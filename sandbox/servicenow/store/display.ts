import { pointsToRecord } from '../dictionary/column.ts';
import type { Column, TableDefinition } from '../dictionary/column.ts';
import type { ChoiceLists } from './choices.ts';
import type { Row } from './row.ts';
import type { Store } from './store.ts';
import { durationText } from './time.ts';

/** What reading values needs: the data, the choice lists, and which records the reader's domains show. */
export interface Sight {
  readonly store: Store;
  readonly choices: ChoiceLists;
  readonly visible: (row: Row) => boolean;
}

/** The record a reference leads to, unless it is missing or in a domain the reader cannot see. */
export function follow(sight: Sight, column: Column, value: string): Row | undefined {
  if (value === '' || column.reference === undefined) return undefined;
  const table = sight.store.dictionary.get(column.reference);
  const row = table && sight.store.get(table, value);
  return row && sight.visible(row) ? row : undefined;
}

/** The value of a record's display column. */
export function recordName(sight: Sight, row: Row): string {
  const column = row.table.columns.get(row.table.display);
  return column ? displayValue(sight, row.table, column, row.values[column.name] ?? '') : '';
}

function listNames(sight: Sight, column: Column, value: string): string {
  const names = value.split(',').map((item) => {
    const row = follow(sight, column, item);
    return row ? recordName(sight, row) : item;
  });
  return names.join(', ');
}

/**
 * What a user reads for a value. Dates stay as they are: the sandbox's users are in UTC and keep the stored format.
 * A reference without a visible record has none (facts 7), `global` is its own name.
 */
export function displayValue(sight: Sight, table: TableDefinition, column: Column, value: string): string {
  if (value === '') return column.type === 'due_date' ? 'UNKNOWN' : '';
  if (column.choice) return sight.choices.label(table, column.name, value);
  if (column.type === 'domain_id' && value === 'global') return value;
  if (pointsToRecord(column)) {
    const row = follow(sight, column, value);
    return row ? recordName(sight, row) : '';
  }
  if (column.type === 'glide_list') return listNames(sight, column, value);
  if (column.type === 'glide_duration') return durationText(value);
  if (column.type === 'currency') return `$${value}`;
  if (column.type === 'sys_class_name') return sight.store.dictionary.get(value)?.label ?? value;
  return value;
}
