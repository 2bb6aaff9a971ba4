import { columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Comparison, Filter, Membership, NullTest } from '../../../src/contract/index.ts';
import type { Argument, FilterRules, OperatorRule } from '../declaration/declared.ts';
import { operandOf } from './operand.ts';

export type Leaf = Comparison | Membership | NullTest;
type Input = Readonly<Record<string, unknown>>;

/** The operand of a leaf as the service takes it; undefined where it takes no such leaf. */
function testOf(
  table: BoundTable,
  rules: FilterRules,
  leaf: Leaf,
): { rule: OperatorRule; value: unknown } | undefined {
  const column = rules.columns.get(leaf.column);
  const rule = column?.operators.get(leaf.op);
  if (column === undefined || rule === undefined || (rule.not && rules.not === null)) return undefined;
  if (rule.value !== undefined) return { rule, value: rule.value };
  const declared = columnOf(table, leaf.column);
  if ('values' in leaf) {
    const value = leaf.values.map((each) => operandOf(declared, column, each));
    return value.includes(undefined) ? undefined : { rule, value };
  }
  const value = 'value' in leaf ? operandOf(declared, column, leaf.value) : undefined;
  return value === undefined ? undefined : { rule, value };
}

/** A nested filter's input; null where a part of it cannot be asked. */
export function inputOf(table: BoundTable, rules: FilterRules, filter: Filter): Input | null {
  if (filter.op === 'and' || filter.op === 'or') {
    const joiner = rules[filter.op];
    const parts = (filter.op === 'and' ? filter.all : filter.any).map((part) => inputOf(table, rules, part));
    if (parts.length === 1) return parts[0] ?? null;
    return joiner === null || parts.includes(null) ? null : { [joiner]: parts };
  }
  const test = 'relation' in filter ? undefined : testOf(table, rules, filter);
  if (test === undefined || 'relation' in filter) return null;
  const path = [...(rules.columns.get(filter.column)?.field ?? []), test.rule.name];
  const input = path.reduceRight<unknown>((value, name) => ({ [name]: value }), test.value) as Input;
  return test.rule.not && rules.not !== null ? { [rules.not]: input } : input;
}

/** The flat test of a leaf, as an argument. */
export function flatOf(table: BoundTable, rules: FilterRules, leaf: Leaf): Argument | null {
  const test = testOf(table, rules, leaf);
  return test === undefined ? null : { name: test.rule.name, type: test.rule.type ?? '', value: test.value };
}
