import { afterEach, expect, it, vi } from 'vitest';
import { CasegraphError } from '../../contract/index.ts';
import { startTestServer, TOKEN } from '../testing/fixture.test-server.ts';
import type { TestServer } from '../testing/fixture.test-server.ts';

let server: TestServer | undefined;
afterEach(() => server?.close());

const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

it('a client that hangs up takes its operation with it: 20 of 20', async () => {
  server = await startTestServer();
  const { url, seen } = server;
  for (let i = 0; i < 20; i++) {
    const controller = new AbortController();
    const body = JSON.stringify({ query: '{ slow(ms: 10000) }' });
    const asked = fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: controller.signal });
    await vi.waitFor(() => expect(seen.operations).toHaveLength(i + 1), { interval: 2 });
    controller.abort();
    await expect(asked).rejects.toThrow();
  }
  await vi.waitFor(() => expect(seen.aborted).toHaveLength(20));
  expect(
    seen.aborted.every((reason) => reason instanceof CasegraphError && reason.kind === 'cancelled'),
  ).toBe(true);
});

it('an operation that was answered is not aborted afterwards', async () => {
  server = await startTestServer({ limits: { operationDeadline: 60 } });
  await (await server.post({ query: '{ hello }' })).json();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(server.seen.operations[0]?.signal.aborted).toBe(false);
});

it.each<[string, string, number]>([
  ['listens to the signal', '{ slow(ms: 10000) hello }', 200],
  ['does not', '{ deaf(ms: 3000) hello }', 504],
])('an operation past its deadline is given up, when its work %s', async (_name, query, status) => {
  server = await startTestServer({ limits: { operationDeadline: 100 } });
  const start = performance.now();
  const response = await server.post({ query });
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  expect([response.status, errors[0]?.extensions.code]).toEqual([status, 'UPSTREAM_TIMEOUT']);
  expect(errors[0]?.message).toMatch(/not answered within 0\.1 s/);
  expect(performance.now() - start).toBeLessThan(2500);
});
