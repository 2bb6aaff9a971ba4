import { CasegraphError } from '../../src/contract/index.ts';
import type { ColumnType, Value } from '../../src/contract/index.ts';
import { compareDecimals } from './decimal.ts';
import { compareInstants } from './instant.ts';

/**
 * Compares two values of one column type as the contract says (`value.ts`): below zero, zero or above. Neither is null; a choice may be
 * given as `{ value, label }` or by its value alone. Throws `invalid-input` for a value that the type cannot hold.
 */
export function compareValues(type: ColumnType, a: Value, b: Value): number {
  switch (type) {
    case 'integer':
    case 'duration':
      return byOrder(number(type, a), number(type, b));
    case 'boolean':
      return byOrder(Number(boolean(a)), Number(boolean(b)));
    case 'decimal':
      return compareDecimals(string(type, a), string(type, b)) ?? refuse(type);
    case 'datetime':
      return compareInstants(string(type, a), string(type, b)) ?? refuse(type);
    case 'choice':
      return compareChoices(string(type, choiceValue(a)), string(type, choiceValue(b)));
    case 'json':
    case 'list':
      return byOrder(JSON.stringify(a), JSON.stringify(b));
    default:
      return byOrder(textOf(type, a), textOf(type, b));
  }
}

/** The text that text operators look at: folded to lower case, except for ids and references, which are compared exactly. */
export function textOf(type: ColumnType, value: Value): string {
  const text = string(type, type === 'choice' ? choiceValue(value) : value);
  return type === 'id' || type === 'reference' ? text : text.toLowerCase();
}

const INTEGER = /^-?\d+$/;

/** By number where both are integers, else as text. Integers come before other values, so that any mixture of the two has one order. */
function compareChoices(a: string, b: string): number {
  const numbers = [a, b].filter((value) => INTEGER.test(value)).length;
  if (numbers === 2) return byOrder(BigInt(a), BigInt(b));
  if (numbers === 1) return INTEGER.test(a) ? -1 : 1;
  return byOrder(a.toLowerCase(), b.toLowerCase());
}

function choiceValue(value: Value): Value {
  if (value !== null && typeof value === 'object' && 'value' in value) return value.value ?? null;
  return value;
}

function byOrder<T extends string | number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function string(type: ColumnType, value: Value): string {
  return typeof value === 'string' ? value : refuse(type);
}

function number(type: ColumnType, value: Value): number {
  return typeof value === 'number' ? value : refuse(type);
}

function boolean(value: Value): boolean {
  return typeof value === 'boolean' ? value : refuse('boolean');
}

function refuse(type: ColumnType): never {
  throw new CasegraphError(
    'invalid-input',
    `This is not a value of a ${type} column; see the column's type for what it takes.`,
  );
}
