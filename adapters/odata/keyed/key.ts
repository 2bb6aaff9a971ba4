import { CasegraphError, plainDecimal } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Operand, Value } from '../../../src/contract/index.ts';
import { edmOf } from '../edm.ts';
import { parseMoment } from '../instant.ts';
import { literalOf } from '../query/literal.ts';
import { folds } from '../query/operators.ts';
import type { Service } from '../service.ts';

/** A key as it is asked for: by what it is recognised in the answer, and how it is written in a filter. */
export interface Key {
  /** Equal for exactly those values that the contract calls equal in this column. */
  readonly canonical: string;
  readonly literal: string;
}

/** The key of a value; null where no row can have it; an error where it cannot be asked for. */
export function keyOf(
  service: Service,
  table: BoundTable,
  column: Column,
  value: Operand,
): Key | CasegraphError | null {
  try {
    const literal = literalOf(service, table, column, value);
    if (literal === 'never') return null;
    if (literal === 'unsayable') return unsayable(column);
    return { canonical: canonicalOf(service, table, column, value) ?? '', literal: literal.text };
  } catch (error) {
    if (error instanceof CasegraphError) return error;
    throw error;
  }
}

function unsayable(column: Column): CasegraphError {
  return new CasegraphError(
    'invalid-input',
    `${column.name}: this text cannot be looked up; it holds a control character, half a character, or a letter whose capitals are disputed`,
  );
}

/** What a cell (or a value to look up) is recognised by. Null: no value. */
export function canonicalOf(
  service: Service,
  table: BoundTable,
  column: Column,
  value: Value,
): string | null {
  if (value === null) return null;
  if (typeof value === 'object') {
    return 'value' in value && typeof value.value === 'string'
      ? canonicalOf(service, table, column, value.value)
      : null;
  }
  if (folds(service, column)) return String(value).toLowerCase();
  if (column.type === 'decimal') return plainDecimal(value);
  if (column.type === 'datetime') return parseMoment(value, false);
  return edmOf(service, table, column) === 'Edm.Guid' ? String(value).toLowerCase() : String(value);
}
