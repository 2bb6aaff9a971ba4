import { compareCells, matches } from '../../adapters/memory/index.ts';
import type { TypeOf } from '../../adapters/memory/index.ts';
import type { BoundTable, Order, Plan, Row, Selection, TableRequest } from '../../src/contract/index.ts';

/** What the answer to a request is, by the plainest reading of the contract, from all rows. */
export function answer(table: BoundTable, rows: readonly Row[], request: TableRequest): Row[] {
  const found = rows.filter(
    (row) => request.filter === null || matches(request.filter, row.values, typesOf(table)),
  );
  const sorted = sort(table, found, request.order);
  return sorted.slice(0, request.limit ?? sorted.length).map((row) => only(row, request.select));
}

/** What the engine does with the rows that a plan gave: the rest of the filter, the order and the limit. */
export function finish(table: BoundTable, request: TableRequest, plan: Plan, rows: readonly Row[]): Row[] {
  const { residual } = plan;
  const kept = rows.filter((row) => residual === null || matches(residual, row.values, typesOf(table)));
  const sorted = plan.ordered ? kept : sort(table, kept, request.order);
  const cut = plan.limited ? sorted : sorted.slice(0, request.limit ?? sorted.length);
  return cut.map((row) => only(row, request.select));
}

/** The rows in order, and by key where the order does not decide. */
export function sort(table: BoundTable, rows: readonly Row[], order: readonly Order[]): Row[] {
  const total: Order[] = [...order, { column: table.key, direction: 'asc' }];
  return rows.toSorted((a, b) => compareCells(total, a.values, b.values, typesOf(table)));
}

/** The selected cells of a row. A cell that the row does not hold stays away, so that comparing shows it. */
export function only(row: Row, select: Selection): Row {
  const names = select.columns.filter((name) => name in row.values);
  return { values: Object.fromEntries(names.map((name) => [name, row.values[name] ?? null])) };
}

export function keyOf(table: BoundTable, row: Row): string {
  const key = row.values[table.key];
  if (typeof key !== 'string') throw new Error(`a row of ${table.name} has no key`);
  return key;
}

export function typesOf(table: BoundTable): TypeOf {
  return (name) => {
    const column = table.columns.get(name);
    if (column === undefined) throw new Error(`${table.name} has no column ${name}`);
    return column.type;
  };
}
