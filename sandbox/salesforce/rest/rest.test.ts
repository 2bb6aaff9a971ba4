import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeId } from '../ids.ts';
import { testOrg } from '../test-client.ts';
import { ID, testWorld } from '../test-world.ts';

interface Documented {
  readonly status: number;
  readonly body?: unknown;
}
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));
const { rest: documented } = fixture('documented-error-bodies.json') as { rest: Documented[] };
/** A quoted error body, found by a word of it. */
const quoted = (word: string) => documented.find(({ body }) => JSON.stringify(body ?? '').includes(word));

const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) });
const patch = (body: unknown) => ({ method: 'PATCH', body: JSON.stringify(body) });

describe('quoted errors, word for word', () => {
  test.each([
    ['SELEKT', '/query?q=SELEKT%20Id%20FROM%20Account'],
    ['Bacon__c FROM', '/query?q=SELECT+Bacon__c+FROM+Account+LIMIT+2'],
    ['A query string has', '/query'],
    ['cannot be empty or null', '/query/?q='],
    ['requested resource', '/sobjects/Bacon'],
    ['requested resource', '/sobjects/Bacon/describe'],
    ['requested resource', '/tooling/query?q=SELECT+Id+FROM+SandboxProcess'],
  ])('%s', async (word, target) => {
    const { status, body } = await testOrg().api(target);
    expect(JSON.stringify({ status, body })).toBe(
      JSON.stringify({ status: quoted(word)?.status, body: quoted(word)?.body }),
    );
  });

  test('an unknown field in a write', async () => {
    const { status, body } = await testOrg().api(
      '/sobjects/Account',
      post({ Name: 'x', FavoritePet__c: 'y' }),
    );
    expect({ status, body }).toEqual({ status: 400, body: quoted('FavoritePet__c')?.body });
  });

  test('a deleted record', async () => {
    const { status, body } = await testOrg().api(`/sobjects/Opportunity/${ID.gone}`);
    expect({ status, body }).toEqual({ status: 404, body: quoted('ENTITY_IS_DELETED')?.body });
  });

  test('an id with the wrong last three characters', async () => {
    const wrong = `${ID.o1.slice(0, 15)}${ID.o1.endsWith('AAA') ? 'AAB' : 'AAA'}`;
    const { status, body } = await testOrg().api(`/sobjects/Opportunity/${wrong}`);
    const message = `Record ID: id value of incorrect type: ${wrong}`;
    expect({ status, body }).toEqual({
      status: 400,
      body: [{ message, errorCode: 'MALFORMED_ID', fields: ['Id'] }],
    });
  });

  test('a wrong token, a wrong scheme, none at all', async () => {
    const org = testOrg();
    const target = '/services/data/v62.0/limits';
    const wrong: Record<string, string>[] = [{ authorization: 'Bearer wrong' }, {}];
    for (const headers of wrong) {
      expect(await org.send(target, { headers })).toMatchObject({
        status: 401,
        body: quoted('INVALID_SESSION_ID')?.body,
      });
    }
    expect(await org.send(target, { headers: { authorization: 'Basic eDp5' } })).toMatchObject({
      status: 401,
      body: quoted('INVALID_HEADER_TYPE')?.body,
    });
  });

  test('the daily limit', async () => {
    const org = testOrg({ dailyLimit: 2 });
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await org.api('/limits'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403]);
    expect(answers[2]?.body).toEqual(quoted('TotalRequests')?.body);
    expect(answers[1]?.headers).toMatchObject({ 'Sforce-Limit-Info': 'api-usage=2/2' });
    expect(answers[1]?.body).toMatchObject({ DailyApiRequests: { Max: 2, Remaining: 0 } });
    org.advance(86_400_000);
    expect(
      await org.send('/services/data/v62.0/limits', {
        headers: { authorization: `OAuth ${await org.login()}` },
      }),
    ).toMatchObject({ status: 200 });
  });
});

describe('resources', () => {
  test('versions, without a login, the newest last', async () => {
    const { body } = await testOrg().send('//services/data/');
    const versions = body as { label: string; url: string; version: string }[];
    expect(versions.find(({ version }) => version === '62.0')).toEqual({
      label: "Winter '25",
      url: '/services/data/v62.0',
      version: '62.0',
    });
    expect(versions[0]?.version).toBe('20.0');
    expect(versions.at(-1)?.version).toBe('68.0');
  });

  test('a version that does not exist', async () => {
    const org = testOrg();
    const headers = { authorization: `Bearer ${await org.login()}` };
    for (const version of ['v19.0', 'v99.0', 'v62', '62.0']) {
      expect(await org.send(`/services/data/${version}/limits`, { headers })).toMatchObject({ status: 404 });
    }
    expect(await org.send('/services/data/v62.0', { headers })).toMatchObject({
      status: 200,
      body: {
        query: '/services/data/v62.0/query',
        identity: expect.stringMatching(/^https?:\/\/.+\/id\/00D\w{15}\/005\w{15}$/) as string,
      },
    });
  });

  test('headers', async () => {
    const { headers } = await testOrg().api('/limits');
    expect(headers).toMatchObject({
      'Content-Type': 'application/json;charset=UTF-8',
      'X-Robots-Tag': 'none',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
    });
  });

  test('a wrong method, a broken body, no body', async () => {
    const org = testOrg();
    expect(await org.api('/query?q=x', { method: 'DELETE' })).toMatchObject({
      status: 405,
      body: [{ errorCode: 'METHOD_NOT_ALLOWED' }],
    });
    for (const body of ['', '{', '[]', '"x"']) {
      expect(await org.api('/sobjects/Account', { method: 'POST', body })).toMatchObject({
        status: 400,
        body: [{ errorCode: 'JSON_PARSER_ERROR' }],
      });
    }
  });

  test('a head too long', async () => {
    const org = testOrg();
    expect((await org.api(`/query?q=${'x'.repeat(16_400)}`)).status).toBe(414);
    expect((await org.api(`/query?q=${'x'.repeat(16_250)}`)).status).toBe(431);
    expect((await org.api(`/query?q=${'x'.repeat(15_000)}`)).status).toBe(400);
  });

  test('the list of objects, and search', async () => {
    const org = testOrg();
    const { body } = await org.api('/sobjects');
    expect((body as { sobjects: { name: string }[] }).sobjects.map(({ name }) => name)).toContain(
      'Opportunity',
    );
    const found = await org.api(
      `/search?q=${encodeURIComponent('FIND {acm*} IN ALL FIELDS RETURNING Account(Id, Name), Contact')}`,
    );
    expect(found.body).toMatchObject({
      searchRecords: [{ attributes: { type: 'Account' }, Id: ID.acme, Name: 'Acme' }],
    });
    expect(await org.api('/search?q=FIND+acme')).toMatchObject({
      status: 400,
      body: [{ errorCode: 'MALFORMED_SEARCH' }],
    });
  });
});

describe('query', () => {
  function bigOrg(children = 0) {
    const world = testWorld();
    const accounts = world.salesforce.get('Account') ?? [];
    accounts.length = 0;
    for (let i = 0; i < 2_500; i++)
      accounts.push({ Id: makeId('001', i + 1), Name: `A${String(i).padStart(4, '0')}`, OwnerId: ID.ann });
    const contacts = world.salesforce.get('Contact') ?? [];
    for (let i = 0; i < children; i++) {
      contacts.push({
        Id: makeId('003', 100 + i),
        LastName: `C${i}`,
        AccountId: makeId('001', 1 + (i % 100)),
      });
    }
    return testOrg({}, world);
  }
  interface Page {
    totalSize: number;
    done: boolean;
    nextRecordsUrl?: string;
    records: { Name: string }[];
  }

  test('pages', async () => {
    const org = bigOrg();
    const first = (await org.query('SELECT Name FROM Account ORDER BY Name')).body as Page;
    expect(Object.keys(first)).toEqual(['totalSize', 'done', 'nextRecordsUrl', 'records']);
    expect([first.totalSize, first.done, first.records.length]).toEqual([2_500, false, 2_000]);
    expect(first.nextRecordsUrl).toMatch(/^\/services\/data\/v62\.0\/query\/0r8\w{15}-2000$/);
    const next = first.nextRecordsUrl?.replace('/services/data/v62.0', '') ?? '';
    const second = (await org.api(next)).body as Page;
    expect(Object.keys(second)).toEqual(['totalSize', 'done', 'records']);
    expect([second.totalSize, second.records[0]?.Name, second.records.length]).toEqual([2_500, 'A2000', 500]);
    expect(await org.api('/query/0r8000000000000000-2000')).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_QUERY_LOCATOR' }],
    });
    const other = { authorization: `Bearer ${await org.login('bob@acme.test')}` };
    expect((await org.api(next, { headers: other })).status).toBe(400);
    org.advance(2 * 86_400_000);
    const later = { authorization: `Bearer ${await org.login()}` };
    expect((await org.api(next, { headers: later })).status).toBe(400);
  });

  test.each([
    ['batchSize=500', 500],
    ['batchSize=1', 200],
    ['batchSize=9999', 2_000],
  ])('a page of %s', async (wish, size) => {
    const org = bigOrg();
    const { body } = await org.api('/query?q=SELECT+Name+FROM+Account', {
      headers: { 'sforce-query-options': wish },
    });
    expect((body as Page).records).toHaveLength(size);
  });

  test('what is read stays as it was when the page began', async () => {
    const org = bigOrg();
    const first = (await org.query('SELECT Id, Name FROM Account ORDER BY Name')).body as Page;
    await org.api(`/sobjects/Account/${makeId('001', 2_100)}`, patch({ Name: 'changed' }));
    await org.api(`/sobjects/Account/${makeId('001', 2_200)}`, { method: 'DELETE' });
    const next = first.nextRecordsUrl?.replace('/services/data/v62.0', '') ?? '';
    const second = (await org.api(next)).body as Page;
    expect(second.records.map(({ Name }) => Name)).not.toContain('changed');
    expect(second.records).toHaveLength(500);
  });

  test('child rows count toward the page', async () => {
    const org = bigOrg(300);
    const target = `/query?q=${encodeURIComponent('SELECT Name, (SELECT Id FROM Contacts) FROM Account ORDER BY Name')}`;
    const { body } = await org.api(target, { headers: { 'sforce-query-options': 'batchSize=200' } });
    expect((body as Page).records).toHaveLength(50);
  });

  test('queryAll, and the columns of a query', async () => {
    const org = testOrg();
    expect((await org.query('SELECT COUNT() FROM Opportunity', 'queryAll')).body).toEqual({
      totalSize: 6,
      done: true,
      records: [],
    });
    const soql = 'SELECT Id, Name, (SELECT LastName FROM Contacts) FROM Account';
    const { body } = await org.api(`/query?q=${encodeURIComponent(soql)}&columns=true`);
    const { note: _, ...expected } = fixture('query-columns-true.json') as Record<string, unknown>;
    const shape = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shape);
      if (typeof value !== 'object' || value === null) return typeof value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
    };
    const loose = (value: unknown) => JSON.stringify(shape(value)).replaceAll('"object"', '"string"');
    expect(loose(body)).toBe(loose(expected));
    expect(body).toMatchObject({ entityName: 'Account', idSelected: true, keyPrefix: '001', groupBy: false });
  });
});

describe('one record', () => {
  test('read', async () => {
    const org = testOrg();
    const { body } = await org.api(`/sobjects/Opportunity/${ID.o1.slice(0, 15)}?fields=amount,Name,Id`);
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        attributes: { type: 'Opportunity', url: `/services/data/v62.0/sobjects/Opportunity/${ID.o1}` },
        Amount: 100.1,
        Name: 'One',
        Id: ID.o1,
      }),
    );
    expect((await org.api(`/sobjects/opportunity/${ID.o1}`)).body).toMatchObject({
      ExpectedRevenue: 10.01,
      IsDeleted: false,
    });
    expect(await org.api(`/sobjects/Opportunity/${ID.o1}?fields=Bacon`)).toMatchObject({
      status: 400,
      body: [
        { message: "No such column 'Bacon' on sobject of type Opportunity", errorCode: 'INVALID_FIELD' },
      ],
    });
    expect(await org.api('/sobjects/Opportunity/nope')).toMatchObject({
      status: 404,
      body: [{ message: 'Provided external ID field does not exist or is not accessible: nope' }],
    });
    expect((await org.api(`/sobjects/Opportunity/${ID.acme}`)).status).toBe(404);
  });

  test('create, change, delete', async () => {
    const org = testOrg();
    const made = await org.api(
      '/sobjects/Opportunity',
      post({ Name: 'New', StageName: 'Closed Won', CloseDate: '2026-06-01', AccountId: ID.crux }),
    );
    const { id } = made.body as { id: string };
    expect(made).toMatchObject({
      status: 201,
      body: { id, success: true, errors: [] },
      headers: { Location: `/services/data/v62.0/sobjects/Opportunity/${id}` },
    });
    const read = async () => (await org.api(`/sobjects/Opportunity/${id}`)).body;
    expect(await read()).toMatchObject({ IsWon: true, Probability: 100, OwnerId: ID.ann, FiscalYear: 2026 });
    expect(
      await org.api(`/sobjects/Opportunity/${id}`, patch({ StageName: 'Prospecting', Amount: 12.5 })),
    ).toMatchObject({ status: 204 });
    expect(await read()).toMatchObject({
      IsWon: false,
      Probability: 10,
      Amount: 12.5,
      ExpectedRevenue: 1.25,
    });
    const found = await org.query(`SELECT Id FROM Opportunity WHERE AccountId = '${ID.crux}'`);
    expect(found.body).toMatchObject({ totalSize: 1 });
    expect(await org.api(`/sobjects/Opportunity/${id}?_HttpMethod=DELETE`, { method: 'POST' })).toMatchObject(
      { status: 204 },
    );
    expect((await org.api(`/sobjects/Opportunity/${id}`)).body).toMatchObject([
      { errorCode: 'ENTITY_IS_DELETED' },
    ]);
    expect((await org.query('SELECT COUNT() FROM Opportunity')).body).toMatchObject({ totalSize: 5 });
  });

  test.each<[Record<string, unknown>, string]>([
    [{ StageName: 'Prospecting', CloseDate: '2026-06-01' }, 'REQUIRED_FIELD_MISSING'],
    [{ Name: null }, 'REQUIRED_FIELD_MISSING'],
    [{ Id: ID.o1 }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    [{ IsWon: true }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    [{ Name: 'x'.repeat(121) }, 'STRING_TOO_LONG'],
    [{ Amount: 'much' }, 'JSON_PARSER_ERROR'],
    [{ Amount: 1e20 }, 'NUMBER_OUTSIDE_VALID_RANGE'],
    [{ CloseDate: '2026-02-30' }, 'JSON_PARSER_ERROR'],
    [{ AccountId: 'abc' }, 'MALFORMED_ID'],
    [{ AccountId: ID.ann }, 'INVALID_CROSS_REFERENCE_KEY'],
    [{ AccountId: makeId('001', 77) }, 'INVALID_CROSS_REFERENCE_KEY'],
    [{ Name: { deep: true } }, 'JSON_PARSER_ERROR'],
  ])('%.60j cannot be written', async (fields, errorCode) => {
    const answer = await testOrg().api('/sobjects/Opportunity', post(fields));
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode }] });
  });
});

describe('composite', () => {
  const target = '/composite/sobjects/Opportunity';

  test('many records by id, in the order asked, null for what is not there', async () => {
    const org = testOrg();
    const ids = [ID.o4, makeId('006', 500), ID.o1.slice(0, 15), ID.gone, 'nonsense', ID.o4];
    const posted = await org.api(target, post({ ids, fields: ['Id', 'Name'] }));
    const asked = await org.api(`${target}?ids=${ids.join(',')}&fields=Id,Name`);
    expect(posted.body).toEqual(asked.body);
    expect((posted.body as ({ Name: string } | null)[]).map((row) => row?.Name ?? null)).toEqual([
      'Four',
      null,
      'One',
      null,
      null,
      'Four',
    ]);
  });

  test.each<[string, unknown, number, string]>([
    ['an unknown field', { ids: [ID.o1], fields: ['Bacon'] }, 400, 'INVALID_FIELD'],
    ['no fields', { ids: [ID.o1] }, 400, 'MISSING_ARGUMENT'],
    ['no ids', { fields: ['Id'] }, 400, 'MISSING_ARGUMENT'],
    ['too many ids', { ids: Array(2_001).fill(ID.o1), fields: ['Id'] }, 400, 'EXCEEDED_ID_LIMIT'],
  ])('%s', async (_, body, status, errorCode) => {
    expect(await testOrg().api(target, post(body))).toMatchObject({ status, body: [{ errorCode }] });
  });

  test('2,000 ids are fine', async () => {
    const { body } = await testOrg().api(target, post({ ids: Array(2_000).fill(ID.o1), fields: ['Id'] }));
    expect(body).toHaveLength(2_000);
  });

  const request = (method: string, url: string, referenceId: string, body?: unknown) => ({
    method,
    url: `/services/data/v62.0${url}`,
    referenceId,
    body,
  });

  test('requests that use each other', async () => {
    const org = testOrg();
    const compositeRequest = [
      request('POST', '/sobjects/Account', 'acc', { Name: 'Made' }),
      request('POST', '/sobjects/Contact', 'con', { LastName: 'Here', AccountId: '@{acc.id}' }),
      request('GET', "/query?q=SELECT+Name+FROM+Account+WHERE+Id='@{acc.id}'", 'got'),
      request('GET', '/sobjects/Bacon', 'bad'),
      request('GET', '/sobjects/Account/@{nobody.id}', 'lost'),
      request('GET', '/composite/batch', 'nested'),
    ];
    const { status, body, headers } = await org.api('/composite', post({ compositeRequest }));
    const { compositeResponse } = body as { compositeResponse: { httpStatusCode: number; body: unknown }[] };
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'Sforce-Limit-Info': 'api-usage=1/5000000' });
    expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([
      201, 201, 200, 404, 400, 404,
    ]);
    expect(Object.keys(compositeResponse[0] ?? {})).toEqual([
      'body',
      'httpHeaders',
      'httpStatusCode',
      'referenceId',
    ]);
    expect(compositeResponse[2]?.body).toMatchObject({ records: [{ Name: 'Made' }] });
  });

  test('all or none', async () => {
    const org = testOrg();
    const compositeRequest = [
      request('POST', '/sobjects/Account', 'a', { Name: 'Made' }),
      request('PATCH', `/sobjects/Account/${ID.acme}`, 'b', { Name: 'Changed' }),
      request('DELETE', `/sobjects/Contact/${ID.c1}`, 'c'),
      request('POST', '/sobjects/Account', 'd', {}),
    ];
    const { body } = await org.api('/composite', post({ allOrNone: true, compositeRequest }));
    const { compositeResponse } = body as { compositeResponse: { httpStatusCode: number; body: unknown }[] };
    expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400, 400, 400]);
    expect(compositeResponse[0]?.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
    expect((await org.query('SELECT Name FROM Account ORDER BY Id')).body).toMatchObject({
      totalSize: 3,
      records: [{ Name: 'Acme' }, {}, {}],
    });
    expect((await org.query('SELECT COUNT() FROM Contact')).body).toMatchObject({ totalSize: 2 });
  });

  test('too many requests', async () => {
    const many = Array.from({ length: 26 }, (_, i) => request('GET', '/limits', `r${i}`));
    expect((await testOrg().api('/composite', post({ compositeRequest: many }))).status).toBe(400);
    const queries = Array.from({ length: 6 }, (_, i) =>
      request('GET', '/query?q=SELECT+Id+FROM+Account', `r${i}`),
    );
    expect((await testOrg().api('/composite', post({ compositeRequest: queries }))).status).toBe(400);
  });

  test('a batch, each of which counts', async () => {
    const batchRequests = [
      { method: 'GET', url: `v62.0/sobjects/Account/${ID.acme}?fields=Name` },
      { method: 'GET', url: 'v62.0/sobjects/Bacon' },
      { method: 'PATCH', url: `v62.0/sobjects/Account/${ID.acme}`, richInput: { Name: 'Changed' } },
    ];
    const org = testOrg();
    const answer = await org.api('/composite/batch', post({ batchRequests }));
    expect(answer.body).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { Name: 'Acme' } },
        { statusCode: 404 },
        { statusCode: 204, result: null },
      ],
    });
    expect(answer.headers).toMatchObject({ 'Sforce-Limit-Info': 'api-usage=4/5000000' });
    const halted = await org.api('/composite/batch', post({ haltOnError: true, batchRequests }));
    expect(
      (halted.body as { results: { statusCode: number }[] }).results.map(({ statusCode }) => statusCode),
    ).toEqual([200, 404, 412]);
  });
});
