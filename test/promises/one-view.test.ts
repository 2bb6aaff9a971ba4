import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ErpRecord, SfRecord, ShipmentRecord, SnRecord } from '../../sandbox/world/world.ts';
import type { Gateway } from '../../src/gateway.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { startStack, type GraphError, type Stack, type System } from '../harness/stack.ts';
import { byTexts, worldViews, type WorldView } from '../harness/world-view.ts';

const SYSTEMS: readonly System[] = ['servicenow', 'salesforce', 'erp', 'shipping'];
const EXAMPLE = readFileSync(new URL('../../docs/examples/5-one-view.graphql', import.meta.url), 'utf8');
const exampleOf = (first: number): string => {
  expect(EXAMPLE).toContain('cases(first: 10,');
  return EXAMPLE.replace('cases(first: 10,', `cases(first: ${first},`);
};

/** The same around accounts, so that a page of 100 has 100 parents, with further columns. */
const ACCOUNTS = `query ($first: Int!) { accounts(first: $first, orderBy: [{ number: ASC }]) { nodes {
  number name
  opportunities(first: 2, orderBy: [{ closeDate: DESC }]) { nodes { name amount recordUrl } }
  salesContacts(first: 5) { nodes { salesforceId name email doNotCall } pageInfo { hasNextPage } }
  orders(first: 2, filter: { status: { eq: "Activated" } }) { nodes { number totalAmount effectiveDate endDate } pageInfo { hasNextPage } }
  invoices(first: 4, orderBy: [{ grossAmount: DESC }]) {
    nodes { number currency netAmount grossAmount issuedOn paidOn overdue purchaseOrder note updatedAt debtor { name paymentTerms { value } creditLimit } }
    pageInfo { hasNextPage } }
  shipments(first: 2, filter: { status: { in: ["in_transit", "exception"] } }, orderBy: [{ estimatedDelivery: ASC }]) {
    nodes { trackingNumber status { value } carrier service pieces weight cost currency insured instructions shippedAt estimatedDelivery deliveredAt country }
    pageInfo { hasNextPage } } } } }`;

let stack: Stack;
let view: WorldView;
beforeAll(async () => {
  // Large enough that an agent of ACME sees more than a hundred accounts.
  stack = await startStack({ cases: 560 });
  view = (await worldViews(stack.sandbox))('agent-itsm');
});
afterAll(() => stack.close());
afterEach(() => stack.clearFaults());

interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly GraphError[];
}

async function ask<Data>(
  { graphql }: Gateway,
  query: string,
  variables: Record<string, unknown> = {},
  who = 'agent-itsm',
): Promise<Answer<Data>> {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${stack.sandbox.tokens[who]}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<Data>;
}

/** A gateway that has its tokens and has read no row that the queries here ask for. */
async function withFresh<T>(run: (gateway: Gateway) => Promise<T>): Promise<T> {
  const gateway = await secondGateway(stack.sandbox);
  try {
    const warm = await ask(
      gateway,
      '{ opportunities(first: 1) { nodes { probability } } invoices(first: 1) { nodes { taxAmount } } shipments(first: 1) { nodes { city } } }',
    );
    expect(warm.errors).toBeUndefined();
    await stack.forget();
    return await run(gateway);
  } finally {
    await gateway.close();
  }
}

/** What each system was asked, as it saw it itself. */
async function requestsBySystem(): Promise<Record<string, readonly string[]>> {
  const asked = await Promise.all(
    SYSTEMS.map(async (system) => {
      const requests = await stack.requests(system);
      return [system, requests.map(({ method, path, status }) => `${method} ${path} ${status}`)] as const;
    }),
  );
  return Object.fromEntries(asked);
}

const ONE_EACH = (table: string) => ({
  servicenow: [`GET /api/now/table/${table} 200`],
  salesforce: ['POST /services/data/v62.0/composite 200'],
  erp: ['GET /odata/v4/finance/Invoices 200'],
  shipping: ['GET /v1/shipments 200'],
});

type Cell = string | number | boolean | null;

/** As a decimal without zeros at its end. */
function plain(amount: Cell | undefined): string | null {
  if (amount === null || amount === undefined) return null;
  const text = String(amount);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** All decimals of an answer in one notation, since `12.5` and `12.50` are the same amount. */
function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      /amount|weight|cost|limit$/i.test(name) && typeof each === 'string' ? plain(each) : normalised(each),
    ]),
  );
}

const salesforceUrl = (object: string, { Id }: SfRecord): string =>
  `${stack.sandbox.urls.salesforce}/lightning/r/${object}/${Id}/view`;
const textOf = (value: Cell | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const moment = (value: string | null): string | null => value?.replace('.000Z', 'Z') ?? null;

/** Rows of a Salesforce object that belong to an account of ServiceNow, and that Salesforce shows. */
function ofSalesforce(object: string, account: SnRecord): readonly SfRecord[] {
  const { salesforce } = stack.sandbox.world;
  const id = account['u_salesforce_account_id'] ?? '';
  const exists = salesforce.get('Account')!.some((row) => row.Id === id && row['IsDeleted'] === false);
  if (!exists) return [];
  return salesforce.get(object)!.filter((row) => row['AccountId'] === id && row['IsDeleted'] === false);
}

const invoicesOf = ({ number }: SnRecord): readonly ErpRecord[] =>
  stack.sandbox.world.erp.get('Invoices')!.filter((row) => row['CustomerNumber'] === number);
const shipmentsOf = ({ number }: SnRecord): readonly ShipmentRecord[] =>
  stack.sandbox.world.shipments.filter((row) => row.customer_id === number);

const byId = ({ Id }: SfRecord): string => Id;
const descending =
  <Row>(value: (row: Row) => string, then: (row: Row) => string) =>
  (a: Row, b: Row): number =>
    -byTexts(value)(a, b) || byTexts(then)(a, b);

/** What the example ought to say of one account. */
function exampleAccount(account: SnRecord) {
  const open = ofSalesforce('Opportunity', account).filter((row) => row['IsClosed'] === false);
  const unpaid = invoicesOf(account).filter((row) => Number(row['OpenAmount']) > 0);
  const moving = shipmentsOf(account).filter(({ status }) => status !== 'delivered');
  return {
    number: account['number'],
    name: account['name'],
    opportunities: {
      nodes: [...open]
        .sort(byTexts((row) => textOf(row['CloseDate']), byId))
        .slice(0, 3)
        .map((row) => ({
          name: row['Name'],
          stage: { label: row['StageName'] },
          amount: plain(row['Amount']),
          closeDate: row['CloseDate'],
          recordUrl: salesforceUrl('Opportunity', row),
        })),
    },
    salesContacts: {
      nodes: [...ofSalesforce('Contact', account)]
        .sort(byTexts((row) => textOf(row['Name']).toLowerCase(), byId))
        .slice(0, 3)
        .map((row) => ({ name: row['Name'], email: row['Email'], recordUrl: salesforceUrl('Contact', row) })),
    },
    orders: {
      nodes: [...ofSalesforce('Order', account)]
        .sort(descending((row) => textOf(row['EffectiveDate']), byId))
        .slice(0, 3)
        .map((row) => ({
          number: row['OrderNumber'],
          status: { label: row['Status'] },
          totalAmount: plain(row['TotalAmount']),
          effectiveDate: row['EffectiveDate'],
          recordUrl: salesforceUrl('Order', row),
        })),
    },
    invoices: {
      nodes: [...unpaid]
        .sort(
          byTexts(
            (row) => textOf(row['DueOn']),
            (row) => textOf(row['InvoiceNumber']),
          ),
        )
        .slice(0, 3)
        .map((row) => ({
          number: row['InvoiceNumber'],
          status: { value: row['Status'] },
          openAmount: plain(row['OpenAmount']),
          currency: row['Currency'],
          dueOn: row['DueOn'],
          overdue: row['Overdue'],
        })),
    },
    shipments: {
      nodes: [...moving]
        .sort(
          descending(
            (row) => row.created_at,
            ({ id }) => id,
          ),
        )
        .slice(0, 3)
        .map((row) => ({
          trackingNumber: row.tracking_number,
          status: { value: row.status },
          carrier: row.carrier.name,
          city: row.destination.city,
          estimatedDelivery: row.estimated_delivery,
          trackingUrl: row.tracking_url,
        })),
    },
  };
}

interface ExampleCase {
  readonly number: string;
  readonly state: { readonly label: string } | null;
  readonly account: ReturnType<typeof exampleAccount> | null;
}

function exampleCases(first: number) {
  return [...view.visible('sn_customerservice_case')]
    .sort(byTexts((row) => row['number']!))
    .slice(0, first)
    .map((row) => {
      const account = view.follow('customer_account', row['account']);
      const state = view.choice('sn_customerservice_case', row, 'state');
      return {
        number: row['number'],
        shortDescription: row['short_description'],
        state: state && { label: state.label },
        account: account && exampleAccount(account),
      };
    });
}

function cut<Row, Shown>(rows: readonly Row[], first: number, show: (row: Row) => Shown) {
  return { nodes: rows.slice(0, first).map(show), pageInfo: { hasNextPage: rows.length > first } };
}

/** What the query over accounts ought to say of one. */
function accountNode(account: SnRecord) {
  const debtor = stack.sandbox.world.erp
    .get('Customers')!
    .find(({ CustomerNumber }) => CustomerNumber === account['number']);
  const opportunities = [...ofSalesforce('Opportunity', account)].sort(
    descending((row) => textOf(row['CloseDate']), byId),
  );
  const activated = ofSalesforce('Order', account).filter((row) => row['Status'] === 'Activated');
  const invoices = [...invoicesOf(account)].sort(
    (a, b) =>
      Number(b['GrossAmount']) - Number(a['GrossAmount']) ||
      byTexts<ErpRecord>((row) => textOf(row['InvoiceNumber']))(a, b),
  );
  const shipments = shipmentsOf(account)
    .filter(({ status }) => status === 'in_transit' || status === 'exception')
    .sort(
      byTexts(
        (row) => row.estimated_delivery ?? '',
        ({ id }) => id,
      ),
    );
  return {
    number: account['number'],
    name: account['name'],
    opportunities: {
      nodes: opportunities.slice(0, 2).map((row) => ({
        name: row['Name'],
        amount: plain(row['Amount']),
        recordUrl: salesforceUrl('Opportunity', row),
      })),
    },
    salesContacts: cut([...ofSalesforce('Contact', account)].sort(byTexts(byId)), 5, (row) => ({
      salesforceId: row.Id,
      name: row['Name'],
      email: row['Email'],
      doNotCall: row['DoNotCall'],
    })),
    orders: cut([...activated].sort(byTexts(byId)), 2, (row) => ({
      number: row['OrderNumber'],
      totalAmount: plain(row['TotalAmount']),
      effectiveDate: row['EffectiveDate'],
      endDate: row['EndDate'],
    })),
    invoices: cut(invoices, 4, (row) => ({
      number: row['InvoiceNumber'],
      currency: row['Currency'],
      netAmount: plain(row['NetAmount']),
      grossAmount: plain(row['GrossAmount']),
      issuedOn: row['IssuedOn'],
      paidOn: row['PaidOn'],
      overdue: row['Overdue'],
      purchaseOrder: row['PurchaseOrder'],
      note: row['Note'],
      updatedAt: row['ChangedAt'],
      debtor: debtor && {
        name: debtor['Name'],
        paymentTerms: { value: debtor['PaymentTerms'] },
        creditLimit: plain(debtor['CreditLimit']),
      },
    })),
    shipments: cut(shipments, 2, (row) => ({
      trackingNumber: row.tracking_number,
      status: { value: row.status },
      carrier: row.carrier.name,
      service: row.carrier.service,
      pieces: row.pieces,
      weight: plain(row.weight.value),
      cost: plain(row.cost.amount),
      currency: row.cost.currency,
      insured: row.insured,
      instructions: row.instructions,
      shippedAt: moment(row.shipped_at),
      estimatedDelivery: row.estimated_delivery,
      deliveredAt: moment(row.delivered_at),
      country: row.destination.country,
    })),
  };
}

describe('A case with all that four systems know of its customer', () => {
  it.each([1, 10, 100])(
    'is right in every field on a page of %i, and takes one request of each system',
    (first) =>
      withFresh(async (gateway) => {
        const { data, errors } = await ask<{ cases: { nodes: unknown } }>(gateway, exampleOf(first));
        const asked = await requestsBySystem();
        expect(errors).toBeUndefined();
        const expected = exampleCases(first);
        expect(expected).toHaveLength(first);
        expect(normalised(data.cases.nodes)).toEqual(expected);
        expect(asked).toEqual(ONE_EACH('sn_customerservice_case'));
      }),
  );

  it.each([1, 10, 100])('and so are %i accounts', (first) =>
    withFresh(async (gateway) => {
      const { data, errors } = await ask<{ accounts: { nodes: unknown } }>(gateway, ACCOUNTS, { first });
      const asked = await requestsBySystem();
      expect(errors).toBeUndefined();
      const expected = [...view.visible('customer_account')]
        .sort(byTexts((row) => row['number']!))
        .slice(0, first)
        .map(accountNode);
      expect(expected).toHaveLength(first);
      expect(normalised(data.accounts.nodes)).toEqual(expected);
      expect(asked).toEqual(ONE_EACH('customer_account'));
    }),
  );

  it('shows what there is to show: lists that are empty, cut, and not there at all', () => {
    const nodes = [...view.visible('customer_account')].map(accountNode);
    for (const name of ['invoices', 'shipments', 'orders'] as const) {
      expect(nodes.some((node) => node[name].nodes.length === 0)).toBe(true);
      expect(nodes.some((node) => node[name].pageInfo.hasNextPage)).toBe(true);
    }
    const known = nodes.flatMap(({ invoices }) => invoices.nodes);
    expect(new Set(known.map(({ overdue }) => overdue)).size).toBe(2);
    expect(known.some(({ paidOn }) => paidOn === null) && known.some(({ note }) => note !== null)).toBe(true);
    expect(new Set(known.map(({ currency }) => currency)).size).toBeGreaterThan(3);
    const unknown = view
      .visible('customer_account')
      .filter(
        ({ number }) =>
          !stack.sandbox.world.erp.get('Customers')!.some((row) => row['CustomerNumber'] === number),
      );
    expect(unknown.length).toBeGreaterThan(3);
  });
});

describe('From the rows of another system', () => {
  it.each<[string, string, (nodes: readonly Row[]) => readonly (readonly [unknown, unknown])[]]>([
    [
      'invoices',
      '{ invoices(first: 50, orderBy: [{ dueOn: ASC }]) { nodes { customerNumber account { number } } } }',
      (nodes) => nodes.map(({ customerNumber, account }) => [customerNumber, account?.number]),
    ],
    [
      'shipments',
      '{ shipments(first: 50, orderBy: [{ createdAt: DESC }]) { nodes { customerNumber account { number } } } }',
      (nodes) => nodes.map(({ customerNumber, account }) => [customerNumber, account?.number]),
    ],
    [
      'orders',
      '{ orders(first: 50) { nodes { salesforceAccountId account { salesforceAccountId } } } }',
      (nodes) => nodes.map((node) => [node.salesforceAccountId, node.account?.salesforceAccountId]),
    ],
    [
      'salesContacts',
      '{ salesContacts(first: 50) { nodes { salesforceAccountId account { salesforceAccountId } } } }',
      (nodes) => nodes.map((node) => [node.salesforceAccountId, node.account?.salesforceAccountId]),
    ],
  ])('%s lead back to their account, in one request of each system', (name, query, pairs) =>
    withFresh(async (gateway) => {
      const { data, errors } = await ask<Record<string, { nodes: readonly Row[] }>>(
        gateway,
        query,
        {},
        'admin',
      );
      expect(errors).toBeUndefined();
      const nodes = data[name]!.nodes;
      expect(nodes).toHaveLength(50);
      for (const [own, found] of pairs(nodes)) expect([own, found ?? own]).toEqual([own, own]);
      expect(nodes.filter(({ account }) => account !== null).length).toBeGreaterThan(25);
      const asked = Object.values(await requestsBySystem()).map((requests) => requests.length);
      expect(asked.filter((count) => count > 0)).toEqual([1, 1]);
    }),
  );

  it('one invoice has its lines, by its number and by its global id', () =>
    withFresh(async (gateway) => {
      const fields = 'number items(first: 10) { nodes { line description quantity unitPrice total } }';
      const row = stack.sandbox.world.erp.get('Invoices')![7]!;
      const number = row['InvoiceNumber'];
      interface Data {
        invoice: { id: string; number: string; items: { nodes: unknown } };
      }
      const { data, errors } = await ask<Data>(
        gateway,
        `query ($number: ID!) { invoice(number: $number) { id ${fields} } }`,
        { number },
      );
      expect(errors).toBeUndefined();
      const lines = stack.sandbox.world.erp
        .get('InvoiceItems')!
        .filter((item) => item['InvoiceNumber'] === number);
      expect(data.invoice.items.nodes).toEqual(
        lines.map((item) => ({
          line: item['Line'],
          description: item['Description'],
          quantity: plain(item['Quantity']),
          unitPrice: plain(item['UnitPrice']),
          total: plain(item['LineTotal']),
        })),
      );
      const again = await ask<{ node: unknown }>(
        gateway,
        `query ($id: ID!) { node(id: $id) { ... on Invoice { id ${fields} } } }`,
        { id: data.invoice.id },
      );
      expect(again.data.node).toEqual(data.invoice);
    }));
});

interface Row {
  readonly customerNumber?: string;
  readonly salesforceAccountId?: string;
  readonly account: { readonly number?: string; readonly salesforceAccountId?: string } | null;
}

describe('When one of the systems is down', () => {
  it.each<[System, readonly ('opportunities' | 'salesContacts' | 'orders' | 'invoices' | 'shipments')[]]>([
    ['erp', ['invoices']],
    ['shipping', ['shipments']],
    ['salesforce', ['opportunities', 'salesContacts', 'orders']],
  ])('%s: its fields are null with a code, and the others answer', (system, fields) =>
    withFresh(async (gateway) => {
      await stack.fault(system, { path: '/', status: 503, body: 'down at 127.0.0.1' });
      const { data, errors = [] } = await ask<{ cases: { nodes: ExampleCase[] } }>(gateway, exampleOf(10));
      const expected = exampleCases(10);
      // An account that Salesforce does not know has empty lists there, whether it is up or not.
      const isAsked = (number: string | undefined): boolean => {
        const account = view.visible('customer_account').find((row) => row['number'] === number);
        return system !== 'salesforce' || (account?.['u_salesforce_account_id'] ?? '') !== '';
      };
      const nulls = Object.fromEntries(fields.map((field) => [field, null]));
      const without = expected.map(({ account, ...row }) => ({
        ...row,
        account: account && { ...account, ...(isAsked(account.number) ? nulls : {}) },
      }));
      expect(normalised(data.cases.nodes)).toEqual(without);
      expect(errors.map(({ path }) => path?.at(-1))).toEqual(expect.arrayContaining([...fields]));
      expect(errors).toHaveLength(fields.length);
      for (const error of errors) {
        expect(error.extensions).toMatchObject({
          code: 'UPSTREAM_UNAVAILABLE',
          connection: system,
          retryable: true,
        });
        expect(error.extensions['affected']).toBeGreaterThan(0);
        expect(JSON.stringify(error)).not.toContain('127.0.0.1');
      }
    }),
  );
});

describe('Who may not see a table', () => {
  it('a customer is told so, once a field, and nothing is asked of the system', () =>
    withFresh(async (gateway) => {
      const query =
        '{ cases(first: 5) { nodes { number account { name invoices { nodes { number } } shipments { nodes { id } } } } } }';
      const { data, errors = [] } = await ask<{ cases: { nodes: ExampleCase[] } }>(
        gateway,
        query,
        {},
        'contact',
      );
      expect(data.cases.nodes.length).toBeGreaterThan(0);
      for (const { account } of data.cases.nodes)
        expect(account).toMatchObject({ invoices: null, shipments: null });
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      const { erp, shipping } = await requestsBySystem();
      expect([erp, shipping]).toEqual([[], []]);
    }));
});
