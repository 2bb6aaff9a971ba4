import { parseDateTime } from '../../../src/contract/index.ts';
import type { Filter } from '../../../src/contract/index.ts';
import type { Parameter } from '../ask.ts';

const DAY = 86_400_000;

/**
 * The days between which a test of a moment holds. The API takes days and says of `lte` both "before or on" and midnight: a day more on that side is right
 * under either reading.
 */
export function daysOf(param: string, leaf: Filter): readonly Parameter[] {
  if (!('value' in leaf)) return [];
  const moment = parseDateTime(leaf.value);
  if (moment === null) return [];
  const at = Date.parse(moment);
  const from: Parameter = [`${param}[gte]`, dayOf(at)];
  const to: Parameter = [`${param}[lte]`, dayOf(at + DAY)];
  switch (leaf.op) {
    case 'gt':
    case 'gte':
      return [from];
    case 'lt':
    case 'lte':
      return [to];
    case 'eq':
      return [from, to];
    default:
      return [];
  }
}

export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
