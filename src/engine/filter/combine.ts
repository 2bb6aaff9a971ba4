import type { Condition, Wanted, WantedFilter } from '../query.ts';

/** All of them must hold. Decided parts disappear; nested conjunctions become one. */
export function allOf(conditions: readonly Condition[]): Condition;
export function allOf(conditions: readonly Wanted[]): Wanted;
export function allOf(conditions: readonly Wanted[]): Wanted {
  const all: WantedFilter[] = [];
  for (const condition of conditions) {
    if (condition === false) return false;
    if (condition === null) continue;
    if (condition.op === 'and') all.push(...condition.all);
    else all.push(condition);
  }
  if (all.length === 0) return null;
  return all.length === 1 ? (all[0] as WantedFilter) : { op: 'and', all };
}

/** One of them must hold; none of none does. */
export function anyOf(conditions: readonly Condition[]): Condition;
export function anyOf(conditions: readonly Wanted[]): Wanted;
export function anyOf(conditions: readonly Wanted[]): Wanted {
  const any: WantedFilter[] = [];
  for (const condition of conditions) {
    if (condition === null) return null;
    if (condition === false) continue;
    if (condition.op === 'or') any.push(...condition.any);
    else any.push(condition);
  }
  if (any.length === 0) return false;
  return any.length === 1 ? (any[0] as WantedFilter) : { op: 'or', any };
}

/** Every column that a filter reads of its own table. */
export function columnsOf(filter: Condition, into: Set<string> = new Set()): Set<string> {
  if (filter === null || filter === false) return into;
  if (filter.op === 'and') filter.all.forEach((part) => columnsOf(part, into));
  else if (filter.op === 'or') filter.any.forEach((part) => columnsOf(part, into));
  else if ('column' in filter) into.add(filter.column);
  return into;
}
