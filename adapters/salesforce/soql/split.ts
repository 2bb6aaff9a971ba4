import type { BoundTable, Filter } from '../../../src/contract/index.ts';
import type { Condition } from './condition.ts';
import { both, either } from './condition.ts';
import { isLeaf, leafCondition } from './leaf.ts';

/** A filter in two: what SOQL says of it, and what it leaves to the engine. */
export interface Split {
  readonly condition: Condition;
  readonly residual: Filter | null;
}

/** A conjunction gives each part it can; a disjunction is taken whole or not at all. */
export function split(table: BoundTable, filter: Filter | null): Split {
  if (filter === null) return { condition: 'all', residual: null };
  if (isLeaf(filter)) {
    const condition = leafCondition(table, filter);
    return condition === null ? { condition: 'all', residual: filter } : { condition, residual: null };
  }
  const parts = (filter.op === 'and' ? filter.all : filter.any).map((part) => split(table, part));
  const residuals = parts.flatMap(({ residual }) => (residual === null ? [] : [residual]));
  const conditions = parts.map(({ condition }) => condition);
  if (filter.op === 'or') {
    return residuals.length > 0
      ? { condition: 'all', residual: filter }
      : { condition: either(conditions), residual: null };
  }
  return { condition: both(conditions), residual: conjunction(residuals) };
}

function conjunction(filters: readonly Filter[]): Filter | null {
  const [first] = filters;
  if (first === undefined) return null;
  return filters.length === 1 ? first : { op: 'and', all: filters };
}
