import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../harness/stack.ts';

let dev: Stack;
let production: Stack;

beforeAll(async () => {
  dev = await startStack({ cases: 20 });
  production = await startStack({
    cases: 20,
    config: (config) => ({
      ...config,
      server: {
        ...config.server,
        mode: 'production',
        playground: false,
        introspection: ['sn_incident_read'],
      },
    }),
  });
});
afterAll(async () => {
  await dev.close();
  await production.close();
});

async function get(
  stack: Stack,
  path: string,
  method = 'GET',
): Promise<{ status: number; type: string | null; body: unknown }> {
  const response = await fetch(stack.url + path, { method });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: text === '' ? null : (JSON.parse(text) as unknown),
  };
}

describe('health is told to whoever asks, and nothing else is', () => {
  it('live and ready', async () => {
    for (const stack of [dev, production]) {
      expect(await get(stack, '/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
      const ready = await get(stack, '/health/ready');
      expect(ready).toMatchObject({ status: 200, body: { status: 'ready' } });
      expect(ready.body).toEqual({
        status: 'ready',
        checks: [
          { name: 'identity', ok: true },
          { name: 'domains', ok: true },
        ],
        generation: { number: 1, since: expect.any(String) as string, refused: null },
      });
    }
  });

  it('probes do not ask the systems anything', async () => {
    await dev.forget();
    await Promise.all(Array.from({ length: 50 }, () => get(dev, '/health/ready')));
    expect([...(await dev.requests('servicenow')), ...(await dev.requests('salesforce'))]).toEqual([]);
  });

  it.each([
    '/nowhere',
    '/graphql/',
    '/graphql/../health/nothing',
    '/health',
    '/.env',
    '/__sandbox/requests',
    '/%2e%2e/package.json',
  ])('%s is a 404 in JSON that says where the API is', async (path) => {
    for (const stack of [dev, production]) {
      const { status, type, body } = await get(stack, path);
      expect([status, type]).toEqual([404, expect.stringContaining('application/json')]);
      expect(body).toMatchObject({
        errors: [
          { message: expect.stringContaining('/graphql') as string, extensions: { code: 'NOT_FOUND' } },
        ],
      });
    }
  });

  it('another method is a 405 that says which there are', async () => {
    const { status, body } = await get(production, '/health/live', 'DELETE');
    expect([status, body]).toEqual([
      405,
      {
        errors: [
          { message: expect.stringContaining('GET') as string, extensions: { code: 'BAD_USER_INPUT' } },
        ],
      },
    ]);
  });

  it('answers carry an id to ask operators about, and headers that guard them', async () => {
    for (const path of ['/graphql', '/health/ready', '/nowhere']) {
      const { headers } = await fetch(production.url + path, {
        headers: { 'x-request-id': 'desk-4711_a.b' },
      });
      expect(headers.get('x-request-id')).toBe('desk-4711_a.b');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('in production there is no playground', async () => {
    expect(production.gateway.playground).toBeNull();
    expect((await get(production, '/playground')).status).toBe(404);
  });
});

describe('the schema is told to those who may know it', () => {
  const INTROSPECTION = getIntrospectionQuery();

  it.each(['agent', 'contact'])('in dev mode to everybody who has a token (%s)', async (persona) => {
    const { status, body, text } = await dev.graphql(persona, INTROSPECTION);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(text).toContain('createIncidentFromCase');
    expect((await dev.graphql(null, INTROSPECTION)).status).toBe(401);
  });

  it('what the gateway keeps to itself is not in it', async () => {
    const { body } = await dev.graphql('admin', '{ __schema { types { name } directives { name } } }');
    const { __schema: schema } = body.data as {
      __schema: { types: { name: string }[]; directives: { name: string }[] };
    };
    const names = schema.types.map(({ name }) => name);
    expect(names).toContain('Case');
    expect(names.filter((name) => /^(Domain|PriorityLookup|Declar)/.test(name))).toEqual([]);
    expect(
      schema.directives
        .map(({ name }) => name)
        .filter((name) => ['source', 'table', 'access', 'column'].includes(name)),
    ).toEqual([]);
  });

  it.each(['agent', 'contact', 'consumer'])(
    'in production not to %s, nor through fragments, and errors propose no names',
    async (persona) => {
      for (const query of [
        INTROSPECTION,
        '{ __schema { types { name } } }',
        '{ x: __type(name: "Case") { name } }',
        '{ ...F } fragment F on Query { __schema { types { name } } }',
        '{ ... { ... { __type(name: "Case") { fields { name } } } } }',
      ]) {
        const { status, body } = await production.graphql(persona, query);
        expect([status, body.errors?.map(({ extensions }) => extensions['code']), body.data]).toEqual([
          403,
          ['FORBIDDEN'],
          undefined,
        ]);
      }
      for (const query of [
        '{ cass { nodes { number } } }',
        '{ cases { nodes { numbr } } }',
        '{ cases(filter: { numbr: { eq: "x" } }) { nodes { number } } }',
        '{ cases(orderBy: [{ numbr: ASC }]) { nodes { number } } }',
        'query ($v: CaseFiltr) { cases(filter: $v) { nodes { number } } }',
      ]) {
        const { body } = await production.graphql(persona, query);
        expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
        for (const { message } of body.errors ?? [])
          expect(message).not.toMatch(/Did you mean|Allowed:|shortDescription/);
      }
      const typename = await production.graphql(persona, '{ __typename viewer { __typename } }');
      expect(typename.body).toEqual({ data: { __typename: 'Query', viewer: { __typename: 'Viewer' } } });
    },
  );

  it('in production to those with a role that the configuration names', async () => {
    const { status, body, text } = await production.graphql('agent-itsm', INTROSPECTION);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(text).toContain('createIncidentFromCase');
  });

  it('in production without such a role nobody is, not even an administrator', async () => {
    const { status } = await production.graphql('admin', INTROSPECTION);
    const roles = production.sandbox.world.personas.find(({ name }) => name === 'admin')?.claims.roles ?? [];
    expect(status).toBe(roles.includes('sn_incident_read') ? 200 : 403);
  });
});
