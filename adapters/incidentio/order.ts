import type { BoundTable, Order } from '../../src/contract/index.ts';
import { OBJECTS } from './objects.ts';

/**
 * The direction in which a list of incidents has to be asked for to come in an order; null: it cannot. Their moments are known to the microsecond, so that
 * what comes behind the moment decides next to nothing: within a page the adapter sees to it.
 */
export function directionOf(table: BoundTable, order: readonly Order[]): Order['direction'] | null {
  const [first, second, third] = order;
  if (OBJECTS[table.object]?.searchable !== true || first === undefined || third !== undefined) return null;
  const isKnown = table.columns.get(first.column)?.upstream === 'created_at';
  return isKnown && (second === undefined || second.column === table.key) ? first.direction : null;
}
