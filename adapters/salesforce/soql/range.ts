import type { Column, Operand } from '../../../src/contract/index.ts';
import { holdsId, isOwnId } from '../columns.ts';
import type { Condition } from './condition.ts';
import { test } from './condition.ts';
import { literalOf, misfit } from './literal.ts';

const SIGNS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/**
 * Less, greater and the like. Null where the engine has to compare: ids are compared exactly, as text, so a piece of one (or its short form)
 * has a place of its own in the order, but cannot be sent.
 */
export function rangeOf(column: Column, op: keyof typeof SIGNS, value: Operand): Condition | null {
  const literal = literalOf(column, value);
  if (holdsId(column) && typeof value === 'string' && literal !== `'${value}'`) return null;
  if (literal === null) throw misfit(column, value);
  if (literal === "''") return besideEmptyText(column, op);
  return test(`${column.upstream} ${SIGNS[op]} ${literal}`);
}

/** Every text comes after the empty one, which no cell holds: Salesforce keeps it as null. */
function besideEmptyText(column: Column, op: keyof typeof SIGNS): Condition {
  if (op === 'lt' || op === 'lte') return 'none';
  return isOwnId(column) ? 'all' : test(`${column.upstream} != null`);
}
