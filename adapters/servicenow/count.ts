import type { BoundTable, Call, Plan } from '../../src/contract/index.ts';
import { unreadable } from './errors.ts';
import { get } from './get.ts';
import type { Handle } from './plan.ts';
import { encodeQuery } from './read/path.ts';
import { resultOf } from './result.ts';

/**
 * Number of rows, by the Aggregate API, which applies the account's ACLs. X-Total-Count of the Table API is not used: it counts
 * rows that the account may not see.
 */
export async function countRows(table: BoundTable, plan: Plan<Handle>, call: Call): Promise<number> {
  const { object, query, conditions } = plan.handle;
  if (query === null) return 0;
  const filter = conditions === '' ? '' : `&sysparm_query=${encodeQuery(conditions)}`;
  const answer = await get(`/api/now/stats/${object}?sysparm_count=true${filter}`, call);
  return numberIn(resultOf(answer, { verb: 'count', name: table.name, object }));
}

/** `{"stats":{"count":"12"}}` */
function numberIn(result: unknown): number {
  const { stats } = (result ?? {}) as { stats?: unknown };
  const { count } = (stats ?? {}) as { count?: unknown };
  const text = typeof count === 'number' ? String(count) : count;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw unreadable('statistics without a count');
  return Number(text);
}
