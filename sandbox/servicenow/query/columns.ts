import type { Alternatives, Condition, EncodedQuery } from './ast.ts';

function named(condition: Condition): string[] {
  return condition.kind === 'term' ? [condition.column] : [];
}

/** Every column path that a query compares or sorts by, for the check whether the caller may (facts 2.3). */
export function queriedColumns(query: EncodedQuery): string[] {
  const inConditions = query.groups.flatMap((group: readonly Alternatives[]) => group.flat().flatMap(named));
  return [...new Set([...inConditions, ...query.orders.map(({ column }) => column), ...query.groupBy])];
}
