import { parseDate, parseDateTime, parseTime, plainDecimal } from '../../../src/contract/index.ts';
import type { Column, Operand } from '../../../src/contract/index.ts';
import type { ColumnRules } from '../declaration/declared.ts';

const MOST_INT = 2_147_483_647;

/** A value to compare with, as a variable holds it; undefined where it cannot stand for the column's type: the engine then says so. */
export function operandOf(
  { type }: Column,
  { as }: Pick<ColumnRules, 'as'>,
  value: Operand,
): Operand | undefined {
  switch (type) {
    case 'integer':
    case 'duration':
      return ofNumber(value, as);
    case 'decimal':
      return ofDecimal(value, as);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return parseDate(value) ?? undefined;
    case 'time':
      return parseTime(value) ?? undefined;
    case 'datetime':
      return parseDateTime(value) ?? undefined;
    case 'json':
      return undefined;
    case 'id':
    case 'reference':
      return as === 'number' ? ofDigits(value) : ofText(value);
    default:
      return ofText(value);
  }
}

function ofText(value: Operand): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** GraphQL's Int has 32 bits; a value beyond is left to the engine unless the service takes such numbers as text. */
function ofNumber(value: Operand, as: ColumnRules['as']): Operand | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined;
  if (as === 'string') return String(value);
  return Math.abs(value) <= MOST_INT ? value : undefined;
}

/** As a number only where the number is the same one. */
function ofDecimal(value: Operand, as: ColumnRules['as']): Operand | undefined {
  const plain = plainDecimal(value);
  if (plain === null || as !== 'number') return plain ?? undefined;
  return plainDecimal(Number(plain)) === plain ? Number(plain) : undefined;
}

function ofDigits(value: Operand): number | undefined {
  return typeof value === 'string' &&
    /^(0|-?[1-9]\d{0,9})$/.test(value) &&
    Math.abs(Number(value)) <= MOST_INT
    ? Number(value)
    : undefined;
}
