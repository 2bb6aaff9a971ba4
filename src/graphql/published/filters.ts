import type { ColumnType } from '../../contract/index.ts';

/** Name of the filter input of each column type; a type that is absent cannot be filtered. */
export const FILTER_INPUTS: Readonly<Partial<Record<ColumnType, string>>> = {
  id: 'IDFilter',
  reference: 'IDFilter',
  string: 'StringFilter',
  text: 'TextFilter',
  url: 'StringFilter',
  integer: 'IntFilter',
  duration: 'DurationFilter',
  decimal: 'DecimalFilter',
  boolean: 'BooleanFilter',
  date: 'DateFilter',
  time: 'TimeFilter',
  datetime: 'DateTimeFilter',
  choice: 'ChoiceFilter',
  list: 'ListFilter',
};

const TEXT_TESTS = ['contains', 'startsWith', 'endsWith'];
const EQUALITY = ['eq', 'ne', 'in', 'notIn'];
const RANGE = ['lt', 'lte', 'gt', 'gte'];

const MEANING: Readonly<Record<string, string>> = {
  eq: 'Equals this value.',
  ne: 'Does not equal this value; rows without a value match.',
  in: 'Equals one of these values. An empty list matches nothing.',
  notIn: 'Equals none of these values; rows without a value match.',
  lt: 'Is less than this value, or before it.',
  lte: 'Is at most this value.',
  gt: 'Is greater than this value, or after it.',
  gte: 'Is at least this value.',
  contains: 'Contains this text, upper and lower case alike.',
  startsWith: 'Starts with this text, upper and lower case alike.',
  endsWith: 'Ends with this text, upper and lower case alike.',
  isNull: 'true: has no value; false: has one.',
};

const INPUTS: readonly (readonly [
  name: string,
  scalar: string,
  tests: readonly string[],
  description: string,
])[] = [
  ['IDFilter', 'ID', EQUALITY, 'Tests of an identifier; compared exactly.'],
  [
    'StringFilter',
    'String',
    [...EQUALITY, ...RANGE, ...TEXT_TESTS],
    'Tests of a short text; upper and lower case are alike.',
  ],
  ['TextFilter', 'String', TEXT_TESTS, 'Tests of a long text; upper and lower case are alike.'],
  ['IntFilter', 'Int', [...EQUALITY, ...RANGE], 'Tests of a whole number.'],
  ['DurationFilter', 'Duration', [...EQUALITY, ...RANGE], 'Tests of a length of time.'],
  ['DecimalFilter', 'Decimal', [...EQUALITY, ...RANGE], 'Tests of a decimal number.'],
  ['BooleanFilter', 'Boolean', ['eq', 'ne'], 'Tests of a yes or no.'],
  ['DateFilter', 'Date', [...EQUALITY, ...RANGE], 'Tests of a calendar day.'],
  ['TimeFilter', 'Time', [...EQUALITY, ...RANGE], 'Tests of a time of day.'],
  ['DateTimeFilter', 'DateTime', [...EQUALITY, ...RANGE], 'Tests of a moment.'],
  ['ChoiceFilter', 'String', EQUALITY, 'Tests of a choice, by its `value`, not its label.'],
  ['ListFilter', 'String', ['eq', 'contains'], 'Tests of a list: whether one of its members matches.'],
];

/** SDL of all filter inputs. */
export function filterInputs(): string {
  return INPUTS.map(([name, scalar, tests, description]) => {
    const fields = tests.map((test) => {
      const type = test === 'in' || test === 'notIn' ? `[${scalar}!]` : scalar;
      return `  "${MEANING[test]}"\n  ${test}: ${type}`;
    });
    return `"${description} Several tests in one must all hold."\ninput ${name} {\n${fields.join('\n')}\n  "${MEANING['isNull']}"\n  isNull: Boolean\n}`;
  }).join('\n\n');
}

/** Tests that a column of this type can be put to; none where it cannot be filtered. */
export function testsFor(type: ColumnType): readonly string[] {
  const input = INPUTS.find(([name]) => name === FILTER_INPUTS[type]);
  return input === undefined ? [] : [...input[2], 'isNull'];
}

const UNORDERED: ReadonlySet<ColumnType> = new Set(['text', 'json', 'list']);

export function canOrder(type: ColumnType): boolean {
  return !UNORDERED.has(type);
}
