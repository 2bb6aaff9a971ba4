import { columnOf, joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Row, Selection, Value } from '../../../src/contract/index.ts';
import { requiredNavigation } from '../columns.ts';
import type { Service } from '../service.ts';
import type { Json } from './shape.ts';
import { isObject, notOData, propertyOf } from './shape.ts';
import { cellOf } from './value.ts';

/** One row of a selection out of one record. Throws for records that are none of this entity set: without a key, above all. */
export function rowOf(service: Service, table: BoundTable, select: Selection, record: Json): Row {
  if (valueAt(service, table, columnOf(table, table.key), record) === null)
    throw notOData(table, 'a row has no key');
  const values = Object.fromEntries(
    select.columns.map((name): [string, Value] => [
      name,
      valueAt(service, table, columnOf(table, name), record),
    ]),
  );
  const relations = Object.entries(select.joins);
  if (relations.length === 0) return { values };
  const joined = relations.map(([name, below]) => [name, joinedRow(service, table, name, below, record)]);
  return { values, joined: Object.fromEntries(joined) as Record<string, Row | null> };
}

/** The cell of a column, which may lie inside a complex property: empty where that is. */
export function valueAt(service: Service, table: BoundTable, column: Column, record: Json): Value {
  const steps = column.upstream.split('/');
  let owner: Json = record;
  for (const step of steps.slice(0, -1)) {
    const inner = propertyOf(owner, step) ?? null;
    if (inner === null) return null;
    if (!isObject(inner)) throw notOData(table, `${table.object}.${step} is no complex value`);
    owner = inner;
  }
  return cellOf(service, table, column, propertyOf(owner, steps.at(-1) ?? ''));
}

function joinedRow(
  service: Service,
  table: BoundTable,
  name: string,
  select: Selection,
  record: Json,
): Row | null {
  const navigation = requiredNavigation(service, table, name);
  const parent = propertyOf(record, navigation) ?? null;
  if (parent === null) return null;
  // OData 2 leaves `{ __deferred }` where it has not followed.
  if (!isObject(parent) || '__deferred' in parent)
    throw notOData(table, `${table.object}.${navigation} is no record`);
  return rowOf(service, joinOf(table, name).table(), select, parent);
}
