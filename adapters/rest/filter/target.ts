import type { Filter, LeafOp } from '../../../src/contract/index.ts';
import type { Declaration } from '../declaration/declaration.ts';

/** Where a filter's value goes. */
export interface FilterTarget {
  readonly param: string;
  readonly list: 'repeat' | 'comma';
  /** Sent instead of the filter's own value: for `null` and `notNull`, which have none. */
  readonly value: string | number | boolean | undefined;
  /** Values that one request may hold. */
  readonly max: number | undefined;
}

export type Leaf = Extract<Filter, { column: string }>;

/** A list of one is what `eq` asks for, and the other way round only for one value. */
const AS_LIST: Partial<Record<LeafOp, LeafOp>> = { eq: 'in', ne: 'notIn' };

export function operatorsOf({ list }: Declaration, column: string): readonly LeafOp[] {
  const own = Object.hasOwn(list.filters, column) ? list.filters[column] : undefined;
  const declared = Object.keys(own ?? {}) as LeafOp[];
  const derived = (['eq', 'ne'] as const).filter((op) => {
    const wider = AS_LIST[op];
    return wider !== undefined && declared.includes(wider) && !declared.includes(op);
  });
  return [...declared, ...derived];
}

export function targetOf({ list }: Declaration, column: string, op: LeafOp): FilterTarget | null {
  const own = Object.hasOwn(list.filters, column) ? list.filters[column] : undefined;
  const found = own?.[op] ?? own?.[AS_LIST[op] ?? op];
  if (found === undefined) return null;
  if (typeof found === 'string') return { param: found, list: 'repeat', value: undefined, max: undefined };
  return { param: found.param, list: found.list ?? 'repeat', value: found.value, max: found.max };
}
