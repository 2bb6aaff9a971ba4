import { describe, expect, it } from 'vitest';
import { createSalesforceAdapter } from '../../adapters/salesforce/index.ts';
import { makeId } from '../../sandbox/salesforce/ids.ts';
import { createSalesforce } from '../../sandbox/salesforce/index.ts';
import { createWorld, DEFAULT_NOW } from '../../sandbox/world/create.ts';
import { SALESFORCE_CLIENT } from '../../sandbox/world/credentials.ts';
import type { SfRecord, World } from '../../sandbox/world/world.ts';
import type { BoundTable, Call, Row } from '../../src/contract/index.ts';
import { bearer, callsTo } from './direct-send.ts';
import { isError } from './reading.ts';
import { salesforceRows } from './salesforce-rows.ts';
import { requestFor } from './setup.ts';
import { contractSuite, type Target } from './suite.ts';
import { boundTable } from './tables.ts';

/** An object of the org's own making, in an org with several currencies, and tasks that are about anything. */
const base = createWorld({ cases: 60 });
const recordsOf = (name: string): readonly SfRecord[] =>
  (base.salesforce.get(name) ?? []).filter((record) => record['IsDeleted'] !== true);
const pick = (name: string, index: number): string =>
  recordsOf(name)[index % recordsOf(name).length]?.Id ?? '';

const at = (day: number): string => `2026-03-${String(1 + (day % 28)).padStart(2, '0')}`;
const CURRENCIES = ['EUR', 'USD', 'JPY'] as const;
/** Units of each that one euro is worth. */
const RATES = { EUR: 1, USD: 1.25, JPY: 160 } as const;

const plans: SfRecord[] = Array.from({ length: 60 }, (_, index) => ({
  Id: makeId('a0P', index + 1),
  Name: `Plan ${index % 9}-${index}`,
  Account__c: index % 5 === 0 ? null : pick('Account', index % 11),
  Amount_EUR__c: index % 6 === 0 ? null : (index % 8) * 100,
  CurrencyIsoCode: CURRENCIES[index % 3] ?? 'EUR',
  Level__c: index % 4 === 0 ? null : (['Gold', 'Silver'][index % 2] ?? null),
  Covers__c: index % 3 === 0 ? null : (['Parts', 'Parts;Travel', 'Labour'][index % 3] ?? null),
  Starts_On__c: index % 7 === 0 ? null : at(index),
  OwnerId: pick('User', index),
  CreatedDate: `${at(index)}T08:00:00.000+0000`,
}));

const tasks: SfRecord[] = Array.from({ length: 40 }, (_, index) => ({
  Id: makeId('00T', index + 1),
  Subject: `Call ${index}`,
  WhatId: index % 4 === 0 ? null : pick(['Opportunity', 'Account', 'Contact'][(index % 4) - 1] ?? '', index),
}));

const now = (): number => DEFAULT_NOW;
const world: World = {
  ...base,
  salesforce: new Map([...base.salesforce, ['Service_Plan__c', plans], ['Task', tasks]]),
};
const { clientId, clientSecret, username } = SALESFORCE_CLIENT;

async function openOrg(): Promise<(signal?: AbortSignal) => Call> {
  const currencies = { user: 'EUR', rates: RATES };
  const options = {
    now,
    publicKeyPem: '',
    consumerKey: clientId,
    consumerSecret: clientSecret,
    username,
    currencies,
  };
  const service = createSalesforce(world, options);
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  return callsTo(service, await bearer(service, '/services/oauth2/token', form), now);
}

const account = boundTable('SalesforceAccount', 'Account', { id: ['id', 'Id'], name: ['string', 'Name'] });
const plan: BoundTable = {
  ...boundTable(
    'ServicePlan',
    'Service_Plan__c',
    {
      id: ['id', 'Id'],
      name: ['string', 'Name'],
      level: ['choice', 'Level__c'],
      covers: ['list', 'Covers__c'],
      amount: ['decimal', 'Amount_EUR__c'],
      currency: ['string', 'CurrencyIsoCode'],
      startsOn: ['date', 'Starts_On__c'],
      createdAt: ['datetime', 'CreatedDate'],
      accountName: ['string', 'Account__r.Name'],
      accountId: ['reference', 'Account__c', () => account],
    },
    ['name', 'amount'],
  ),
  options: { currencies: ['amount'] },
};

function rowsOf(): Row[] {
  const names = new Map(recordsOf('Account').map((record) => [record.Id, record['Name']]));
  return salesforceRows(world, plan).map(({ values }, index) => {
    const covers = plans[index]?.['Covers__c'];
    const accountName = names.get(String(plans[index]?.['Account__c'])) ?? null;
    return {
      values: { ...values, accountName, covers: typeof covers === 'string' ? covers.split(';') : null },
    };
  });
}

const adapter = createSalesforceAdapter();
async function target(): Promise<Target> {
  return { adapter, table: plan, call: await openOrg() };
}

contractSuite({
  name: 'salesforce, a custom object',
  ...(await target()),
  rows: rowsOf(),
  joined: { account: salesforceRows(world, account) },
  lookups: [{ column: 'name' }, { column: 'accountId' }, { column: 'accountName' }],
  unknownKey: (number) => makeId('a0P', 900_000 + number),
  runs: 40,
  batches: {
    call: await openOrg(),
    targetBytes: 16_384 - 2_560 - 'GET  HTTP/1.1\r\n'.length,
    keysInBody: 2_000,
  },
  writable: {
    open: target,
    newKey: () => null,
    create: { name: 'Platinum', amount: '12.5' },
    update: { amount: null },
  },
});

const readAll = async (table: BoundTable, columns: readonly string[]): Promise<readonly Row[]> => {
  const request = requestFor(table, { select: { columns, joins: {} } });
  return (await adapter.read(table, adapter.plan(table, request), (await openOrg())())).rows;
};

describe('amounts in several currencies', () => {
  it('are filtered and sorted by the engine, since upstream goes by another value', () => {
    const filter = { op: 'gt', column: 'amount', value: '100' } as const;
    const order = [{ column: 'amount', direction: 'asc' }] as const;
    const planned = adapter.plan(plan, requestFor(plan, { filter, order }));
    expect(planned).toMatchObject({ residual: filter, ordered: false, limited: false });
    expect(planned.text).not.toMatch(/WHERE|ORDER BY Amount/);
  });

  it("come in the currency of the connection's user where the source asks for that", async () => {
    const converted = { ...plan, options: { convertCurrency: ['amount'] }, columns: readOnly(plan) };
    expect(adapter.check(converted)).toEqual([]);
    const rows = await readAll(converted, ['id', 'amount']);
    const right = plans.map(({ Id, Amount_EUR__c: amount, CurrencyIsoCode: code }) => {
      const euros = typeof amount === 'number' ? amount / RATES[code as keyof typeof RATES] : null;
      return [Id, euros === null ? null : String(Number(euros.toFixed(2)))];
    });
    expect(rows.map(({ values }) => [values['id'], values['amount']])).toEqual(right);
    const keyed = { ...requestFor(converted, { select: { columns: ['amount'], joins: {} } }), column: 'id' };
    const keys = Array.from(
      { length: 700 },
      (_, index) => plans[index]?.Id ?? makeId('a0P', 900_000 + index),
    );
    const { results } = await adapter.readByKeys(converted, keyed, keys, (await openOrg())());
    const found = results
      .slice(0, 60)
      .map((result) => (isError(result) ? result.kind : result.rows[0]?.values['amount']));
    expect(found).toEqual(right.map(([, amount]) => amount));
  });
});

describe('a reference to records of several objects', () => {
  const task = boundTable('Task', 'Task', {
    id: ['id', 'Id'],
    whatId: ['reference', 'WhatId'],
    whatType: ['string', 'What.Type'],
    whatName: ['string', 'What.Name'],
  });
  const objectOf = (id: unknown): string | null =>
    ['Opportunity', 'Account', 'Contact'].find((name) =>
      recordsOf(name).some((record) => record.Id === id),
    ) ?? null;

  it.each([
    ['Opportunity', '006'],
    ['Account', '001'],
  ])('leads through %s to its own records only', async (object) => {
    const other = boundTable(object, object, { id: ['id', 'Id'], name: ['string', 'Name'] });
    const ids = tasks.map(({ WhatId }) => String(WhatId ?? makeId('006', 900_000)));
    // Once by query, and once with so many that they travel in a body.
    for (const more of [0, 700]) {
      const keys = [...ids, ...Array.from({ length: more }, (_, index) => makeId('006', 910_000 + index))];
      const request = { ...requestFor(other), column: 'id' };
      const { results } = await adapter.readByKeys(other, request, keys, (await openOrg())());
      const found = results
        .slice(0, ids.length)
        .map((result) => (isError(result) ? result.kind : (result.rows[0]?.values['id'] ?? null)));
      expect(found).toEqual(ids.map((id) => (objectOf(id) === object ? id : null)));
    }
  });

  it('says what it leads to, by columns of what all have in common', async () => {
    const rows = await readAll(task, ['whatId', 'whatType', 'whatName']);
    for (const { values } of rows) expect(values['whatType']).toBe(objectOf(values['whatId']));
    expect(new Set(rows.map(({ values }) => values['whatType']))).toEqual(
      new Set([null, 'Opportunity', 'Account', 'Contact']),
    );
  });

  it('cannot be joined: the declaration is told so', () => {
    const opportunity = boundTable('Opportunity', 'Opportunity', { id: ['id', 'Id'] });
    const joins = new Map([
      ['opportunity', { column: 'whatId', table: () => opportunity }],
      ['account', { column: 'whatId', table: () => account }],
    ]);
    expect(adapter.check({ ...task, joins }).map(({ message }) => message)).toEqual([
      expect.stringContaining('write join: false on each of its references'),
      expect.stringContaining('write join: false on each of its references'),
    ]);
  });
});

describe('fields that cannot be compared upstream', () => {
  const encrypted = { ...plan, options: { unfilterable: ['name'], unsortable: ['name', 'startsOn'] } };

  it('stay with the engine where the source says so', () => {
    const filter = { op: 'eq', column: 'name', value: 'x' } as const;
    expect(adapter.check(encrypted)).toEqual([]);
    expect(adapter.plan(encrypted, requestFor(encrypted, { filter })).residual).toEqual(filter);
    expect(adapter.capabilities(encrypted).filter.has('name')).toBe(false);
    const { order } = adapter.capabilities(encrypted);
    expect([order.has('name'), order.has('startsOn'), order.has('createdAt')]).toEqual([false, false, true]);
  });

  it.each([
    [{ unfilterable: ['nope'] }, /names "nope", which is no column/],
    [{ unsortable: 'name' }, /is no list of columns/],
    [{ currencies: ['name'] }, /an amount of money is a decimal/],
    [{ convertCurrency: ['amount'] }, /cannot be written/],
    [{ nonsense: 1 }, /option "nonsense" is unknown/],
  ])('%j is refused', (options, message) => {
    expect(adapter.check({ ...plan, options }).map((problem) => problem.message)).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

function readOnly({ columns }: BoundTable): BoundTable['columns'] {
  return new Map([...columns].map(([name, column]) => [name, { ...column, writable: false }]));
}
