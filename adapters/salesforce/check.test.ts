import { describe, expect, it } from 'vitest';
import type { BoundTable } from '../../src/contract/index.ts';
import { createSalesforceAdapter } from './index.ts';
import { accounts, opportunities, tableOf } from './testing/tables.ts';

const adapter = createSalesforceAdapter();
const id = { type: 'id', upstream: 'Id' } as const;

describe('declarations', () => {
  it('that are right have no problems', () => {
    expect(adapter.check(opportunities)).toEqual([]);
    expect(adapter.check(accounts)).toEqual([]);
  });

  it.each<[string, BoundTable, string | undefined, RegExp]>([
    [
      'an object with a space',
      tableOf('T', { id }, { object: 'Opp FROM X' }),
      undefined,
      /"Opp FROM X" is no API name/,
    ],
    ['an object that ends in _', tableOf('T', { id }, { object: 'Opp_' }), undefined, /no API name/],
    ['no key column', tableOf('T', { id }, { key: 'nr' }), undefined, /key "nr" is no column/],
    [
      'another key',
      tableOf('T', { id: { type: 'id', upstream: 'Name' } }),
      'id',
      /the field "Id", not "Name"/,
    ],
    [
      'a key of another type',
      tableOf('T', { id: { type: 'string', upstream: 'Id' } }),
      'id',
      /of type id, not string/,
    ],
    [
      'a field with a quote',
      tableOf('T', { id, a: { type: 'string', upstream: "Name'" } }),
      'a',
      /is no field/,
    ],
    [
      'a function',
      tableOf('T', { id, a: { type: 'string', upstream: 'toLabel(Name)' } }),
      'a',
      /is no field/,
    ],
    [
      'a path by a field',
      tableOf('T', { id, a: { type: 'string', upstream: 'Region__c.Name' } }),
      'a',
      /is no field/,
    ],
    [
      'a path too long',
      tableOf('T', { id, a: { type: 'string', upstream: 'A.B.C.D.E.F.Name' } }),
      'a',
      /up to 5 parents/,
    ],
    [
      'a duration',
      tableOf('T', { id, a: { type: 'duration', upstream: 'A__c' } }),
      'a',
      /type duration cannot be/,
    ],
    [
      'writing a parent',
      tableOf('T', { id, a: { type: 'string', upstream: 'A.Name', writable: true } }),
      'a',
      /cannot be written from here/,
    ],
    [
      'writing an address',
      tableOf('T', { id, a: { type: 'json', upstream: 'BillingAddress', writable: true } }),
      'a',
      /json cannot be written/,
    ],
    [
      'an unknown option',
      tableOf('T', { id }, { options: { relationship: {} } }),
      undefined,
      /"relationship" is unknown; known: relationships/,
    ],
    [
      'relationships that are none',
      tableOf('T', { id }, { options: { relationships: 'x' } }),
      undefined,
      /no map/,
    ],
    [
      'a relationship of no column',
      tableOf('T', { id }, { options: { relationships: { b: 'B' } } }),
      undefined,
      /names "b", which is no column/,
    ],
    [
      'a relationship with a bad name',
      tableOf('T', { id }, { options: { relationships: { id: 'B__c' } } }),
      'id',
      /"B__c" is no relationship name/,
    ],
    [
      'a reference without a relationship',
      tableOf(
        'T',
        { id, a: { type: 'reference', upstream: 'Parent' } },
        { joins: new Map([['p', { column: 'a', table: () => accounts }]]) },
      ),
      'a',
      /options: \{ relationships: \{ a:/,
    ],
    [
      'a reference by another column',
      tableOf(
        'T',
        {
          id,
          a: { type: 'reference', upstream: 'AccountId', references: { table: 'Account', column: 'name' } },
        },
        { joins: new Map([['p', { column: 'a', table: () => accounts }]]) },
      ),
      'a',
      /leads to Account\.name/,
    ],
    [
      'a relation of no column',
      tableOf('T', { id }, { joins: new Map([['p', { column: 'a', table: () => accounts }]]) }),
      undefined,
      /follows "a", which is no column/,
    ],
  ])('with %s', (_, table, column, message) => {
    const problems = adapter.check(table);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.column).toBe(column);
    expect(problems[0]!.message).toMatch(message);
  });

  it('are checked whole', () => {
    const table = tableOf(
      'T',
      { a: { type: 'duration', upstream: 'a b' } },
      { object: '', options: { x: 1 } },
    );
    expect(adapter.check(table).length).toBe(5);
  });
});

describe('capabilities', () => {
  const { filter, order, joins, count, limitPerKey } = adapter.capabilities(opportunities);

  it('claim what plan takes, and no more', () => {
    const VALUES: Record<string, string | boolean> = {
      closed: true,
      closeDate: '2026-11-22',
      created: '2026-11-22T13:45:00Z',
      amount: '1',
      year: '1',
      id: '0011Y00003HVMu4QAH',
    };
    const ops = [
      'eq',
      'ne',
      'lt',
      'lte',
      'gt',
      'gte',
      'contains',
      'notContains',
      'startsWith',
      'notStartsWith',
      'endsWith',
      'notEndsWith',
    ] as const;
    for (const column of opportunities.columns.keys()) {
      const value = VALUES[column] ?? '0011Y00003HVMu4QAH';
      for (const op of ops) {
        const plan = adapter.plan(opportunities, {
          select: { columns: [], joins: {} },
          filter: { op, column, value },
          order: [],
          limit: null,
        });
        expect(plan.residual === null, `${op} ${column}`).toBe(filter.get(column)?.has(op) ?? false);
      }
      const plan = adapter.plan(opportunities, {
        select: { columns: [], joins: {} },
        filter: null,
        order: [{ column, direction: 'asc' }],
        limit: null,
      });
      expect(plan.ordered, column).toBe(order.has(column));
    }
    expect({ joins, count, limitPerKey }).toEqual({ joins: 5, count: true, limitPerKey: true });
  });
});
