import fc from 'fast-check';
import type { Choice, Column, ColumnType, Operand, Row, Value } from '../../../src/contract/index.ts';

/** A filter as a client writes it. */
export type Input = Readonly<Record<string, unknown>>;

const EQUALITY = ['eq', 'ne', 'in', 'notIn'];
const RANGE = ['lt', 'lte', 'gt', 'gte'];
const TEXT = ['contains', 'startsWith', 'endsWith'];

/** The tests that the published filter inputs know, by column type. */
const TESTS: Readonly<Partial<Record<ColumnType, readonly string[]>>> = {
  id: EQUALITY,
  reference: EQUALITY,
  string: [...EQUALITY, ...RANGE, ...TEXT],
  url: [...EQUALITY, ...RANGE, ...TEXT],
  text: TEXT,
  integer: [...EQUALITY, ...RANGE],
  decimal: [...EQUALITY, ...RANGE],
  boolean: ['eq', 'ne'],
  date: [...EQUALITY, ...RANGE],
  time: [...EQUALITY, ...RANGE],
  datetime: [...EQUALITY, ...RANGE],
  duration: [...EQUALITY, ...RANGE],
  choice: EQUALITY,
  list: ['eq', 'contains'],
};

/** What columns hold, by their names: ids, choices and references have values of their own in each system. */
export type Domains = Readonly<Record<string, readonly Operand[]>>;

/** Texts of one row in several ways of writing: case, accents, quotes, wildcards, other scripts, numbers. None begins or ends with a blank. */
const WORDS = [
  'Printer',
  'printer on FIRE',
  "O'Brien",
  'a_b',
  '50 % off',
  '50% off',
  'ÄPFEL',
  'äpfel',
  'Straße',
  'Ωmega ωMEGA',
  '印刷機',
  'emoji 😀 here',
  'say "hello"',
  'x & y',
  'a,b',
  'null',
  'true',
  '0',
  '10',
  '9',
  'f(x) = {y}',
  'semi;colon',
  'plus+minus',
  '#hash?',
];

const BY_TYPE: Readonly<Partial<Record<ColumnType, fc.Arbitrary<Value>>>> = {
  string: fc.constantFrom(...WORDS),
  text: fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map(([a, b]) => `${a} / ${b}`),
  url: fc.constantFrom('https://a.example/x', 'https://A.example/x?y=1&z=2', 'https://b.example/%20'),
  integer: fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(-100_000, 2_000_000)),
  decimal: fc.constantFrom('0', '-0.5', '9.9', '10', '10.01', '137.35', '-12.25', '100000', '0.1'),
  boolean: fc.boolean(),
  date: fc.constantFrom('2026-01-01', '2026-02-28', '2026-03-01', '1999-12-31', '2026-11-22'),
  datetime: fc.constantFrom(
    '2026-01-01T00:00:00Z',
    '2026-02-28T23:59:59Z',
    '2026-03-01T00:00:00Z',
    '1999-12-31T12:30:15Z',
    '2026-11-22T04:05:06Z',
  ),
};

/** A cell of a column. */
export function cellOf(column: Column, domains: Domains): fc.Arbitrary<Value> {
  const values = domains[column.name];
  if (values === undefined) {
    const arbitrary = BY_TYPE[column.type];
    if (arbitrary === undefined) throw new Error(`give values for ${column.name} (${column.type})`);
    return arbitrary;
  }
  const one = fc.constantFrom(...values);
  return column.type === 'choice'
    ? one.map((value) => ({ value: String(value), label: String(value) }))
    : one;
}

/** Rows with random cells, one in five without a value where `required` does not forbid that. Keys are given. */
export function randomRows(
  columns: Iterable<Column>,
  keys: readonly Readonly<Record<string, Value>>[],
  domains: Domains,
  required: readonly string[],
  seed: number,
): Row[] {
  const [first = {}] = keys;
  const cells = Object.fromEntries(
    [...columns]
      .filter(({ name }) => !(name in first))
      .map((column) => {
        const cell = cellOf(column, domains);
        return [column.name, required.includes(column.name) ? cell : fc.option(cell, { nil: null, freq: 5 })];
      }),
  );
  const sampled = fc.sample(fc.record(cells), { seed, numRuns: keys.length });
  return sampled.map((values, index) => ({ values: { ...values, ...keys[index] } }));
}

/** Filters of a table: every test of every column, in and, or and not, with nulls, empty lists and values near those of the rows. */
export function inputsOf(
  columns: readonly Column[],
  rows: readonly Row[],
  domains: Domains,
): fc.Arbitrary<Input> {
  const leaves = columns.flatMap((column) => {
    const tests = TESTS[column.type];
    if (tests === undefined) return [];
    const cells = rows.map(({ values }) => values[column.name] ?? null).filter((cell) => cell !== null);
    return [leafOf(column, tests, cells.flatMap(operandsIn), domains)];
  });
  const leaf = fc.oneof(...leaves);
  return fc.letrec<{ input: Input }>((tie) => {
    const parts = fc.array(tie('input'), { maxLength: 3 });
    return {
      input: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        { weight: 4, arbitrary: leaf },
        { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([a, b]) => ({ ...a, ...b })) },
        { weight: 1, arbitrary: parts.map((and) => ({ and })) },
        { weight: 1, arbitrary: parts.map((or) => ({ or })) },
        { weight: 1, arbitrary: tie('input').map((not) => ({ not })) },
      ),
    };
  }).input;
}

function leafOf(
  column: Column,
  tests: readonly string[],
  found: readonly Operand[],
  domains: Domains,
): fc.Arbitrary<Input> {
  const others = domains[column.name] ?? [];
  const operands = found.length + others.length === 0 ? ['x'] : [...found, ...others];
  const value = fc.constantFrom(...operands).chain((operand) => near(column, operand));
  const test = fc.constantFrom(...tests, 'isNull').chain((op): fc.Arbitrary<Input> => {
    if (op === 'isNull') return fc.record({ isNull: fc.boolean() });
    if (op === 'in' || op === 'notIn')
      return fc.array(value, { maxLength: 4 }).map((list) => ({ [op]: list }));
    if (TEXT.includes(op)) return value.chain(pieceOf).map((piece) => ({ [op]: piece }));
    if (RANGE.includes(op) && (column.type === 'string' || column.type === 'url'))
      return plainText.map((text) => ({ [op]: text }));
    const operand = op === 'eq' || op === 'ne' ? fc.option(value, { nil: null, freq: 12 }) : value;
    return operand.map((one) => ({ [op]: one }));
  });
  return fc
    .array(test, { minLength: 1, maxLength: 2 })
    .map((parts) => ({ [column.name]: Object.assign({}, ...parts) as Input }));
}

/** Which of two texts comes first is the owning system's collation; where all agree is between words of plain letters and digits. */
const plainText = fc.constantFrom('0', '1', '5', 'a', 'b', 'M', 'n', 'p', 'Q', 'zz');

function operandsIn(cell: Value): readonly Operand[] {
  if (Array.isArray(cell)) return cell as Operand[];
  if (typeof cell === 'object' && cell !== null) return 'value' in cell ? [(cell as Choice).value] : [];
  return [cell as Operand];
}

/** The value, or one that is nearly it: other case, other way to write a number, one more or less. */
function near(column: Column, operand: Operand): fc.Arbitrary<Operand> {
  const text = String(operand);
  switch (column.type) {
    case 'string':
    case 'text':
    case 'url':
      return fc.constantFrom(text, text.toUpperCase(), text.toLowerCase(), text.normalize('NFD'));
    case 'integer':
    case 'duration':
      return fc.constantFrom(Number(operand), Number(operand) + 1, Number(operand) - 1);
    case 'decimal':
      return fc.constantFrom(
        text,
        text.includes('.') ? `${text}00` : `${text}.0`,
        `${text.startsWith('-') ? '' : '-'}${text}`,
      );
    default:
      return fc.constant(operand);
  }
}

/** What people type into a search box: a part of a value, without blanks at its ends. */
function pieceOf(operand: Operand): fc.Arbitrary<string> {
  const characters = [...String(operand)];
  return fc.tuple(fc.nat(Math.max(characters.length - 1, 0)), fc.integer({ min: 1, max: 8 })).map(
    ([start, length]) =>
      characters
        .slice(start, start + length)
        .join('')
        .trim() || 'e',
  );
}
