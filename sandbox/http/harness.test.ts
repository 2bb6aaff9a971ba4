import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Listener } from './listen.ts';
import type { SandboxRequest, Service } from './service.ts';
import type { WatchedRequest } from './watch.ts';
import { listen } from './listen.ts';

let handled: string[];
let service: Service;
let listener: Listener;

beforeEach(async () => {
  handled = [];
  service = { name: 'echo', handle: (request) => echo(request) };
  listener = await listen(service, { port: 0 });
});
afterEach(() => listener.close());

async function echo(request: SandboxRequest) {
  handled.push(`${request.method} ${request.target}`);
  if (request.path === '/throw') throw new Error('a defect');
  if (request.path === '/slow') await new Promise((resolve) => setTimeout(resolve, 400));
  if (request.path === '/nothing') return { status: 204 };
  if (request.path === '/large') return { status: 200, body: { text: 'x'.repeat(5000) } };
  return {
    status: 200,
    headers: { 'X-Twice': ['a', 'b'] },
    body: { path: request.path, got: request.body.toString() },
  };
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function call(path: string, init: { method?: string; body?: string; headers?: Record<string, string> } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const { method = 'GET', headers = {} } = init;
    const sent = httpRequest(listener.url + path, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end(init.body);
  });
}

async function json(path: string, init?: Parameters<typeof call>[1]): Promise<unknown> {
  return JSON.parse((await call(path, init)).body.toString()) as unknown;
}

const setFault = (fault: unknown) =>
  call('/__sandbox/faults', { method: 'POST', body: JSON.stringify(fault) });
const watched = async () => ((await json('/__sandbox/requests')) as { requests: WatchedRequest[] }).requests;

async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not happen within 2 s');
}

describe('serving', () => {
  test('answers with what the service says', async () => {
    const { status, headers, body } = await call('/a%20b?x=1', { method: 'POST', body: 'hé' });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json;charset=UTF-8');
    expect(headers['x-twice']).toBe('a, b');
    expect(JSON.parse(body.toString())).toEqual({ path: '/a b', got: 'hé' });
    expect(handled).toEqual(['POST /a%20b?x=1']);
  });

  test.each([
    ['/large', 'gzip, deflate', 'gzip'],
    ['/large', 'gzip;q=0', undefined],
    ['/large', 'br', undefined],
    ['/small', 'gzip', undefined],
  ])('%s with Accept-Encoding %s comes as %s', async (path, accept, coding) => {
    const { headers, body } = await call(path, { headers: { 'Accept-Encoding': accept } });
    expect(headers['content-encoding']).toBe(coding);
    const text = (coding ? gunzipSync(body) : body).toString();
    expect(JSON.parse(text)).toBeTypeOf('object');
    if (coding) expect(body.length).toBeLessThan(500);
  });

  test('a service that throws gives a 500 and a word on stderr', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await call('/throw')).status).toBe(500);
    expect(error).toHaveBeenCalledWith(expect.stringContaining('sandbox echo'), expect.any(Error));
    error.mockRestore();
  });

  test('headers beyond 16 KB are refused with 431, unless the listener takes more', async () => {
    const path = `/${'y'.repeat(20_000)}`;
    expect((await call(path)).status).toBe(431);
    const wide = await listen(service, { port: 0, maxHeaderSize: 65_536 });
    expect((await fetch(wide.url + path)).status).toBe(200);
    await wide.close();
  });

  test('a body beyond 32 MB is refused', async () => {
    const refused = await call('/', { method: 'POST', body: 'z'.repeat(33 * 1024 * 1024) }).catch(() => ({
      status: 413,
    }));
    expect(refused.status).toBe(413);
    expect(handled).toEqual([]);
  });

  test('close ends running requests', async () => {
    const other = await listen(service, { port: 0 });
    const running = fetch(`${other.url}/slow`).then(
      () => 'answered',
      () => 'ended',
    );
    await eventually(async () => handled.includes('GET /slow'));
    const before = Date.now();
    await other.close();
    expect(await running).toBe('ended');
    expect(Date.now() - before).toBeLessThan(300);
  });
});

describe('watching', () => {
  test('lists requests in order with their outcome and forgets them', async () => {
    await call('/one?a=%20b&c', { method: 'POST', body: 'hello' });
    await call('/nothing');
    const [one, nothing] = await watched();
    expect(one).toMatchObject({
      seq: 1,
      method: 'POST',
      path: '/one',
      query: 'a=%20b&c',
      requestBody: 'hello',
      status: 200,
    });
    expect(one!.bytes).toBe(JSON.stringify({ path: '/one', got: 'hello' }).length);
    expect(one!.durationMs).toBeGreaterThan(0);
    expect(Date.parse(one!.startedAt)).toBeGreaterThan(0);
    expect(nothing).toMatchObject({ seq: 2, path: '/nothing', status: 204, bytes: 0, aborted: false });
    expect((await call('/__sandbox/requests', { method: 'DELETE' })).status).toBe(204);
    expect(await watched()).toEqual([]);
  });

  test('shows a running request, and that its client left', async () => {
    const leave = new AbortController();
    const left = fetch(`${listener.url}/slow`, { signal: leave.signal }).catch(() => 'left');
    await eventually(async () => (await watched()).length === 1);
    expect((await watched())[0]).toMatchObject({ status: null, durationMs: null, aborted: false });
    leave.abort();
    expect(await left).toBe('left');
    await eventually(async () => (await watched())[0]!.aborted);
    expect((await watched())[0]).toMatchObject({ status: null });
  });

  test('two listeners of one service share the watch and the faults', async () => {
    const other = await listen(service, { port: 0 });
    await fetch(`${other.url}/there`);
    await setFault({ path: '/there', status: 418 });
    expect((await fetch(`${other.url}/there`)).status).toBe(418);
    expect((await watched()).map(({ path }) => path)).toEqual(['/there', '/there']);
    await other.close();
  });
});

describe('breaking', () => {
  test('status answers instead of the service, as often as it was told', async () => {
    const set = await setFault({
      path: '^/a',
      method: 'get',
      status: 503,
      body: { e: 1 },
      headers: { 'Retry-After': '2' },
      times: 1,
    });
    expect(set.status).toBe(201);
    expect(JSON.parse(set.body.toString())).toEqual({ id: '1' });
    const broken = await call('/abc');
    expect([broken.status, broken.headers['retry-after'], broken.body.toString()]).toEqual([
      503,
      '2',
      '{"e":1}',
    ]);
    expect((await call('/abc')).status).toBe(200);
    expect(handled).toEqual(['GET /abc']);
    expect((await watched())[0]).toMatchObject({ status: 503, fault: '1' });
  });

  test.each([
    ['before', []],
    ['after', ['POST /w']],
  ])('drop %s', async (drop, effects) => {
    await setFault({ path: '/w', drop });
    await expect(call('/w', { method: 'POST' })).rejects.toThrow();
    expect(handled).toEqual(effects);
    expect((await watched())[0]).toMatchObject({
      status: null,
      aborted: false,
      durationMs: expect.any(Number) as number,
    });
  });

  test('delay comes first and the request is then handled', async () => {
    await setFault({ path: '/d', delayMs: 120 });
    const before = performance.now();
    expect((await call('/d')).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(115);
  });

  test('nothing takes effect when the client leaves during the delay', async () => {
    await setFault({ path: '/d', delayMs: 60_000 });
    await expect(fetch(`${listener.url}/d`, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    await eventually(async () => (await watched())[0]!.aborted);
    expect(handled).toEqual([]);
  });

  test('corrupt: html, truncated, malformed', async () => {
    await setFault({ path: '/html', corrupt: 'html' });
    await setFault({ path: '/large', corrupt: 'truncated' });
    await setFault({ path: '/broken', corrupt: 'malformed' });
    const html = await call('/html');
    expect([html.status, html.headers['content-type']]).toEqual([200, 'text/html;charset=UTF-8']);
    await expect(call('/large')).rejects.toThrow(/aborted/);
    const malformed = await call('/broken');
    expect([malformed.status, malformed.headers['content-type']]).toEqual([
      200,
      'application/json;charset=UTF-8',
    ]);
    expect(() => JSON.parse(malformed.body.toString()) as unknown).toThrow(SyntaxError);
    expect(handled).toEqual(['GET /large', 'GET /broken']);
  });

  test('corrupt: endless goes on until the client leaves', async () => {
    await setFault({ path: '/e', corrupt: 'endless' });
    const leave = new AbortController();
    const response = await fetch(`${listener.url}/e`, { signal: leave.signal });
    let read = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      read += chunk.length;
      if (read > 5_000_000) break;
    }
    leave.abort();
    await eventually(async () => (await watched())[0]!.aborted);
    const { bytes } = (await watched())[0]!;
    expect(bytes).toBeGreaterThan(4_000_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await watched())[0]!.bytes).toBe(bytes);
  });

  test('faults are listed, removed one by one, and cleared', async () => {
    await setFault({ path: '/a', status: 500 });
    await setFault({ path: '/a', status: 501 });
    expect((await call('/a')).status).toBe(500);
    expect(await json('/__sandbox/faults')).toEqual({
      faults: [
        { id: '1', path: '/a', status: 500, hits: 1 },
        { id: '2', path: '/a', status: 501, hits: 0 },
      ],
    });
    expect((await call('/__sandbox/faults/1', { method: 'DELETE' })).status).toBe(204);
    expect((await call('/a')).status).toBe(501);
    expect((await call('/__sandbox/faults/1', { method: 'DELETE' })).status).toBe(404);
    expect((await call('/__sandbox/faults', { method: 'DELETE' })).status).toBe(204);
    expect((await call('/a')).status).toBe(200);
  });

  test.each([
    ['{', /not JSON/],
    ['[]', /A fault is a JSON object/],
    ['{"path":"/a"}', /does nothing/],
    ['{"status":500}', /path/],
    ['{"path":"(","status":500}', /path: is not a regular expression/],
    ['{"path":"/a","status":42}', /status/],
    ['{"path":"/a","status":500,"drop":"after"}', /drop goes with neither/],
    ['{"path":"/a","body":"x","drop":"after"}', /body needs a status/],
    ['{"path":"/a","corrupt":"badly"}', /corrupt/],
    ['{"path":"/a","drop":"before","tims":1}', /tims/],
    ['{"path":"/a","drop":"before","times":0}', /times/],
    ['{"path":"/a","status":500,"headers":{"A b":"c"}}', /headers/],
  ])('a bad fault %s is refused with what is allowed', async (body, message) => {
    const refused = await call('/__sandbox/faults', { method: 'POST', body });
    expect(refused.status).toBe(400);
    const { error } = JSON.parse(refused.body.toString()) as { error: string };
    expect(error).toMatch(message);
    expect(error).toMatch(/prefix or regular expression/);
    expect(await json('/__sandbox/faults')).toEqual({ faults: [] });
  });
});
