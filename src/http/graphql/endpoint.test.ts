import { gzipSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, TOKEN } from '../testing/fixture.test-server.ts';
import type { TestServer } from '../testing/fixture.test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ corsOrigins: ['https://desk.example'] });
});
afterAll(() => server.close());

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions: { code: string; requestId?: string } }[];
}
const json = async (response: Response) => (await response.json()) as Answer;
const codeOf = async (response: Response) => (await json(response)).errors?.[0]?.extensions.code;
const GRAPHQL = { accept: 'application/graphql-response+json' };
const bomb = `{ ...F0 } ${Array.from({ length: 30 }, (_, i) => `fragment F${i} on Query { a: cases { ...G${i} } b: cases { ...G${i} } } fragment G${i} on Case { number ...F${i + 1} }`).join(' ')} fragment F30 on Query { __typename }`;

describe('without a viewer nothing is answered', () => {
  it.each<[string, RequestInit]>([
    [
      'no token',
      { method: 'POST', body: '{"query":"{ hello }"}', headers: { 'content-type': 'application/json' } },
    ],
    ['another token', { method: 'POST', body: 'not even JSON', headers: { authorization: 'Bearer bad' } }],
    ['GET', { method: 'GET' }],
  ])('%s', async (_name, init) => {
    const before = server.seen.operations.length;
    const response = await fetch(`${server.url}/graphql?query={hello}`, init);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await json(response)).toEqual({
      errors: [{ message: 'An access token is needed.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(server.seen.operations).toHaveLength(before);
  });
});

describe('an operation', () => {
  it('is answered, with the viewer and its document in the context and the token in none of it', async () => {
    const response = await server.post({
      query: 'query ($n: String) { hello(name: $n) }',
      variables: { n: 'you' },
    });
    expect([response.status, await json(response)]).toEqual([200, { data: { hello: 'Hello, you' } }]);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const seen = server.seen.operations.at(-1)!;
    expect(seen.viewer.subject).toBe('abel.tuter');
    expect(seen.document.text).toMatch(/^query/);
    expect(JSON.stringify(seen)).not.toContain(TOKEN);
  });

  it('may come by GET when it is a query and says that it is no form', async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const get = (query: string, more: object = {}) =>
      fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { ...headers, ...more } });
    const sure = { 'apollo-require-preflight': '1' };
    expect(await json(await get('{ hello }', sure))).toEqual({ data: { hello: 'Hello, world' } });
    expect((await get('{ hello }')).status).toBe(400);
    const mutation = await get('mutation { close(number: "x") }', sure);
    expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('that fails says nothing of why', async () => {
    const text = await (await server.post({ query: '{ fails }' })).text();
    expect(text).toContain('INTERNAL');
    expect(text).not.toMatch(/ECONNREFUSED|hunter2|10\.1\.2\.3|stack|at /);
  });
});

describe('errors of the request', () => {
  const cases: [string, unknown][] = [
    ['syntax', { query: '{ hello' }],
    ['validation', { query: '{ nothing }' }],
    ['coercion', { query: 'query ($v: Int!) { number(value: $v) }', variables: { v: 'x' } }],
    ['an operation that is not there', { query: 'query A { hello }', operationName: 'B' }],
  ];
  it.each(cases)('%s: 200 for plain JSON, 400 for GraphQL', async (_name, body) => {
    const plain = await server.post(body, { accept: 'application/json' });
    expect([plain.status, await codeOf(plain)]).toEqual([200, 'BAD_USER_INPUT']);
    const exact = await server.post(body, GRAPHQL);
    expect([exact.status, await codeOf(exact)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it.each<[string, unknown, Record<string, string>, number]>([
    ['no query', { variables: {} }, {}, 400],
    ['a batch', [{ query: '{ hello }' }, { query: '{ hello }' }], {}, 400],
    ['an empty batch', [], {}, 400],
    ['not JSON', '{', {}, 400],
    [
      'not UTF-8 by its own word',
      { query: '{ hello }' },
      { 'content-type': 'application/json; charset=latin1' },
      415,
    ],
    ['a form', 'query=%7Bhello%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text', '{"query":"{ hello }"}', { 'content-type': 'text/plain' }, 415],
    [
      'a persisted query',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
      {},
      200,
    ],
    ['a body that is too large', { query: '{ hello }', variables: { n: 'x'.repeat(300_000) } }, {}, 413],
  ])('%s', async (_name, body, headers, status) => {
    const response = await server.post(body, headers);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(status === 413 ? 'QUERY_TOO_COMPLEX' : 'BAD_USER_INPUT');
  });

  it('a compressed body, however small it is', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: new Uint8Array(gzipSync(JSON.stringify({ query: `{ hello } #${'x'.repeat(10_000_000)}` }))),
    });
    expect(response.status).toBe(415);
  });

  it('a body that is too large and does not say so', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(65_536));
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (sent++ < 8 ? controller.enqueue(chunk) : controller.close()),
    });
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    };
    expect((await fetch(`${server.url}/graphql`, init as RequestInit)).status).toBe(413);
  });
});

describe('the limits', () => {
  it.each<[string, unknown, RegExp]>([
    ['the bomb', { query: bomb }, /at most 2000 selections .* more than a million/],
    ['tokens', { query: `{ ${'a '.repeat(3000)}}` }, /at most 2000 tokens/],
    [
      'aliases',
      { query: `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: hello`).join(' ')} }` },
      /at most 30 aliases .* 31/,
    ],
    [
      'depth',
      { query: `{ ${'cases { account { '.repeat(7)} name ${'} }'.repeat(7)} }` },
      /at most 12 levels .* 15/,
    ],
    [
      'variables',
      { query: '{ hello }', variables: { a: JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown } },
      /at most 32 lists/,
    ],
  ])('%s', async (_name, body, message) => {
    for (const accept of ['application/json', GRAPHQL.accept]) {
      const response = await server.post(body, { accept });
      const answer = await json(response);
      expect([response.status, answer.errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
      expect(answer.errors?.[0]?.message).toMatch(message);
    }
  });

  it('leave a query beside them undisturbed', async () => {
    await server.post({ query: '{ hello }' });
    const attacks = Array.from({ length: 20 }, (_, i) => server.post({ query: `${bomb} # ${i}` }));
    const start = performance.now();
    await server.post({ query: '{ hello }' });
    const took = performance.now() - start;
    expect((await Promise.all(attacks)).map(({ status }) => status)).toEqual(Array(20).fill(400));
    // Carried out, one bomb alone would take minutes; the rest is room for a busy machine.
    expect(took).toBeLessThan(5_000);
  });
});

describe('the schema', () => {
  it('is not told to those who may not ask, not even in fragments or suggestions', async () => {
    const response = await server.post({ query: getIntrospectionQuery() });
    expect([response.status, await codeOf(response)]).toEqual([403, 'FORBIDDEN']);
    const hidden = await server.post({
      query: '{ ...F } fragment F on Query { x: __type(name: "Case") { name } }',
    });
    expect(await codeOf(hidden)).toBe('FORBIDDEN');
    for (const query of ['{ helo }', '{ hello(nam: "x") }', 'query ($v: Strin) { hello(name: $v) }']) {
      const { errors } = await json(await server.post({ query }));
      expect(errors?.[0]?.message).not.toMatch(/Did you mean/);
    }
    expect(await json(await server.post({ query: '{ __typename }' }))).toEqual({
      data: { __typename: 'Query' },
    });
  });

  it('is told to those who may', async () => {
    const open = await startTestServer({ mayIntrospect: () => true });
    try {
      const query = getIntrospectionQuery({
        inputValueDeprecation: true,
        schemaDescription: true,
        oneOf: true,
      });
      expect(JSON.stringify(await json(await open.post({ query })))).toContain('"Account"');
      const { errors } = await json(await open.post({ query: '{ helo }' }));
      expect(errors?.[0]?.message).toMatch(/Did you mean "hello"/);
    } finally {
      await open.close();
    }
  });
});

describe('headers', () => {
  it('guard every answer', async () => {
    for (const path of ['/graphql', '/health/live', '/nowhere']) {
      const { headers } = await fetch(server.url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it.each<[string, boolean]>([
    ['desk-4711_a.b', true],
    ['short', false],
    ['a'.repeat(65), false],
    ['<script>alert', false],
    ['-leading-dash', false],
  ])('the request id %j is taken: %s', async (id, taken) => {
    const response = await server.post({ query: '{ hello }' }, { 'x-request-id': id });
    const given = response.headers.get('x-request-id');
    expect(given === id).toBe(taken);
    expect(given).toMatch(/^[\w.-]{8,64}$/);
    expect(server.seen.operations.at(-1)?.requestId).toBe(given);
  });

  it('let listed origins in and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${server.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const listed = await preflight('https://desk.example');
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://desk.example',
    ]);
    expect(listed.headers.get('access-control-allow-credentials')).toBeNull();
    const other = await preflight('https://desk.example.evil');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    const refused = await fetch(`${server.url}/graphql`, { headers: { origin: 'https://desk.example' } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([
      401,
      'https://desk.example',
    ]);
  });
});

it.each<[string, string, number, string, string | null]>([
  ['GET', '/nowhere', 404, 'NOT_FOUND', null],
  ['GET', '/graphql/', 404, 'NOT_FOUND', null],
  ['GET', '/playground', 404, 'NOT_FOUND', null],
  ['PUT', '/graphql', 405, 'BAD_USER_INPUT', 'GET, POST'],
  ['DELETE', '/health/live', 405, 'BAD_USER_INPUT', 'GET, HEAD'],
])('%s %s answers %d', async (method, path, status, code, allow) => {
  const response = await fetch(server.url + path, { method });
  expect([response.status, await codeOf(response), response.headers.get('allow')]).toEqual([
    status,
    code,
    allow,
  ]);
});
