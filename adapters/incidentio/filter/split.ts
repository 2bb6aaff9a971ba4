import { columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Filter } from '../../../src/contract/index.ts';
import type { Parameter } from '../ask.ts';
import { daysOf } from './days.ts';
import type { Target } from './target.ts';
import { RANK_OPS, targetOf } from './target.ts';

/** Values that one parameter is given at most: an address has its bounds. */
const MOST_VALUES = 100;
const SEVERITY = 'severity[one_of]';

export interface Split {
  readonly parameters: readonly Parameter[];
  /** Tests of the rank, for which ids of severities have to be looked up. */
  readonly ranks: readonly Filter[];
  readonly residual: Filter | null;
}

type Leaf = Extract<Filter, { column: string }>;

/**
 * A filter in two: what the API is asked for, and what is left to the engine. Filters all hold at once, so only parts of a conjunction can be sent; a
 * parameter is given once, since its values are alternatives.
 */
export function split(table: BoundTable, filter: Filter | null): Split {
  const parameters: Parameter[] = [];
  const ranks: Filter[] = [];
  const residual: Filter[] = [];
  const isFree = ([name]: Parameter): boolean =>
    !parameters.some(([used]) => used === name) && (name !== SEVERITY || ranks.length === 0);
  for (const part of conjuncts(filter)) {
    const target = 'column' in part ? targetOf(table, columnOf(table, part.column)) : null;
    if (target === null || !('column' in part)) residual.push(part);
    else if (target.kind === 'days') {
      // Two bounds of one side would be alternatives: the second one is not sent.
      parameters.push(...daysOf(target.param, part).filter(isFree));
      residual.push(part);
    } else if (target.kind === 'rank') {
      const isAskable = RANK_OPS.includes(part.op) && !parameters.some(([used]) => used === SEVERITY);
      (isAskable ? ranks : residual).push(part);
    } else {
      const asked = target.ops.includes(part.op) ? valuesFor(target, part) : null;
      if (asked?.every(isFree) === true) parameters.push(...asked);
      else residual.push(part);
    }
  }
  return { parameters, ranks, residual: allOf(residual) };
}

function valuesFor(target: Extract<Target, { value: unknown }>, leaf: Leaf): readonly Parameter[] | null {
  if (target.kind === 'list') return listed(target, leaf);
  const value = 'value' in leaf ? target.value(leaf.value) : null;
  return value === null ? null : [[target.param, value]];
}

function listed(
  { param, value }: Extract<Target, { kind: 'list' }>,
  leaf: Leaf,
): readonly Parameter[] | null {
  const operands: readonly unknown[] = 'values' in leaf ? leaf.values : 'value' in leaf ? [leaf.value] : [];
  const values = operands.flatMap((operand) => value(operand) ?? []);
  if (values.length < operands.length || values.length > MOST_VALUES) return null;
  const operator = leaf.op === 'eq' || leaf.op === 'in' ? 'one_of' : 'not_in';
  return values.map((one): Parameter => [`${param}[${operator}]`, one]);
}

function conjuncts(filter: Filter | null): readonly Filter[] {
  if (filter === null) return [];
  if (filter.op === 'and') return filter.all.flatMap(conjuncts);
  if (filter.op === 'or' && filter.any.length === 1) return filter.any.flatMap(conjuncts);
  return [filter];
}

function allOf(parts: readonly Filter[]): Filter | null {
  const [first] = parts;
  if (first === undefined) return null;
  return parts.length === 1 ? first : { op: 'and', all: parts };
}
