import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoundTable, TableRequest } from '../../src/contract/index.ts';
import { CasegraphError } from '../../src/contract/index.ts';
import { createSalesforceAdapter } from './index.ts';
import type { Recorded, Replay } from './testing/replay.ts';
import { failure, recorded, replay, results, soqlIn } from './testing/replay.ts';
import { accounts, opportunities, whizbangs } from './testing/tables.ts';

const adapter = createSalesforceAdapter();
const all = (table: BoundTable, more: Partial<TableRequest> = {}): TableRequest => ({
  select: { columns: [...table.columns.keys()], joins: {} },
  filter: null,
  order: [],
  limit: null,
  ...more,
});

function read(table: BoundTable, call: Replay, more: Partial<TableRequest> = {}, resume?: string) {
  return adapter.read(table, adapter.plan(table, all(table, more)), call, resume);
}

describe('recorded answers', () => {
  it('become rows, with the parent joined', async () => {
    const call = replay([{ json: recorded('restforce/query_success_response.json') }]);
    const select = {
      columns: ['ticked', 'text', 'day', 'at', 'picks', 'missing'],
      joins: { parent: { columns: ['text'], joins: {} } },
    };
    expect(await read(whizbangs, call, { select })).toEqual({
      rows: [
        {
          values: {
            ticked: false,
            text: 'Hi there!',
            day: '2010-01-01',
            at: '2011-07-07T00:37:00Z',
            picks: ['four', 'six'],
            missing: null,
          },
          joined: { parent: { values: { text: 'Hello' } } },
        },
      ],
      next: null,
      instance: 'https://acme.lightning.force.com',
    });
    expect(call.requests).toEqual([
      {
        method: 'GET',
        path: expect.stringMatching(/^\/services\/data\/v62\.0\/query\?q=SELECT%20Checkbox_Label/) as string,
      },
    ]);
  });

  it('page by the path that Salesforce gives', async () => {
    const call = replay([
      { json: recorded('restforce/query_paginated_first_page_response.json') },
      { json: recorded('restforce/query_paginated_last_page_response.json') },
    ]);
    const select = { columns: ['text'], joins: {} };
    const first = await read(whizbangs, call, { select });
    expect(first).toMatchObject({
      rows: [{ values: { text: 'First Page' } }],
      next: '/services/data/v26.0/query/01gD',
    });
    const last = await read(whizbangs, call, { select }, first.next!);
    expect(last).toMatchObject({ rows: [{ values: { text: 'Last Page' } }], next: null });
    expect(call.requests[1]).toEqual({ method: 'GET', path: '/services/data/v26.0/query/01gD' });
  });

  it('may be empty', async () => {
    const call = replay([{ json: recorded('restforce/query_empty_response.json') }]);
    expect(await read(whizbangs, call)).toMatchObject({ rows: [], next: null });
  });

  it('hold every type of field', async () => {
    const call = replay([results([recorded('restforce/sobject_find_success_response.json')])]);
    const { rows } = await read(whizbangs, call);
    expect(rows[0]!.values).toEqual({
      id: '23foo',
      ticked: true,
      text: 'some text',
      day: '2010-01-01',
      at: '2011-07-07T00:37:00Z',
      otherAt: null,
      price: '23',
      number: 23,
      share: '33',
      pick: { value: 'one', label: 'one' },
      picks: ['four', 'six'],
      area: 'a text area',
      link: 'http://pivotallabs.com',
      missing: null,
      parentId: null,
    });
  });

  it('hold an account of a real org', async () => {
    const call = replay([results([recorded('swiftlysalesforce/MockAccount.json')])]);
    const { rows } = await read(accounts, call);
    expect(rows[0]!.values).toEqual({
      id: '0011Y00003HVMu4QAH',
      name: 'Alaska Center for Performing Arts',
      ownerId: '005i00000016PdaAAE',
      type: { value: 'Customer - Channel', label: 'Customer - Channel' },
      employees: null,
      billing: expect.objectContaining({ city: 'Anchorage', latitude: 61.217061 }) as object,
      latitude: '61.217062',
      description: 'A very large customer.',
      deleted: false,
      website: 'www.coolcorp1.net',
      modified: '2021-04-27T19:33:04Z',
      since: '2021-04-08',
    });
  });

  it('of another kind of query are told apart', async () => {
    const call = replay([{ json: recorded('restforce/query_aggregate_success_response.json') }]);
    const { rows } = await read(whizbangs, call, { select: { columns: ['text', 'price'], joins: {} } });
    expect(rows).toHaveLength(3);
    expect(rows[0]!.values).toEqual({ text: null, price: null });
  });

  it('that are no JSON are no rows', async () => {
    const text = readFileSync(
      new URL('fixtures/swiftlysalesforce/MockAccountMissingURLAttribute.json', import.meta.url),
      'utf8',
    );
    expect(await failure(read(accounts, replay([{ text: text.slice(0, 4096) }])))).toMatchObject({
      kind: 'upstream-unavailable',
    });
  });
});

describe('joined rows', () => {
  it('are null where the parent is, at every level', async () => {
    const select = {
      columns: ['accountName'],
      joins: { account: { columns: ['name'], joins: { owner: { columns: ['name'], joins: {} } } } },
    };
    const call = replay([
      results([
        { Account: { Id: '0011Y00003HVMu4QAH', Name: 'A', Owner: { Id: '005i00000016PdaAAE', Name: 'O' } } },
        { Account: { Id: '0011Y00003HVMu4QAH', Name: 'B', Owner: null } },
        { Account: null },
        {},
      ]),
    ]);
    const { rows } = await read(opportunities, call, { select });
    expect(rows).toEqual([
      {
        values: { accountName: 'A' },
        joined: { account: { values: { name: 'A' }, joined: { owner: { values: { name: 'O' } } } } },
      },
      {
        values: { accountName: 'B' },
        joined: { account: { values: { name: 'B' }, joined: { owner: null } } },
      },
      { values: { accountName: null }, joined: { account: null } },
      { values: { accountName: null }, joined: { account: null } },
    ]);
  });
});

interface DocumentedError {
  readonly status: number;
  readonly body?: readonly { errorCode: string }[];
}

describe('errors', () => {
  const documented = (recorded('documented-error-bodies.json') as { rest: DocumentedError[] }).rest;
  const KINDS: Record<string, string> = {
    INVALID_SESSION_ID: 'upstream-unauthorized',
    INVALID_AUTH_HEADER: 'upstream-unauthorized',
    MALFORMED_QUERY: 'upstream-rejected',
    INVALID_FIELD: 'upstream-rejected',
    MALFORMED_ID: 'upstream-rejected',
    NOT_FOUND: 'not-found',
    ENTITY_IS_DELETED: 'not-found',
    REQUIRED_FIELD_MISSING: 'invalid-input',
    REQUEST_LIMIT_EXCEEDED: 'upstream-rate-limited',
    414: 'too-complex',
    431: 'too-complex',
  };

  it.each(
    documented.map(({ status, body }): [number, string, DocumentedError['body']] => [
      status,
      body?.[0]?.errorCode ?? String(status),
      body,
    ]),
  )('documented: %i %s', async (status, code, body) => {
    const error = await failure(read(accounts, replay([{ status, json: body }])));
    expect(error).toMatchObject({ kind: KINDS[code], connection: 'salesforce' });
  });

  it.each<[string, number, string, string]>([
    ['restforce/query_error_response.json', 400, 'upstream-rejected', 'field of Account'],
    ['restforce/write_error_response.json', 400, 'upstream-rejected', 'field of Account'],
    ['restforce/expired_session_response.json', 403, 'upstream-unauthorized', 'credential'],
    ['restforce/sobject_find_error_response.json', 404, 'not-found', 'no such Account'],
    ['restforce/sobject_describe_error_response.json', 404, 'not-found', 'no such Account'],
    ['restforce/delete_error_response.json', 404, 'not-found', 'no such Account'],
  ])('recorded: %s', async (file, status, kind, told) => {
    const error = await failure(read(accounts, replay([{ status, json: recorded(file) }])));
    expect(error).toMatchObject({ kind, message: expect.stringContaining(told) as string });
  });

  it.each<[number, string | null, string]>([
    [400, 'INVALID_TYPE', 'upstream-rejected'],
    [400, 'QUERY_TIMEOUT', 'upstream-timeout'],
    [400, 'QUERY_TOO_COMPLICATED', 'too-complex'],
    [400, 'INVALID_QUERY_LOCATOR', 'upstream-rejected'],
    [403, 'INSUFFICIENT_ACCESS', 'upstream-unauthorized'],
    [403, 'API_DISABLED_FOR_ORG', 'upstream-unauthorized'],
    [400, 'UNABLE_TO_LOCK_ROW', 'conflict'],
    [503, 'SERVER_UNAVAILABLE', 'upstream-unavailable'],
    [400, 'SOMETHING_NEW', 'upstream-rejected'],
    [400, 'constructor', 'upstream-rejected'],
    [400, null, 'upstream-rejected'],
    [403, null, 'upstream-unauthorized'],
    [404, null, 'not-found'],
    [302, null, 'upstream-unavailable'],
  ])('%i %s is %s', async (status, errorCode, kind) => {
    const json = errorCode === null ? undefined : [{ message: 'm', errorCode }];
    expect(await failure(read(accounts, replay([{ status, json, text: '<html>' }])))).toMatchObject({ kind });
  });

  it('tell the client what to check, and operators what was said', async () => {
    const message =
      "\nSELECT Bacon FROM Account WHERE Name = 'secret'\n       ^\nERROR at Row:1:Column:8\nNo such column 'Website' on entity 'Account'.";
    const error = await failure(
      read(accounts, replay([{ status: 400, json: [{ message, errorCode: 'INVALID_FIELD' }] }])),
    );
    expect(error.message).toMatch(/does not know a field of Account.*integration user.*\(website\)$/);
    expect(error.message).not.toMatch(/SELECT|secret|Bacon/);
    expect(error.detail).toContain('INVALID_FIELD');
    expect(error.detail).toContain('secret');
  });

  it('of `send` pass as they are', async () => {
    const error = new CasegraphError('cancelled', 'gone');
    expect(
      await failure(
        read(
          accounts,
          replay(() => error),
        ),
      ),
    ).toBe(error);
  });
});

describe('hostile answers', () => {
  const next = '/services/data/v62.0/query/01g-2000';
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'ok'],
    ['a list', []],
    ['an error list', [{ errorCode: 'X', message: 'y' }]],
    ['an empty object', {}],
    ['no records', { totalSize: 1, done: true }],
    ['records that are none', { totalSize: 1, done: true, records: ['x'] }],
    ['a record that is null', { totalSize: 1, done: true, records: [null] }],
    ['a count that is none', { totalSize: '1', done: true, records: [] }],
    ['a negative count', { totalSize: -1, done: true, records: [] }],
    ['no word of being done', { totalSize: 1, records: [] }],
    ['not done and nowhere to go', { totalSize: 1, done: false, records: [] }],
    [
      'another host',
      {
        totalSize: 9,
        done: false,
        records: [{}],
        nextRecordsUrl: '//evil.example/services/data/v62.0/query/01g',
      },
    ],
    [
      'another resource',
      { totalSize: 9, done: false, records: [{}], nextRecordsUrl: '/services/data/v62.0/sobjects/User' },
    ],
    [
      'a way out',
      {
        totalSize: 9,
        done: false,
        records: [{}],
        nextRecordsUrl: '/services/data/v62.0/query/../../../apexrest',
      },
    ],
    ['a parent that is none', { totalSize: 1, done: true, records: [{ Id: 'x', Account: 'Acme' }] }],
  ])('%s', async (_, json) => {
    const select = { columns: ['id'], joins: { account: { columns: ['name'], joins: {} } } };
    const error = await failure(read(opportunities, replay([{ json }]), { select }));
    expect(error).toMatchObject({ kind: 'upstream-unavailable', connection: 'salesforce' });
  });

  const lists = {
    column: 'accountId',
    select: { columns: ['id'], joins: {} },
    filter: null,
    order: [],
    limit: null,
  };
  const key = '0011Y00003HVMu4QAH';
  const endless = { totalSize: 5, done: false, nextRecordsUrl: next };

  it.each<[string, Recorded]>([
    ['pages without rows', { json: { ...endless, records: [] } }],
    ['more rows than there are', { json: { ...endless, records: [{ AccountId: key }, { AccountId: key }] } }],
  ])('without end: %s', async (_, answer) => {
    const call = replay(() => answer);
    const {
      results: [result],
    } = await adapter.readByKeys(opportunities, lists, [key], call);
    expect(result).toMatchObject({ kind: 'upstream-unavailable' });
    expect(call.requests.length).toBeLessThan(5);
  });

  it('never crash the adapter', async () => {
    const json = fc.anything({
      withNullPrototype: true,
      maxDepth: 3,
      key: fc.constantFrom(
        'totalSize',
        'done',
        'records',
        'nextRecordsUrl',
        'Id',
        'Account',
        'Opportunities',
        'errorCode',
        '__proto__',
      ),
    });
    const wrapped = fc.oneof(
      json,
      fc.array(json).map((records) => ({ totalSize: records.length, done: true, records })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(200, 201, 204, 400, 404), wrapped, async (status, answer) => {
        const call = replay(() => ({ status, json: answer }));
        const via = { ...lists, via: 'Account.Opportunities', limit: 2 };
        const select = {
          columns: ['id', 'amount', 'accountName'],
          joins: { account: { columns: ['name'], joins: {} } },
        };
        const outcomes = await Promise.allSettled([
          read(opportunities, call, { select }),
          adapter.readByKeys(opportunities, via, [key], call),
          adapter.readByKeys(opportunities, lists, [key], call),
          adapter.count!(opportunities, adapter.plan(opportunities, all(opportunities)), call),
          adapter.ping(call),
        ]);
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(CasegraphError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading', () => {
  it.each([
    'https://evil.example/',
    '/services/data/v62.0/sobjects/User',
    '',
    '/services/data/v62.0/query/a?b=c',
  ])('does not go on from %j', async (resume) => {
    const call = replay([]);
    expect(await failure(read(accounts, call, {}, resume))).toMatchObject({ kind: 'invalid-input' });
    expect(call.requests).toEqual([]);
  });

  it('sends nothing where nothing can match', async () => {
    const call = replay([]);
    const filter = { op: 'null' as const, column: 'id' };
    expect(await read(accounts, call, { filter })).toEqual({ rows: [], next: null });
    const plan = adapter.plan(accounts, all(accounts, { filter }));
    expect(await adapter.count!(accounts, plan, call)).toBe(0);
    expect(call.requests).toEqual([]);
  });

  it('says which list is too long, before anything is sent', async () => {
    const call = replay([]);
    const values = Array.from({ length: 2_000 }, (_, n) => `name ${n}`);
    const error = await failure(
      read(accounts, call, {
        filter: {
          op: 'and',
          all: [
            { op: 'in', column: 'name', values },
            { op: 'in', column: 'type', values: ['a', 'b'] },
          ],
        },
      }),
    );
    expect(error).toMatchObject({
      kind: 'too-complex',
      message: expect.stringContaining('the list of 2000 values for name') as string,
    });
    expect(call.requests).toEqual([]);
  });

  it('counts what matches, whatever the limit', async () => {
    const call = replay([{ json: { totalSize: 101, done: true, records: null } }]);
    const plan = adapter.plan(
      accounts,
      all(accounts, { limit: 5, filter: { op: 'gt', column: 'employees', value: 5 } }),
    );
    expect(await adapter.count!(accounts, plan, call)).toBe(101);
    expect(soqlIn(call.requests[0])).toBe('SELECT COUNT() FROM Account WHERE NumberOfEmployees > 5');
  });

  it.each([
    ['https://acme.my.salesforce.com', 'https://acme.lightning.force.com'],
    ['https://acme--uat.sandbox.my.salesforce.com', 'https://acme--uat.sandbox.lightning.force.com'],
    ['https://acme.my.salesforce.mil', 'https://acme.lightning.crmforce.mil'],
    ['https://acme.my.sfcrmproducts.cn', 'https://acme.lightning.sfcrmapps.cn'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['https://my.salesforce.com.evil.example', 'https://my.salesforce.com.evil.example'],
    ['nowhere', 'nowhere'],
  ])('links people of %s to %s', async (instance, expected) => {
    const call = replay([results([])], instance);
    expect(await read(accounts, call, { select: { columns: ['id'], joins: {} } })).toMatchObject({
      instance: expected,
    });
  });
});

describe('ping', () => {
  it('says who we are', async () => {
    const identity = recorded('swiftlysalesforce/MockIdentity.json') as Record<string, unknown>;
    const call = replay([{ json: { ...identity, preferred_username: identity['username'] } }]);
    expect(await adapter.ping(call)).toBe('john@playground.com (00Di0000000bAAAAAAA)');
    expect(call.requests).toEqual([{ method: 'GET', path: '/services/oauth2/userinfo' }]);
  });

  it('fails where it is not Salesforce that answers', async () => {
    expect(await failure(adapter.ping(replay([{ text: '<html>' }])))).toMatchObject({
      kind: 'upstream-unavailable',
    });
    expect(await failure(adapter.ping(replay([{ status: 403, json: 'Bad_OAuth_Token' }])))).toMatchObject({
      kind: 'upstream-unauthorized',
    });
  });
});
