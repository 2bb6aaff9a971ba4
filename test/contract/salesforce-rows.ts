import type { SfRecord, World } from '../../sandbox/world/world.ts';
import type { BoundTable, Column, Row, Value } from '../../src/contract/index.ts';

/** The world's records of an object as rows: what an adapter should find. Written from the facts, without looking at the adapter. */
export function salesforceRows(world: World, table: BoundTable): Row[] {
  return (world.salesforce.get(table.object) ?? [])
    .filter((record) => record['IsDeleted'] !== true)
    .map((record) => ({
      values: Object.fromEntries(
        [...table.columns.values()].map((column) => [column.name, valueOf(column, record)]),
      ),
    }));
}

/** Facts 2.1 and 4: numbers and booleans are JSON's own, times have milliseconds and an offset, a picklist value is its own label. */
function valueOf(column: Column, record: SfRecord): Value {
  const raw = record[column.upstream] ?? null;
  if (raw === null) return null;
  switch (column.type) {
    case 'decimal':
      return String(raw);
    case 'datetime':
      return String(raw)
        .replace(/\.0+\+0000$/, 'Z')
        .replace('+0000', 'Z');
    case 'choice':
      return { value: String(raw), label: String(raw) };
    default:
      return raw;
  }
}
