import type { Filter } from '../contract/index.ts';
import type { KeyedDependencies } from './keyed.ts';
import type { Condition } from './query.ts';
import type { Readable } from './readable.ts';
import { scan } from './scan.ts';
import { callFor, type Scope } from './scope.ts';

/**
 * The number of rows that the viewer could page through: by the upstream's own count where it is exact and takes the whole filter, else by reading them.
 */
export async function countRows(
  dependencies: KeyedDependencies,
  scope: Scope,
  readable: Readable,
  condition: Condition,
  bound: number,
): Promise<number> {
  if (condition === false) return 0;
  return (
    (await countUpstream(dependencies, scope, readable, condition)) ??
    countByReading(dependencies, scope, readable, condition, bound)
  );
}

async function countUpstream(
  { upstreams, now }: KeyedDependencies,
  scope: Scope,
  readable: Readable,
  filter: Filter | null,
): Promise<number | null> {
  const { bound, table } = readable;
  const adapter = upstreams.adapter(bound.connection);
  if (adapter.count === undefined || !adapter.capabilities(bound).count) return null;
  const plan = adapter.plan(bound, {
    select: { columns: [table.key], joins: {} },
    filter,
    order: [],
    limit: null,
  });
  if (plan.residual !== null) return null;
  return adapter.count(bound, plan, callFor(upstreams, now, scope, bound.connection, scope.signal));
}

async function countByReading(
  dependencies: KeyedDependencies,
  scope: Scope,
  readable: Readable,
  filter: Filter | null,
  bound: number,
): Promise<number> {
  const { key } = readable.table;
  const order = [{ column: key, direction: 'asc' as const }];
  const request = { readable, selection: { columns: [key], joins: {} }, filter, order, limit: null };
  return (await scan(dependencies, scope, request, bound)).rows.length;
}
