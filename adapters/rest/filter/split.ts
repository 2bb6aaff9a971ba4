import { columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Filter, LeafOp } from '../../../src/contract/index.ts';
import type { Declaration } from '../declaration/declaration.ts';
import type { Parameter } from '../request/compose.ts';
import { sendable } from './operand.ts';
import type { Leaf } from './target.ts';
import { targetOf } from './target.ts';

/** Longest list of values that one parameter is given, and the most characters of it: an address has its bounds. */
const MOST_VALUES = 100;
const MOST_CHARACTERS = 3_000;

export interface Split {
  readonly parameters: readonly Parameter[];
  readonly residual: Filter | null;
}

/**
 * A filter in two: what the service is asked for, and what is left to the engine. Parameters all hold at once, so only parts of a conjunction can
 * be sent, and each parameter only once: given twice it would mean "either" to most services.
 */
export function split(
  table: BoundTable,
  declaration: Declaration,
  filter: Filter | null,
  taken: ReadonlySet<string> = new Set(),
): Split {
  const used = new Set(taken);
  const parameters: Parameter[] = [];
  const left = conjuncts(filter).filter((part) => {
    const parameter = !('column' in part) ? null : parameterOf(table, declaration, part);
    if (parameter === null || used.has(parameter.name)) return true;
    used.add(parameter.name);
    parameters.push(parameter);
    return false;
  });
  const [first] = left;
  const residual = first === undefined ? null : left.length === 1 ? first : { op: 'and' as const, all: left };
  return { parameters, residual };
}

function conjuncts(filter: Filter | null): readonly Filter[] {
  if (filter === null) return [];
  if (filter.op === 'and') return filter.all.flatMap(conjuncts);
  if (filter.op === 'or' && filter.any.length === 1) return filter.any.flatMap(conjuncts);
  return [filter];
}

function parameterOf(table: BoundTable, declaration: Declaration, leaf: Leaf): Parameter | null {
  const column = columnOf(table, leaf.column);
  const target = targetOf(declaration, leaf.column, leaf.op);
  if (target === null) return null;
  const { param: name, list } = target;
  if (target.value !== undefined)
    return 'value' in leaf || 'values' in leaf ? null : { name, value: target.value, list };
  if ('value' in leaf) {
    const value = sendable(column, leaf.value);
    return value === null
      ? null
      : { name, value: inList(leaf.op, declaration, leaf.column) ? [value] : value, list };
  }
  const most = Math.min(MOST_VALUES, target.max ?? MOST_VALUES);
  if (!('values' in leaf) || leaf.values.length > most) return null;
  const values = leaf.values.flatMap((value) => sendable(column, value) ?? []);
  const whole = values.length === leaf.values.length && values.join().length <= MOST_CHARACTERS;
  if (!whole) return null;
  return { name, value: values, list };
}

/** In a body a list stays a list, also for one value. */
function inList(op: LeafOp, declaration: Declaration, column: string): boolean {
  const own = declaration.list.filters[column];
  return (op === 'eq' || op === 'ne') && own?.[op] === undefined;
}
