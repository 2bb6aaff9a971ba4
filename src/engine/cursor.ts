import { CasegraphError } from '../contract/index.ts';
import type { ColumnType, Filter, Operand, Order, Row } from '../contract/index.ts';
import { allOf, anyOf } from './filter/combine.ts';
import { comparable } from './filter/compare.ts';
import type { TypeOf } from './order.ts';
import type { Condition, Place } from './query.ts';

/** Opaque text for clients; it names the order it belongs to. */
export function encodeCursor(row: Row, order: readonly Order[], typeOf: TypeOf): string {
  const place = order.map(({ column }) => comparable(typeOf(column), row.values[column]));
  return Buffer.from(JSON.stringify([signature(order), ...place])).toString('base64url');
}

/**
 * Throws `invalid-input`, in words about the `argument`, for text that no page of this order gave out. What a value says is the adapter's to
 * check, as of any filter value.
 */
export function decodeCursor(
  argument: 'after' | 'before',
  cursor: string,
  order: readonly Order[],
  typeOf: TypeOf,
): Place {
  const [made, ...place] = parse(argument, cursor);
  const fits =
    place.length === order.length &&
    order.every(({ column }, index) => isOf(typeOf(column), place[index] ?? null));
  if (!fits && made === signature(order)) throw notACursor(argument);
  if (!fits || made !== signature(order)) {
    throw new CasegraphError(
      'invalid-input',
      `The cursor belongs to another order. Give \`${argument}\` a cursor of a page with the same orderBy, or leave it out.`,
    );
  }
  return place;
}

function parse(argument: string, cursor: string): readonly (Operand | null)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.every(isPart)) return parts;
  } catch {
    // Falls through to the one answer for every malformed cursor.
  }
  throw notACursor(argument);
}

function notACursor(argument: string): CasegraphError {
  return new CasegraphError(
    'invalid-input',
    `This is not a cursor. Give \`${argument}\` a cursor of an earlier page: its ${argument === 'after' ? 'endCursor' : 'startCursor'}, or that of an edge.`,
  );
}

function isOf(type: ColumnType, value: Operand | null): boolean {
  if (value === null) return true;
  if (type === 'integer' || type === 'duration') return typeof value === 'number';
  return typeof value === (type === 'boolean' ? 'boolean' : 'string');
}

function isPart(part: unknown): part is Operand | null {
  return part === null || ['string', 'number', 'boolean'].includes(typeof part);
}

function signature(order: readonly Order[]): string {
  return order.map(({ column, direction }) => (direction === 'asc' ? column : `-${column}`)).join(',');
}

/** The rows that come behind a place: the lexicographic comparison written as a filter. */
export function behind(place: Place, order: readonly Order[]): Condition {
  const alternatives = order.map((_, index) =>
    allOf([
      ...order.slice(0, index).map((part, before) => same(part, place[before] ?? null)),
      further(order[index] as Order, place[index] ?? null),
    ]),
  );
  return anyOf(alternatives);
}

function same({ column }: Order, value: Operand | null): Filter {
  return value === null ? { op: 'null', column } : { op: 'eq', column, value };
}

function further({ column, direction }: Order, value: Operand | null): Condition {
  if (direction === 'asc') return value === null ? { op: 'notNull', column } : { op: 'gt', column, value };
  if (value === null) return false;
  return {
    op: 'or',
    any: [
      { op: 'lt', column, value },
      { op: 'null', column },
    ],
  };
}
