import { CHOICES } from '../../sandbox/servicenow/dictionary/choices.ts';
import type { SnRecord, World } from '../../sandbox/world/world.ts';
import type { BoundTable, Column, Row, Value } from '../../src/contract/index.ts';

/** The world's records of a table as rows: what an adapter should find. Written from the facts, without looking at the adapter. */
export function serviceNowRows(world: World, table: BoundTable): Row[] {
  return (world.servicenow.get(table.object) ?? []).map((record) => ({
    values: Object.fromEntries(
      [...table.columns.values()].map((column) => [column.name, valueOf(table, column, record)]),
    ),
  }));
}

/** Facts 1.3: every cell is a string, an empty one has no value, times are UTC, durations count from 1970. */
function valueOf(table: BoundTable, column: Column, record: SnRecord): Value {
  const raw = record[column.upstream] ?? '';
  if (raw === '') return null;
  switch (column.type) {
    case 'integer':
      return Number(raw);
    case 'boolean':
      return raw === 'true';
    case 'datetime':
      return `${raw.replace(' ', 'T')}Z`;
    case 'duration':
      return Date.parse(`${raw.replace(' ', 'T')}Z`) / 1000;
    case 'choice':
      return { value: raw, label: labelOf(table.object, column.upstream, raw) };
    case 'list':
      return raw.split(',');
    default:
      return raw;
  }
}

function labelOf(table: string, column: string, value: string): string {
  const list = CHOICES[`${table}.${column}`] ?? CHOICES[`task.${column}`];
  return list?.[value] ?? value;
}
