import type { BoundTable, Filter } from '../../../src/contract/index.ts';
import type { Argument, FilterRules } from '../declaration/declared.ts';
import { flatOf, inputOf } from './write.ts';

export interface Split {
  /** Arguments of the list field that the filter becomes. */
  readonly given: readonly Argument[];
  readonly residual: Filter | null;
}

/** The parts of an `and` go their own ways; an `or` goes whole or stays. */
export function split(table: BoundTable, rules: FilterRules | null, filter: Filter | null): Split {
  if (filter === null || rules === null) return { given: [], residual: filter };
  const parts = conjuncts(filter);
  return rules.style === 'flat' ? flat(table, rules, parts) : nested(table, rules, parts);
}

function conjuncts(filter: Filter): readonly Filter[] {
  return filter.op === 'and' ? filter.all.flatMap(conjuncts) : [filter];
}

function nested(table: BoundTable, rules: FilterRules, parts: readonly Filter[]): Split {
  const taken = parts.filter((part) => inputOf(table, rules, part) !== null);
  const left = parts.filter((part) => !taken.includes(part));
  const value = taken.length === 0 ? null : inputOf(table, rules, { op: 'and', all: taken });
  if (value === null || rules.argument === null) return { given: [], residual: allOf(parts) };
  return { given: [{ name: rules.argument, type: rules.type, value }], residual: allOf(left) };
}

/** Each test has one place: a second one for the same place stays with the engine. */
function flat(table: BoundTable, rules: FilterRules, parts: readonly Filter[]): Split {
  const tests = new Map<string, Argument>();
  const left: Filter[] = [];
  for (const part of parts) {
    const test = !('column' in part) ? null : flatOf(table, rules, part);
    if (test === null || tests.has(test.name)) left.push(part);
    else tests.set(test.name, test);
  }
  const residual = allOf(left);
  if (tests.size === 0 || rules.argument === null) return { given: [...tests.values()], residual };
  const value = Object.fromEntries([...tests.values()].map((test) => [test.name, test.value]));
  return { given: [{ name: rules.argument, type: rules.type, value }], residual };
}

function allOf(parts: readonly Filter[]): Filter | null {
  if (parts.length <= 1) return parts[0] ?? null;
  return { op: 'and', all: parts };
}
