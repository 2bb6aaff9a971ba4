import { groupOf, type Place } from './place.ts';

const TABLE = /^[a-z][a-z0-9_]{0,79}$/;
const SYS_ID = /^[0-9a-f]{32}$/;
const OPERATIONS: ReadonlySet<unknown> = new Set(['insert', 'update', 'delete']);
const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/**
 * The body that the business rule of docs/live.md sends: `{ id, table, sys_id, operation, sys_updated_on, sys_mod_count }`. `null` where it is something else. Only
 * the place is taken from it: what happened there is read from the instance.
 */
export function servicenowEvent(body: unknown): readonly Place[] | null {
  const event = groupOf(body);
  if (event === null) return null;
  const { id, table, sys_id: key, operation, sys_updated_on: at, sys_mod_count: count } = event;
  if (typeof id !== 'string' || typeof table !== 'string' || typeof key !== 'string') return null;
  if (!TABLE.test(table) || !SYS_ID.test(key) || !OPERATIONS.has(operation)) return null;
  if (typeof at !== 'string' || !MOMENT.test(at) || !/^\d{1,9}$/.test(String(count))) return null;
  return [{ object: table, key }];
}
