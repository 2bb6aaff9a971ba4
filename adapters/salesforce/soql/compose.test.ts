import { describe, expect, it } from 'vitest';
import type { Filter, Order, Selection, TableRequest } from '../../../src/contract/index.ts';
import { CasegraphError } from '../../../src/contract/index.ts';
import { plan } from '../plan.ts';
import { opportunities } from '../testing/tables.ts';

const ID = '0011Y00003HVMu4QAH';
const ID15 = ID.slice(0, 15);

function request(more: Partial<TableRequest>): TableRequest {
  return { select: { columns: ['id'], joins: {} }, filter: null, order: [], limit: null, ...more };
}

function whereOf(filter: Filter): string {
  const planned = plan(opportunities, request({ filter }));
  expect(planned.residual).toBeNull();
  if (planned.handle.where === null) return 'nothing';
  return planned.handle.where[0] ?? 'everything';
}

const eq = (column: string, value: string | number | boolean): Filter => ({ op: 'eq', column, value });

describe('leaves that SOQL takes', () => {
  it.each<[Filter, string]>([
    [eq('name', "O'Brien \\ %"), "Name = 'O\\'Brien \\\\ %'"],
    [eq('name', 'a"b\n\t\u0000\u007f'), `Name = 'a\\"b\\n\\t\\u0000\\u007f'`],
    [{ op: 'ne', column: 'name', value: 'a' }, "(Name != 'a' OR Name = null)"],
    [{ op: 'contains', column: 'name', value: "50%_'" }, "Name LIKE '%50\\%\\_\\'%'"],
    [{ op: 'startsWith', column: 'name', value: '\\' }, "Name LIKE '\\\\%'"],
    [{ op: 'endsWith', column: 'link', value: 'x' }, "Link__c LIKE '%x'"],
    [{ op: 'notContains', column: 'name', value: 'a' }, "((NOT Name LIKE '%a%') OR Name = null)"],
    [{ op: 'notStartsWith', column: 'name', value: 'a' }, "((NOT Name LIKE 'a%') OR Name = null)"],
    [{ op: 'notEndsWith', column: 'name', value: 'a' }, "((NOT Name LIKE '%a') OR Name = null)"],
    [{ op: 'in', column: 'stage', values: ['a', 'b', 'a'] }, "StageName IN ('a','b')"],
    [{ op: 'in', column: 'stage', values: ['a'] }, "StageName = 'a'"],
    [
      { op: 'notIn', column: 'stage', values: ['a', 'b'] },
      "(StageName NOT IN ('a','b') OR StageName = null)",
    ],
    [{ op: 'null', column: 'amount' }, 'Amount = null'],
    [{ op: 'notNull', column: 'amount' }, 'Amount != null'],
    [{ op: 'gte', column: 'amount', value: '-012.50' }, 'Amount >= -12.5'],
    [{ op: 'lt', column: 'amount', value: 1e21 }, 'Amount < 1000000000000000000000'],
    [{ op: 'lte', column: 'year', value: 2026 }, 'FiscalYear <= 2026'],
    [{ op: 'gt', column: 'closeDate', value: '2026-11-22' }, 'CloseDate > 2026-11-22'],
    [
      { op: 'lt', column: 'created', value: '2026-11-22T14:45:00+01:00' },
      'CreatedDate < 2026-11-22T13:45:00Z',
    ],
    [eq('closed', false), 'IsClosed = false'],
    [{ op: 'ne', column: 'closed', value: false }, 'IsClosed != false'],
    [{ op: 'in', column: 'closed', values: [true, false] }, 'everything'],
    [{ op: 'notIn', column: 'closed', values: [true, false] }, 'nothing'],
    [{ op: 'null', column: 'closed' }, 'nothing'],
    [eq('accountId', ID15), `AccountId = '${ID}'`],
    [{ op: 'in', column: 'accountId', values: [ID, ID15] }, `AccountId = '${ID}'`],
    [{ op: 'ne', column: 'id', value: ID }, `Id != '${ID}'`],
    [{ op: 'gt', column: 'id', value: ID }, `Id > '${ID}'`],
    [{ op: 'null', column: 'id' }, 'nothing'],
    [eq('accountName', 'Acme'), "Account.Name = 'Acme'"],
    [{ op: 'contains', column: 'regions', value: 'EU' }, "Regions__c INCLUDES ('EU')"],
    [{ op: 'in', column: 'regions', values: ['EU', 'US'] }, "Regions__c INCLUDES ('EU','US')"],
    [
      { op: 'notIn', column: 'regions', values: ['EU', 'US'] },
      "((Regions__c EXCLUDES ('EU') AND Regions__c EXCLUDES ('US')) OR Regions__c = null)",
    ],
    [eq('regions', 'EU;US'), 'nothing'],
    [eq('name', ''), 'nothing'],
    [{ op: 'ne', column: 'name', value: '' }, 'everything'],
    [{ op: 'contains', column: 'name', value: '' }, 'Name != null'],
    [{ op: 'notContains', column: 'name', value: '' }, 'Name = null'],
    [{ op: 'gt', column: 'name', value: '' }, 'Name != null'],
    [{ op: 'lte', column: 'name', value: '' }, 'nothing'],
  ])('%j', (filter, where) => {
    expect(whereOf(filter)).toBe(where);
  });
});

describe('leaves that the engine keeps', () => {
  it.each<[Filter]>([
    [eq('description', 'a')],
    [{ op: 'null', column: 'description' }],
    [eq('callAt', '13:45:00')],
    [{ op: 'contains', column: 'stage', value: 'Won' }],
    [{ op: 'gt', column: 'stage', value: 'A' }],
    [{ op: 'contains', column: 'accountId', value: '001' }],
    [{ op: 'gt', column: 'id', value: '001' }],
    [{ op: 'gt', column: 'id', value: ID15 }],
    [eq('accountActive', true)],
    [eq('created', '2026-11-22T13:45:00.5Z')],
  ])('%j', (filter) => {
    const planned = plan(opportunities, request({ filter, limit: 5 }));
    expect(planned).toMatchObject({ residual: filter, limited: false, text: 'SELECT Id FROM Opportunity' });
  });
});

describe('values that cannot stand for a type', () => {
  it.each<[string, string | number | boolean, string]>([
    ['closeDate', 'TODAY', 'a date such as'],
    ['closeDate', '2026-02-30', 'a date such as'],
    ['closeDate', '9999-12-31', 'between 1700 and 4000'],
    ['created', '2026-11-22', 'a date and time with zone'],
    ['created', '2026-11-22T13:45:00', 'a date and time with zone'],
    ['amount', '1 OR Name != null', 'a number such as'],
    ['amount', true, 'a number such as'],
    ['year', 1.5, 'a whole number'],
    ['year', '2026)', 'a whole number'],
    ['closed', 'true', 'true or false'],
    ['name', 7, 'text of at most'],
    ['name', 'half \ud800 pair', 'text of at most'],
    ['name', 'x'.repeat(4_001), 'text of at most 4000'],
    ['stage', false, 'the value of a choice'],
    ['accountId', 7, 'a Salesforce id'],
  ])('%s: %j', (column, value, expected) => {
    for (const filter of [
      eq(column, value),
      { op: 'ne', column, value },
      { op: 'in', column, values: [value] },
    ] as Filter[]) {
      try {
        plan(opportunities, request({ filter }));
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(CasegraphError);
        expect(error).toMatchObject({ kind: 'invalid-input' });
        expect((error as Error).message).toMatch(new RegExp(`^${column}: .*${expected}`));
        expect((error as Error).message.length).toBeLessThan(250);
      }
    }
  });
});

describe('and, or', () => {
  const won = eq('stage', 'Won');
  const big: Filter = { op: 'gt', column: 'amount', value: 1000 };
  const described = eq('description', 'x');

  it('are always in parentheses', () => {
    const filter: Filter = {
      op: 'and',
      all: [{ op: 'or', any: [won, { op: 'and', all: [big, eq('closed', true)] }] }, big],
    };
    expect(whereOf(filter)).toBe(
      "((StageName = 'Won' OR (Amount > 1000 AND IsClosed = true)) AND Amount > 1000)",
    );
  });

  it('split: a conjunction gives what it can', () => {
    const filter: Filter = { op: 'and', all: [won, described, { op: 'or', any: [big, described] }] };
    const planned = plan(opportunities, request({ filter, limit: 5 }));
    expect(planned.text).toBe("SELECT Id FROM Opportunity WHERE StageName = 'Won'");
    expect(planned.residual).toEqual({ op: 'and', all: [described, { op: 'or', any: [big, described] }] });
  });

  it('split: a disjunction is taken whole or not at all', () => {
    const filter: Filter = { op: 'or', any: [won, described] };
    expect(plan(opportunities, request({ filter }))).toMatchObject({
      text: 'SELECT Id FROM Opportunity',
      residual: filter,
    });
  });

  it.each<[Filter, string]>([
    [{ op: 'and', all: [won, eq('name', '')] }, 'nothing'],
    [{ op: 'or', any: [won, eq('name', '')] }, "StageName = 'Won'"],
    [{ op: 'or', any: [won, { op: 'notNull', column: 'id' }] }, 'everything'],
    [{ op: 'and', all: [won, { op: 'notNull', column: 'id' }] }, "StageName = 'Won'"],
    [{ op: 'and', all: [] }, 'everything'],
    [{ op: 'or', any: [] }, 'nothing'],
  ])('decide what needs no asking: %j', (filter, where) => {
    expect(whereOf(filter)).toBe(where);
  });
});

describe('tests of a parent', () => {
  const some = (filter: Filter | null): Filter => ({ op: 'some', relation: 'account', filter });
  const there = 'Account.Id != null';
  it.each<[Filter, string]>([
    [some(null), there],
    [some({ op: 'contains', column: 'name', value: "O'B" }), `(${there} AND Account.Name LIKE '%O\\'B%')`],
    [
      some({ op: 'ne', column: 'name', value: 'a' }),
      `(${there} AND (Account.Name != 'a' OR Account.Name = null))`,
    ],
    [some(eq('id', ID15)), `(${there} AND Account.Id = '${ID}')`],
    [
      { op: 'or', any: [eq('name', 'b'), some(eq('name', 'a'))] },
      `(Name = 'b' OR (${there} AND Account.Name = 'a'))`,
    ],
  ])('%j', (filter, soql) => expect(whereOf(filter)).toBe(soql));

  it('stay whole where SOQL cannot say all of them', () => {
    const filter: Filter = { op: 'none', relation: 'account', filter: eq('name', 'a') };
    expect(plan(opportunities, request({ filter })).residual).toEqual(filter);
  });
});

describe('the rest of the query', () => {
  const byDate: Order[] = [
    { column: 'closeDate', direction: 'desc' },
    { column: 'id', direction: 'asc' },
  ];

  it('orders with nulls placed as the contract says, and limits', () => {
    const planned = plan(opportunities, request({ order: byDate, limit: 10, filter: eq('closed', false) }));
    expect(planned.text).toBe(
      'SELECT Id FROM Opportunity WHERE IsClosed = false ORDER BY CloseDate DESC NULLS LAST,Id ASC NULLS FIRST LIMIT 10',
    );
    expect(planned).toMatchObject({ ordered: true, limited: true });
  });

  it.each(['stage', 'accountId', 'accountName', 'description', 'regions', 'callAt'])(
    'neither orders nor limits by %s',
    (column) => {
      const order: Order[] = [{ column, direction: 'asc' }, ...byDate];
      expect(plan(opportunities, request({ order, limit: 10 }))).toMatchObject({
        ordered: false,
        limited: false,
        text: 'SELECT Id FROM Opportunity',
      });
    },
  );

  it('follows references by their relationship, and names no field twice', () => {
    const account: Selection = {
      columns: ['name', 'ownerId'],
      joins: { owner: { columns: ['name'], joins: {} } },
    };
    const select: Selection = {
      columns: ['id', 'accountName', 'partnerId'],
      joins: { account, partner: { columns: [], joins: {} } },
    };
    expect(plan(opportunities, request({ select })).text).toBe(
      'SELECT Id,Account.Name,Partner__c,Account.Id,Account.OwnerId,Account.Owner.Id,Account.Owner.Name,Partner__r.Id FROM Opportunity',
    );
  });

  it('takes relationship names from the declaration', () => {
    const table = { ...opportunities, options: { relationships: { accountId: 'Customer__r' } } };
    const select: Selection = { columns: [], joins: { account: { columns: ['name'], joins: {} } } };
    expect(plan(table, request({ select })).text).toBe(
      'SELECT Customer__r.Id,Customer__r.Name FROM Opportunity',
    );
  });

  it('asks for ids where nothing is selected', () => {
    expect(plan(opportunities, request({ select: { columns: [], joins: {} } })).text).toBe(
      'SELECT Id FROM Opportunity',
    );
  });

  it('follows references no further than Salesforce does', () => {
    const loop = {
      ...opportunities,
      joins: new Map() as Map<string, { column: string; table: () => typeof opportunities }>,
    };
    loop.joins.set('account', { column: 'accountId', table: () => loop });
    let select: Selection = { columns: ['name'], joins: {} };
    for (let level = 0; level < 5; level += 1) select = { columns: [], joins: { account: select } };
    expect(plan(loop, request({ select })).text).toContain('Account.Account.Account.Account.Account.Name');
    const tooFar: Selection = { columns: [], joins: { account: select } };
    expect(() => plan(loop, request({ select: tooFar }))).toThrow(/more than 5 references away/);
  });

  it.each([-1, 1.5, Number.NaN])('refuses a limit of %s', (limit) => {
    expect(() => plan(opportunities, request({ limit }))).toThrow(/whole number/);
  });
});
