import type { ColumnType, LeafOp } from '../../../src/contract/index.ts';
import type { OperatorRule } from '../declaration/declared.ts';

const plain = (name: string): OperatorRule => ({ name, not: false, type: null });
const opposite = (name: string): OperatorRule => ({ name, not: true, type: null });
const isNull = (value: boolean): OperatorRule => ({ name: 'isNull', value, not: false, type: null });

type Rules = readonly (readonly [LeafOp, OperatorRule])[];
const EMPTINESS: Rules = [
  ['null', isNull(true)],
  ['notNull', isNull(false)],
];
const SAME: Rules = [['eq', plain('eq')], ['ne', plain('ne')], ...EMPTINESS];
const EQUALITY: Rules = [...SAME, ['in', plain('in')], ['notIn', plain('notIn')]];
const RANGE: Rules = (['lt', 'lte', 'gt', 'gte'] as const).map((op) => [op, plain(op)]);
const TEXT: Rules = [
  ['contains', plain('contains')],
  ['notContains', opposite('contains')],
  ['startsWith', plain('startsWith')],
  ['notStartsWith', opposite('startsWith')],
  ['endsWith', plain('endsWith')],
  ['notEndsWith', opposite('endsWith')],
];

/** What a Casegraph gateway filters by, and how: its own filter inputs, whose logic is that of the contract. */
const CASEGRAPH: Readonly<Record<ColumnType, Rules>> = {
  id: EQUALITY,
  reference: EQUALITY,
  choice: EQUALITY,
  string: [...EQUALITY, ...RANGE, ...TEXT],
  text: [...EMPTINESS, ...TEXT],
  integer: [...EQUALITY, ...RANGE],
  decimal: [...EQUALITY, ...RANGE],
  duration: [...EQUALITY, ...RANGE],
  date: [...EQUALITY, ...RANGE],
  time: [...EQUALITY, ...RANGE],
  datetime: [...EQUALITY, ...RANGE],
  boolean: SAME,
  list: [
    ['eq', plain('eq')],
    ['ne', opposite('eq')],
    ['contains', plain('contains')],
    ['notContains', opposite('contains')],
    ...EMPTINESS,
  ],
  url: [],
  json: [],
};

export function casegraphOperators(type: ColumnType): ReadonlyMap<LeafOp, OperatorRule> {
  return new Map(CASEGRAPH[type]);
}
