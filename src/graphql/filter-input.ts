import type { ComparisonOp, Filter, Operand } from '../contract/index.ts';
import { CasegraphError } from '../contract/index.ts';
import { allOf, anyOf } from '../engine/filter/combine.ts';
import type { Condition } from '../engine/query.ts';

/** A filter as a client writes it; its shape has been checked by the schema. */
export type FilterInput = Readonly<Record<string, unknown>>;

/** What each operator becomes where a `not` stands around it. */
const OPPOSITE: Readonly<
  Record<string, readonly [ComparisonOp | 'null' | 'notNull' | 'in' | 'notIn', boolean]>
> = {
  eq: ['ne', false],
  ne: ['eq', false],
  lt: ['gte', true],
  lte: ['gt', true],
  gt: ['lte', true],
  gte: ['lt', true],
  contains: ['notContains', false],
  startsWith: ['notStartsWith', false],
  endsWith: ['notEndsWith', false],
  in: ['notIn', false],
  notIn: ['in', false],
};

/**
 * Turns a filter input into the contract's normal form: `not` is pushed into the leaves (an ordering then also matches cells without a value),
 * an empty `in` or `or` is decided. Throws `invalid-input` for a null where a value is needed.
 */
export function toCondition(input: FilterInput | null | undefined, negated = false): Condition {
  if (input === null || input === undefined) return negated ? false : null;
  const parts = Object.entries(input).map(([name, value]) => part(name, value, negated));
  return negated ? anyOf(parts) : allOf(parts);
}

function part(name: string, value: unknown, negated: boolean): Condition {
  if (value === null || value === undefined) throw nullGiven(name);
  if (name === 'not') return toCondition(value as FilterInput, !negated);
  if (name === 'and' || name === 'or') {
    const parts = (value as readonly FilterInput[]).map((inner) => toCondition(inner, negated));
    return (name === 'and') === negated ? anyOf(parts) : allOf(parts);
  }
  const tests = Object.entries(value as Record<string, unknown>).map(([op, operand]) =>
    leaf(name, op, operand, negated),
  );
  return negated ? anyOf(tests) : allOf(tests);
}

function leaf(column: string, op: string, operand: unknown, negated: boolean): Condition {
  if (op === 'isNull') return { op: (operand === true) === negated ? 'notNull' : 'null', column };
  if (operand === null || operand === undefined) return nullTest(column, op, negated);
  if (op === 'in' || op === 'notIn') return membership(column, op, operand as readonly Operand[], negated);
  const value = operand as Operand;
  if (!negated) return { op: op as ComparisonOp, column, value };
  const [opposite, matchesEmpty] = OPPOSITE[op] as [ComparisonOp, boolean];
  const test: Filter = { op: opposite, column, value };
  return matchesEmpty ? { op: 'or', any: [test, { op: 'null', column }] } : test;
}

function nullTest(column: string, op: string, negated: boolean): Condition {
  if (op !== 'eq' && op !== 'ne') throw nullGiven(`${column}.${op}`);
  return { op: (op === 'eq') === negated ? 'notNull' : 'null', column };
}

function membership(
  column: string,
  op: 'in' | 'notIn',
  values: readonly Operand[],
  negated: boolean,
): Condition {
  const inside = (op === 'in') !== negated;
  if (values.length === 0) return inside ? false : null;
  return { op: inside ? 'in' : 'notIn', column, values };
}

function nullGiven(place: string): CasegraphError {
  return new CasegraphError(
    'invalid-input',
    `filter.${place} is null. Leave it out, or use { isNull: true } to find rows without a value.`,
  );
}
