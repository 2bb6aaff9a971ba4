import type { Order } from '../../src/contract/index.ts';
import type { Declaration } from './declaration/declaration.ts';

/**
 * The value of the order parameter for an order; undefined: none is needed; null: the upstream cannot sort so. What comes after the key
 * decides nothing and is left out.
 */
export function orderOf(
  declaration: Declaration,
  key: string,
  wanted: readonly Order[],
): string | undefined | null {
  const total = wanted.findIndex(({ column }) => column === key);
  const parts = total === -1 ? wanted : wanted.slice(0, total + 1);
  if (parts.length === 0) return undefined;
  const { order } = declaration.list;
  if (order === undefined) return null;
  const last = parts.at(-1);
  const broken = order.ties === 'key' && parts.length > 1 && last?.column === key && last.direction === 'asc';
  const needed = broken ? parts.slice(0, -1) : parts;
  if (needed.length > 1 && order.separator === undefined) return null;
  const words = needed.map(({ column, direction }) =>
    Object.hasOwn(order.columns, column) ? order.columns[column]?.[direction] : undefined,
  );
  return words.every((word) => word !== undefined) ? words.join(order.separator ?? '') : null;
}
