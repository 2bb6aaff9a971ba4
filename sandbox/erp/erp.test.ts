import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listener } from '../http/listen.ts';
import { listen } from '../http/listen.ts';
import { ERP_CLIENT } from '../world/credentials.ts';
import type { ErpRecord } from '../world/world.ts';
import { ERP_SERVICE, createErp } from './index.ts';

const CUSTOMERS: readonly ErpRecord[] = [
  customer('C1', 'Río Verde & Co', null),
  customer('C2', "O'Hara Ltd", '5000.00'),
  customer('C/3', 'alder', '70.50'),
];
const INVOICES: readonly ErpRecord[] = [
  invoice('1', 'C1', 'Open', '100.10', '2026-01-31', null),
  invoice('2', 'C1', 'Paid', '20.00', '2026-02-28', "it's 100% (paid)"),
  invoice('3', 'C2', 'Paid', '3000.00', '2026-03-01', 'x'),
  invoice('4', 'C2', 'Disputed', '20.00', '2026-03-01', null),
  invoice('5', 'C/3', 'Open', '9.99', '2025-12-31', ''),
];

function customer(number: string, name: string, limit: string | null): ErpRecord {
  return {
    CustomerNumber: number,
    Name: name,
    City: null,
    Country: 'Sweden',
    Currency: 'SEK',
    PaymentTerms: 'NT30',
    CreditLimit: limit,
    Blocked: number === 'C2',
    CreatedAt: '2025-06-01T10:00:00Z',
  };
}

function invoice(
  number: string,
  of: string,
  status: string,
  gross: string,
  due: string,
  note: string | null,
): ErpRecord {
  return {
    InvoiceNumber: number,
    CustomerNumber: of,
    Status: status,
    Currency: 'SEK',
    NetAmount: gross,
    TaxAmount: '0.00',
    GrossAmount: gross,
    OpenAmount: status === 'Paid' ? '0.00' : gross,
    IssuedOn: '2025-12-01',
    DueOn: due,
    PaidOn: status === 'Paid' ? due : null,
    Overdue: status === 'Open',
    PurchaseOrder: null,
    Note: note,
    ChangedAt: `2026-04-0${number}T12:30:15Z`,
  };
}

let now = Date.UTC(2026, 5, 1);
let listener: Listener;
let token = '';
beforeAll(async () => {
  const erp = new Map([
    ['Customers', CUSTOMERS],
    ['Invoices', INVOICES],
    ['InvoiceItems', []],
  ]);
  listener = await listen(createErp({ erp }, { now: () => now, client: ERP_CLIENT, pageSize: 4 }), {
    port: 0,
  });
  const { access_token: given } = (await (await login({})).json()) as { access_token: string };
  token = given;
});
afterAll(() => listener.close());

function login(changes: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const { clientId, clientSecret } = ERP_CLIENT;
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...changes,
  };
  return fetch(`${listener.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form), headers });
}

function get(
  target: string,
  headers: Record<string, string> = {},
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${listener.url}${ERP_SERVICE}/${target}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
}

interface Body {
  readonly '@odata.context'?: string;
  readonly '@odata.count'?: number;
  readonly '@odata.nextLink'?: string;
  readonly value: readonly Record<string, unknown>[];
  readonly error?: { readonly code: string; readonly message: string; readonly target?: string };
}
const bodyOf = async (response: Response): Promise<Body> => (await response.json()) as Body;

/** Keys of the invoices that a filter finds, over as many pages as there are. */
async function found(filter: string, more = ''): Promise<string> {
  let target = `Invoices?$filter=${encodeURIComponent(filter)}${more}`;
  let keys = '';
  for (;;) {
    const body = await bodyOf(await get(target));
    if (body.error !== undefined) throw new Error(body.error.message);
    keys += body.value.map(({ InvoiceNumber }) => String(InvoiceNumber)).join('');
    const next = body['@odata.nextLink'];
    if (next === undefined) return keys;
    target = next.slice(`${listener.url}${ERP_SERVICE}/`.length);
  }
}

describe('$filter', () => {
  test.each([
    ["Status eq 'Open'", '15'],
    ["not (Status eq 'Open')", '234'],
    ['not Overdue', '234'],
    // `and` binds tighter than `or`, comparisons tighter than both, sums tighter than comparisons.
    ["Status eq 'Open' or Status eq 'Paid' and GrossAmount gt 100", '135'],
    ["(Status eq 'Open' or Status eq 'Paid') and GrossAmount gt 100", '13'],
    ['GrossAmount sub 10 mul 2 gt 0', '13'],
    ['(GrossAmount sub 10) mul 2 gt 0', '1234'],
    ['GrossAmount mod 10 eq 0', '234'],
    ['-GrossAmount lt -100', '13'],
    // Comparisons bind tighter than equality.
    ['GrossAmount gt 100 eq Overdue', '124'],
    ["InvoiceNumber in ('1','4','9')", '14'],
    ["not InvoiceNumber in ('1','4','9')", '235'],
    ['InvoiceNumber in ()', ''],
    ['PaidOn in (2026-02-28,null)', '1245'],
    // Null: equal to itself, unlike any value, below nothing; unknown in functions and logic.
    ['Note eq null', '14'],
    ['Note ne null', '235'],
    ["Note ne 'x'", '1245'],
    ['PaidOn lt 2026-03-01', '2'],
    ["contains(Note,'')", '235'],
    ["not contains(Note,'x')", '25'],
    ["contains(Note,'x') or Status eq 'Open'", '135'],
    ["Note eq 'it''s 100% (paid)'", '2'],
    ["contains(Note,'(paid)')", '2'],
    ["tolower(Status) eq 'paid' and startswith(Note,'it')", '2'],
    ["endswith(concat(Status,'!'),'d!')", '234'],
    ['length(Note) eq 0', '5'],
    ["indexof(Note,'100') eq 5", '2'],
    ["substring(Status,1,2) eq 'pe'", '15'],
    ["Customer/Name eq 'O''Hara Ltd'", '34'],
    ['Customer/CreditLimit gt 100.5', '34'],
    ['Customer/CreditLimit eq null', '12'],
    ['year(DueOn) eq 2026 and month(DueOn) lt 3', '12'],
    ['ChangedAt ge 2026-04-03T14:30:15+02:00', '345'],
    ['hour(ChangedAt) eq 12 and date(ChangedAt) eq 2026-04-01', '1'],
    ['round(GrossAmount) eq 10', '5'],
    ['true', '12345'],
    ['null', ''],
  ])('%s finds %s', async (filter, keys) => expect(await found(filter)).toBe(keys));

  test.each([
    ["Colour eq 'red'", /property named 'Colour'/],
    ["Status eq'Open'", /position 9/],
    ["Status eq 'Open", /position 10/],
    ["Status eq 'Open' and", /at its end/],
    ["(Status eq 'Open'", /at its end/],
    ["Status eq 'Open')", /position 16/],
    ['Status eq 1', /incompatible types/],
    ["not Status eq 'Open'", /takes boolean/],
    ['Items/any(i:i/Line eq 10)', /position 9/],
    ['GrossAmount gt 2026-01-01', /incompatible types/],
    ['DueOn eq 2026-02-30', /position 9/],
    ["contains(GrossAmount,'1')", /takes \(number, string\)/],
    ["explode(Status) eq 'x'", /unknown function/],
    ['GrossAmount add 1', /boolean/],
    ["Status and 'x' eq 'x'", /takes boolean/],
    ['Items/Line eq 10', /collection/],
    ['Customer eq null', /property named 'Customer'/],
  ])('%s is refused', async (filter, message) => {
    const response = await get(`Invoices?$filter=${encodeURIComponent(filter)}`);
    const { error } = await bodyOf(response);
    expect([response.status, error?.code, error?.target]).toEqual([400, 'InvalidQueryOption', '$filter']);
    expect(error?.message).toMatch(message);
  });

  test('of a thousand keys is answered', async () => {
    const filter = Array.from({ length: 150 }, (_, index) => `InvoiceNumber eq '${index}'`).join(' or ');
    expect(await found(filter)).toBe('12345');
  });
});

describe('a list', () => {
  test.each([
    ['GrossAmount', '52413'],
    ['GrossAmount desc,InvoiceNumber desc', '31425'],
    ['Note', '14523'],
    ['Note desc', '32514'],
    ['Customer/Name,DueOn desc', '34215'],
  ])('is sorted by %s: %s', async (order, keys) =>
    expect(await found('true', `&$orderby=${encodeURIComponent(order)}`)).toBe(keys),
  );

  test('is cut by the service, by the client, and as the client prefers; the count is of all that match', async () => {
    const first = await bodyOf(await get('Invoices?$count=true&$select=InvoiceNumber'));
    expect(first.value).toEqual(['1', '2', '3', '4'].map((InvoiceNumber) => ({ InvoiceNumber })));
    expect(first['@odata.count']).toBe(5);
    expect(first['@odata.context']).toBe(`${listener.url}${ERP_SERVICE}/$metadata#Invoices(InvoiceNumber)`);
    expect(await found('true', '&$top=2&$skip=1')).toBe('23');
    expect(await found('true', '&$skip=9')).toBe('');
    const preferred = await get('Invoices?$top=3', { prefer: 'odata.maxpagesize=2' });
    expect(preferred.headers.get('preference-applied')).toBe('odata.maxpagesize=2');
    const { value, '@odata.nextLink': next } = await bodyOf(preferred);
    expect(value).toHaveLength(2);
    expect((await bodyOf(await get(next!.split(`${ERP_SERVICE}/`)[1]!))).value).toHaveLength(1);
  });

  test('brings what is expanded, shaped by options of its own', async () => {
    const { value } = await bodyOf(
      await get(
        `Customers?$select=Name&$expand=Invoices($select=InvoiceNumber;$filter=Status%20ne%20'Paid;(';$orderby=GrossAmount;$top=1;$count=true;$expand=Customer($select=Currency))`,
      ),
    );
    const invoices = (key: string, count: number) => ({
      'Invoices@odata.count': count,
      Invoices: [{ InvoiceNumber: key, Customer: { Currency: 'SEK' } }],
    });
    expect(value).toEqual([
      { Name: 'Río Verde & Co', ...invoices('2', 2) },
      { Name: "O'Hara Ltd", ...invoices('4', 2) },
      { Name: 'alder', ...invoices('5', 1) },
    ]);
  });

  test('gives decimals as numbers, or as text to whom numbers are not exact enough', async () => {
    const target = 'Invoices?$select=GrossAmount&$top=1';
    expect((await bodyOf(await get(target))).value).toEqual([{ GrossAmount: 100.1 }]);
    const exact = await get(target, { accept: 'application/json;IEEE754Compatible=true' });
    expect((await bodyOf(exact)).value).toEqual([{ GrossAmount: '100.10' }]);
    expect(exact.headers.get('content-type')).toContain('IEEE754Compatible=true');
  });
});

describe('a path', () => {
  test.each<[string, number, unknown]>([
    ["Invoices('3')/GrossAmount", 200, { value: 3000 }],
    ["Invoices('3')/PurchaseOrder", 204, null],
    ["Invoices(InvoiceNumber='3')/Customer?$select=Name", 200, { Name: "O'Hara Ltd" }],
    ["Customers('C%2F3')?$select=Name", 200, { Name: 'alder' }],
    [
      "Customers('C2')/Invoices?$select=InvoiceNumber",
      200,
      { value: [{ InvoiceNumber: '3' }, { InvoiceNumber: '4' }] },
    ],
    ["Customers('C2')/Invoices('4')?$select=Status", 200, { Status: 'Disputed' }],
    ["Customers('C2')/Invoices/$count", 200, 2],
    ['Invoices/$count?$filter=Overdue', 200, 2],
    ["Invoices('9')", 404, { error: { code: 'NotFound' } }],
    ['Nothing', 404, { error: { code: 'NotFound' } }],
    ["Invoices('3')/Nothing", 404, { error: { code: 'NotFound' } }],
    ['Invoices(3)', 400, { error: { code: 'InvalidKey' } }],
    ["Invoices('3')?$filter=Overdue", 400, { error: { target: '$filter' } }],
    ['Invoices?$top=-1', 400, { error: { target: '$top' } }],
    ['Invoices?$top=1&$top=2', 400, { error: { target: '$top' } }],
    ['Invoices?$colour=red', 400, { error: { target: '$colour' } }],
    ['Invoices?$apply=aggregate(x)', 501, { error: { target: '$apply' } }],
    ['Invoices?$select=Colour', 400, { error: { target: '$select' } }],
    ['Invoices?$expand=Status', 400, { error: { target: '$expand' } }],
    ['Invoices?$skiptoken=7', 400, { error: { target: '$skiptoken' } }],
    ['Invoices?$orderby=Status%20down', 400, { error: { target: '$orderby' } }],
    ['Invoices?$filter=%zz', 400, { error: { code: 'InvalidUri' } }],
    ['Invoices?colour=red&$select=InvoiceNumber&$top=1', 200, { value: [{ InvoiceNumber: '1' }] }],
  ])('%s: %i', async (target, status, body) => {
    const response = await get(target);
    expect(response.status).toBe(status);
    const text = await response.text();
    if (body === null) expect(text).toBe('');
    else
      expect(JSON.parse(text)).toEqual(typeof body === 'number' ? body : expect.objectContaining(deep(body)));
  });

  function deep(body: unknown): Record<string, unknown> {
    const entries = Object.entries(body as Record<string, unknown>);
    return Object.fromEntries(
      entries.map(([name, value]) => [
        name,
        name === 'error' ? expect.objectContaining(value as object) : value,
      ]),
    );
  }
});

describe('metadata', () => {
  test('names each property once, in XML and, where only that is taken, in JSON', async () => {
    const xml = await get('$metadata', { accept: 'application/xml' });
    expect(xml.headers.get('content-type')).toBe('application/xml');
    const names = [...(await xml.text()).matchAll(/<Property Name="(\w+)"/g)].map(([, name]) => name);
    expect(names).toHaveLength(9 + 15 + 9);
    const json = await get('$metadata', { accept: 'application/json' });
    const { Finance } = (await json.json()) as { Finance: Record<string, Record<string, unknown>> };
    expect(Finance['Invoice']).toMatchObject({
      $Key: ['InvoiceNumber'],
      PaidOn: { $Type: 'Edm.Date', $Nullable: true },
      Items: { $Type: 'Finance.InvoiceItem', $Collection: true },
    });
    const { value } = await bodyOf(await get(''));
    expect(value.map(({ url }) => url)).toEqual(['Customers', 'Invoices', 'InvoiceItems']);
  });

  test.each<[Record<string, string>, number, string | null]>([
    [{}, 200, '4.01'],
    [{ 'odata-maxversion': '4.0' }, 200, '4.0'],
    [{ 'odata-maxversion': '3.0' }, 400, null],
    [{ 'odata-version': '2.0' }, 400, null],
    [{ accept: 'application/atom+xml' }, 406, null],
  ])('%j: %i', async (headers, status, version) => {
    const response = await get('Customers', headers);
    expect([response.status, response.headers.get('odata-version')]).toEqual([status, version]);
  });
});

test('a batch answers each of its requests, in order', async () => {
  const requests = [
    { id: 'a', method: 'GET', url: "Invoices('2')?$select=Status" },
    { id: 'b', method: 'GET', url: `${ERP_SERVICE}/Nothing` },
    { id: 'c', method: 'DELETE', url: "Invoices('2')" },
  ];
  const init = { method: 'POST', body: JSON.stringify({ requests }) };
  const response = await get('$batch', { 'content-type': 'application/json' }, init);
  const { responses } = (await response.json()) as {
    responses: { id: string; status: number; body: unknown }[];
  };
  expect(responses.map(({ id, status }) => `${id} ${status}`)).toEqual(['a 200', 'b 404', 'c 405']);
  expect(responses[0]?.body).toMatchObject({ Status: 'Paid' });
  expect((await get('$batch', { 'content-type': 'multipart/mixed' }, init)).status).toBe(415);
});

describe('access', () => {
  test('takes a token that it gave, for an hour', async () => {
    expect((await get('Customers', { authorization: '' })).status).toBe(401);
    const wrong = await get('Customers', { authorization: 'Bearer x' });
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="erp", error="invalid_token"',
    ]);
    now += 3_599_000;
    expect((await get('Customers')).status).toBe(200);
    now += 2_000;
    expect((await get('Customers')).status).toBe(401);
  });

  test.each<[string, Record<string, string>, number, string]>([
    ['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'x' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['another scope', { scope: 'finance.write' }, 400, 'invalid_scope'],
  ])('%s is refused', async (_, changes, status, error) => {
    const response = await login(changes);
    expect([response.status, ((await response.json()) as { error: string }).error]).toEqual([status, error]);
  });

  test('the client may show its secret in a header', async () => {
    const { clientId, clientSecret } = ERP_CLIENT;
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const ask = (authorization: string) =>
      fetch(`${listener.url}/oauth/token`, { method: 'POST', body, headers: { authorization } });
    expect((await ask(`Basic ${basic}`)).status).toBe(200);
    expect((await ask(`Basic ${basic.slice(4)}`)).status).toBe(401);
  });
});
