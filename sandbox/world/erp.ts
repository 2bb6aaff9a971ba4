import type { Buyer } from './buyers.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { ErpRecord } from './world.ts';
import { DAY, sfDate } from './moment.ts';
import { PAYMENT_TERMS, PRODUCTS } from './vocabulary/trade.ts';

export type ErpData = ReadonlyMap<'Customers' | 'Invoices' | 'InvoiceItems', readonly ErpRecord[]>;

const FIRST_INVOICE = 90_000_001;
const MANY = 24;
const TAX = 0.2;

/** The ERP system's rows by entity set. Money is text with two digits behind the point; moments are in UTC. */
export function createErp(draft: Pick<Draft, 'now' | 'random'>, buyers: readonly Buyer[]): ErpData {
  const random = draft.random('erp');
  const customers: ErpRecord[] = [];
  const invoices: ErpRecord[] = [];
  const items: ErpRecord[] = [];
  for (const buyer of buyers) {
    if (isUnknown(buyer)) continue;
    const terms = random.pick(Object.keys(PAYMENT_TERMS));
    customers.push(customer(buyer, terms, draft.now, random));
    const count = invoiceCount(buyer, random);
    for (let place = 0; place < count; place++) {
      const number = String(FIRST_INVOICE + invoices.length);
      const lines = invoiceLines(number, random);
      items.push(...lines.map(({ record }) => record));
      const net = lines.reduce((sum, { cents }) => sum + cents, 0);
      invoices.push(invoice(number, buyer, { net, terms, now: draft.now }, random));
    }
  }
  return new Map([
    ['Customers', customers],
    ['Invoices', invoices],
    ['InvoiceItems', items],
  ]);
}

/** Every ninth account has never bought anything. */
function isUnknown({ turn }: Buyer): boolean {
  return turn % 9 === 7;
}

/** Every eighth customer has no invoice yet, every sixteenth many, the others a few. */
function invoiceCount({ turn }: Buyer, random: Random): number {
  if (turn % 8 === 4) return 0;
  return turn % 16 === 9 ? MANY : random.between(1, 9);
}

function customer(buyer: Buyer, terms: string, now: number, random: Random): ErpRecord {
  return {
    CustomerNumber: buyer.number,
    Name: buyer.name,
    City: buyer.city,
    Country: buyer.country,
    Currency: buyer.currency,
    PaymentTerms: terms,
    CreditLimit: random.chance(0.85) ? money(random.between(5, 400) * 1_000_00) : null,
    Blocked: random.chance(0.05),
    CreatedAt: moment(now - random.between(400, 900) * DAY),
  };
}

interface Line {
  readonly record: ErpRecord;
  readonly cents: number;
}

function invoiceLines(invoice: string, random: Random): readonly Line[] {
  return Array.from({ length: random.between(1, 4) }, (_, index): Line => {
    const product = random.pick(PRODUCTS);
    const quantity = random.between(1, 40);
    const cents = quantity * product.cents;
    const line = (index + 1) * 10;
    const record: ErpRecord = {
      ItemId: `${invoice}-${line}`,
      InvoiceNumber: invoice,
      Line: line,
      Product: product.number,
      Description: product.name,
      Quantity: `${quantity}.000`,
      Unit: product.unit,
      UnitPrice: money(product.cents),
      LineTotal: money(cents),
    };
    return { record, cents };
  });
}

const STATES = ['Paid', 'Paid', 'Paid', 'Open', 'Open', 'PartlyPaid', 'Disputed', 'Cancelled'] as const;

function invoice(
  number: string,
  buyer: Buyer,
  { net, terms, now }: { net: number; terms: string; now: number },
  random: Random,
): ErpRecord {
  const status = random.pick(STATES);
  const tax = Math.round(net * TAX);
  const gross = net + tax;
  const open = openAmount(status, gross, random);
  const issued = now - random.between(2, 400) * DAY;
  const due = issued + (PAYMENT_TERMS[terms] ?? 30) * DAY;
  const paid = status === 'Paid' ? Math.min(now - DAY, issued + random.between(3, 75) * DAY) : null;
  return {
    InvoiceNumber: number,
    CustomerNumber: buyer.number,
    Status: status,
    Currency: buyer.currency,
    NetAmount: money(net),
    TaxAmount: money(tax),
    GrossAmount: money(gross),
    OpenAmount: money(open),
    IssuedOn: sfDate(issued),
    DueOn: sfDate(due),
    PaidOn: paid === null ? null : sfDate(paid),
    Overdue: open > 0 && sfDate(due) < sfDate(now),
    PurchaseOrder: random.chance(0.7) ? `PO-${random.between(1_000, 9_999)}/${number.slice(-3)}` : null,
    Note: random.chance(0.2) ? random.pick(NOTES) : null,
    ChangedAt: moment(Math.max(issued, now - random.between(1, 90) * DAY)),
  };
}

const NOTES = [
  "Customer's own number must stand on it",
  'Ship "to" & \'bill to\' differ; see 100% of the notes',
  'Zahlung angekündigt – bitte nicht mahnen',
];

function openAmount(status: (typeof STATES)[number], gross: number, random: Random): number {
  if (status === 'Paid' || status === 'Cancelled') return 0;
  return status === 'PartlyPaid' ? Math.round((gross * random.between(10, 90)) / 100) : gross;
}

/** Cents as text: `1234` is `12.34`. */
function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

function moment(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
