import { columnOf } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Column,
  Comparison,
  Filter,
  Membership,
  NullTest,
  Operand,
} from '../../../src/contract/index.ts';
import type { Service } from '../service.ts';
import type { Condition } from './condition.ts';
import { both, either, test } from './condition.ts';
import { literalOf } from './literal.ts';
import { folds, operatorsOf } from './operators.ts';

export type Leaf = Comparison | Membership | NullTest;

const SIGNS = { lt: 'lt', lte: 'le', gt: 'gt', gte: 'ge' } as const;

export function isLeaf(filter: Filter): filter is Leaf {
  return 'column' in filter;
}

/** What the conditions on one column are made of. */
interface Subject {
  readonly service: Service;
  readonly table: BoundTable;
  readonly column: Column;
}

/**
 * The condition that means exactly what the leaf means, or null where the engine has to decide. Throws invalid-input for a value that cannot
 * stand for the column's type.
 */
export function leafCondition(service: Service, table: BoundTable, leaf: Leaf): Condition | null {
  const column = columnOf(table, leaf.column);
  if (!operatorsOf(service, table, column).includes(leaf.op)) return null;
  const subject = { service, table, column };
  switch (leaf.op) {
    case 'null':
      return isNull(subject);
    case 'notNull':
      return isNotNull(subject);
    case 'in':
      return among(subject, leaf.values);
    case 'notIn':
      return notAmong(subject, leaf.values);
    case 'eq':
      return among(subject, [leaf.value]);
    case 'ne':
      return notAmong(subject, [leaf.value]);
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return range(subject, SIGNS[leaf.op], leaf.value);
    default:
      return part(subject, leaf.op, leaf.value);
  }
}

function isNull({ service, column }: Subject): Condition {
  return service.required.has(column.name) ? 'none' : test(`${column.upstream} eq null`);
}

function isNotNull({ service, column }: Subject): Condition {
  return service.required.has(column.name) ? 'all' : test(`${column.upstream} ne null`);
}

/** Both sides in lower case where case does not count. */
export function operandField(service: Service, column: Column): string {
  return folds(service, column) ? `tolower(${column.upstream})` : column.upstream;
}

/** The literals that a cell can equal; null where one of them cannot be said. */
function possible({ service, table, column }: Subject, values: readonly Operand[]): readonly string[] | null {
  const literals = new Set<string>();
  for (const value of values) {
    const literal = literalOf(service, table, column, value);
    if (literal === 'unsayable') return null;
    if (literal !== 'never') literals.add(literal.text);
  }
  return [...literals];
}

function among(subject: Subject, values: readonly Operand[]): Condition | null {
  const literals = possible(subject, values);
  return literals === null ? null : equalsAny(subject.service, subject.column, literals);
}

/** Equal to one of some literals: a chain of `or`, or a list where the service knows lists. */
export function equalsAny(service: Service, column: Column, literals: readonly string[]): Condition {
  const field = operandField(service, column);
  if (service.inOperator && literals.length > 1) return test(`${field} in (${literals.join(',')})`);
  return either(literals.map((literal) => test(`${field} eq ${literal}`)));
}

/** Cells without a value are said in words, whatever the service makes of `ne` beside them. */
function notAmong(subject: Subject, values: readonly Operand[]): Condition | null {
  const literals = possible(subject, values);
  if (literals === null) return null;
  const field = operandField(subject.service, subject.column);
  const others = both(literals.map((literal) => test(`${field} ne ${literal}`)));
  return either([others, isNull(subject)]);
}

function range(subject: Subject, sign: string, value: Operand): Condition | null {
  const literal = literalOf(subject.service, subject.table, subject.column, value);
  if (typeof literal === 'string') return null;
  return test(`${operandField(subject.service, subject.column)} ${sign} ${literal.text}`);
}

function part(subject: Subject, op: Comparison['op'], value: Operand): Condition | null {
  const { service, table, column } = subject;
  const literal = literalOf(service, table, column, value);
  if (typeof literal === 'string') return null;
  const isNegative = op.startsWith('not');
  // Every text holds the empty one; not every service thinks so.
  if (value === '') return isNegative ? isNull(subject) : isNotNull(subject);
  const holds = call(service, op, operandField(service, column), literal.text);
  if (isNegative) return either([isNull(subject), test(`not (${holds})`)]);
  // Some services say that a missing text contains any other (SAP's mock server is one): so missing ones are kept out in words.
  return both([isNotNull(subject), test(holds)]);
}

function call({ version }: Service, op: Comparison['op'], field: string, literal: string): string {
  switch (op) {
    case 'startsWith':
    case 'notStartsWith':
      return `startswith(${field},${literal})`;
    case 'endsWith':
    case 'notEndsWith':
      return `endswith(${field},${literal})`;
    default:
      return version === 4 ? `contains(${field},${literal})` : `substringof(${literal},${field})`;
  }
}
