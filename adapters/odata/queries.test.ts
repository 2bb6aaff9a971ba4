import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  Column,
  Filter,
  SendRequest,
  SendResponse,
  TableRequest,
} from '../../src/contract/index.ts';
import { createODataAdapter } from './index.ts';

const column = (name: string, type: Column['type'], upstream: string): [string, Column] => [
  name,
  { name, type, upstream, writable: !['id', 'city'].includes(name) },
];

const base: BoundTable = {
  name: 'Invoice',
  connection: 'erp',
  object: 'Invoices',
  key: 'id',
  joins: new Map(),
  options: {},
  columns: new Map([
    column('id', 'id', 'ID'),
    column('title', 'string', 'Title'),
    column('amount', 'decimal', 'Amount'),
    column('due', 'date', 'Due'),
    column('at', 'datetime', 'At'),
    column('city', 'string', 'Address/City'),
    column('ref', 'reference', 'OrderID'),
    column('clock', 'time', 'Clock'),
  ]),
};
const order: BoundTable = { ...base, name: 'Order', object: 'Orders' };
const with2 = (options: BoundTable['options']): BoundTable => ({ ...base, options });
const joined: BoundTable = {
  ...base,
  joins: new Map([['order', { column: 'ref', table: () => order }]]),
};

const adapter = createODataAdapter({ path: '/svc' });
const wish = (part: Partial<TableRequest>): TableRequest => ({
  select: { columns: ['id'], joins: {} },
  filter: null,
  order: [],
  limit: null,
  ...part,
});

function callOf(answer: (request: SendRequest) => Partial<SendResponse>): Call & { paths: string[] } {
  const paths: string[] = [];
  return {
    paths,
    now: () => 0,
    signal: new AbortController().signal,
    send: (request) => {
      paths.push(request.path);
      const empty = {
        status: 200,
        headers: {},
        json: undefined,
        text: '',
        instance: 'https://erp.example/x',
      };
      return Promise.resolve({ ...empty, ...answer(request) });
    },
  };
}

describe('filters as text', () => {
  it.each<[Filter, BoundTable['options'], string]>([
    [{ op: 'eq', column: 'title', value: "O'Neil" }, {}, "tolower(Title) eq 'o''neil'"],
    [{ op: 'ne', column: 'title', value: 'A' }, {}, "(tolower(Title) ne 'a' or Title eq null)"],
    [{ op: 'ne', column: 'id', value: 'A' }, {}, "ID ne 'A'"],
    [{ op: 'in', column: 'id', values: ['A', 'B'] }, {}, "(ID eq 'A' or ID eq 'B')"],
    [{ op: 'in', column: 'id', values: ['A', 'B'] }, { inOperator: true }, "ID in ('A','B')"],
    [{ op: 'contains', column: 'title', value: 'A' }, {}, "(Title ne null and contains(tolower(Title),'a'))"],
    [
      { op: 'notContains', column: 'title', value: 'A' },
      { version: 2 },
      "(Title eq null or not (substringof('a',tolower(Title))))",
    ],
    [
      { op: 'gt', column: 'due', value: '2026-01-02' },
      { version: 2 },
      "Due gt datetime'2026-01-02T00:00:00'",
    ],
    [{ op: 'lt', column: 'at', value: '2026-01-02T01:00:00+01:00' }, {}, 'At lt 2026-01-02T00:00:00Z'],
    [
      { op: 'lt', column: 'at', value: '2026-01-02T00:00:00Z' },
      { version: 2, types: { at: 'Edm.DateTimeOffset' } },
      "At lt datetimeoffset'2026-01-02T00:00:00Z'",
    ],
    [{ op: 'eq', column: 'clock', value: '13:45:00' }, { version: 2 }, "Clock eq time'PT13H45M00S'"],
    [{ op: 'lte', column: 'amount', value: '1.50' }, {}, 'Amount le 1.5'],
    [{ op: 'lte', column: 'amount', value: '1.50' }, { version: 2 }, 'Amount le 1.5M'],
    [
      { op: 'eq', column: 'id', value: '0F9A0001-5c3b-4d1e-9a77-000000000001' },
      { version: 2, keyType: 'Edm.Guid' },
      "ID eq guid'0f9a0001-5c3b-4d1e-9a77-000000000001'",
    ],
    [{ op: 'eq', column: 'id', value: '7' }, { version: 2, keyType: 'Edm.Int64' }, 'ID eq 7L'],
  ])('%j with %j', (filter, options, text) => {
    const plan = adapter.plan(with2(options), wish({ filter }));
    expect(plan.residual).toBeNull();
    expect(plan.text).toBe(`Invoices?$select=ID&$filter=${text}`);
  });

  it.each<[string, Filter, BoundTable['options']]>([
    [
      'text where case cannot be folded',
      { op: 'eq', column: 'title', value: 'a' },
      { caseInsensitive: false },
    ],
    ['letters whose capitals are disputed', { op: 'eq', column: 'title', value: 'Straße' }, {}],
    ['half a character', { op: 'contains', column: 'title', value: '\ud800' }, {}],
  ])('leaves %s to the engine', (_what, filter, options) => {
    expect(adapter.plan(with2(options), wish({ filter })).residual).toEqual(filter);
  });

  it('asks nobody for an id that the key cannot hold', async () => {
    const table = with2({ keyType: 'Edm.Int32' });
    const call = callOf(() => ({}));
    const plan = adapter.plan(table, wish({ filter: { op: 'eq', column: 'id', value: '1 or 1 eq 1' } }));
    expect(await adapter.read(table, plan, call)).toEqual({ rows: [], next: null });
    expect(call.paths).toEqual([]);
  });
});

describe('order', () => {
  const by = (name: string): TableRequest =>
    wish({
      order: [
        { column: name, direction: 'desc' },
        { column: 'id', direction: 'asc' },
      ],
      limit: 5,
    });

  it.each<[string, BoundTable['options'], boolean]>([
    ['amount', {}, true],
    ['amount', { version: 2 }, false],
    ['amount', { version: 2, required: ['amount'] }, true],
    ['amount', { nullOrder: 'unknown' }, false],
    ['amount', { keyType: 'Edm.Int32' }, false],
    ['title', {}, false],
    ['title', { textOrder: true }, true],
  ])('by %s with %j is kept: %s', (name, options, ordered) => {
    const plan = adapter.plan(with2(options), by(name));
    expect({ ordered: plan.ordered, limited: plan.limited }).toEqual({ ordered, limited: ordered });
  });
});

describe('pages', () => {
  const rows = (link: unknown) => ({ json: { value: [{ ID: 'A' }], '@odata.nextLink': link } });

  it.each([
    'Invoices?$skiptoken=2',
    'https://erp.example/x/svc/Invoices?$skiptoken=2',
    '/x/svc/Invoices?$skiptoken=2',
  ])('follows %s', async (link) => {
    const page = await adapter.read(
      base,
      adapter.plan(base, wish({})),
      callOf(() => rows(link)),
    );
    expect(page.next).toBe('/svc/Invoices?$skiptoken=2');
    const call = callOf(() => ({ json: { value: [] } }));
    await adapter.read(base, adapter.plan(base, wish({})), call, page.next ?? '');
    expect(call.paths).toEqual(['/svc/Invoices?$skiptoken=2']);
  });

  it.each([
    'https://evil.example/x/svc/Invoices',
    '//evil.example/x/svc/Invoices',
    'http://erp.example/x/svc/Invoices',
    'https://user@erp.example/x/svc/Invoices',
    '/x/other/Invoices',
    '../other/Invoices',
    '%2e%2e/other/Invoices',
    '..%2fother',
    42,
    {},
  ])('does not follow %j', async (link) => {
    const reading = adapter.read(
      base,
      adapter.plan(base, wish({})),
      callOf(() => rows(link)),
    );
    await expect(reading).rejects.toMatchObject({ kind: 'upstream-unavailable' });
  });

  it.each(['/svc/../x', '/other/Invoices', 'https://evil.example/', '/svc/a\\b', 'skip:1'])(
    'does not go on from %s',
    async (resume) => {
      const reading = adapter.read(
        base,
        adapter.plan(base, wish({})),
        callOf(() => ({})),
        resume,
      );
      await expect(reading).rejects.toMatchObject({ kind: 'invalid-input' });
    },
  );

  it('ends a service that goes in circles', async () => {
    const call = callOf(({ path }) => rows(path.includes('t=1') ? 'Invoices?t=2' : 'Invoices?t=1'));
    const { results } = await adapter.readByKeys(base, { ...wish({}), column: 'id' }, ['A'], call);
    expect(results[0]).toMatchObject({ kind: 'upstream-unavailable' });
    expect(call.paths.length).toBe(3);
  });
});

describe('OData 2', () => {
  const table = with2({ version: 2, types: { at: 'Edm.DateTimeOffset' } });

  it('reads results, dates, times and numbers as text, and goes on by __next', async () => {
    const record = {
      __metadata: {},
      ID: 'A',
      Due: '/Date(1767225600000)/',
      At: '/Date(1767225600500+0060)/',
      Clock: 'PT13H45M00S',
      Amount: '12.50',
    };
    const json = { d: { results: [record], __next: 'https://erp.example/x/svc/Invoices?$skiptoken=A' } };
    const columns = ['id', 'due', 'at', 'clock', 'amount'];
    const plan = adapter.plan(table, wish({ select: { columns, joins: {} } }));
    const page = await adapter.read(
      table,
      plan,
      callOf(() => ({ json })),
    );
    expect(page.rows[0]?.values).toEqual({
      id: 'A',
      due: '2026-01-01',
      at: '2026-01-01T00:00:00.5Z',
      clock: '13:45:00',
      amount: '12.5',
    });
    expect(page.next).toBe('/svc/Invoices?$skiptoken=A');
  });

  it('counts by $inlinecount', async () => {
    const call = callOf(() => ({ json: { d: { results: [], __count: '42' } } }));
    expect(await adapter.count?.(table, adapter.plan(table, wish({})), call)).toBe(42);
    expect(call.paths).toEqual(['/svc/Invoices?$select=ID&$top=0&$inlinecount=allpages']);
  });

  it('selects joined records by paths', () => {
    const select = { columns: ['city'], joins: { order: { columns: ['title'], joins: {} } } };
    const old = { ...joined, options: { version: 2 } };
    expect(adapter.plan(old, wish({ select })).text).toBe(
      'Invoices?$select=ID,Address,Order/ID,Order/Title&$expand=Order',
    );
    expect(adapter.plan(joined, wish({ select })).text).toBe(
      'Invoices?$select=ID,Address/City&$expand=Order($select=ID,Title)',
    );
  });
});

describe('rows by keys', () => {
  const keys = Array.from({ length: 1_000 }, (_, index) => `INV-'ü ${String(index).padStart(6, '0')}`);
  const request = { ...wish({}), column: 'id' };

  it('takes as few requests as the bytes allow, and no request is longer', async () => {
    const call = callOf(({ path }) => {
      const asked = decodeURIComponent(path).matchAll(/ID eq '((?:[^']|'')*)'/g);
      return { json: { value: [...asked].map(([, key = '']) => ({ ID: key.replaceAll("''", "'") })) } };
    });
    const { results } = await adapter.readByKeys(base, request, keys, call);
    expect(results.map((result) => ('rows' in result ? result.rows[0]?.values['id'] : result))).toEqual(keys);
    const total = call.paths.reduce((sum, path) => sum + path.length, 0);
    expect(Math.max(...call.paths.map((path) => path.length))).toBeLessThanOrEqual(8_000);
    expect(call.paths.length).toBeLessThanOrEqual(Math.ceil(total / 8_000) + 1);
  });

  it('takes 100 Guids in one request, and keeps to a bound on keys', async () => {
    const guids = Array.from(
      { length: 100 },
      (_, i) => `0f9a0001-5c3b-4d1e-9a77-${String(i).padStart(12, '0')}`,
    );
    const once = callOf(() => ({ json: { value: [] } }));
    await adapter.readByKeys(with2({ keyType: 'Edm.Guid' }), request, guids, once);
    expect(once.paths.length).toBe(1);
    const bounded = callOf(() => ({ json: { value: [] } }));
    await adapter.readByKeys(with2({ keyType: 'Edm.Guid', maxKeys: 30 }), request, guids, bounded);
    expect(bounded.paths.length).toBe(4);
  });

  it('gives a failed request to its own keys only', async () => {
    const call = callOf(({ path }) =>
      path.includes('000000')
        ? { status: 400, json: { error: { code: 'X', message: 'no' } } }
        : { json: { value: [] } },
    );
    const { results } = await adapter.readByKeys(base, request, keys, call);
    expect(results[0]).toBeInstanceOf(CasegraphError);
    expect(results.at(-1)).toEqual({ rows: [], more: false });
  });
});

describe('writes', () => {
  it('finds the row of a repeated create', async () => {
    const call = callOf(({ method }) => (method === 'POST' ? { status: 409 } : { json: { ID: 'A' } }));
    const change = { kind: 'create', key: "A'b", values: { title: 'x' } } as const;
    expect(await adapter.write?.(base, change, call)).toEqual({ key: "A'b", changed: false });
    expect(call.paths).toEqual(['/svc/Invoices', "/svc/Invoices('A''b')"]);
  });
});

describe('declarations', () => {
  it.each<[BoundTable['options'], RegExp]>([
    [{ pathh: '/x' }, /unknown; known: version, path/],
    [{ path: '/a/../b' }, /expected a path/],
    [{ keyType: 'Guid' }, /Edm\.Guid/],
    [{ keyType: 'Edm.Boolean' }, /does not fit type id/],
    [{ required: ['nobody'] }, /no column/],
    [{ navigation: { nobody: 'X' } }, /no relation/],
  ])('finds what is wrong in %j', (options, message) => {
    expect(adapter.check(with2(options)).map((problem) => problem.message)).toEqual([
      expect.stringMatching(message),
    ]);
  });

  it('asks for the name of a navigation property that cannot be told', () => {
    const columns = new Map([...base.columns, column('ref', 'reference', 'Parent')]);
    expect(adapter.check({ ...joined, columns })).toEqual([
      { column: 'ref', message: expect.stringContaining('navigation: { order: "…" }') as string },
    ]);
  });

  it.each([{ path: 'svc' }, { path: '/svc/' }, { maxTargetBytes: 10 }, { pageSize: 0 }])(
    'refuses the settings %j',
    (options) => expect(() => createODataAdapter(options)).toThrow(RangeError),
  );
});
