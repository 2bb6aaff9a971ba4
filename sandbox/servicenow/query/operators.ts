import { extendsTable } from '../dictionary/dictionary.ts';
import { pointsToRecord } from '../dictionary/column.ts';
import type { Column } from '../dictionary/column.ts';
import { displayValue } from '../store/display.ts';
import type { Sight } from '../store/display.ts';
import type { Row } from '../store/row.ts';
import { storedValue } from './class-name.ts';
import { comparable, holds } from './comparable.ts';
import { holderOf, resolvePath } from './path.ts';
import type { Path } from './path.ts';
import { scriptedValue } from './scripted-value.ts';
import type { QueryContext } from './scripted-value.ts';

export type Predicate = (row: Row) => boolean;

/** What an operator is given: how to read the column, and the text after the operator. */
export interface Operand {
  readonly sight: Sight;
  readonly context: QueryContext;
  readonly path: Path;
  readonly column: Column;
  /** Stored value, `''` where the path ends at an empty reference. */
  readonly read: (row: Row) => string;
  /** What text operators see: on a reference the display value, else the stored value. */
  readonly readText: (row: Row) => string;
  readonly value: string;
}

type Operator = (operand: Operand) => Predicate | undefined;

/** sys_ids of the two dynamic filter options that the facts name. */
const DYNAMIC_ME = '90d1921e5f510100a9ad2572f2b477fe';
const DYNAMIC_MY_GROUPS = 'd6435e965f510100a9ad2572f2b47744';

const not = (predicate: Predicate | undefined): Predicate | undefined =>
  predicate && ((row) => !predicate(row));

const isEmpty: Operator =
  ({ read }) =>
  (row) =>
    read(row) === '';

/** The value with scripts evaluated; undefined makes the condition invalid. */
const evaluated = ({ value, context }: Operand): string | undefined => scriptedValue(value, context);

const equals: Operator = (operand) => {
  const value = evaluated(operand);
  if (value === undefined) return undefined;
  if (value === '') return isEmpty(operand);
  const wanted = comparable(operand.column, value);
  return (row) => holds('=', comparable(operand.column, operand.read(row)), wanted);
};

const compares =
  (operator: string): Operator =>
  (operand) => {
    const value = evaluated(operand);
    if (value === undefined) return undefined;
    const wanted = comparable(operand.column, value);
    return (row) => holds(operator, comparable(operand.column, operand.read(row)), wanted);
  };

/** List items are taken as they stand, blanks included (trimming is not confirmed); empty items are passed over. */
const isIn: Operator = (operand) => {
  const value = evaluated(operand);
  if (value === undefined) return undefined;
  const items = value.split(',').map((item) => comparable(operand.column, item));
  const wanted = new Set(items.filter((item) => item !== undefined));
  return (row) => {
    const held = comparable(operand.column, operand.read(row));
    return held !== undefined && wanted.has(held);
  };
};

const text =
  (test: (held: string, wanted: string) => boolean): Operator =>
  (operand) => {
    const wanted = evaluated(operand)?.toLowerCase();
    if (wanted === undefined) return undefined;
    return (row) => test(operand.readText(row).toLowerCase(), wanted);
  };

const like = text((held, wanted) => held.includes(wanted));

/** Both ends belong to the range. */
function within(operand: Operand, from: string, to: string): Predicate | undefined {
  const low = scriptedValue(from, operand.context);
  const high = scriptedValue(to, operand.context);
  if (low === undefined || high === undefined) return undefined;
  const bounds = [comparable(operand.column, low), comparable(operand.column, high)] as const;
  return (row) => {
    const held = comparable(operand.column, operand.read(row));
    return holds('>=', held, bounds[0]) && holds('<=', held, bounds[1]);
  };
}

const between: Operator = (operand) => {
  const [from, to, more] = operand.value.split('@');
  return from === undefined || to === undefined || more !== undefined ? undefined : within(operand, from, to);
};

/** `ONToday@start@end`: the label is for people. */
const on: Operator = (operand) => {
  const [, from, to] = operand.value.split('@');
  return from === undefined || to === undefined ? undefined : within(operand, from, to);
};

/** Compares with another column of the same record. Two empty values are the same. */
const field =
  (operator: string): Operator =>
  (operand) => {
    const { sight, path, column, read, value } = operand;
    const other = resolvePath(sight.store.dictionary, path.table, value);
    if (!other || path.steps.length > 0) return undefined;
    const readOther = (row: Row): string => holderOf(sight, other, row)?.values[other.column.name] ?? '';
    return (row) => {
      const left = read(row);
      const right = readOther(row);
      if (operator === '=' && left === '' && right === '') return true;
      return holds(operator, comparable(column, left), comparable(other.column, right));
    };
  };

const instanceOf: Operator = ({ sight, column, read, value }) => {
  if (column.type !== 'sys_class_name') return undefined;
  return (row) => {
    const table = sight.store.dictionary.get(read(row));
    return table !== undefined && extendsTable(table, value);
  };
};

const dynamic: Operator = (operand) => {
  const { userId, groups } = operand.context;
  if (operand.value === DYNAMIC_ME) return (row) => operand.read(row) === userId;
  if (operand.value === DYNAMIC_MY_GROUPS) return (row) => groups.includes(operand.read(row));
  return undefined;
};

/** By the names of the grammar (facts 2.2). The negative ones also find empty values, as the platform's do. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': equals,
  '!=': (operand) => not(equals(operand)),
  '<': compares('<'),
  '<=': compares('<='),
  '>': compares('>'),
  '>=': compares('>='),
  LIKE: like,
  'NOT LIKE': (operand) => not(like(operand)),
  STARTSWITH: text((held, wanted) => held.startsWith(wanted)),
  ENDSWITH: text((held, wanted) => held.endsWith(wanted)),
  IN: isIn,
  'NOT IN': (operand) => not(isIn(operand)),
  ISEMPTY: isEmpty,
  ISNOTEMPTY: (operand) => not(isEmpty(operand)),
  // An empty text and no text are one here, as they are in what the REST interface shows.
  EMPTYSTRING: isEmpty,
  ANYTHING: () => () => true,
  BETWEEN: between,
  ON: on,
  NOTON: (operand) => not(on(operand)),
  SAMEAS: field('='),
  NSAMEAS: (operand) => not(field('=')(operand)),
  GT_FIELD: field('>'),
  LT_FIELD: field('<'),
  GT_OR_EQUALS_FIELD: field('>='),
  LT_OR_EQUALS_FIELD: field('<='),
  INSTANCEOF: instanceOf,
  DYNAMIC: dynamic,
};

/** The value of a record's path as text operators see it. */
export function textReader(sight: Sight, path: Path): (row: Row) => string {
  const { column, table } = path;
  const named = pointsToRecord(column);
  return (row) => {
    const holder = holderOf(sight, path, row);
    const value = holder ? storedValue(holder, column) : '';
    return named ? displayValue(sight, table, column, value) : value;
  };
}
