import type { Operand } from '../../../src/contract/index.ts';
import type { Argument, LookupField } from '../declaration/declared.ts';
import { bareType, isListType } from '../names.ts';
import type { Key } from './key.ts';

const DIGITS = /^(0|-?[1-9]\d{0,9})$/;
const MOST_INT = 2_147_483_647;

/** Whether the service can be asked for this key: one that its argument cannot hold leads to no row, and would fail the whole request. */
export function isAskable({ type, pattern }: LookupField, { value }: Key): boolean {
  if (pattern !== null && !pattern.test(String(value))) return false;
  return bareType(type) !== 'Int' || (DIGITS.test(String(value)) && Math.abs(Number(value)) <= MOST_INT);
}

export function argumentOf({ argument, type }: LookupField, key: Key): Argument {
  const value = valueOf(type, key);
  return { name: argument, type, value: isListType(type) ? [value] : value };
}

export function listArgumentOf({ argument, type }: LookupField, keys: readonly Key[]): Argument {
  return { name: argument, type, value: keys.map((key) => valueOf(type, key)) };
}

function valueOf(type: string, { value }: Key): Operand {
  return bareType(type) === 'Int' ? Number(value) : value;
}
