import { parseDateTime, plainDecimal } from '../../../src/contract/index.ts';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Operand, Value } from '../../../src/contract/index.ts';
import { operandOf } from '../filter/operand.ts';

/** A key as it is asked for. */
export interface Key {
  /** Equal for exactly those values that the contract calls equal in this column. */
  readonly canonical: string;
  readonly value: Operand;
}

/** An error where the column cannot hold such a value at all. */
export function keyOf(table: BoundTable, column: Column, value: Operand): Key | CasegraphError {
  const operand = operandOf(column, { as: null }, value);
  const canonical = operand === undefined ? null : canonicalOf(column, operand);
  if (operand !== undefined && canonical !== null) return { canonical, value: operand };
  return new CasegraphError(
    'invalid-input',
    `${table.name}.${column.name} is of type ${column.type} and cannot hold such a value`,
  );
}

/** What a cell is recognised by: ids exactly, text without regard to case. Null: no value. */
export function canonicalOf({ type }: Column, value: Value): string | null {
  if (value === null) return null;
  if (typeof value === 'object')
    return 'value' in value && typeof value.value === 'string' ? value.value.toLowerCase() : null;
  switch (type) {
    case 'string':
    case 'text':
    case 'url':
    case 'choice':
      return String(value).toLowerCase();
    case 'decimal':
      return plainDecimal(value);
    case 'datetime':
      return parseDateTime(value);
    default:
      return String(value);
  }
}
