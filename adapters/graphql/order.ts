import type { BoundTable, Order } from '../../src/contract/index.ts';
import type { Argument, OrderRules } from './declaration/declared.ts';
import { isListType } from './names.ts';

/** The argument that sorts as asked; null where the service cannot, `[]` where nothing has to be said. */
export function orderOf(
  table: BoundTable,
  rules: OrderRules | null,
  order: readonly Order[],
): readonly Argument[] | null {
  if (order.length === 0) return [];
  if (rules === null) return null;
  const last = order.at(-1);
  const endsWithKey = rules.tiebreak && last?.column === table.key && last.direction === 'asc';
  const told = endsWithKey ? order.slice(0, -1) : order;
  const values = told.map(({ column, direction }) => rules.columns.get(column)?.[direction]);
  if (values.includes(undefined)) return null;
  if (values.length === 0) return [];
  if (isListType(rules.type)) return [{ name: rules.argument, type: rules.type, value: values }];
  return values.length === 1 ? [{ name: rules.argument, type: rules.type, value: values[0] }] : null;
}
