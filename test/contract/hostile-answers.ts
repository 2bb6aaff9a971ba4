import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createConnections } from '../../src/connections/index.ts';
import type { Adapter, BoundTable, Call, Operand } from '../../src/contract/index.ts';
import { faultsOf } from './conforms.ts';
import { isError } from './reading.ts';
import { requestFor } from './setup.ts';

/**
 * Answers that mean harm, sent by a real server over a real connection: HTML, cut and broken JSON, bodies and nesting without end, redirects to other hosts,
 * lists that never end. Each must become an error with a code, soon, without the credential going elsewhere. Any adapter can be put through it:
 * `hostileAnswers({ name, adapter, table, keys, list, … })`.
 */
export interface HostileSetup {
  readonly name: string;
  readonly adapter: Adapter;
  readonly table: BoundTable;
  /** Keys that look right to the adapter. */
  readonly keys: readonly Operand[];
  /** A good row as the system would write it. */
  readonly row: Readonly<Record<string, unknown>>;
  /** The answer to a list that holds these rows. `next`: what leads to a next page, in the system's own way. */
  readonly list: (rows: readonly unknown[], next?: Next) => ListAnswer;
  /** False where the adapter keeps reading only as long as the system gives rows: then every answer with a next page is fine. */
  readonly pages?: boolean;
}

export interface ListAnswer {
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where the next page is said to be: at the address just asked for, at one of another host, or further and further on. */
export type Next = 'same' | { readonly host: string } | { readonly page: number };

const DEADLINE = 1;
const SECRET = 'Bearer-that-must-not-travel';
const MAX_BYTES = 32 * 1024 * 1024;
const MB = 1024 * 1024;
const DEPTH = 200_000;

type Answerer = (request: IncomingMessage, response: ServerResponse, nth: number) => unknown;

interface Host {
  readonly url: string;
  readonly seen: IncomingMessage[];
  close(): Promise<void>;
}

async function host(answer: Answerer): Promise<Host> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    request.resume();
    request.on('end', () => void answer(request, response, seen.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A call over a real connection with a credential that can be recognised. */
async function over<T>({ url }: Host, use: (call: Call) => Promise<T>): Promise<T> {
  const auth = { grant: 'bearer', token: { reveal: () => SECRET } } as const;
  const limits = { deadline: DEADLINE, maxBytes: MAX_BYTES, retries: 0, breakerFailures: 1_000 };
  const deps = { now: Date.now, random: Math.random, publish: () => undefined };
  const connections = createConnections([{ name: 'hostile', adapter: 'any', url, auth, limits }], deps);
  const signal = new AbortController().signal;
  const caller = { domain: 'TOP', subject: null, signal, requestId: 'hostile' };
  try {
    return await use({ send: connections.sender('hostile', caller), signal, now: Date.now });
  } finally {
    await connections.close();
  }
}

interface Outcome {
  readonly operation: string;
  readonly value: unknown;
  readonly ms: number;
}

/** What comes of each operation: an error, or rows. A list is read to its end, 200 pages at most. */
async function outcomes({ adapter, table, keys }: HostileSetup, call: Call): Promise<Outcome[]> {
  const plan = adapter.plan(table, requestFor(table));
  const readAll = async (): Promise<unknown> => {
    const rows: unknown[] = [];
    let resume: string | undefined;
    for (let page = 0; page < 200; page += 1) {
      const { rows: found, next } = await adapter.read(table, plan, call, resume);
      rows.push(...found);
      if (next === null) return rows;
      resume = next;
    }
    return 'no end';
  };
  const readKeys = async (): Promise<unknown> => {
    const request = { ...requestFor(table), column: table.key };
    const { results } = await adapter.readByKeys(table, request, keys, call);
    return results.find(isError) ?? results.flatMap((result) => (isError(result) ? [] : result.rows));
  };
  const counting = async (): Promise<unknown> => adapter.count?.(table, plan, call);
  const run = async (operation: string, work: () => Promise<unknown>): Promise<Outcome> => {
    const started = performance.now();
    const value = await work().catch((error: unknown) => error);
    return { operation, value, ms: performance.now() - started };
  };
  return [
    await run('read', readAll),
    await run('readByKeys', readKeys),
    ...(adapter.count === undefined ? [] : [await run('count', counting)]),
  ];
}

async function outcomesOf(setup: HostileSetup, answer: Answerer): Promise<Outcome[]> {
  const upstream = await host(answer);
  try {
    return await over(upstream, (call) => outcomes(setup, call));
  } finally {
    await upstream.close();
  }
}

/** Every operation fails with a code, soon, and in words that hold nothing of the upstream. */
function expectErrors(found: readonly Outcome[]): void {
  for (const { operation, value, ms } of found) {
    expect(isError(value), `${operation}: ${String(value).slice(0, 300)}`).toBe(true);
    if (!isError(value)) continue;
    expect(value.kind, operation).not.toBe('internal');
    expect(value.message).not.toMatch(/127\.0\.0\.1|Bearer|<html|evil/i);
    expect(ms, operation).toBeLessThan(DEADLINE * 1_000 + 1_000);
  }
}

const answerJson =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answerer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers }).end(body);

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Streams `bytes` of a JSON text that has no end, as fast as it is taken. */
const flood =
  (bytes: number): Answerer =>
  async (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"result":["');
    const block = Buffer.alloc(256 * 1024, 0x61);
    for (let sent = 0; sent < bytes && !response.destroyed; sent += block.length)
      if (!response.write(block)) await drained(response);
    response.end('"]}');
  };

async function drained(response: ServerResponse): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  over.abort();
}

const trickle: Answerer = async (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  while (!response.destroyed) {
    response.write(' ');
    await wait(40);
  }
};

const half = (text: string): string => text.slice(0, Math.floor(text.length / 2));

/** Values in the place of a cell. */
const CELLS: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  '',
  'x',
  'true',
  '1970-01-01 00:00:00',
  '2026-02-30',
  '9999999999999999999999',
  [],
  ['x'],
  {},
  { value: {} },
  { display_value: [], value: [] },
  { link: 'https://evil.example/x' },
  { attributes: null, records: 1 },
];

export function hostileAnswers(setup: HostileSetup): void {
  const good = JSON.stringify(setup.list([setup.row]).json);

  describe(`${setup.name} and answers that mean harm`, () => {
    const BAD: readonly (readonly [string, Answerer])[] = [
      ['HTML with status 200', answerJson(200, '<html>log in</html>', { 'content-type': 'text/html' })],
      ['HTML that says it is JSON', answerJson(200, '<html>log in</html>')],
      ['nothing at all with status 200', answerJson(200, '')],
      ['half of the JSON', answerJson(200, half(good))],
      [
        'half of the body, then a closed socket',
        (_request, response) => {
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': good.length });
          response.write(half(good), () => response.destroy());
        },
      ],
      ['gzip that is none', answerJson(200, good, { 'content-encoding': 'gzip' })],
      ['a coding that nobody asked for', answerJson(200, good, { 'content-encoding': 'zstd' })],
      ['JSON nested without end', answerJson(200, nested(DEPTH))],
      [
        'JSON nested without end in place of the rows and their number',
        answerJson(200, `{"result":${nested(DEPTH)},"records":${nested(DEPTH)},"totalSize":[],"done":true}`),
      ],
      ['a refusal nested without end', answerJson(400, nested(DEPTH))],
      ['a failure nested without end', answerJson(500, nested(DEPTH))],
      ['a limit nested without end', answerJson(429, nested(DEPTH))],
      ['a login refused, nested without end', answerJson(401, nested(DEPTH))],
      ['one byte at a time', trickle],
      ['an answer that never begins', () => undefined],
      ['headers without end', answerJson(200, good, { 'x-long': 'a'.repeat(200_000) })],
    ];
    it.each(BAD)('%s is an error with a code, soon', async (_, answer) =>
      expectErrors(await outcomesOf(setup, answer)),
    );

    it.each([301, 302, 303, 307, 308])('a redirect (%i) to another host is not followed', async (status) => {
      const evil = await host(answerJson(200, good));
      const location = `${evil.url}/evil?token=1`;
      expectErrors(await outcomesOf(setup, answerJson(status, good, { location })));
      await evil.close();
      expect(evil.seen).toHaveLength(0);
    });

    it('a body of 100 MB is cut off at its bound and not held', async () => {
      await growth(setup, flood(100 * MB), 60);
    });

    it('a gzip bomb is cut off at the same bound', async () => {
      const bomb = gzipSync(Buffer.alloc(100 * MB, 0x20), { level: 9 });
      expect(bomb.length).toBeLessThan(MB);
      await growth(
        setup,
        (_request, response) =>
          response
            .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
            .end(bomb),
        60,
      );
    });

    it('whatever stands in the place of a cell: an error, or a row that holds what its columns may', async () => {
      const request = requestFor(setup.table);
      for (const name of Object.keys(setup.row)) {
        const rows = CELLS.map((cell) => ({ ...setup.row, [name]: cell }));
        for (const row of rows) {
          const { json, headers = {} } = setup.list([row]);
          for (const { value, operation } of await outcomesOf(
            setup,
            answerJson(200, JSON.stringify(json), headers),
          )) {
            if (isError(value)) expect(value.kind, operation).not.toBe('internal');
            else if (Array.isArray(value))
              for (const found of value as { values: Record<string, never> }[])
                expect(
                  faultsOf(setup.table, found, request.select),
                  `${name} ${JSON.stringify(row)}`,
                ).toEqual([]);
            else expect(operation, String(value)).toBe('count');
          }
        }
      }
    }, 60_000);

    it('a row without its key is an error, not a row', async () => {
      const upstream = setup.table.columns.get(setup.table.key)?.upstream ?? '';
      const row = Object.fromEntries(Object.entries(setup.row).filter(([name]) => name !== upstream));
      const { json, headers = {} } = setup.list([row]);
      const [read] = await outcomesOf(setup, answerJson(200, JSON.stringify(json), headers));
      expectErrors(read === undefined ? [] : [read]);
    });

    const endless: readonly (readonly [string, readonly unknown[], (nth: number) => Next])[] = [
      ['a next page that is the same page', [setup.row], () => 'same'],
      ['a next page that is the same page, without rows', [], () => 'same'],
      ['pages without rows, for ever', [], (nth) => ({ page: nth })],
    ];
    it.each(endless)('%s is an error, soon', async (_, rows, next) => {
      const [read, byKeys] = await outcomesOf(setup, (request, response, nth) => {
        const { json, headers = {} } = setup.list(rows, next(nth));
        answerJson(200, JSON.stringify(json), headers)(request, response, nth);
      });
      expectErrors([read, byKeys].flatMap((one) => one ?? []));
    });

    it('a next page at another host is not asked for there', async () => {
      const evil = await host(answerJson(200, good));
      let asked = 0;
      await outcomesOf(setup, (request, response, nth) => {
        asked = nth;
        const { json, headers = {} } = setup.list([setup.row], nth === 1 ? { host: evil.url } : undefined);
        answerJson(200, JSON.stringify(json), headers)(request, response, nth);
      });
      await evil.close();
      expect(asked).toBeGreaterThan(0);
      expect(evil.seen).toHaveLength(0);
    });
  });
}

/** Fails with a code and holds less than so many megabytes more at any time. */
async function growth(setup: HostileSetup, answer: Answerer, most: number): Promise<void> {
  global.gc?.();
  const held = (): number => {
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / MB;
  };
  const before = held();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, held())), 5);
  const found = await outcomesOf({ ...setup, adapter: readingOnly(setup.adapter) }, answer);
  clearInterval(timer);
  expectErrors(found.slice(0, 1));
  expect(peak - before).toBeLessThan(most);
}

/** One request is enough to see what is held: what three leave behind is the garbage collector's business. */
function readingOnly(adapter: Adapter): Adapter {
  const nothing: Adapter['readByKeys'] = () => Promise.resolve({ results: [] });
  return { ...adapter, count: () => Promise.resolve(0), readByKeys: nothing };
}
