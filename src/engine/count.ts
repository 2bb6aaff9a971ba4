import type { Filter } from '../contract/index.ts';
import { atSource } from './at-source.ts';
import type { KeyedDependencies } from './keyed.ts';
import type { Condition } from './query.ts';
import type { Readable } from './readable.ts';
import { readOptions } from './freshness.ts';
import { readKey } from './read-key.ts';
import { scan } from './scan.ts';
import { callFor, type Scope } from './scope.ts';

/**
 * The number of rows that the viewer could page through: by the upstream's own count where it is exact and takes the whole filter, else by reading them.
 */
export async function countRows(
  dependencies: KeyedDependencies,
  scope: Scope,
  readable: Readable,
  wanted: Condition,
  bound: number,
): Promise<number> {
  const condition = atSource(readable.bound, wanted);
  if (condition === false) return 0;
  return (
    (await countUpstream(dependencies, scope, readable, condition)) ??
    countByReading(dependencies, scope, readable, condition, bound)
  );
}

async function countUpstream(
  dependencies: KeyedDependencies,
  scope: Scope,
  readable: Readable,
  filter: Filter | null,
): Promise<number | null> {
  const { upstreams, now, store } = dependencies;
  const { bound, table } = readable;
  const adapter = upstreams.adapter(bound.connection);
  if (adapter.count === undefined || !adapter.capabilities(bound).count) return null;
  const select = { columns: [table.key], joins: {} };
  const plan = adapter.plan(bound, { select, filter, order: [], limit: null });
  if (plan.residual !== null) return null;
  const key = readKey(dependencies, scope, readable, select, ['count', plan.handle], filter);
  const counted = await store.read(key, readOptions(dependencies, scope, readable), async (signal) => {
    const call = callFor(upstreams, now, scope, bound.connection, signal);
    return { rows: (await adapter.count?.(bound, plan, call)) ?? null };
  });
  return counted.rows;
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
