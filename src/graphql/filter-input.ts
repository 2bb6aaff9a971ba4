import type { ComparisonOp, Filter, Operand } from '../contract/index.ts';
import { CasegraphError } from '../contract/index.ts';
import { allOf, anyOf } from '../engine/filter/combine.ts';
import type { TableDefinition } from '../engine/definition.ts';
import type { Condition, Through, Wanted } from '../engine/query.ts';
import type { Catalog } from '../engine/scope.ts';

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

/** The table that a filter input is of, where it may lead through relations. */
export interface FilterReading {
  readonly table: TableDefinition;
  readonly catalog: Catalog;
  /** Relations that one filter may lead through, at any depth: each can cost a request. */
  readonly most: number;
}

interface Reading extends FilterReading {
  /** Shared by all levels. */
  readonly met: { relations: number };
}

/**
 * Turns a filter input into the contract's normal form: `not` is pushed into the leaves (an ordering then also matches cells without a value),
 * an empty `in` or `or` is decided. Throws `invalid-input` for a null where a value is needed.
 */
export function toCondition(input: FilterInput | null | undefined): Condition {
  // Without a table, nothing leads through a relation.
  return convert(input, false, null) as Condition;
}

/** The same for a table's own filter input, which may lead through relations. Throws `too-complex` where it leads through too many. */
export function toWanted(input: FilterInput | null | undefined, reading: FilterReading): Wanted {
  return convert(input, false, { ...reading, met: { relations: 0 } });
}

function convert(input: FilterInput | null | undefined, negated: boolean, reading: Reading | null): Wanted {
  if (input === null || input === undefined) return negated ? false : null;
  const parts = Object.entries(input).map(([name, value]) => part(name, value, negated, reading));
  return negated ? anyOf(parts) : allOf(parts);
}

function part(name: string, value: unknown, negated: boolean, reading: Reading | null): Wanted {
  if (value === null || value === undefined) throw nullGiven(name);
  if (name === 'not') return convert(value as FilterInput, !negated, reading);
  if (name === 'and' || name === 'or') {
    const parts = (value as readonly FilterInput[]).map((inner) => convert(inner, negated, reading));
    return (name === 'and') === negated ? anyOf(parts) : allOf(parts);
  }
  const tests =
    reading !== null && isRelation(reading, name)
      ? throughTests(name, value as FilterInput, negated, reading)
      : Object.entries(value as FilterInput).map(([op, operand]) => leaf(name, op, operand, negated));
  return negated ? anyOf(tests) : allOf(tests);
}

function isRelation({ table }: Reading, name: string): boolean {
  return table.references.has(name) || table.lists.has(name);
}

/** A reference takes the filter of its table, and `isNull`; a list takes `some` and `none`. */
function throughTests(relation: string, input: FilterInput, negated: boolean, reading: Reading): Wanted[] {
  const { table, catalog } = reading;
  const reference = table.references.get(relation);
  const target = catalog.tables.get((reference ?? table.lists.get(relation))?.table ?? '');
  if (target === undefined) throw new Error(`${table.name}.${relation} leads nowhere`);
  const through = (test: 'some' | 'none', filter: unknown): Through => {
    meet(reading, relation);
    const below = convert(filter as FilterInput, false, { ...reading, table: target });
    return { op: 'through', relation, test: (test === 'some') === negated ? 'none' : 'some', filter: below };
  };
  if (reference === undefined) {
    return Object.entries(input).map(([test, filter]) => {
      if (filter === null || filter === undefined) throw nullGiven(`${relation}.${test}`);
      return through(test as 'some' | 'none', filter);
    });
  }
  const { isNull, ...rest } = input;
  if (isNull === null) throw nullGiven(`${relation}.isNull`);
  const test = (isNull === true) === negated ? ('notNull' as const) : ('null' as const);
  return [
    ...(isNull === undefined ? [] : [{ op: 'through' as const, relation, test, filter: null }]),
    ...(Object.keys(rest).length === 0 ? [] : [through('some', rest)]),
  ];
}

function meet({ met, most }: Reading, relation: string): void {
  met.relations += 1;
  if (met.relations <= most) return;
  throw new CasegraphError(
    'too-complex',
    `The filter leads through more than ${most} relations; ${relation} is one too many. Ask in several steps, by the ids of the related rows.`,
  );
}

function leaf(column: string, op: string, operand: unknown, negated: boolean): Condition {
  if (op === 'isNull' && operand === null) throw nullGiven(`${column}.isNull`);
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
