import type { Order } from '../contract/index.ts';
import { CasegraphError } from '../contract/index.ts';
import { decodeCursor } from '../engine/cursor.ts';
import { typeOf } from '../engine/materialise.ts';
import type { TableDefinition } from '../engine/definition.ts';
import { totalOrder } from '../engine/order.ts';
import type { ListArguments } from '../engine/query.ts';
import { toCondition, type FilterInput } from './filter-input.ts';

/** Turns the arguments of a list field into what the engine reads. Throws `invalid-input` that says what is allowed. */
export function toListArguments(
  table: TableDefinition,
  values: Readonly<Record<string, unknown>>,
  count: boolean,
  maxPage: number,
): ListArguments {
  const order = totalOrder(
    toOrder(values['orderBy'] as readonly Readonly<Record<string, string>>[] | null | undefined),
    table.key,
  );
  const after = values['after'];
  return {
    filter: toCondition(values['filter'] as FilterInput | null | undefined),
    order,
    first: pageSize(values['first'], maxPage),
    after: typeof after === 'string' ? decodeCursor(after, order, (column) => typeOf(table, column)) : null,
    count,
  };
}

function pageSize(first: unknown, maxPage: number): number {
  if (typeof first === 'number' && first >= 0 && first <= maxPage) return first;
  const given = first === null || first === undefined ? 'null' : JSON.stringify(first);
  throw new CasegraphError(
    'invalid-input',
    `first is ${given}; it is 0 to ${maxPage}. Read further rows with after.`,
  );
}

function toOrder(parts: readonly Readonly<Record<string, string>>[] | null | undefined): readonly Order[] {
  const order: Order[] = [];
  for (const part of parts ?? []) {
    for (const [column, direction] of Object.entries(part)) {
      if (order.some((earlier) => earlier.column === column)) continue;
      order.push({ column, direction: direction === 'DESC' ? 'desc' : 'asc' });
    }
  }
  return order;
}
