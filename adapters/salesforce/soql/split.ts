import { joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Filter, Related } from '../../../src/contract/index.ts';
import { HERE, parentOf, seenFrom } from './below.ts';
import type { Below } from './below.ts';
import type { Condition } from './condition.ts';
import { both, either, test } from './condition.ts';
import { isLeaf, leafCondition } from './leaf.ts';

/** A filter in two: what SOQL says of it, and what it leaves to the engine. */
export interface Split {
  readonly condition: Condition;
  readonly residual: Filter | null;
}

/** A conjunction gives each part it can; a disjunction is taken whole or not at all. */
export function split(table: BoundTable, filter: Filter | null, below: Below = HERE): Split {
  if (filter === null) return { condition: 'all', residual: null };
  if (isLeaf(filter)) {
    const condition = leafCondition(seenFrom(table, below), filter);
    return condition === null ? { condition: 'all', residual: filter } : { condition, residual: null };
  }
  if ('relation' in filter) return splitRelated(table, filter, below);
  const parts = (filter.op === 'and' ? filter.all : filter.any).map((part) => split(table, part, below));
  const residuals = parts.flatMap(({ residual }) => (residual === null ? [] : [residual]));
  const conditions = parts.map(({ condition }) => condition);
  if (filter.op === 'or') {
    return residuals.length > 0
      ? { condition: 'all', residual: filter }
      : { condition: either(conditions), residual: null };
  }
  return { condition: both(conditions), residual: conjunction(residuals) };
}

/**
 * A test of a parent goes whole or stays: the engine has no parents to look at. `none` stays: what a negated condition on a parent says of rows
 * without one is not documented. `Account.Id != null` stands beside the test, since `Account.Name != 'x'` may hold without a parent.
 */
function splitRelated(table: BoundTable, related: Related, below: Below): Split {
  const left: Split = { condition: 'all', residual: related };
  const join = joinOf(table, related.relation);
  const parent = parentOf(table, join, below);
  if (related.op === 'none' || parent === null) return left;
  const inner = split(join.table(), related.filter, parent);
  if (inner.residual !== null) return left;
  return { condition: both([test(`${parent.path}Id != null`), inner.condition]), residual: null };
}

function conjunction(filters: readonly Filter[]): Filter | null {
  const [first] = filters;
  if (first === undefined) return null;
  return filters.length === 1 ? first : { op: 'and', all: filters };
}
