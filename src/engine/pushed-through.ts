import type { Adapter, BoundTable, Filter } from '../contract/index.ts';
import { atSource } from './at-source.ts';
import { allOf } from './filter/combine.ts';
import type { Condition } from './query.ts';
import type { Readable } from './readable.ts';

/** A relation filter, as far as it could be said to the system that owns both tables. */
export interface RelatedTest {
  readonly relation: string;
  readonly test: 'some' | 'none';
  /** The related table as the viewer reads it. */
  readonly target: Readable;
  /** What the related row must fulfil beyond what the viewer may see of its table. */
  readonly wanted: Condition;
}

/**
 * Whether the owning system can follow the relation inside the same request. Both tables are read through one connection, the row is the very one that the
 * viewer would be shown, and the system reads under the gateway's name: where it reads under the viewer's, its own rules hide rows, and none is known to
 * apply them to rows that a condition only looks at.
 */
export function canFollow(
  adapter: Adapter,
  { bound }: Readable,
  { relation, test, target }: Omit<RelatedTest, 'wanted'>,
): boolean {
  if (adapter.capabilities(bound).related?.has(test) !== true) return false;
  return bound.joins.get(relation)?.table() === target.bound;
}

/**
 * The test with all that the viewer may see of the related rows; `undefined` where the system does not take all of it. Throws `invalid-input` for a
 * value that it refuses.
 */
export function relatedCondition(
  adapter: Adapter,
  { bound }: Readable,
  { relation, test, target, wanted }: RelatedTest,
): Condition | undefined {
  const filter = atSource(target.bound, allOf([wanted, target.rows]));
  if (filter === false) return test === 'some' ? false : null;
  const leaf: Filter = { op: test, relation, filter };
  return residualOf(adapter, bound, leaf) === null ? leaf : undefined;
}

/** What the system would leave of a condition. */
export function residualOf(adapter: Adapter, bound: BoundTable, condition: Condition): Filter | null {
  if (condition === false) return null;
  const select = { columns: [bound.key], joins: {} };
  return adapter.plan(bound, { select, filter: condition, order: [], limit: null }).residual;
}

/** Whether a condition looks at related rows. */
export function looksFurther(condition: Condition): boolean {
  if (condition === null || condition === false || 'column' in condition) return false;
  if (condition.op === 'and') return condition.all.some(looksFurther);
  return condition.op === 'or' ? condition.any.some(looksFurther) : true;
}
