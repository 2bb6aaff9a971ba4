import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { caller, connect, errorOf, json, upstream } from './upstream.test-server.ts';
import type { Upstream } from './upstream.test-server.ts';

const GET = { method: 'GET', path: '/x' } as const;
const POST = { method: 'POST', path: '/x', json: { a: 1 } } as const;

const until = async (condition: () => boolean) => {
  for (let waited = 0; !condition() && waited < 3000; waited += 5)
    await new Promise((done) => setTimeout(done, 5));
};
const hang = () => undefined;

describe('an answer', () => {
  it('is parsed, with what was sent seen by the upstream and one event', async () => {
    const up = await upstream((_, response) => json(response, { ok: 1 }, 201, { 'X-Total-Count': '7' }));
    const { connections, events } = connect(`${up.url}/base/`);
    const path = '/x?access_token=abc&q=it%27s';
    const answer = await connections.sender('up', caller())({ ...POST, path, headers: { 'x-a': 'b' } });
    expect(answer).toMatchObject({ status: 201, json: { ok: 1 }, text: '', instance: `${up.url}/base` });
    expect(answer.headers['x-total-count']).toBe('7');
    expect(up.seen).toMatchObject([
      {
        method: 'POST',
        url: `/base${path}`,
        body: '{"a":1}',
        headers: { 'x-a': 'b', 'content-type': 'application/json' },
      },
    ]);
    expect(events).toEqual([
      {
        kind: 'upstream',
        alias: 'up',
        domain: null,
        purpose: 'data',
        method: 'POST',
        path: '/base/x?access_token=***&q=it%27s',
        status: 201,
        bytes: 8,
        durationMs: expect.any(Number) as number,
        attempt: 1,
        requestId: 'r1',
        viewer: 'abel',
      },
    ]);
  });

  const write = (status: number, type: string, body: string) => (_: unknown, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': type, location: '/elsewhere' });
    response.end(body);
  };
  it.each([
    ['HTML', 200, 'text/html', '<html>', undefined, '<html>'],
    ['a problem', 400, 'application/problem+json', '{"a":1}', { a: 1 }, ''],
    ['JSON with a byte order mark', 200, 'application/json', '\uFEFF{"a":1}', { a: 1 }, ''],
    ['nothing', 204, 'application/json', '', undefined, ''],
    ['not found', 404, 'text/plain', 'no', undefined, 'no'],
    ['a redirect, which is not followed', 302, 'text/html', 'moved', undefined, 'moved'],
    ['broken JSON of an error', 403, 'application/json', '{"a":', undefined, '{"a":'],
    ['JSON that does not say so', 200, 'text/plain', '{}', undefined, '{}'],
    ['a long text, cut', 200, 'text/html', 'y'.repeat(9999), undefined, 'y'.repeat(4096)],
  ])('may be %s', async (_, status, type, body, parsed, text) => {
    const up = await upstream(write(status, type, body));
    const answer = await connect(up.url).connections.sender('up', caller())(GET);
    expect(answer).toMatchObject({ status, text });
    expect(answer.json).toEqual(parsed);
    expect(up.seen).toHaveLength(1);
  });

  it.each([
    ['gzip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['deflate', zlib.deflateRawSync],
    ['br', zlib.brotliCompressSync],
    ['identity', (body: Buffer) => body],
  ])('may be compressed: %s', async (coding, compress) => {
    const up = await upstream((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': coding });
      response.end(compress(Buffer.from('{"a":"é"}')));
    });
    const answer = await connect(up.url).connections.sender('up', caller())(GET);
    expect(answer.json).toEqual({ a: 'é' });
  });
});

describe('a body that cannot be had', () => {
  const MB = Buffer.alloc(1024 * 1024, 32);
  const bodies: Record<string, (response: ServerResponse) => void> = {
    'a gzip bomb': (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(zlib.gzipSync(Buffer.alloc(16 * 1024 * 1024)));
    },
    'a body over the bound': (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(Buffer.concat([MB, MB, MB]));
    },
    'an endless body': (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => void (response.destroyed || response.write(MB, () => setImmediate(more)));
      more();
    },
    'a body cut off before its length': (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"a":', () => response.destroy());
    },
    'chunks cut off': (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"a":1}', () => response.destroy());
    },
    'gzip cut off': (response) => {
      const whole = zlib.gzipSync('{"a":"abcdefgh"}');
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(whole.subarray(0, whole.length - 9));
    },
    'a coding nobody asked for': (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'zstd' });
      response.end('x');
    },
    'JSON that is none': (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"a":');
    },
    'no HTTP at all': (response) => void response.socket?.end('hello\r\n\r\n'),
  };
  it.each(Object.keys(bodies))('%s', async (name) => {
    const up = await upstream((_, response) => bodies[name]?.(response));
    const bench = connect(up.url, { limits: { maxBytes: 2 * 1024 * 1024, retries: 0, deadline: 5 } });
    const error = await errorOf(bench.connections.sender('up', caller())(GET));
    expect(error.kind).toBe('upstream-unavailable');
    expect(error.connection).toBe('up');
    expect(bench.attempts()).toMatchObject([{ error: 'upstream-unavailable', attempt: 1 }]);
  });

  it('is asked for again where it was cut off, and not where it was too large', async () => {
    const cut = await upstream((request, response) =>
      request.nth === 1 ? bodies['chunks cut off']?.(response) : json(response, { ok: 1 }),
    );
    expect((await connect(cut.url).connections.sender('up', caller())(GET)).json).toEqual({ ok: 1 });
    const large = await upstream((_, response) => bodies['a body over the bound']?.(response));
    await errorOf(connect(large.url, { limits: { maxBytes: 9 } }).connections.sender('up', caller())(GET));
    expect(large.seen).toHaveLength(1);
  });
});

describe('repetition', () => {
  it.each([502, 503, 504, 429])('of a read after %d', async (status) => {
    const up = await upstream((request, response) => json(response, {}, request.nth < 3 ? status : 200));
    const { connections, attempts } = connect(up.url);
    expect((await connections.sender('up', caller())(GET)).status).toBe(200);
    expect(attempts().map((event) => [event.attempt, event.status])).toEqual([
      [1, status],
      [2, status],
      [3, 200],
    ]);
  });

  it.each([
    ['a read after 500', GET, 500, 'upstream-unavailable', 1],
    ['a read after 503, at most twice', GET, 503, 'upstream-unavailable', 3],
    ['a write after 503', POST, 503, 'upstream-unavailable', 1],
    ['a write after 429', POST, 429, 'upstream-rate-limited', 1],
    ['a write that is said to be idempotent', { ...POST, idempotent: true }, 503, 'upstream-unavailable', 3],
    ['a read that is said not to be', { ...GET, idempotent: false }, 503, 'upstream-unavailable', 1],
  ])('%s', async (_, request, status, kind, times) => {
    const up = await upstream((_request, response) => json(response, { said: 'x' }, status));
    const error = await errorOf(connect(up.url).connections.sender('up', caller())(request));
    expect(error.kind).toBe(kind);
    expect(error.detail).toBe(`answered ${status} {"said":"x"}`);
    expect(up.seen).toHaveLength(times);
  });

  it('of a write that was written and then lost: none', async () => {
    const up = await upstream((_, response) => void response.socket?.destroy());
    expect((await errorOf(connect(up.url).connections.sender('up', caller())(POST))).kind).toBe(
      'upstream-unavailable',
    );
    expect(up.seen).toHaveLength(1);
  });

  it('of a write that never reached the upstream', async () => {
    const gone = await upstream(hang);
    const port = Number(new URL(gone.url).port);
    await gone.stop();
    const { connections, attempts } = connect(gone.url);
    const answer = connections.sender('up', caller())(POST);
    await until(() => attempts().length === 1);
    const up = await upstream((_, response) => json(response, { ok: 1 }), port);
    expect((await answer).json).toEqual({ ok: 1 });
    expect(up.seen).toHaveLength(1);
    expect(attempts()[0]).toMatchObject({ status: null, error: 'upstream-unavailable' });
  });

  it('waits exactly as long as Retry-After says', async () => {
    const times: number[] = [];
    const up = await upstream((request, response) => {
      times.push(performance.now());
      json(response, {}, request.nth === 1 ? 503 : 200, { 'retry-after': '1' });
    });
    expect((await connect(up.url).connections.sender('up', caller())(GET)).status).toBe(200);
    const waited = times[1]! - times[0]!;
    expect(waited).toBeGreaterThanOrEqual(995);
    expect(waited).toBeLessThan(1900);
  });

  it.each([429, 503])('gives up at once when Retry-After is later than the deadline: %d', async (status) => {
    const up = await upstream((_, response) => json(response, {}, status, { 'retry-after': '60' }));
    const started = performance.now();
    const error = await errorOf(connect(up.url).connections.sender('up', caller())(GET));
    expect(error.retryAfter).toBe(60);
    expect(up.seen).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is kept to the budget', async () => {
    const up = await upstream((_, response) => json(response, {}, 429, { 'retry-after': '0' }));
    const { connections } = connect(up.url, { limits: { retryShare: 0.2 } });
    for (let n = 0; n < 30; n += 1) await errorOf(connections.sender('up', caller())(GET));
    // 30 first attempts, and 10 saved repetitions with a fifth of those attempts.
    expect(up.seen.length).toBeLessThanOrEqual(30 + 10 + 6);
    expect(up.seen.length).toBeGreaterThanOrEqual(30 + 10);
  });
});

describe('time', () => {
  it.each([
    ['no answer', (_: ServerResponse) => undefined],
    ['half an answer', (response: ServerResponse) => void response.writeHead(200).write('x')],
  ])('ends with the deadline, and so does the socket: %s', async (_, start) => {
    const up = await upstream((_request, response) => start(response));
    const started = performance.now();
    const error = await errorOf(
      connect(up.url, { limits: { deadline: 0.2 } }).connections.sender('up', caller())(GET),
    );
    expect(error.kind).toBe('upstream-timeout');
    expect(performance.now() - started).toBeLessThan(2000);
    await until(() => up.cut === 1);
    expect(up.cut).toBe(1);
  });

  it('is the caller’s own where that is shorter; a deadline that is over sends nothing', async () => {
    const up = await upstream(hang);
    const { connections } = connect(up.url);
    const started = performance.now();
    expect((await errorOf(connections.sender('up', caller({ deadline: Date.now() + 100 }))(GET))).kind).toBe(
      'upstream-timeout',
    );
    expect(performance.now() - started).toBeLessThan(2000);
    expect((await errorOf(connections.sender('up', caller({ deadline: Date.now() - 1 }))(GET))).kind).toBe(
      'upstream-timeout',
    );
    expect(up.seen).toHaveLength(1);
  });

  it('covers the waits between attempts', async () => {
    const up = await upstream((_, response) => json(response, {}, 503, { 'retry-after': '0' }));
    const { connections } = connect(up.url, { limits: { deadline: 0.3, retries: 1000, retryShare: 100 } });
    const error = await errorOf(connections.sender('up', caller())(GET));
    expect(['upstream-timeout', 'upstream-unavailable']).toContain(error.kind);
  });
});

describe('a caller that leaves', () => {
  it('takes the sockets along: 20 of 20', async () => {
    const up = await upstream(hang);
    const { connections, attempts } = connect(up.url);
    const callers = Array.from({ length: 20 }, () => new AbortController());
    const errors = callers.map(({ signal }) => errorOf(connections.sender('up', caller({ signal }))(GET)));
    await until(() => up.seen.length === 20);
    expect(up.sockets.size).toBe(20);
    for (const each of callers) each.abort();
    expect((await Promise.all(errors)).map((error) => error.kind)).toEqual(Array(20).fill('cancelled'));
    await until(() => up.cut === 20);
    expect(up.cut).toBe(20);
    expect(connections.status('up')).toEqual({ state: 'closed', running: 0, waiting: 0 });
    expect(attempts().filter((event) => event.error === 'cancelled')).toHaveLength(20);
  });

  it('leaves the queue, without disturbing it', async () => {
    const held: ServerResponse[] = [];
    const up = await upstream((_, response) => void held.push(response));
    const { connections } = connect(up.url, { limits: { concurrency: 1, queue: 2 } });
    const leaving = new AbortController();
    const first = connections.sender('up', caller())(GET);
    await until(() => held.length === 1);
    const queued = errorOf(connections.sender('up', caller({ signal: leaving.signal }))(GET));
    const behind = connections.sender('up', caller())(GET);
    await until(() => connections.status('up').waiting === 2);
    const refused = await errorOf(connections.sender('up', caller())(GET));
    expect([refused.kind, refused.retryAfter]).toEqual(['upstream-rate-limited', 1]);
    leaving.abort();
    expect((await queued).kind).toBe('cancelled');
    json(held[0]!, { n: 1 });
    await until(() => held.length === 2);
    json(held[1]!, { n: 2 });
    expect([(await first).json, (await behind).json]).toEqual([{ n: 1 }, { n: 2 }]);
    expect(up.seen).toHaveLength(2);
  });

  it('does not wait for the next attempt', async () => {
    const up = await upstream((_, response) => json(response, {}, 503, { 'retry-after': '5' }));
    const leaving = new AbortController();
    const { connections, attempts } = connect(up.url);
    const error = errorOf(connections.sender('up', caller({ signal: leaving.signal }))(GET));
    await until(() => attempts().length === 1);
    const left = performance.now();
    leaving.abort();
    expect((await error).kind).toBe('cancelled');
    expect(performance.now() - left).toBeLessThan(2000);
  });

  it('or was never there sends nothing', async () => {
    const up = await upstream((_, response) => json(response, {}));
    const { connections } = connect(up.url);
    const error = await errorOf(connections.sender('up', caller({ signal: AbortSignal.abort() }))(GET));
    expect([error.kind, up.seen.length]).toEqual(['cancelled', 0]);
  });
});

describe('the circuit breaker', () => {
  const failing = async (): Promise<{ up: Upstream; health: { ok: boolean } }> => {
    const health = { ok: false };
    const up = await upstream((_, response) => json(response, {}, health.ok ? 200 : 503));
    return { up, health };
  };

  it('opens, refuses without asking, probes, and recovers', async () => {
    const { up, health } = await failing();
    const { connections, clock, events } = connect(up.url, { limits: { retries: 0 } });
    const send = connections.sender('up', caller());
    for (let n = 0; n < 5; n += 1) await errorOf(send(GET));
    expect(connections.status('up').state).toBe('open');
    const refused = await errorOf(send(GET));
    expect([refused.kind, refused.retryAfter, up.seen.length]).toEqual(['upstream-unavailable', 2, 5]);
    clock.ahead += 2000;
    expect(connections.status('up').state).toBe('half-open');
    await errorOf(send(GET));
    expect([connections.status('up').state, up.seen.length]).toEqual(['open', 6]);
    clock.ahead += 2000;
    health.ok = true;
    expect((await send(GET)).status).toBe(200);
    expect(connections.status('up').state).toBe('closed');
    const states = events.flatMap((event) => (event.kind === 'breaker' ? [event.state] : []));
    expect(states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  it.each([
    [500, 'closed'],
    [429, 'closed'],
    [404, 'closed'],
    [502, 'open'],
  ])('counts unavailability only: %d', async (status, state) => {
    const up = await upstream((_, response) => json(response, {}, status));
    const { connections } = connect(up.url, { limits: { retries: 0 } });
    for (let n = 0; n < 6; n += 1)
      await connections
        .sender(
          'up',
          caller(),
        )(GET)
        .catch(() => undefined);
    expect(connections.status('up').state).toBe(state);
  });

  it('counts timeouts, but not the impatience of callers', async () => {
    const up = await upstream(hang);
    const { connections } = connect(up.url, { limits: { retries: 0, deadline: 0.1, breakerFailures: 2 } });
    const hurry = () => connections.sender('up', caller({ deadline: Date.now() + 20 }))(GET);
    for (let n = 0; n < 3; n += 1) await errorOf(hurry());
    expect(connections.status('up').state).toBe('closed');
    for (let n = 0; n < 2; n += 1) await errorOf(connections.sender('up', caller())(GET));
    expect(connections.status('up').state).toBe('open');
  });
});

describe('what an adapter may not send', () => {
  it.each([
    ['another host', { ...GET, path: '//evil.example/' }],
    ['a way up', { ...GET, path: '/a/../../b' }],
    ['a credential', { ...GET, headers: { authorization: 'Bearer x' } }],
    ['a host header', { ...GET, headers: { Host: 'x' } }],
    ['a header with a line break', { ...GET, headers: { 'x-a': 'b\r\nc: d' } }],
  ])('%s', async (_, request) => {
    const up = await upstream((_request, response) => json(response, {}));
    const error = await errorOf(connect(up.url).connections.sender('up', caller())(request));
    expect([error.kind, up.seen.length]).toEqual(['internal', 0]);
  });
});

it('says nothing of addresses and causes to clients', async () => {
  const gone = await upstream(hang);
  await gone.stop();
  const error = await errorOf(
    connect(gone.url, { limits: { retries: 0 } }).connections.sender('up', caller())(GET),
  );
  expect(error.message).toBe('"up" is not available at the moment.');
  expect(error.detail).toContain('ECONNREFUSED');
});

it('close cuts what is under way and refuses what comes later', async () => {
  const up = await upstream(hang);
  const { connections } = connect(up.url);
  const error = errorOf(connections.sender('up', caller())(GET));
  await until(() => up.seen.length === 1);
  const [socket] = up.sockets;
  await Promise.all([connections.close(), once(socket!, 'close')]);
  expect((await error).kind).toBe('upstream-unavailable');
  expect((await errorOf(connections.sender('up', caller())(GET))).detail).toBe('closed');
});

it('an unknown connection is a plain error', () => {
  expect(() => connect('http://127.0.0.1:1').connections.sender('nope', caller())).toThrow(
    'no connection is named "nope": up',
  );
});
