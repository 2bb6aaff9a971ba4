import type { Capabilities, Filter } from '../../contract/index.ts';
import { allOf } from './combine.ts';

/** A filter in two parts: what a batched read may push down whole, and what the engine applies. */
export interface Split {
  readonly pushed: Filter | null;
  readonly residual: Filter | null;
}

/** Splits a conjunction by what the adapter claims to be able to push; anything else stays whole. */
export function splitFilter(filter: Filter | null, capabilities: Capabilities): Split {
  if (filter === null) return { pushed: null, residual: null };
  const parts = filter.op === 'and' ? filter.all : [filter];
  const pushed = parts.filter((part) => canPush(part, capabilities));
  const residual = parts.filter((part) => !canPush(part, capabilities));
  return { pushed: allOf(pushed) as Filter | null, residual: allOf(residual) as Filter | null };
}

function canPush(filter: Filter, capabilities: Capabilities): boolean {
  if (filter.op === 'and') return filter.all.every((part) => canPush(part, capabilities));
  if (filter.op === 'or') return filter.any.every((part) => canPush(part, capabilities));
  return capabilities.filter.get(filter.column)?.has(filter.op) ?? false;
}
