import { describe, expect, it } from 'vitest';
import type { ColumnType, Filter, Operand, Value } from '../../src/contract/index.ts';
import { compareCells, matches } from './index.ts';

type Case = [
  type: ColumnType,
  cell: Value,
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte',
  operand: Operand,
  matches: boolean,
];

const choice = (value: string): Value => ({ value, label: `label of ${value}` });
const holds = (type: ColumnType, cell: Value, filter: Filter): boolean =>
  matches(filter, { column: cell }, () => type);

describe('comparison, type by type', () => {
  it.each<Case>([
    ['decimal', '9007199254740993.10', 'eq', '9007199254740993.1', true],
    ['decimal', '9007199254740993', 'gt', '9007199254740992', true],
    ['decimal', '0.1', 'lt', '0.10000000000000000001', true],
    ['decimal', '-12.50', 'lt', '-12.49', true],
    ['decimal', '-0', 'eq', '0', true],
    ['decimal', '10', 'gt', '9', true],
    ['datetime', '2026-11-22T13:45:00Z', 'eq', '2026-11-22T14:45:00+01:00', true],
    ['datetime', '2026-11-22T13:45:00.250Z', 'eq', '2026-11-22T13:45:00.25Z', true],
    ['datetime', '2026-11-22T13:45:00.0000001Z', 'gt', '2026-11-22T13:45:00Z', true],
    ['datetime', '2026-11-22T23:59:59Z', 'lt', '2026-11-23T00:30:00+00:15', true],
    ['choice', choice('10'), 'gt', '9', true],
    ['choice', choice('-5'), 'lt', '-4', true],
    ['choice', choice('Closed Won'), 'eq', 'closed won', true],
    ['choice', choice('10'), 'lt', '1a', true],
    ['choice', choice('Open'), 'eq', 'label of Open', false],
    ['string', 'Straße', 'eq', 'STRASSE', false],
    ['string', 'Éclair', 'eq', 'éCLAIR', true],
    ['string', '', 'eq', '', true],
    ['id', 'aB', 'eq', 'ab', false],
    ['reference', 'aB', 'ne', 'ab', true],
    ['integer', 10, 'gt', 9, true],
    ['boolean', false, 'eq', false, true],
    ['boolean', false, 'ne', true, true],
    ['date', '2026-02-01', 'gt', '2026-01-31', true],
    ['duration', 60, 'lte', 60, true],
    ['list', ['red', 'Blue'], 'eq', 'blue', true],
    ['list', ['red', 'Blue'], 'ne', 'blue', false],
    ['list', ['red', 'Blue'], 'eq', 're', false],
    ['list', [], 'ne', 'blue', true],
  ])('%s %j %s %j: %s', (type, cell, op, value, expected) => {
    expect(holds(type, cell, { op, column: 'column', value })).toBe(expected);
  });

  it('refuses an operand that the type cannot hold', () => {
    expect(() => holds('decimal', '1', { op: 'eq', column: 'column', value: '1^ORactive=true' })).toThrow(
      /decimal/,
    );
    expect(() =>
      holds('datetime', '2026-11-22T00:00:00Z', { op: 'lt', column: 'column', value: 'today' }),
    ).toThrow(/datetime/);
    expect(() => holds('integer', 1, { op: 'eq', column: 'column', value: '1' })).toThrow(/integer/);
  });
});

describe('a cell without a value', () => {
  it.each<[Filter, boolean]>([
    [{ op: 'null', column: 'column' }, true],
    [{ op: 'notNull', column: 'column' }, false],
    [{ op: 'eq', column: 'column', value: '' }, false],
    [{ op: 'ne', column: 'column', value: 'a' }, true],
    [{ op: 'in', column: 'column', values: ['a', ''] }, false],
    [{ op: 'notIn', column: 'column', values: ['a'] }, true],
    [{ op: 'lt', column: 'column', value: 'a' }, false],
    [{ op: 'lte', column: 'column', value: 'a' }, false],
    [{ op: 'gt', column: 'column', value: '' }, false],
    [{ op: 'gte', column: 'column', value: '' }, false],
    [{ op: 'contains', column: 'column', value: '' }, false],
    [{ op: 'notContains', column: 'column', value: 'a' }, true],
    [{ op: 'startsWith', column: 'column', value: '' }, false],
    [{ op: 'notStartsWith', column: 'column', value: 'a' }, true],
    [{ op: 'endsWith', column: 'column', value: '' }, false],
    [{ op: 'notEndsWith', column: 'column', value: 'a' }, true],
  ])('matches %j: %s', (filter, expected) => {
    expect(holds('string', null, filter)).toBe(expected);
    expect(matches(filter, {}, () => 'string')).toBe(expected);
  });
});

describe('order', () => {
  const sorted = (type: ColumnType, cells: Value[], direction: 'asc' | 'desc'): Value[] =>
    cells
      .map((column) => ({ column }))
      .sort((a, b) => compareCells([{ column: 'column', direction }], a, b, () => type))
      .map(({ column }) => column);

  it('puts rows without a value first when ascending and last when descending', () => {
    expect(sorted('integer', [2, null, 10], 'asc')).toEqual([null, 2, 10]);
    expect(sorted('integer', [2, null, 10], 'desc')).toEqual([10, 2, null]);
  });

  it('has one order for choices whether they are numbers or words', () => {
    const cells = ['1a', '10', '2', 'b', '-5'].map(choice);
    expect(sorted('choice', cells, 'asc')).toEqual(['-5', '2', '10', '1a', 'b'].map(choice));
  });

  it('goes on to the next column where one does not decide', () => {
    const cells = { a: { x: 'A', y: 2 }, b: { x: 'a', y: 1 } };
    const order = [
      { column: 'x', direction: 'asc' },
      { column: 'y', direction: 'asc' },
    ] as const;
    expect(
      compareCells(order, cells.a, cells.b, (name) => (name === 'x' ? 'string' : 'integer')),
    ).toBeGreaterThan(0);
  });
});
