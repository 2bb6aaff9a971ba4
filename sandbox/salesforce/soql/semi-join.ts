import type { Condition } from './ast.ts';
import { SoqlError } from './soql-error.ts';

const MOST = 2;

/** Refuses what Salesforce does not allow of `IN (SELECT …)`: more than two, beside OR, one inside the other. */
export function checkJoins(condition: Condition): void {
  const joins = joinsIn(condition, false);
  const third = joins[MOST];
  if (third !== undefined) throw malformed(`Maximum ${MOST} semi join sub-selects are allowed`, third.at);
}

type Join = Extract<Condition, { kind: 'join' }>;

function joinsIn(condition: Condition, underOr: boolean): Join[] {
  if (condition.kind === 'and' || condition.kind === 'or') {
    return condition.parts.flatMap((part) => joinsIn(part, underOr || condition.kind === 'or'));
  }
  if (condition.kind === 'not') return joinsIn(condition.part, underOr);
  if (condition.kind !== 'join') return [];
  if (underOr) throw malformed("Semi join sub-selects are not allowed with the 'OR' operator", condition.at);
  const inner = condition.query;
  if (inner.where !== undefined && joinsIn(inner.where, false).length > 0) {
    throw malformed('Nesting of semi join sub-selects is not supported', condition.at);
  }
  if (
    inner.order.length > 0 ||
    inner.limit !== undefined ||
    inner.offset !== undefined ||
    inner.group !== undefined
  ) {
    throw malformed(
      'ORDER BY, LIMIT, OFFSET and GROUP BY are not allowed in semi join sub-selects',
      inner.at,
    );
  }
  return [condition];
}

function malformed(message: string, at: number): SoqlError {
  return new SoqlError('MALFORMED_QUERY', message, at);
}
