import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createODataAdapter } from '../../../adapters/odata/index.ts';
import type { BoundTable, Column, Value } from '../../../src/contract/index.ts';
import { serveOData } from '../odata-server.ts';
import { boundTable } from '../tables.ts';
import { randomRows } from './inputs.ts';
import { sameAnswer, SEED } from './property.ts';

const FOLDER = join(import.meta.dirname, '../../../adapters/odata/fixtures/billing');
const PATH = '/odata/v4/billing';

const table: BoundTable = {
  ...boundTable('Invoice', 'Invoices', {
    id: ['id', 'InvoiceID'],
    title: ['string', 'Title'],
    notes: ['text', 'Notes'],
    amount: ['decimal', 'Amount'],
    quantity: ['integer', 'Quantity'],
    status: ['choice', 'Status'],
    paid: ['boolean', 'Paid'],
    dueDate: ['date', 'DueDate'],
    createdAt: ['datetime', 'CreatedAt'],
    customerId: ['reference', 'CustomerID'],
  }),
  options: { paging: 'skip', nullOrder: 'unknown', required: ['quantity', 'createdAt'] },
};
const customers = [1, 4, 7].map((n) => `0f9a000${n}-5c3b-4d1e-9a77-000000001037`);
const domains = { id: ['INV-9999'], status: ['OPEN', 'PAID', 'VOID'], customerId: customers };
const keys = Array.from({ length: 30 }, (_, n) => ({ id: `INV-${String(n).padStart(4, '0')}` }));
const rows = randomRows(table.columns.values(), keys, domains, ['quantity', 'createdAt'], SEED);

function stored(column: Column, value: Value): Value {
  if (value === null) return null;
  if (column.type === 'decimal') return Number(value);
  return typeof value === 'object' && 'value' in value ? value['value'] : value;
}

const records = rows.map(({ values }) =>
  Object.fromEntries(
    [...table.columns.values()].map((column) => [
      column.upstream,
      stored(column, values[column.name] ?? null),
    ]),
  ),
);
const server = await serveOData(FOLDER, PATH, { Invoices: records, Customers: [] });
afterAll(() => server.close());

sameAnswer({
  name: 'odata',
  adapter: createODataAdapter({ path: PATH, pageSize: 40 }),
  table,
  call: server.call,
  rows,
  domains,
  pushed: 500,
});
