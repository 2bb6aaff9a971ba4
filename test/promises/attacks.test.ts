import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let slow: SlowClient[] = [];

interface SlowClient {
  readonly socket: Socket;
  /** Milliseconds after which the gateway hung up. */
  readonly dropped: Promise<number>;
}

beforeAll(async () => {
  stack = await startStack({ cases: 20 });
  await stack.graphql('agent', '{ viewer { name } cases(first: 1) { nodes { number } } }');
  slow = [
    ...Array.from({ length: 40 }, () => slowClient(halfHeaders)),
    ...Array.from({ length: 40 }, () => slowClient(silent)),
  ];
});
afterAll(async () => {
  for (const { socket } of slow) socket.destroy();
  await stack.close();
});

function slowClient(act: (socket: Socket) => void): SlowClient {
  const start = performance.now();
  const socket = connect(Number(new URL(stack.url).port), '127.0.0.1');
  socket.on('error', () => undefined).resume();
  act(socket);
  return {
    socket,
    dropped: new Promise((resolve) => socket.on('close', () => resolve(performance.now() - start))),
  };
}

/** Sends a header every second and never the empty line. */
function halfHeaders(socket: Socket): void {
  socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
  const timer = setInterval(() => socket.write('x-a: b\r\n'), 1_000);
  socket.on('close', () => clearInterval(timer));
}

function silent(): void {
  // Connects, and that is all.
}

const viewerQuery = () => stack.graphql('agent', '{ viewer { name } }');

/** The least of five: what the gateway needs when the machine is not busy with something else. */
async function quickest(): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    const { body } = await viewerQuery();
    least = Math.min(least, performance.now() - start);
    expect(body).toEqual({ data: { viewer: { name: 'Nora Lindqvist' } } });
  }
  return least;
}

const levels = (count: number, make: (level: number) => string): string =>
  Array.from({ length: count }, (_, level) => make(level)).join(' ');
const json = (query: string): RequestInit => ({ body: JSON.stringify({ query }) });
const nested = (depth: number): string =>
  `{ cases ${'{ nodes { parentCase '.repeat(depth)} { number } ${'} }'.repeat(depth)} }`;

/** 2 to the 30th fields in 1.8 KB. */
const BOMB = `{ ...F0 } ${levels(30, (i) => `fragment F${i} on Query { a: viewer { name } ...F${i + 1} ...F${i + 1} x${i}: __typename }`)} fragment F30 on Query { viewer { name } }`;
const NESTED_BOMB = `{ cases { nodes { ...F0 } } } ${levels(30, (i) => `fragment F${i} on Case { a: parentCase { ...F${i + 1} } b: parentCase { ...F${i + 1} } }`)} fragment F30 on Case { number }`;

const ATTACKS: readonly (readonly [string, () => RequestInit])[] = [
  ['fragments that double thirty times', () => json(BOMB)],
  ['aliased fragments that double thirty times', () => json(NESTED_BOMB)],
  ['fragments in a circle', () => json('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')],
  [
    'a gzip bomb',
    () => ({
      body: new Uint8Array(
        gzipSync(JSON.stringify({ query: `{ viewer { name } } #${'x'.repeat(45_000_000)}` })),
      ),
      headers: { 'content-encoding': 'gzip' },
    }),
  ],
  ['a flood of tokens', () => json(`{ viewer { ${'name '.repeat(50_000)} } }`)],
  ['a flood of aliases', () => json(`{ ${levels(1_000, (i) => `a${i}: viewer { name }`)} }`)],
  [
    'a flood of lists under aliases',
    () => json(`{ ${levels(100, (i) => `a${i}: cases(first: 10000) { nodes { number } }`)} }`),
  ],
  ['a flood of directives', () => json(`{ viewer { name ${'@skip(if: false) '.repeat(1_500)} } }`)],
  ['a flood of unknown directives', () => json(`{ viewer { name ${'@a '.repeat(3_000)} } }`)],
  ['a flood of errors', () => json(`{ ${levels(1_500, (i) => `f${i}`)} }`)],
  ['fields within fields, 500 deep', () => json(nested(500))],
  [
    'lists within lists in an argument',
    () => json(`{ cases(filter: ${'{ and: ['.repeat(400)}${'] }'.repeat(400)}) { nodes { number } } }`),
  ],
  [
    'lists within lists in the variables',
    () => ({
      body: `{"query":"query ($v: CaseFilter) { cases(filter: $v) { nodes { number } } }","variables":{"v":${'{"not":'.repeat(8_000)}{}${'}'.repeat(8_000)}}}`,
    }),
  ],
  ['an unclosed query, 20,000 deep', () => json('{ a '.repeat(20_000))],
  [
    'a body of ten megabytes',
    () => ({
      body: JSON.stringify({ query: '{ viewer { name } }', variables: { pad: 'x'.repeat(10_000_000) } }),
    }),
  ],
  [
    'a batch of a hundred operations',
    () => ({ body: JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ viewer { name } }' }))) }),
  ],
  ['a batch that is empty', () => ({ body: '[]' })],
  ['a hundred thousand operations in a document', () => json('query A { viewer { name } } '.repeat(8_000))],
  ['a body that is no object', () => ({ body: '"{ viewer { name } }"' })],
  ['a body that is no JSON', () => ({ body: '{"query":' })],
  ['a body that is no UTF-8', () => ({ body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) })],
  [
    'a form, as another site can send it',
    () => ({
      body: 'query={viewer{name}}',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  ],
  [
    'plain text, as another site can send it',
    () => ({ ...json('{ viewer { name } }'), headers: { 'content-type': 'text/plain' } }),
  ],
  [
    'keys of the prototype',
    () => ({
      body: '{"query":"query ($v: CaseFilter) { cases(filter: $v) { nodes { number } } }","variables":{"v":{"__proto__":{"number":{"eq":"x"}}}}}',
    }),
  ],
];

describe('an attack gets a clean refusal, and who asks beside it is not kept waiting', () => {
  it.each(ATTACKS)('%s', async (_, make) => {
    await stack.forget();
    const made = make();
    // Plain JSON would get errors of the query itself with status 200, as the draft of GraphQL over HTTP asks.
    const init = {
      ...made,
      headers: {
        accept: 'application/graphql-response+json',
        ...Object.fromEntries(new Headers(made.headers)),
      },
    };
    const attacks = Array.from({ length: 5 }, () =>
      stack.graphql('agent', '', {}, init).catch((error: unknown) => error),
    );
    const least = await quickest();
    for (const reply of await Promise.all(attacks)) {
      // A body that is too large may be cut off while it is still being sent.
      if (reply instanceof Error) {
        expect(made.body).toSatisfy((sent: string | Uint8Array) => sent.length > 40_000);
        continue;
      }
      const { status, body, text } = reply as Awaited<ReturnType<typeof viewerQuery>>;
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(body.errors?.length).toBeGreaterThan(0);
      for (const { extensions } of body.errors ?? [])
        expect(['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX']).toContain(extensions['code']);
      expect(body.data ?? null).toBeNull();
      expect(text.length).toBeLessThan(300_000);
      expect(text).not.toMatch(/\bat \S+ \(|node_modules|Maximum call stack/);
    }
    expect(least).toBeLessThan(50);
    expect([...(await stack.requests('servicenow')), ...(await stack.requests('salesforce'))]).toEqual([]);
  });

  it('a query by GET needs a header that other sites cannot send, and may not change anything', async () => {
    const get = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${stack.gateway.graphql}?query=${encodeURIComponent(query)}`, {
        headers: { authorization: `Bearer ${stack.sandbox.tokens['agent'] ?? ''}`, ...headers },
      });
    expect((await get('{ viewer { name } }')).status).toBe(400);
    expect((await get('{ viewer { name } }', { 'apollo-require-preflight': '1' })).status).toBe(200);
    const mutation = await get(
      'mutation { createIncidentFromCase(input: { caseId: "x" }) { userErrors { code } } }',
      { 'apollo-require-preflight': '1' },
    );
    expect(mutation.status).toBe(405);
  });
});

describe('GraphQL over HTTP', () => {
  it('passes 61 of 61 audits', async () => {
    const results = await auditServer({
      url: stack.gateway.graphql,
      fetchFn: (url: string, init: RequestInit = {}) => {
        const headers = new Headers(init.headers);
        headers.set('authorization', `Bearer ${stack.sandbox.tokens['agent'] ?? ''}`);
        headers.set('apollo-require-preflight', '1');
        return fetch(url, { ...init, headers });
      },
    });
    expect(
      results
        .filter(({ status }) => status !== 'ok')
        .map(({ id, name, status }) => `${id} ${name}: ${status}`),
    ).toEqual([]);
    expect(results).toHaveLength(61);
  });
});

describe('clients that take their time', () => {
  it('80 that never finish their request keep nobody waiting, and are dropped', async () => {
    expect(await quickest()).toBeLessThan(50);
    const times = await Promise.all(slow.map(({ dropped }) => dropped));
    // Ten seconds for headers, looked at every second.
    expect(Math.max(...times)).toBeLessThan(14_000);
  });
});
