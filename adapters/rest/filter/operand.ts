import { canonicalOf } from '../../../src/contract/index.ts';
import type { Column, Operand } from '../../../src/contract/index.ts';

/**
 * Characters to which services give a meaning inside one value: separators of lists and ranges, wildcards, the void. Nobody can know which of
 * them a service takes so; a value with one is left to the engine, which takes it as it is.
 */
const TELLING = /[,;|*~\p{Cc}\p{Cs}]|^\s|\s$|^$/u;

/** How a filter value is sent; null: it is better not sent. */
export function sendable(column: Column, operand: Operand): Operand | null {
  const canonical = canonicalOf(column.type, operand);
  if (canonical === null) return null;
  if (typeof operand !== 'string') return operand;
  const isText = ['id', 'reference', 'string', 'text', 'url', 'choice', 'list'].includes(column.type);
  const value = isText ? operand : canonical;
  return TELLING.test(value) ? null : value;
}
