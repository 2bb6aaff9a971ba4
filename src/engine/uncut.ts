import type { Filter, Order } from '../contract/index.ts';
import { columnsOf } from './filter/combine.ts';

/** Why the owning system cannot cut a list by itself, as the beginning of a message; empty when it can. */
export function uncutBecause(residual: Filter | null, unsorted: readonly Order[]): string {
  if (residual !== null)
    return `${[...columnsOf(residual)].join(', ')} cannot be filtered in the owning system, and `;
  return unsorted.length === 0
    ? ''
    : `${unsorted.map(({ column }) => column).join(', ')} cannot be sorted in the owning system, and `;
}
