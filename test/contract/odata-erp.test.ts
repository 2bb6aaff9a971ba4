import { afterAll, describe, expect, it } from 'vitest';
import { createODataAdapter } from '../../adapters/odata/index.ts';
import { ERP_SERVICE, createErp } from '../../sandbox/erp/index.ts';
import type { Service } from '../../sandbox/http/service.ts';
import { ERP_CLIENT } from '../../sandbox/world/credentials.ts';
import type { ErpRecord } from '../../sandbox/world/world.ts';
import type { BoundTable, Column, Row, Value } from '../../src/contract/index.ts';
import { hostile } from './checks/hostile.ts';
import { bearer, callsTo } from './direct-send.ts';
import { inVersion2 } from './odata-v2-dialect.ts';
import { requestFor } from './setup.ts';
import { contractSuite } from './suite.ts';
import { boundTable } from './tables.ts';

const STATES = ['Open', 'Paid', 'Disputed'];

const customers: readonly ErpRecord[] = Array.from({ length: 12 }, (_, n) => ({
  CustomerNumber: `C${String(n).padStart(3, '0')}`,
  Name: `Customer ${n % 5}; (of "${n}")`,
  City: n % 3 === 0 ? null : `Town ${n % 4}`,
  Country: 'Sweden',
  Currency: 'SEK',
  PaymentTerms: 'NT30',
  CreditLimit: n % 4 === 0 ? null : `${n}000.50`,
  Blocked: n % 2 === 0,
  CreatedAt: '2025-06-01T10:00:00Z',
}));

/** Every customer but the last has some, the first has most. */
const invoices: readonly ErpRecord[] = Array.from({ length: 70 }, (_, n) => ({
  InvoiceNumber: `9${String(n).padStart(7, '0')}`,
  CustomerNumber: `C${String(n % 5 === 0 ? 0 : n % 11).padStart(3, '0')}`,
  Status: STATES[n % 3] ?? null,
  Currency: 'SEK',
  NetAmount: `${n % 9}.10`,
  TaxAmount: '0.00',
  GrossAmount: `${(n * 37) % 23}.10`,
  OpenAmount: '0.00',
  IssuedOn: '2025-12-01',
  DueOn: `2026-0${1 + (n % 9)}-11`,
  PaidOn: n % 3 === 1 ? '2026-02-02' : null,
  Overdue: n % 2 === 0,
  PurchaseOrder: n % 4 === 0 ? null : `PO;${n % 6})`,
  Note: n % 6 === 0 ? null : `it's ${n % 7}`,
  ChangedAt: `2026-04-0${1 + (n % 9)}T12:30:15Z`,
}));

const customer: BoundTable = {
  ...boundTable('Debtor', 'Customers', {
    id: ['id', 'CustomerNumber'],
    name: ['string', 'Name'],
    city: ['string', 'City'],
    limit: ['decimal', 'CreditLimit'],
    blocked: ['boolean', 'Blocked'],
  }),
  options: { inOperator: true },
};

const invoice: BoundTable = {
  ...boundTable('Invoice', 'Invoices', {
    id: ['id', 'InvoiceNumber'],
    customerId: ['reference', 'CustomerNumber', () => customer],
    status: ['choice', 'Status'],
    gross: ['decimal', 'GrossAmount'],
    dueOn: ['date', 'DueOn'],
    paidOn: ['date', 'PaidOn'],
    overdue: ['boolean', 'Overdue'],
    purchaseOrder: ['string', 'PurchaseOrder'],
    note: ['text', 'Note'],
    changedAt: ['datetime', 'ChangedAt'],
  }),
  options: {
    inOperator: true,
    textOrder: true,
    required: ['status', 'gross', 'dueOn', 'overdue', 'changedAt', 'customerId'],
    navigation: { customer: 'Customer' },
    parents: [{ list: 'Customers.Invoices', property: 'CustomerNumber' }],
  },
};

function rowsOf(table: BoundTable, records: readonly ErpRecord[]): Row[] {
  const value = ({ type }: Column, raw: ErpRecord[string] = null): Value => {
    if (raw === null) return null;
    if (type === 'choice') return { value: String(raw), label: String(raw) };
    return type === 'decimal' ? String(raw).replace(/\.?0+$/, '') || '0' : raw;
  };
  return records.map((record) => ({
    values: Object.fromEntries(
      [...table.columns.values()].map((column) => [column.name, value(column, record[column.upstream])]),
    ),
  }));
}

const world = {
  erp: new Map([
    ['Customers', customers],
    ['Invoices', invoices],
    ['InvoiceItems', []],
  ]),
};
const targets: string[] = [];
async function opened(pageSize: number) {
  const erp = createErp(world, { now: Date.now, client: ERP_CLIENT, pageSize });
  const watched: Service = {
    ...erp,
    handle: (request) => {
      targets.push(decodeURIComponent(request.target));
      return erp.handle(request);
    },
  };
  const { clientId, clientSecret, scope } = ERP_CLIENT;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
  return callsTo(watched, await bearer(erp, '/oauth/token', form), Date.now);
}

/** Small pages, so that links are followed; in earnest, a page holds a thousand. */
const call = await opened(9);
const inEarnest = await opened(1_000);
const adapter = createODataAdapter({ path: ERP_SERVICE });
afterAll(() => targets.splice(0));

contractSuite({
  name: "odata, invoices of the sandbox's ERP system",
  adapter,
  table: invoice,
  call,
  rows: rowsOf(invoice, invoices),
  joined: { customer: rowsOf(customer, customers) },
  lookups: [{ column: 'customerId', via: 'Customers.Invoices' }, { column: 'purchaseOrder' }],
  unknownKey: (number) => `8${String(number).padStart(7, '0')}`,
  batches: { call: inEarnest, targetBytes: 8_000 },
  runs: 15,
  skip: Object.fromEntries(
    hostile.map(({ name }) => [name, 'the same literals as for the other OData server']),
  ),
});

const days = new Set(['DueOn', 'PaidOn']);
const { parents: _, inOperator: __, textOrder: ___, ...plain } = invoice.options;
const targets2: string[] = [];

contractSuite({
  name: 'odata 2, the same invoices in the older dialect',
  adapter: createODataAdapter({ path: ERP_SERVICE, version: 2 }),
  table: { ...invoice, options: { ...plain, nullOrder: 'low' } },
  call: inVersion2(call, days, targets2),
  rows: rowsOf(invoice, invoices),
  joined: { customer: rowsOf(customer, customers) },
  lookups: [{ column: 'customerId' }, { column: 'purchaseOrder' }],
  unknownKey: (number) => `8${String(number).padStart(7, '0')}`,
  batches: { call: inVersion2(inEarnest, days), targetBytes: 8_000 },
  runs: 15,
});

it('OData 2 was asked in its own words', () => {
  // Next links are the service's own.
  const all = targets2.filter((target) => !target.includes('$skiptoken')).join(' ');
  for (const word of ['substringof(', "datetime'", 'M)', '$inlinecount=allpages', 'Customer/Name'])
    expect(all).toContain(word);
  expect(all).not.toMatch(/contains\(|\$count=|\(\$select/);
});

describe('lists cut per parent', () => {
  const request = {
    ...requestFor(invoice, {
      select: { columns: ['id', 'gross'], joins: {} },
      filter: { op: 'ne', column: 'note', value: "it's 1; ($top=9)" },
      order: [{ column: 'gross', direction: 'desc' }],
      limit: 2,
    }),
    column: 'customerId',
    via: 'Customers.Invoices',
  };

  it('are one request, which asks each parent for one row more than is shown', async () => {
    targets.splice(0);
    const keys = Array.from({ length: 12 }, (_, n) => `C${String(n).padStart(3, '0')}`);
    const { results } = await adapter.readByKeys(invoice, request, keys, inEarnest());
    expect(targets).toHaveLength(1);
    expect(targets[0]).toContain(
      `$expand=Invoices($select=InvoiceNumber,GrossAmount;$filter=(tolower(Note) ne 'it''s 1; ($top=9)' or Note eq null);$orderby=GrossAmount desc,InvoiceNumber asc;$top=3)`,
    );
    expect(
      results.map((result) => ('rows' in result ? [result.rows.length, result.more] : result.kind)),
    ).toEqual([...Array.from({ length: 11 }, () => [2, true]), [0, false]]);
  });

  it('are read whole where the service cannot sort as wanted, since a cut would take the wrong rows', async () => {
    targets.splice(0);
    const unsorted: BoundTable = { ...invoice, options: { ...invoice.options, textOrder: false } };
    const order = [{ column: 'note', direction: 'asc' as const }];
    await adapter.readByKeys(unsorted, { ...request, order }, ['C001'], inEarnest());
    expect(targets).toHaveLength(1);
    expect(targets[0]).toContain(`/Invoices?`);
  });

  it('go on where the service pages inside of answers, at the same service only', async () => {
    const inner = [{ InvoiceNumber: '1', GrossAmount: '1' }];
    const answers = (link: string) => {
      const paths: string[] = [];
      const send = (asked: { path: string }) => {
        paths.push(asked.path);
        const json = asked.path.includes('$skiptoken=2')
          ? { value: [{ InvoiceNumber: '2', GrossAmount: '2' }] }
          : { value: [{ CustomerNumber: 'C001', Invoices: inner, 'Invoices@odata.nextLink': link }] };
        return Promise.resolve({ status: 200, headers: {}, json, text: '', instance: 'https://erp.example' });
      };
      return { paths, call: { ...call(), send } };
    };
    const good = answers(`https://erp.example${ERP_SERVICE}/Invoices?$skiptoken=2`);
    const { results } = await adapter.readByKeys(invoice, request, ['C001'], good.call);
    expect(results).toMatchObject([
      { rows: [{ values: { id: '1' } }, { values: { id: '2' } }], more: false },
    ]);
    const bad = answers('https://evil.example/Invoices?$skiptoken=2');
    const refused = await adapter.readByKeys(invoice, request, ['C001'], bad.call);
    expect(refused.results).toMatchObject([{ kind: 'upstream-unavailable' }]);
    expect([good.paths.length, bad.paths.length]).toEqual([2, 1]);
  });

  it('are declared with care', () => {
    const wrong = {
      ...invoice,
      options: {
        ...invoice.options,
        parents: [
          { list: 'Customers', property: 'A' },
          { list: 'A.B', property: 'x y' },
        ],
      },
    };
    expect(adapter.check(wrong).map(({ message }) => message)).toEqual([
      'option "parents": "Customers" is no related list; expected one such as "Customers.Invoices"',
      'option "parents": "x y" is no property; expected one such as "CustomerID"',
    ]);
  });
});
