import { describe, expect, it } from 'vitest';
import type { BoundTable, Column } from '../../src/contract/index.ts';
import { createServiceNowAdapter } from './index.ts';
import { failure, fakeCall, json, list, recorded } from './testing/fake-call.ts';
import { ACCOUNT, CASE, CONTACT } from './testing/tables.ts';

const adapter = createServiceNowAdapter();

function withColumn(change: Partial<Column>): BoundTable {
  const column: Column = { name: 'extra', type: 'string', upstream: 'extra', ...change };
  return { ...ACCOUNT, columns: new Map([...readable(ACCOUNT), [column.name, column]]) };
}

/** The table with nothing writable: its keys would be problems of their own. */
function readable(table: BoundTable): [string, Column][] {
  return [...table.columns].map(([name, { name: same, type, upstream }]) => [
    name,
    { name: same, type, upstream },
  ]);
}

const plain: BoundTable = { ...ACCOUNT, columns: new Map(readable(ACCOUNT)) };

describe('check', () => {
  it('finds nothing wrong with a right declaration', () => {
    expect(adapter.check(plain)).toEqual([]);
    expect(adapter.check({ ...plain, options: { joins: 0 } })).toEqual([]);
    expect(adapter.check(withColumn({ upstream: 'account.name' }))).toEqual([]);
  });

  it.each<[string, BoundTable, string | undefined, RegExp]>([
    [
      'a table name with a query in it',
      { ...plain, object: 'incident?sysparm_query=' },
      undefined,
      /is not a ServiceNow table name/,
    ],
    ['too long a path', withColumn({ upstream: 'a.b.c.d.e' }), 'extra', /behind up to 3 references/],
    [
      'a path with a hole',
      withColumn({ upstream: 'account..name' }),
      'extra',
      /is not a ServiceNow column name/,
    ],
    [
      'a column of another record that is written',
      withColumn({ upstream: 'account.name', writable: true }),
      'extra',
      /cannot be written from here/,
    ],
    [
      'two tables behind one column',
      {
        ...withColumn({ name: 'parent', type: 'reference', upstream: 'parent' }),
        joins: new Map([
          ['account', { column: 'parent', table: () => plain }],
          ['contact', { column: 'parent', table: () => CONTACT }],
        ]),
      },
      'parent',
      /write join: false on each of them/,
    ],
    ['currencies that are none', { ...plain, options: { currencies: ['nope'] } }, undefined, /names "nope"/],
    [
      'an operator in a column',
      withColumn({ upstream: 'stateIN' }),
      'extra',
      /is not a ServiceNow column name/,
    ],
    ['a prototype', withColumn({ upstream: '__proto__' }), 'extra', /is not a ServiceNow column name/],
    [
      'a column kept by the platform',
      withColumn({ upstream: 'sys_created_on', writable: true }),
      'extra',
      /cannot be writable/,
    ],
    ['a key that is no sys_id', { ...plain, key: 'name' }, 'name', /must be its column sys_id/],
    ['a key that is not there', { ...plain, key: 'nope' }, undefined, /the key nope is not a column/],
    [
      'a join without a column',
      { ...plain, joins: new Map([['x', { column: 'nope', table: () => plain }]]) },
      undefined,
      /needs the column nope/,
    ],
    [
      'a join over a text',
      { ...plain, joins: new Map([['x', { column: 'name', table: () => plain }]]) },
      'name',
      /can only follow a reference/,
    ],
    ['an unknown option', { ...plain, options: { view: 'x' } }, undefined, /unknown option "view"/],
    ['a wrong option', { ...plain, options: { joins: 9 } }, undefined, /must be 0, 1, 2 or 3/],
  ])('%s', (_, table, column, message) => {
    expect(adapter.check(table)).toContainEqual({
      ...(column === undefined ? {} : { column }),
      message: expect.stringMatching(message) as string,
    });
  });

  it('wants references to point at the key', () => {
    const column: Column = {
      name: 'parent',
      type: 'reference',
      upstream: 'account_parent',
      references: { table: 'Account', column: 'name' },
    };
    const table = {
      ...withColumn(column),
      joins: new Map([['parent', { column: 'parent', table: () => plain }]]),
    };
    expect(adapter.check(table)).toEqual([
      { column: 'parent', message: expect.stringContaining('point it at Account.id') as string },
    ]);
  });
});

describe('capabilities', () => {
  it('claim what encoded queries can say', () => {
    const { filter, order, joins } = adapter.capabilities(CASE);
    expect(filter.get('number')?.has('notStartsWith')).toBe(false);
    expect(filter.get('number')?.has('startsWith')).toBe(true);
    expect(filter.get('accountId')?.has('contains')).toBe(false);
    expect([...order]).toEqual(expect.arrayContaining(['id', 'number', 'state', 'openedAt']));
    expect([...order]).not.toEqual(expect.arrayContaining(['accountId']));
    expect(joins).toBe(3);
    expect(adapter.capabilities({ ...CASE, options: { joins: 0 } }).joins).toBe(0);
  });
});

describe('count', () => {
  const filter = { op: 'eq', column: 'active', value: true } as const;
  const plan = adapter.plan(CASE, { select: { columns: ['id'], joins: {} }, filter, order: [], limit: null });

  it('asks the Aggregate API with the conditions alone', async () => {
    const call = fakeCall(() => json({ result: { stats: { count: '12' } } }));
    expect(await adapter.count?.(CASE, plan, call)).toBe(12);
    expect(call.sent[0]?.path).toBe(
      '/api/now/stats/sn_customerservice_case?sysparm_count=true&sysparm_query=active%3Dtrue',
    );
  });

  it('counts nothing without asking, and refuses what is no count', async () => {
    const none = adapter.plan(CASE, {
      select: { columns: ['id'], joins: {} },
      filter: { op: 'null', column: 'id' },
      order: [],
      limit: null,
    });
    const call = fakeCall(() => json(recorded('c_AggregateAPI-01')));
    expect(await adapter.count?.(CASE, none, call)).toBe(0);
    expect(call.sent).toEqual([]);
    await expect(adapter.count?.(CASE, plan, call)).rejects.toMatchObject({ kind: 'upstream-unavailable' });
  });
});

describe('ping', () => {
  it('names the user that the requests run as', async () => {
    const call = fakeCall(() => list([{ user_name: 'casegraph.service' }]));
    expect(await adapter.ping(call)).toBe('casegraph.service');
    expect(call.sent[0]?.path).toContain('sysparm_query=sys_idDYNAMIC90d1921e5f510100a9ad2572f2b477fe');
  });

  it('proves the connection where the own record is hidden, and fails where it does not work', async () => {
    expect(await adapter.ping(fakeCall(() => list([])))).toMatch(/may not read its own user record/);
    const refused = fakeCall(() => failure(403, 'User Not Authorized', 'Failed API level ACL Validation'));
    await expect(adapter.ping(refused)).rejects.toMatchObject({ kind: 'upstream-unauthorized' });
  });
});
