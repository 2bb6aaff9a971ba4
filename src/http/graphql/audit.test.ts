import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, TOKEN } from '../testing/fixture.test-server.ts';
import type { TestServer } from '../testing/fixture.test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ mode: 'dev' });
});
afterAll(() => server.close());

it('passes every audit of GraphQL over HTTP', async () => {
  const results = await auditServer({
    url: `${server.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${TOKEN}`);
      headers.set('apollo-require-preflight', '1');
      return fetch(url, { ...init, headers });
    },
  });
  const failed = results.filter((result) => result.status !== 'ok');
  expect(failed.map(({ id, name, status }) => `${id} ${name}: ${status}`)).toEqual([]);
  expect(results).toHaveLength(61);
});
