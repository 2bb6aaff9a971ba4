import type { Order } from '../contract/index.ts';
import { CasegraphError } from '../contract/index.ts';
import { decodeCursor } from '../engine/cursor.ts';
import { typeOf } from '../engine/materialise.ts';
import type { TableDefinition } from '../engine/definition.ts';
import { totalOrder } from '../engine/order.ts';
import type { ListArguments, PageArguments, Place } from '../engine/query.ts';
import type { Catalog } from '../engine/scope.ts';
import type { RowLimits } from './context.ts';
import { toWanted, type FilterInput } from './filter-input.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** What the arguments of a list field are read with. */
export interface ListReading {
  readonly catalog: Catalog;
  readonly limits: RowLimits;
  /** Rows of a page where neither `first` nor `last` is given. */
  readonly defaultPage: number;
}

/** Turns the arguments of a list field into what the engine reads. Throws `invalid-input` that says what is allowed. */
export function toListArguments(
  table: TableDefinition,
  values: Arguments,
  count: boolean,
  { catalog, limits, defaultPage }: ListReading,
): ListArguments {
  const order = totalOrder(
    toOrder(values['orderBy'] as readonly Readonly<Record<string, string>>[] | null | undefined),
    table.key,
  );
  const input = values['filter'] as FilterInput | null | undefined;
  const place = (argument: 'after' | 'before'): Place | null => {
    const cursor = values[argument];
    return typeof cursor === 'string'
      ? decodeCursor(argument, cursor, order, (column) => typeOf(table, column))
      : null;
  };
  return {
    filter: toWanted(input, { table, catalog, most: limits.relationFilters }),
    order,
    ...pageSize(values, limits.page, defaultPage),
    after: place('after'),
    before: place('before'),
    count,
  };
}

/** `first` or `last`. A null says nothing beside the other of the two; alone it is refused, as an unset variable of a client would be. */
function pageSize(
  values: Arguments,
  most: number,
  defaultPage: number,
): Pick<PageArguments, 'first' | 'fromEnd'> {
  const { first, last } = values;
  if (isGiven(first) && isGiven(last)) {
    throw new CasegraphError(
      'invalid-input',
      'first and last are both given. Give first to read from the start of the list, or last to read from its end.',
    );
  }
  if (isGiven(last)) return { first: rowsIn('last', last, most), fromEnd: true };
  if (first === undefined && last === undefined)
    return { first: Math.min(defaultPage, most), fromEnd: false };
  return { first: rowsIn(first === undefined ? 'last' : 'first', first, most), fromEnd: false };
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function rowsIn(argument: 'first' | 'last', given: unknown, most: number): number {
  if (typeof given === 'number' && given >= 0 && given <= most) return given;
  const text = isGiven(given) ? JSON.stringify(given) : 'null';
  const further = argument === 'first' ? 'after' : 'before';
  throw new CasegraphError(
    'invalid-input',
    `${argument} is ${text}; it is 0 to ${most}. Read further rows with ${further}.`,
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
