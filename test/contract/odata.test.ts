import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createODataAdapter } from '../../adapters/odata/index.ts';
import type { BoundTable, Column, Row, Value } from '../../src/contract/index.ts';
import { hostile } from './checks/hostile.ts';
import { serveOData } from './odata-server.ts';
import { contractSuite, type Target } from './suite.ts';
import { boundTable } from './tables.ts';

type Record_ = Readonly<Record<string, string | number | boolean | null>>;

const FOLDER = join(import.meta.dirname, '../../adapters/odata/fixtures/billing');
const PATH = '/odata/v4/billing';
const data = { Customers: recordsOf('Customers'), Invoices: recordsOf('Invoices') };

function recordsOf(set: string): Record_[] {
  return JSON.parse(readFileSync(join(FOLDER, `${set}.json`), 'utf8')) as Record_[];
}

const server = await serveOData(FOLDER, PATH, data);
const scratch = await serveOData(FOLDER, PATH, data);
afterAll(async () => {
  await server.close();
  await scratch.close();
});

const customer: BoundTable = {
  ...boundTable('Customer', 'Customers', {
    id: ['id', 'CustomerID'],
    name: ['string', 'Name'],
    city: ['string', 'City'],
    rating: ['integer', 'Rating'],
    blocked: ['boolean', 'Blocked'],
  }),
  options: { keyType: 'Edm.Guid', nullOrder: 'unknown', inOperator: true },
};

const invoice: BoundTable = {
  ...boundTable(
    'Invoice',
    'Invoices',
    {
      id: ['id', 'InvoiceID'],
      title: ['string', 'Title'],
      notes: ['string', 'Notes'],
      amount: ['decimal', 'Amount'],
      quantity: ['integer', 'Quantity'],
      status: ['choice', 'Status'],
      paid: ['boolean', 'Paid'],
      dueDate: ['date', 'DueDate'],
      createdAt: ['datetime', 'CreatedAt'],
      customerId: ['reference', 'CustomerID', () => customer],
    },
    ['title', 'notes', 'amount', 'status', 'dueDate', 'quantity'],
  ),
  // The server does not cut pages by itself, and puts empty cells first in both directions.
  options: { paging: 'skip', nullOrder: 'unknown', required: ['quantity', 'createdAt'] },
};

const adapter = createODataAdapter({ path: PATH, pageSize: 40 });

/** The records as rows, by the meaning of the metadata's types. */
function rowsOf(table: BoundTable, records: readonly Record_[]): Row[] {
  const value = (column: Column, raw: Record_[string] = null): Value => {
    if (raw === null) return null;
    if (column.type === 'choice') return { value: String(raw), label: String(raw) };
    return column.type === 'decimal' ? String(raw) : raw;
  };
  return records.map((record) => ({
    values: Object.fromEntries(
      [...table.columns.values()].map((column) => [column.name, value(column, record[column.upstream])]),
    ),
  }));
}

const target = (table: BoundTable): Target => ({ adapter, table, call: server.call });

contractSuite({
  name: 'odata, invoices',
  ...target(invoice),
  rows: rowsOf(invoice, data.Invoices),
  joined: { customer: rowsOf(customer, data.Customers) },
  lookups: [{ column: 'customerId' }, { column: 'title' }],
  unknownKey: (number) => `0f9b${String(number).padStart(4, '0')}-5c3b-4d1e-9a77-000000000000`,
  runs: 60,
  writable: {
    open: () => ({ adapter, table: invoice, call: scratch.call }),
    newKey: () => null,
    create: {
      title: "O'Brien \\ 50 %",
      amount: '12345.67',
      status: 'OPEN',
      dueDate: '2026-12-24',
      quantity: 3,
    },
    update: { amount: null, notes: 'Call "them"' },
  },
});

contractSuite({
  name: 'odata, customers with Guids',
  ...target(customer),
  rows: rowsOf(customer, data.Customers),
  unknownKey: (number) => `0f9b${String(number).padStart(4, '0')}-5c3b-4d1e-9a77-000000000000`,
  lookups: [{ column: 'name' }],
  runs: 60,
  skip: Object.fromEntries(hostile.map(({ name }) => [name, 'text is treated as in the invoices above'])),
});
