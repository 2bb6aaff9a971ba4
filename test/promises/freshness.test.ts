import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import { createLog } from '../../src/observe/log.ts';
import { startStack, type Reply, type Stack } from '../harness/stack.ts';

/** Seconds, far longer than the tests take: their clock is put forward. */
const TTL = 30;
const REVALIDATE = 60;
const DEADLINE = 1;

let schema: string;
let stack: Stack;
let other: Stack;
const events: Record<string, unknown>[] = [];

/** The declarations that come with Casegraph, with other times for opportunities. */
async function schemaWith(folder: string, cache: string): Promise<string> {
  const copy = join(schema, folder);
  await cp(new URL('../../schema/', import.meta.url), copy, { recursive: true });
  const file = join(copy, 'salesforce/opportunity.graphql');
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/@cache\([^)]*\)/);
  await writeFile(file, text.replace(/@cache\([^)]*\)/, `@cache(${cache})`));
  return copy;
}

async function start(folder: string, cache: string, deadline = DEADLINE): Promise<Stack> {
  const tables = await schemaWith(folder, cache);
  return startStack({
    cases: 20,
    deadline,
    log: createLog('debug', (line) => void events.push(JSON.parse(line) as Record<string, unknown>)),
    config: (config) => ({
      ...config,
      tables: { ...config.tables, schema: [tables] },
      connections: config.connections.map((connection) => ({
        ...connection,
        limits: { ...connection.limits, breakerCooldown: 0.2 },
      })),
    }),
  });
}

/** Gateway and sandbox run in this process and go by this clock. It runs as it does outside, but for the leaps. */
function later(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  schema = await mkdtemp(join(tmpdir(), 'casegraph-freshness-'));
  stack = await start('all', `ttl: ${TTL}, staleWhileRevalidate: ${REVALIDATE}, staleIfError: 600`, 8);
  other = await start('error', `ttl: ${TTL}, staleIfError: 600`);
});
afterAll(async () => {
  await stack.close();
  await other.close();
  await rm(schema, { recursive: true });
  vi.useRealTimers();
});
beforeEach(async () => {
  await Promise.all([stack.forget(), other.forget()]);
  events.length = 0;
});
afterEach(() => Promise.all([stack.clearFaults(), other.clearFaults()]));

/** A page of another size is another read, so that each test starts with nothing in memory. */
let size = 3;
const query = (first: number): string =>
  `{ opportunities(first: ${first}, orderBy: [{ name: ASC }]) { nodes { name amount } } }`;
const salesforce = (fault: Omit<FaultInput, 'path'>): FaultInput => ({ path: '/services/data', ...fault });
const rowRequests = async (from: Stack): Promise<number> =>
  (await from.requests('salesforce')).filter(({ path }) => path.startsWith('/services/data')).length;
const told = (state: string): Record<string, unknown>[] =>
  events.filter((event) => event['kind'] === 'cache' && event['state'] === state);
const extensionsOf = ({ body }: Reply): unknown => (body as { extensions?: unknown }).extensions;

describe('within the ttl and a while beyond it', () => {
  it('rows come from memory; then at once from memory, with one refresh behind, however many ask', async () => {
    const text = query(++size);
    const first = await stack.graphql('agent', text);
    expect(first.body.errors).toBeUndefined();
    await stack.graphql('agent', text);
    expect(await rowRequests(stack)).toBe(1);
    later(TTL + 1);
    // Salesforce is slow now: who had to wait for it would show.
    await stack.fault('salesforce', salesforce({ delayMs: 2_500 }));
    const replies = await Promise.all(Array.from({ length: 8 }, () => stack.graphql('agent', text)));
    expect((await stack.requests('salesforce')).at(-1)).toMatchObject({ durationMs: null });
    for (const reply of replies) {
      expect(reply.body).toEqual(first.body);
      expect(extensionsOf(reply)).toBeUndefined();
    }
    await until(async () => (await stack.requests('salesforce')).at(-1)?.durationMs !== null);
    expect(await rowRequests(stack)).toBe(2);
    expect(told('refresh')).toEqual([
      expect.objectContaining({ table: 'Opportunity', connection: 'salesforce', keys: 1 }),
    ]);
    // What the refresh brought is as good as new.
    await stack.graphql('agent', text);
    expect(await rowRequests(stack)).toBe(2);
  });

  it('a refresh is made under the same identity, and outlives the client that it began with', async () => {
    const text = query(++size);
    await stack.graphql('agent', text);
    later(TTL + 1);
    await stack.fault('salesforce', salesforce({ delayMs: 300 }));
    await stack.graphql('agent', text, {}, { headers: { connection: 'close' } });
    await wait(700);
    const requests = (await stack.requests('salesforce')).filter(({ path }) =>
      path.startsWith('/services/data'),
    );
    expect(requests.map(({ status, aborted }) => ({ status, aborted }))).toEqual([
      { status: 200, aborted: false },
      { status: 200, aborted: false },
    ]);
  });
});

describe('while Salesforce does not answer', () => {
  it.each([
    ['answers 503', { status: 503, body: 'down' }, 'UPSTREAM_UNAVAILABLE'],
    ['drops connections', { drop: 'before' }, 'UPSTREAM_UNAVAILABLE'],
    ['hangs', { delayMs: 60_000 }, 'UPSTREAM_TIMEOUT'],
    ['asks for fewer requests', { status: 429, headers: { 'retry-after': '1' } }, 'UPSTREAM_RATE_LIMITED'],
  ] as const)('%s: rows known before are answered, with their age and why', async (_, fault, code) => {
    const text = query(++size);
    const first = await other.graphql('agent', text);
    expect(first.body.errors).toBeUndefined();
    later(TTL + 1);
    await other.fault('salesforce', salesforce(fault));
    const reply = await other.graphql('agent', text);
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual(first.body.data);
    expect(reply.body.errors).toBeUndefined();
    expect(extensionsOf(reply)).toEqual({
      stale: [{ table: 'Opportunity', connection: 'salesforce', age: expect.any(Number) as number, code }],
    });
    const [{ age }] = (extensionsOf(reply) as { stale: [{ age: number }] }).stale;
    expect(age).toBeGreaterThanOrEqual(TTL);
    expect(age).toBeLessThan(TTL + 15);
    // What was never read has nothing to stand in, and is an error as before.
    const unknown = await other.graphql('agent', query(size + 100));
    expect(unknown.body.data).toEqual({ opportunities: null });
    expect(unknown.body.errors).toHaveLength(1);
    expect(extensionsOf(unknown)).toBeUndefined();
    // It was not remembered that it failed.
    await other.clearFaults();
    await until(async () => {
      const back = await other.graphql('agent', text);
      return extensionsOf(back) === undefined && back.body.errors === undefined;
    });
  });

  it('lists below cases stand as well, in one note for all of them', async () => {
    const text = `{ cases(first: 50, orderBy: [{ number: ASC }]) { nodes { number account { opportunities(first: ${++size}) { nodes { name } } } } } }`;
    const first = await other.graphql('agent', text);
    later(TTL + 1);
    await other.fault('salesforce', salesforce({ status: 503 }));
    const reply = await other.graphql('agent', text);
    expect(reply.body.errors).toBeUndefined();
    expect(reply.body.data).toEqual(first.body.data);
    expect((extensionsOf(reply) as { stale: unknown[] }).stale).toHaveLength(1);
    expect(told('stale')).toEqual([expect.objectContaining({ error: 'upstream-unavailable' })]);
  });

  it.each<readonly [string, Omit<FaultInput, 'path'>]>([
    ['refuses the query', { status: 400, body: [{ errorCode: 'INVALID_FIELD', message: 'no' }] }],
    ['refuses the user', { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }] }],
  ])('but where it %s, that is the answer', async (_, fault) => {
    const text = query(++size);
    await other.graphql('agent', text);
    later(TTL + 1);
    await other.fault('salesforce', salesforce(fault));
    const reply = await other.graphql('agent', text);
    expect(reply.body.data).toEqual({ opportunities: null });
    expect(reply.body.errors).toHaveLength(1);
    expect(extensionsOf(reply)).toBeUndefined();
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > 6_000) throw new Error('not so after 6 s');
    await wait(50);
  }
}

describe('Cache-Control in a request', () => {
  const header = (value: string): RequestInit => ({ headers: { 'cache-control': value } });
  /** Requests that asking twice costs, the second time with the header. */
  async function cost(who: string, value: string, pause = 0): Promise<{ requests: number; reply: Reply }> {
    const text = query(++size);
    await stack.graphql(who, text);
    later(pause);
    const reply = await stack.graphql(who, text, {}, header(value));
    expect(reply.body.errors).toBeUndefined();
    return { requests: await rowRequests(stack), reply };
  }

  it.each([
    ['no-cache', 0, 2],
    ['max-age=0', 0, 2],
    ['max-age=60', 0, 1],
    ['no-transform', 0, 1],
    // Stale rows are in memory and would be answered; the client wants none so old.
    ['max-age=30', TTL + 1, 2],
  ])('%s from an administrator, after %i s, costs %i requests in all', async (value, pause, requests) => {
    const { requests: found, reply } = await cost('admin', value, pause);
    expect(found).toBe(requests);
    expect(extensionsOf(reply)).toBeUndefined();
  });

  it('is not followed for others, who are answered all the same and told so', async () => {
    const { requests, reply } = await cost('agent', 'no-cache');
    expect(requests).toBe(1);
    expect(extensionsOf(reply)).toEqual({
      cacheControl: { ignored: expect.stringContaining('no role') as string },
    });
    // What asks for nothing is not spoken of.
    expect(extensionsOf((await cost('agent', 'no-transform')).reply)).toBeUndefined();
  });

  it('who asked for the newest gets an error rather than old rows', async () => {
    const text = query(++size);
    await stack.graphql('admin', text);
    await stack.fault('salesforce', salesforce({ status: 503 }));
    const reply = await stack.graphql('admin', text, {}, header('no-cache'));
    expect(reply.body.data).toEqual({ opportunities: null });
    expect(reply.body.errors?.[0]?.extensions['code']).toBe('UPSTREAM_UNAVAILABLE');
    expect((await stack.graphql('admin', text)).body.errors).toBeUndefined();
  });
});

describe('on its way to the client', () => {
  it.each([
    ['an answer', 'agent', '{ viewer { name } }'],
    ['an error', 'agent', '{ nothing }'],
    ['a refusal', null, '{ viewer { name } }'],
  ])('no cache may keep %s', async (_, who, text) => {
    const { headers } = await stack.graphql(who, text);
    expect(headers.get('cache-control')).toBe('private, no-store');
  });
});

it('a refresh under way ends when the gateway is stopped', async () => {
  const own = await start('own', `ttl: ${TTL}, staleWhileRevalidate: 60`, 8);
  const text = query(++size);
  await own.graphql('agent', text);
  later(TTL + 1);
  await own.fault('salesforce', salesforce({ delayMs: 5_000 }));
  await own.graphql('agent', text);
  await until(async () => (await rowRequests(own)) === 2);
  const began = performance.now();
  await own.gateway.close();
  expect(performance.now() - began).toBeLessThan(4_000);
  await until(async () => (await own.requests('salesforce')).at(-1)?.aborted === true);
  await own.sandbox.close();
});
