import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison, Filter, Membership, Operand } from '../../../src/contract/index.ts';
import { plan } from '../plan.ts';
import type { Cell, NullRule, Rec } from '../testing/soql-oracle.ts';
import { conditionTree, holds, testsOf, unquoted } from '../testing/soql-oracle.ts';
import { opportunities } from '../testing/tables.ts';

/** Text that tries to break out of a literal, and ordinary text of any kind. */
const hostile = fc.oneof(
  fc.constantFrom(
    "' OR Name != '",
    "\\' OR Id != null --",
    '\\',
    "\\\\'",
    "%' OR Name LIKE '%",
    '_',
    '%',
    'a_c',
    'abc',
    'ABC',
    '"',
    "')",
    '\\u0027',
    'null',
    ';',
    '\n',
  ),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      "'",
      '\\',
      '%',
      '_',
      '"',
      '\n',
      '\u0000',
      ')',
      '(',
      ' ',
      'ü',
      '\u2028',
      '😀',
    ),
    maxLength: 8,
  }),
  fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !/\p{Surrogate}/u.test(text)),
);
const ids = ['0011Y00003HVMu4QAH', '005i00000016PdaAAE', 'a00B000000FSjVUIA1'];
const anId = fc.constantFrom(...ids, '0011Y00003HVMu4');
const aDate = fc.constantFrom('2026-01-01', '2026-06-15', '1999-12-31');
const aNumber = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom('1.50', '-0.25', '1e2'));

const OPERANDS: Readonly<Record<string, fc.Arbitrary<Operand>>> = {
  name: hostile,
  stage: hostile,
  amount: aNumber,
  closeDate: aDate,
  closed: fc.boolean(),
  accountId: anId,
  id: anId,
  regions: hostile,
  description: hostile,
};
const EQUALITY = ['eq', 'ne'] as const;
const RANGE = ['lt', 'lte', 'gt', 'gte'] as const;
const TEXT = ['contains', 'notContains', 'startsWith', 'notStartsWith', 'endsWith', 'notEndsWith'] as const;
const OPERATORS: Readonly<Record<string, readonly Comparison['op'][]>> = {
  name: [...EQUALITY, ...RANGE, ...TEXT],
  stage: EQUALITY,
  amount: [...EQUALITY, ...RANGE],
  closeDate: [...EQUALITY, ...RANGE],
  closed: EQUALITY,
  accountId: EQUALITY,
  id: [...EQUALITY, ...RANGE],
  regions: [...EQUALITY, 'contains', 'notContains'],
  description: EQUALITY,
};

function leafOf(column: string): fc.Arbitrary<Filter> {
  const value = OPERANDS[column]!;
  return fc.oneof(
    fc.record({ op: fc.constantFrom(...OPERATORS[column]!), column: fc.constant(column), value }),
    fc.record({
      op: fc.constantFrom<Membership['op'][]>('in', 'notIn'),
      column: fc.constant(column),
      values: fc.array(value, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ op: fc.constantFrom('null' as const, 'notNull' as const), column: fc.constant(column) }),
  );
}

const leaf = fc.oneof(...Object.keys(OPERANDS).map(leafOf));
const filters: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ op: fc.constant('and' as const), all: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ op: fc.constant('or' as const), any: fc.array(tie('filter'), { maxLength: 3 }) }),
  ),
})).filter;

const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(values, { nil: null, freq: 4 });
const someText = hostile.filter((text) => text !== '');
const rows: fc.Arbitrary<Rec> = fc.record({
  Id: fc.constantFrom(...ids),
  Name: orNull(someText),
  StageName: orNull(someText),
  Amount: orNull(fc.constantFrom(-5, -0.25, 0, 1, 1.5, 5, 100)),
  CloseDate: orNull(aDate),
  IsClosed: fc.boolean(),
  AccountId: orNull(fc.constantFrom(...ids)),
  Regions__c: orNull(fc.constantFrom('abc', 'EU;abc', 'EU;_', '%', "')")),
});

/** The contract's meaning, as plainly as it can be put. */
function matches(filter: Filter, row: Rec): boolean {
  if (filter.op === 'and') return filter.all.every((part) => matches(part, row));
  if (filter.op === 'or') return filter.any.some((part) => matches(part, row));
  if ('relation' in filter) throw new Error('no parents here');
  const column = opportunities.columns.get(filter.column)!;
  const cell = row[column.upstream] ?? null;
  const fold = (value: Cell): string =>
    ['id', 'accountId'].includes(filter.column) ? String(value) : String(value).toLowerCase();
  const equal = (value: Operand): boolean => {
    if (cell === null) return false;
    if (column.type === 'list') return fold(cell).split(';').includes(fold(value));
    if (column.type === 'decimal') return cell === Number(value);
    if (value === '0011Y00003HVMu4') return cell === '0011Y00003HVMu4QAH';
    return fold(cell) === fold(value);
  };
  switch (filter.op) {
    case 'null':
      return cell === null;
    case 'notNull':
      return cell !== null;
    case 'in':
      return filter.values.some(equal);
    case 'notIn':
      return !filter.values.some(equal);
    case 'eq':
      return equal(filter.value);
    case 'ne':
      return !equal(filter.value);
    case 'contains':
      return column.type === 'list'
        ? equal(filter.value)
        : cell !== null && fold(cell).includes(fold(filter.value));
    case 'notContains':
      return !matches({ ...filter, op: 'contains' }, row);
    case 'startsWith':
      return cell !== null && fold(cell).startsWith(fold(filter.value));
    case 'notStartsWith':
      return !matches({ ...filter, op: 'startsWith' }, row);
    case 'endsWith':
      return cell !== null && fold(cell).endsWith(fold(filter.value));
    case 'notEndsWith':
      return !matches({ ...filter, op: 'endsWith' }, row);
    default: {
      if (cell === null) return false;
      const order =
        typeof cell === 'number'
          ? cell - Number(filter.value)
          : Number(fold(cell) > fold(filter.value)) - Number(fold(cell) < fold(filter.value));
      return { lt: order < 0, lte: order <= 0, gt: order > 0, gte: order >= 0 }[filter.op];
    }
  }
}

function composed(filter: Filter): { text: string; nothing: boolean; residual: Filter | null } {
  const request = { select: { columns: ['id'], joins: {} }, filter, order: [], limit: null };
  const planned = plan(opportunities, request);
  return { text: planned.text, nothing: planned.handle.where === null, residual: planned.residual };
}

describe.each<NullRule>(['nulls fail negative tests', 'nulls pass negative tests'])('where %s', (rule) => {
  it('SOQL and residual together mean the filter', () => {
    fc.assert(
      fc.property(filters, fc.array(rows, { minLength: 1, maxLength: 4 }), (filter, records) => {
        const { text, nothing, residual } = composed(filter);
        const tree = nothing ? null : conditionTree(text);
        for (const record of records) {
          const upstream = !nothing && (tree === null || holds(tree, record, rule) === true);
          const rest = residual === null || matches(residual, record);
          expect(upstream && rest, text).toBe(matches(filter, record));
        }
      }),
      { numRuns: 700 },
    );
  });
});

describe('no value', () => {
  it('changes what a query asks: its literals come out as they went in', () => {
    const list = fc.array(
      hostile.filter((text) => text !== ''),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(list, fc.constantFrom('name', 'stage'), (values, column) => {
        const { text } = composed({ op: 'in', column, values });
        const tests = testsOf(conditionTree(text)!);
        expect(tests).toHaveLength(1);
        expect([tests[0]!.value].flat().map((literal) => unquoted(literal, false))).toEqual([
          ...new Set(values),
        ]);
      }),
      { numRuns: 700 },
    );
  });

  it('gets past its type', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('amount', 'year', 'closeDate', 'created', 'closed'),
        hostile,
        (column, value) => {
          let text: string;
          try {
            ({ text } = composed({ op: 'eq', column, value }));
          } catch {
            return;
          }
          expect(text).toMatch(/ WHERE \w+ = [\w.:-]+$/);
        },
      ),
    );
  });

  it.each(['eq', 'ne', 'in', 'notIn'] as const)('that is no id is ever sent: %s', (op) => {
    fc.assert(
      fc.property(hostile, (value) => {
        const values = [ids[0]!, value];
        const filter = (
          op === 'in' || op === 'notIn' ? { op, column: 'id', values } : { op, column: 'id', value }
        ) satisfies Filter;
        expect(() => composed(filter)).toThrow(/is not a Salesforce id of 15 or 18 characters/);
      }),
    );
  });
});
