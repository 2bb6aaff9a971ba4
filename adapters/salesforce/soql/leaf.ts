import { columnOf } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Column,
  Comparison,
  Filter,
  Membership,
  NullTest,
  Operand,
} from '../../../src/contract/index.ts';
import { isOwnId } from '../columns.ts';
import { isParentPath } from '../names.ts';
import type { Condition } from './condition.ts';
import { both, either, test } from './condition.ts';
import { pattern } from './escape.ts';
import { literalOf, misfit, requiredLiteral } from './literal.ts';
import { operatorsOf } from './operators.ts';
import { rangeOf } from './range.ts';

export type Leaf = Comparison | Membership | NullTest;

export function isLeaf(filter: Filter): filter is Leaf {
  return 'column' in filter;
}

/**
 * The condition that means exactly what the leaf means, or null where SOQL has none. Throws invalid-input for a value that cannot stand
 * for the column's type; a malformed id too: whoever asks for one has mistaken something, and no answer would say so.
 */
export function leafCondition(table: BoundTable, leaf: Leaf): Condition | null {
  const column = columnOf(table, leaf.column);
  if (!operatorsOf(table, column).includes(leaf.op)) return null;
  switch (leaf.op) {
    case 'null':
      return isNull(column);
    case 'notNull':
      return isNotNull(column);
    case 'in':
      return hasFraction(column, leaf.values) ? null : among(column, leaf.values);
    case 'notIn':
      return hasFraction(column, leaf.values) ? null : notAmong(column, leaf.values);
    case 'eq':
      return hasFraction(column, [leaf.value]) ? null : among(column, [leaf.value]);
    case 'ne':
      return hasFraction(column, [leaf.value]) ? null : notAmong(column, [leaf.value]);
    default:
      return ordinary(column, leaf);
  }
}

function ordinary(column: Column, leaf: Comparison): Condition | null {
  switch (leaf.op) {
    case 'contains':
      return column.type === 'list' ? among(column, [leaf.value]) : like(column, leaf.value, '%', '%');
    case 'notContains':
      return column.type === 'list' ? notAmong(column, [leaf.value]) : notLike(column, leaf.value, '%', '%');
    case 'startsWith':
      return like(column, leaf.value, '', '%');
    case 'notStartsWith':
      return notLike(column, leaf.value, '', '%');
    case 'endsWith':
      return like(column, leaf.value, '%', '');
    case 'notEndsWith':
      return notLike(column, leaf.value, '%', '');
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return hasFraction(column, [leaf.value]) ? null : rangeOf(column, leaf.op, leaf.value);
    default:
      return null;
  }
}

/** SOQL's documented literals end at seconds: a moment with a fraction is compared by the engine. */
function hasFraction(column: Column, values: readonly Operand[]): boolean {
  return column.type === 'datetime' && values.some((value) => requiredLiteral(column, value).includes('.'));
}

/** A row's own id and its checkboxes always have a value. */
function isAlwaysSet(column: Column): boolean {
  return isOwnId(column) || (column.type === 'boolean' && !isParentPath(column.upstream));
}

function isNull(column: Column): Condition {
  return isAlwaysSet(column) ? 'none' : test(`${column.upstream} = null`);
}

export function isNotNull(column: Column): Condition {
  return isAlwaysSet(column) ? 'all' : test(`${column.upstream} != null`);
}

/** Rows without a value match every negative test, whichever way SOQL would take them by itself. */
function orNull(column: Column, condition: Condition): Condition {
  return either([condition, isNull(column)]);
}

/** The literals of values that a cell can hold at all; nothing is kept empty upstream but null, so `''` equals no cell. */
function possible(column: Column, values: readonly Operand[]): readonly string[] {
  const literals = values.flatMap((value) => {
    const literal = literalOf(column, value);
    if (literal === null) throw misfit(column, value);
    // In INCLUDES a semicolon would ask for two members; no member holds one.
    if (literal === "''" || (column.type === 'list' && literal.includes(';'))) return [];
    return [literal];
  });
  return [...new Set(literals)];
}

function among(column: Column, values: readonly Operand[]): Condition {
  const literals = possible(column, values);
  const [only] = literals;
  if (only === undefined) return 'none';
  const field = column.upstream;
  if (column.type === 'list') return test(`${field} INCLUDES (${literals.join(',')})`);
  if (column.type === 'boolean') return literals.length === 2 ? 'all' : test(`${field} = ${only}`);
  return test(literals.length === 1 ? `${field} = ${only}` : `${field} IN (${literals.join(',')})`);
}

function notAmong(column: Column, values: readonly Operand[]): Condition {
  const literals = possible(column, values);
  const [only] = literals;
  if (only === undefined) return 'all';
  const field = column.upstream;
  if (column.type === 'list') {
    return orNull(column, both(literals.map((literal) => test(`${field} EXCLUDES (${literal})`))));
  }
  if (column.type === 'boolean') return literals.length === 2 ? 'none' : test(`${field} != ${only}`);
  return orNull(
    column,
    test(literals.length === 1 ? `${field} != ${only}` : `${field} NOT IN (${literals.join(',')})`),
  );
}

function like(column: Column, value: Operand, before: '%' | '', after: '%' | ''): Condition {
  if (value === '') return isNotNull(column);
  return test(`${column.upstream} LIKE ${likePattern(column, value, before, after)}`);
}

function notLike(column: Column, value: Operand, before: '%' | '', after: '%' | ''): Condition {
  if (value === '') return isNull(column);
  return orNull(column, test(`(NOT ${column.upstream} LIKE ${likePattern(column, value, before, after)})`));
}

function likePattern(column: Column, value: Operand, before: '%' | '', after: '%' | ''): string {
  const literal = typeof value === 'string' ? pattern(value, before, after) : null;
  if (literal === null) throw misfit(column, value);
  return literal;
}
