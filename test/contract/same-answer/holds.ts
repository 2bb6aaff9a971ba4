import type { Choice, ColumnType, Operand, Row, Value } from '../../../src/contract/index.ts';
import type { Input } from './inputs.ts';

/**
 * Whether a row matches a filter as a client writes it, by the words of the published schema alone: plain two-valued logic over one
 * row, with no normal form, no pushing and none of the engine's or an adapter's code.
 */
export function holds(input: Input, row: Row, typeOf: (column: string) => ColumnType): boolean {
  return Object.entries(input).every(([name, value]) => {
    if (name === 'and') return (value as Input[]).every((part) => holds(part, row, typeOf));
    if (name === 'or') return (value as Input[]).some((part) => holds(part, row, typeOf));
    if (name === 'not') return !holds(value as Input, row, typeOf);
    const cell = row.values[name] ?? null;
    return Object.entries(value as Input).every(([test, operand]) =>
      passes(test, operand, cell, typeOf(name)),
    );
  });
}

function passes(test: string, operand: unknown, cell: Value, type: ColumnType): boolean {
  const members = cell === null ? [] : Array.isArray(cell) ? (cell as Value[]) : [cell];
  const some = (check: (order: number) => boolean, other: unknown = operand): boolean =>
    members.some((member) => check(compare(type, member, other)));
  switch (test) {
    case 'isNull':
      return (cell === null) === operand;
    case 'eq':
      return operand === null ? cell === null : some((order) => order === 0);
    case 'ne':
      return operand === null ? cell !== null : !some((order) => order === 0);
    case 'in':
      return (operand as unknown[]).some((one) => some((order) => order === 0, one));
    case 'notIn':
      return !(operand as unknown[]).some((one) => some((order) => order === 0, one));
    case 'lt':
      return some((order) => order < 0);
    case 'lte':
      return some((order) => order <= 0);
    case 'gt':
      return some((order) => order > 0);
    case 'gte':
      return some((order) => order >= 0);
    default:
      return members.some((member) => textTest(test, lower(member), lower(operand)));
  }
}

function textTest(test: string, text: string, piece: string): boolean {
  if (test === 'contains') return text.includes(piece);
  return test === 'startsWith' ? text.startsWith(piece) : text.endsWith(piece);
}

function lower(value: unknown): string {
  return String(value).toLowerCase();
}

/** By the table of value.ts. The decimals of these tests are exact as floats at this size. */
function compare(type: ColumnType, cell: Value, other: unknown): number {
  const value = (typeof cell === 'object' && cell !== null ? (cell as Choice).value : cell) as Operand;
  const [left, right] = (() => {
    if (type === 'integer' || type === 'decimal' || type === 'duration')
      return [Number(value), Number(other)];
    if (type === 'datetime') return [Date.parse(String(value)), Date.parse(String(other))];
    if (type === 'boolean') return [Number(value), Number(other)];
    return type === 'id' || type === 'reference' || type === 'date'
      ? [String(value), String(other)]
      : [lower(value), lower(other)];
  })();
  return left === right ? 0 : (left ?? 0) < (right ?? 0) ? -1 : 1;
}
