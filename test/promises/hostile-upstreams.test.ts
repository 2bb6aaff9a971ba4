import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Secret, type Config } from '../../src/config/index.ts';
import { startStack, type Reply, type Stack } from '../harness/stack.ts';
import { connectionOf, declarations, listOf } from './hostile/declarations.ts';
import {
  bomb,
  endless,
  envelope,
  KINDS,
  rawRecords,
  record,
  records,
  startHostileUpstream,
  text,
  trickle,
  type Evil,
  type HostileUpstream,
  type Kind,
} from './hostile/upstream.ts';

const CREDENTIAL = 'hostile-but-still-secret';
const DEADLINE = 1;
const MB = 1024 * 1024;

let upstream: HostileUpstream;
/** Where no request may ever arrive. */
let elsewhere: HostileUpstream;
let stack: Stack;
let folder: string;

beforeAll(async () => {
  [upstream, elsewhere] = [await startHostileUpstream(), await startHostileUpstream()];
  elsewhere.behave(records((kind) => [record(kind, { id: idOf(kind, 1), name: 'stolen' })]));
  folder = mkdtempSync(join(tmpdir(), 'casegraph-hostile-'));
  mkdirSync(join(folder, 'tables'));
  writeFileSync(join(folder, 'tables', 'things.graphql'), declarations());
  stack = await startStack({ cases: 20, config: withHostiles });
}, 60_000);
afterAll(async () => {
  await stack.close();
  await Promise.all([upstream.close(), elsewhere.close()]);
  rmSync(folder, { recursive: true });
});

function withHostiles(config: Config): Config {
  const connections = KINDS.map((kind) => ({
    name: connectionOf(kind),
    adapter: kind,
    url: `${upstream.url}/${kind}`,
    auth: { grant: 'bearer' as const, token: new Secret(CREDENTIAL) },
    // The circuit would open after a few of these answers, and later tests would then test nothing.
    limits: { deadline: DEADLINE, breakerFailures: 1_000_000 },
  }));
  return {
    ...config,
    tables: { ...config.tables, schema: [...config.tables.schema, join(folder, 'tables')] },
    connections: [...config.connections, ...(connections as unknown as Config['connections'])],
  };
}

/** Keys as each system has them. */
function idOf(kind: Kind, number: number): string {
  if (kind === 'servicenow') return number.toString(16).padStart(32, '0');
  return kind === 'salesforce' ? `a01${String(number).padStart(12, '0')}AAA` : `T${number}`;
}

interface Seen {
  readonly reply: Reply;
  readonly seconds: number;
  readonly things: readonly Readonly<Record<string, unknown>>[] | null;
  readonly codes: readonly unknown[];
}

/** Asks for the hostile rows beside rows of systems that are well: a list, or the lists below some accounts. */
async function ask(kind: Kind, columns = 'id name count amount', below = false): Promise<Seen> {
  const field = `${listOf(kind)}(first: 3) { nodes { ${columns} } }`;
  const start = performance.now();
  const reply = await stack.graphql(
    'agent-itsm',
    below
      ? `{ accounts(first: 2) { nodes { number ${field} } } cases(first: 2) { nodes { number } } }`
      : `{ ${field} cases(first: 2) { nodes { number } } }`,
  );
  const seconds = (performance.now() - start) / 1000;
  const data = (reply.body.data ?? {}) as Record<string, { nodes: Record<string, unknown>[] } | null>;
  expect(reply.status, reply.text.slice(0, 500)).toBe(200);
  expect(data['cases']?.nodes, 'the healthy part of the query').toHaveLength(2);
  expect(reply.text).not.toContain(CREDENTIAL);
  expect(reply.text).not.toContain('127.0.0.1');
  const codes = (reply.body.errors ?? []).map(({ extensions }) => extensions['code']);
  const own = below ? undefined : (data[listOf(kind)]?.nodes ?? null);
  return { reply, seconds, things: own ?? null, codes };
}

const CODED = [
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_REJECTED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAUTHORIZED',
  'QUERY_TOO_COMPLEX',
];

function expectCoded({ codes, things, seconds, reply }: Seen): void {
  expect(things).toBeNull();
  expect(codes, reply.text.slice(0, 300)).toHaveLength(1);
  expect(CODED).toContain(codes[0]);
  expect(seconds).toBeLessThan(DEADLINE + 3);
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe.each(KINDS)('%s', (kind) => {
  const broken: [string, Evil][] = [
    ['HTML with status 200', text(200, '<html><body>Please log in</body></html>', 'text/html')],
    ['HTML that says it is JSON', text(200, '<html></html>')],
    [
      'JSON that is cut off',
      text(200, JSON.stringify(envelope(kind, [record(kind, { id: idOf(kind, 1) })])).slice(0, -9)),
    ],
    ['nothing at all', text(200, '')],
    ['null', text(200, 'null')],
    ['an empty object', text(200, '{}')],
    ['a number in the place of the rows', rawRecords(() => '7')],
    ['100,000 brackets', text(200, nested(100_000))],
    ['100,000 brackets in the place of a row', rawRecords(() => nested(100_000))],
    ['a body of another type', text(200, 'a,b,c', 'text/csv')],
    ['a gzip bomb', bomb],
    ['a trickle', trickle],
  ];
  it.each(broken)('%s is a coded error, and the rest of the query is answered', async (_, evil) => {
    upstream.behave(evil);
    expectCoded(await ask(kind));
    const { codes, seconds, reply } = await ask(kind, 'id name count amount', true);
    expect(codes.length, reply.text.slice(0, 300)).toBeGreaterThan(0);
    for (const code of codes) expect(CODED).toContain(code);
    expect(seconds).toBeLessThan(DEADLINE + 3);
  });

  it('a row without its key is a coded error', async () => {
    upstream.behave(records(() => [record(kind, { name: 'no key' })]));
    expectCoded(await ask(kind));
  });

  it('an object for a text is a coded error or no value', async () => {
    upstream.behave(records(() => [record(kind, { id: idOf(kind, 1), name: { a: 1 } })]));
    const seen = await ask(kind, 'id name');
    if (seen.things === null) expectCoded(seen);
    else expect(seen.things[0]?.['name']).toBeNull();
  });

  const odd: [string, string, string][] = [
    ['a number too large for a double', '1e400', '"1"'],
    ['a number too large for an integer', '123456789012345678901234567890', '"1"'],
    ['a fraction for an integer', '1.5', '"1"'],
    ['a word for a decimal', '1', '"twelve"'],
    ['a decimal of 500 digits', '1', `"${'9'.repeat(500)}"`],
    ['a list for a decimal', '1', '[1]'],
  ];
  it.each(odd)('%s is a coded error or no value, never another one', async (_, count, amount) => {
    const marked = JSON.stringify(
      record(kind, { id: idOf(kind, 1), name: 'odd', count: 'COUNT', amount: 'AMOUNT' }),
    );
    upstream.behave(
      rawRecords(() => `${marked.replaceAll('"COUNT"', count).replaceAll('"AMOUNT"', amount)}`),
    );
    const seen = await ask(kind);
    if (seen.things === null) return expectCoded(seen);
    const [row] = seen.things;
    expect([null, 1]).toContain(row?.['count']);
    // A system that keeps numbers as text gives as many digits as it was given.
    expect([null, '1', amount.replaceAll('"', '')]).toContain(row?.['amount']);
    if (!amount.includes('999')) expect([row?.['count'], row?.['amount']]).toContain(null);
  });

  it('names of JavaScript, half characters and doubled members are data like any other', async () => {
    const name = '\\ud800 __proto__ \\u0000 \\u202e';
    upstream.behave(
      rawRecords(() => {
        const plain = JSON.stringify(
          record(kind, { id: idOf(kind, 1), name: 'NAME', count: 1, amount: '1' }),
        );
        return `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${plain.slice(1).replaceAll('NAME', name)}`;
      }),
    );
    const { things, codes } = await ask(kind, 'id name');
    expect([codes, things?.[0]?.['name']]).toEqual([[], JSON.parse(`"${name}"`)]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    upstream.behave(
      rawRecords(
        () =>
          `{"id":"x","sys_id":"x","Id":"x",${JSON.stringify(record(kind, { id: idOf(kind, 2), name: 'b' })).slice(1)}`,
      ),
    );
    expect((await ask(kind, 'name')).things).toEqual([{ name: 'b' }]);
  });

  it('100 MB are cut off at the bound and not kept', async () => {
    upstream.behave(endless(100 * MB));
    global.gc?.();
    const held = (): number => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = held();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, held() - before);
    }, 5);
    const seen = await ask(kind);
    clearInterval(watch);
    expectCoded(seen);
    expect(most).toBeLessThan(60 * MB);
    // What is on its way when the bound is reached is in the sockets' buffers.
    expect(upstream.sent()).toBeLessThan(60 * MB);
  });

  it.each([301, 302, 303, 307, 308])('a redirect (%i) to another host is not followed', async (status) => {
    upstream.behave(
      (request, response) =>
        void response.writeHead(status, { location: `${elsewhere.url}${request.url}` }).end(),
    );
    expectCoded(await ask(kind));
    expect(upstream.seen.map(({ authorization }) => authorization)).toContain(`Bearer ${CREDENTIAL}`);
    expect(elsewhere.seen).toEqual([]);
  });

  it('a next page at another host is not followed', async () => {
    upstream.behave((request, response) => {
      const link = `${elsewhere.url}${request.url}`;
      const body = JSON.stringify(envelope(kind, [record(kind, { id: idOf(kind, 1), name: 'a' })], link));
      response
        .writeHead(200, { 'content-type': 'application/json', link: `<${link}>; rel="next"` })
        .end(body);
    });
    await ask(kind, 'id name');
    await ask(kind, 'id name', true);
    expect(elsewhere.seen).toEqual([]);
  });

  /** Where each system says that the list goes on: always further on, and never at its end. */
  const further = (round: number): string =>
    ({
      servicenow: '',
      salesforce: `/services/data/v62.0/query/01gROUND-${round}`,
      odata: `Things?$skiptoken=${round}`,
      rest: `/rest/things?page=${round}`,
      graphql: `cursor${round}`,
    })[kind];

  it.each([
    ['without rows', 0],
    ['of the same rows', 100],
  ])('pages %s that never end are cut off', async (_, size) => {
    upstream.behave((request, response, __, round) => {
      const rows = Array.from({ length: size }, (___, index) =>
        record(kind, { id: idOf(kind, index), name: 'a' }),
      );
      const link = `${upstream.url}/${kind}${request.url?.split('?')[0] ?? ''}?sysparm_offset=${round * 100}`;
      response
        .writeHead(200, { 'content-type': 'application/json', link: `<${link}>; rel="next"` })
        .end(JSON.stringify(envelope(kind, rows, further(round))));
    });
    const list = await ask(kind, 'id name');
    expect(list.seconds).toBeLessThan(DEADLINE + 3);
    if (size === 0) expectCoded(list);
    else if (list.things !== null) expect(list.things).toHaveLength(3);
    const { seconds } = await ask(kind, 'id name', true);
    expect(seconds).toBeLessThan(DEADLINE + 5);
    expect(upstream.seen.length).toBeLessThan(3_000);
  });
});

describe.each(['odata', 'rest', 'graphql'] as const)('%s', (kind) => {
  it('a cell that is nested 100,000 deep is a coded error', async () => {
    const plain = JSON.stringify(record(kind, { id: 'T1', name: 'deep' }));
    upstream.behave(rawRecords(() => `{"more":${nested(100_000)},${plain.slice(1)}`));
    expectCoded(await ask(kind, 'id more'));
    expect((await ask(kind, 'name')).things).toEqual([{ name: 'deep' }]);
  });
});
