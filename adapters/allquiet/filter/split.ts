import { columnOf, parseDateTime } from '../../../src/contract/index.ts';
import type { BoundTable, Filter } from '../../../src/contract/index.ts';
import type { Parameter } from '../ask.ts';
import type { Target } from './target.ts';
import { targetOf } from './target.ts';

/** Values that one parameter is given at most: an address has its bounds. */
const MOST_VALUES = 50;
const LONGEST_TERM = 200;

export interface Split {
  readonly parameters: readonly Parameter[];
  readonly residual: Filter | null;
}

type Leaf = Extract<Filter, { column: string }>;

/**
 * A filter in two: what the API is asked for, and what is left to the engine. Parameters all hold at once, so only parts of a conjunction can be sent; a
 * parameter is given once, since its values are alternatives.
 */
export function split(table: BoundTable, filter: Filter | null): Split {
  const parameters: Parameter[] = [];
  const residual: Filter[] = [];
  const isFree = ([name]: Parameter): boolean => !parameters.some(([used]) => used === name);
  for (const part of conjuncts(filter)) {
    const target = 'column' in part ? targetOf(table, columnOf(table, part.column)) : null;
    if (target === null || !('column' in part)) residual.push(part);
    else if (target.kind === 'list') {
      const asked = target.ops.includes(part.op) ? listed(target, part) : null;
      if (asked?.every(isFree) === true) parameters.push(...asked);
      else residual.push(part);
    } else {
      const rough = target.kind === 'moment' ? bounds(target, part) : term(part);
      parameters.push(...rough.filter(isFree));
      residual.push(part);
    }
  }
  const [first] = residual;
  const rest =
    first === undefined ? null : residual.length === 1 ? first : { op: 'and' as const, all: residual };
  return { parameters, residual: rest };
}

function listed(
  { param, value }: Extract<Target, { kind: 'list' }>,
  leaf: Leaf,
): readonly Parameter[] | null {
  const operands: readonly unknown[] = 'values' in leaf ? leaf.values : 'value' in leaf ? [leaf.value] : [];
  const values = operands.flatMap((operand) => value(operand) ?? []);
  if (values.length < operands.length || values.length > MOST_VALUES) return null;
  return values.map((one): Parameter => [param, one]);
}

function bounds({ from, until }: Extract<Target, { kind: 'moment' }>, leaf: Leaf): readonly Parameter[] {
  const moment = 'value' in leaf ? parseDateTime(leaf.value) : null;
  if (moment === null) return [];
  const at = (seconds: number): string => new Date(Date.parse(moment) + seconds * 1_000).toISOString();
  const lower: Parameter = [from, at(-1)];
  const upper: readonly Parameter[] = until === null ? [] : [[until, at(1)]];
  if (leaf.op === 'gt' || leaf.op === 'gte') return [lower];
  if (leaf.op === 'lt' || leaf.op === 'lte') return upper;
  return leaf.op === 'eq' ? [lower, ...upper] : [];
}

function term(leaf: Leaf): readonly Parameter[] {
  const isPart =
    leaf.op === 'contains' || leaf.op === 'startsWith' || leaf.op === 'endsWith' || leaf.op === 'eq';
  if (!isPart || typeof leaf.value !== 'string') return [];
  const isPlain = leaf.value.trim() === leaf.value && leaf.value !== '' && leaf.value.length <= LONGEST_TERM;
  return isPlain && !/[\p{Cc}\p{Cs}]/u.test(leaf.value) ? [['SearchTerm', leaf.value]] : [];
}

function conjuncts(filter: Filter | null): readonly Filter[] {
  if (filter === null) return [];
  if (filter.op === 'and') return filter.all.flatMap(conjuncts);
  if (filter.op === 'or' && filter.any.length === 1) return filter.any.flatMap(conjuncts);
  return [filter];
}
