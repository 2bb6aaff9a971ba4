import { connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import type { ReadyReport } from './options.ts';
import { startTestServer } from './testing/fixture.test-server.ts';
import type { TestServer } from './testing/fixture.test-server.ts';

let server: TestServer | undefined;
afterEach(() => server?.close());

const probe = async (path: string) => {
  const response = await fetch(server!.url + path);
  return [response.status, await response.json()];
};

it('live while it runs', async () => {
  server = await startTestServer();
  expect(await probe('/health/live')).toEqual([200, { status: 'live' }]);
});

it.each<[string, () => Promise<ReadyReport>, unknown]>([
  [
    'all well',
    async () => ({ ok: true, checks: [{ name: 'identity', ok: true }] }),
    [200, { status: 'ready', checks: [{ name: 'identity', ok: true }] }],
  ],
  [
    'a check fails, whose reason is not told',
    async () => ({ ok: false, checks: [{ name: 'identity', ok: false, detail: 'ECONNREFUSED 10.0.0.1' }] }),
    [503, { status: 'not ready', checks: [{ name: 'identity', ok: false }] }],
  ],
  [
    'the check itself fails',
    () => Promise.reject(new Error('10.0.0.1')),
    [503, { status: 'not ready', checks: [] }],
  ],
])('ready: %s', async (_name, ready, expected) => {
  server = await startTestServer({ ready });
  expect(await probe('/health/ready')).toEqual(expected);
});

it('many probes cost one round of checks', async () => {
  let rounds = 0;
  server = await startTestServer({ ready: async () => (rounds++, { ok: true, checks: [] }) });
  await Promise.all(Array.from({ length: 20 }, () => probe('/health/ready')));
  expect(rounds).toBe(1);
});

it('stopping: readiness first, then the door, and whoever is inside is served', async () => {
  server = await startTestServer({ drainDelay: 300 });
  const { url, post } = server;
  const inside = post({ query: '{ slow(ms: 900) }' });
  await vi.waitFor(() => expect(server?.seen.operations).toHaveLength(1));
  const start = performance.now();
  const closing = server.close();
  expect(await probe('/health/ready')).toEqual([503, { status: 'draining', checks: [] }]);
  expect(await (await post({ query: '{ hello }' })).json()).toEqual({ data: { hello: 'Hello, world' } });
  await new Promise((resolve) => setTimeout(resolve, 450));
  await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  const answer = await inside;
  expect([answer.headers.get('connection'), await answer.json()]).toEqual([
    'close',
    { data: { slow: 'done' } },
  ]);
  await closing;
  expect(performance.now() - start).toBeLessThan(3000);
});

it('stopping ends what does not end by itself', async () => {
  server = await startTestServer({ limits: { drainTimeout: 200 } });
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
  socket.write('POST /graphql HTTP/1.1\r\n');
  const inside = server.post({ query: '{ slow(ms: 10000) }' }).catch(() => 'cut');
  await vi.waitFor(() => expect(server?.seen.operations).toHaveLength(1));
  await server.close();
  expect(await inside).toBe('cut');
  await vi.waitFor(() => expect(server?.seen.aborted).toHaveLength(1));
});
