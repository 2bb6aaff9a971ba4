import type { BoundTable, Filter } from '../../../src/contract/index.ts';
import type { Service } from '../service.ts';
import type { Condition } from './condition.ts';
import { both, either } from './condition.ts';
import { isLeaf, leafCondition } from './leaf.ts';

/** A filter in two: what the service is asked, and what is left to the engine. */
export interface Split {
  readonly condition: Condition;
  readonly residual: Filter | null;
}

/** Each part of a conjunction goes its own way; a disjunction goes whole or stays whole, since half of one would lose rows. */
export function split(service: Service, table: BoundTable, filter: Filter | null): Split {
  if (filter === null) return { condition: 'all', residual: null };
  if (isLeaf(filter)) {
    const condition = leafCondition(service, table, filter);
    return condition === null ? { condition: 'all', residual: filter } : { condition, residual: null };
  }
  if ('relation' in filter) return { condition: 'all', residual: filter };
  const parts = (filter.op === 'and' ? filter.all : filter.any).map((part) => split(service, table, part));
  const left = parts.map(({ residual }) => residual).filter((residual) => residual !== null);
  const conditions = parts.map(({ condition }) => condition);
  if (filter.op === 'and') return { condition: both(conditions), residual: allOf(left) };
  if (left.length > 0) return { condition: 'all', residual: filter };
  return { condition: either(conditions), residual: null };
}

function allOf(filters: readonly Filter[]): Filter | null {
  return filters.length > 1 ? { op: 'and', all: filters } : (filters[0] ?? null);
}
