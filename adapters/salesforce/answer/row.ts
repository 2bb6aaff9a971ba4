import { columnOf, joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Row, Selection, Value } from '../../../src/contract/index.ts';
import { relationshipPath } from '../columns.ts';
import type { Json } from './shape.ts';
import { fieldOf, isObject, notSalesforce } from './shape.ts';
import { cellOf } from './value.ts';

/** One row of a selection out of one record. Throws for records that do not have the shape Salesforce documents. */
export function rowOf(table: BoundTable, select: Selection, record: Json): Row {
  const values = Object.fromEntries(
    select.columns.map((name): [string, Value] => [name, valueAt(table, columnOf(table, name), record)]),
  );
  if (values[table.key] === null) throw notSalesforce(table, `a record of ${table.object} without its Id`);
  const relations = Object.entries(select.joins);
  if (relations.length === 0) return { values };
  return {
    values,
    joined: Object.fromEntries(
      relations.map(([name, below]) => [name, joinedRow(table, name, below, record)]),
    ),
  };
}

/** The cell of a column, which may be a field of a parent: empty where the parent is. */
export function valueAt(table: BoundTable, column: Column, record: Json): Value {
  const parts = column.upstream.split('.');
  const owner = follow(table, record, parts.slice(0, -1));
  return owner === null ? null : cellOf(table, column, fieldOf(owner, parts.at(-1) ?? ''));
}

function joinedRow(table: BoundTable, name: string, select: Selection, record: Json): Row | null {
  const join = joinOf(table, name);
  const parent = follow(table, record, (relationshipPath(table, join) ?? '').split('.'));
  return parent === null ? null : rowOf(join.table(), select, parent);
}

function follow(table: BoundTable, record: Json, relationships: readonly string[]): Json | null {
  let current = record;
  for (const name of relationships) {
    const parent = fieldOf(current, name) ?? null;
    if (parent === null) return null;
    if (!isObject(parent)) throw notSalesforce(table, `${table.object}.${name} is no record`);
    current = parent;
  }
  return current;
}
