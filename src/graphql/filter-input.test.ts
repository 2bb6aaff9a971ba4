import { expect, it } from 'vitest';
import { toCondition } from './filter-input.ts';

const eq = (column: string, value: unknown) => ({ op: 'eq', column, value });

it.each([
  ['nothing: every row', {}, null],
  ['one test', { a: { eq: 1 } }, eq('a', 1)],
  [
    'several tests',
    { a: { gte: 1, lt: 5 }, b: { isNull: false } },
    {
      op: 'and',
      all: [
        { op: 'gte', column: 'a', value: 1 },
        { op: 'lt', column: 'a', value: 5 },
        { op: 'notNull', column: 'b' },
      ],
    },
  ],
  ['equals null', { a: { eq: null } }, { op: 'null', column: 'a' }],
  ['an empty in: no row', { a: { in: [] } }, false],
  ['an empty notIn: every row', { a: { notIn: [] } }, null],
  ['an empty or: no row', { or: [] }, false],
  ['an empty and: every row', { and: [] }, null],
  [
    'or beside a test',
    { a: { eq: 1 }, or: [{ b: { eq: 2 } }, { c: { eq: 3 } }] },
    { op: 'and', all: [eq('a', 1), { op: 'or', any: [eq('b', 2), eq('c', 3)] }] },
  ],
  [
    'not of an ordering also matches no value',
    { not: { a: { lt: 5 } } },
    {
      op: 'or',
      any: [
        { op: 'gte', column: 'a', value: 5 },
        { op: 'null', column: 'a' },
      ],
    },
  ],
  [
    'not of several: De Morgan',
    { not: { a: { eq: 1 }, b: { contains: 'x' } } },
    {
      op: 'or',
      any: [
        { op: 'ne', column: 'a', value: 1 },
        { op: 'notContains', column: 'b', value: 'x' },
      ],
    },
  ],
  [
    'not of or',
    { not: { or: [{ a: { eq: 1 } }, { b: { isNull: true } }] } },
    {
      op: 'and',
      all: [
        { op: 'ne', column: 'a', value: 1 },
        { op: 'notNull', column: 'b' },
      ],
    },
  ],
  ['not of not', { not: { not: { a: { in: ['x'] } } } }, { op: 'in', column: 'a', values: ['x'] }],
  ['not of nothing: no row', { not: {} }, false],
])('%s', (_, input, condition) => {
  expect(toCondition(input)).toEqual(condition);
});

it.each([{ a: null }, { a: { lt: null } }, { and: null }])(
  'refuses null where a value is needed: %j',
  (input) => {
    expect(() => toCondition(input)).toThrow(/is null/);
  },
);
