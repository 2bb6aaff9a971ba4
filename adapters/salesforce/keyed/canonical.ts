import { parseDateTime, plainDecimal } from '../../../src/contract/index.ts';
import type { CasegraphError, Column, Operand, Value } from '../../../src/contract/index.ts';
import { holdsId } from '../columns.ts';
import { normaliseId } from '../id.ts';
import { literalOf, misfit } from '../soql/literal.ts';

/** A key as it is asked for: by what it is recognised in the answer, and how it is written in SOQL. */
export interface Key {
  /** Equal for exactly those values that the contract calls equal in this column. */
  readonly canonical: string;
  readonly literal: string;
}

/** The key of a value; null where no row can have it; an error where the column cannot hold such a value at all. */
export function keyOf(column: Column, value: Operand): Key | CasegraphError | null {
  const literal = literalOf(column, value);
  if (literal === "''") return null;
  if (literal !== null) return { canonical: canonicalOf(column, value) ?? literal, literal };
  return holdsId(column) && typeof value === 'string' ? null : misfit(column, value);
}

/** What a cell (or a value to look up) is recognised by: ids by their 18 characters, text without regard to case. Null: no value. */
export function canonicalOf(column: Column, value: Value): string | null {
  if (value === null) return null;
  if (typeof value === 'object')
    return 'value' in value && typeof value.value === 'string' ? value.value.toLowerCase() : null;
  switch (column.type) {
    case 'string':
    case 'url':
    case 'choice':
      return String(value).toLowerCase();
    case 'decimal':
      return plainDecimal(value);
    case 'datetime':
      return parseDateTime(value);
    case 'id':
    case 'reference':
      return normaliseId(value);
    default:
      return String(value);
  }
}
