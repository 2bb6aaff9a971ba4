import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import type { Config } from '../../src/config/index.ts';
import { startRelay, type Relay } from '../harness/relay.ts';
import { startStack, type Reply, type Stack } from '../harness/stack.ts';

const DEADLINE = 1;
/** From the gateway's side all systems are reached through relays, which can close their ports. */
let relays: Record<'servicenow' | 'salesforce', Relay>;
let stack: Stack;

function relayed(to: typeof relays, config: Config): Config {
  const connections = config.connections.map((connection) => {
    const relay: Relay | undefined = to[connection.name as keyof typeof relays];
    if (relay === undefined) return connection;
    relay.leadTo(connection.url);
    // The least cooldown there is, so that every test begins with a closed circuit soon.
    return { ...connection, url: relay.url, limits: { ...connection.limits, breakerCooldown: 0.2 } };
  });
  return { ...config, connections };
}

beforeAll(async () => {
  relays = { servicenow: await startRelay(), salesforce: await startRelay() };
  stack = await startStack({ cases: 30, deadline: DEADLINE, config: (config) => relayed(relays, config) });
});
afterAll(async () => {
  await stack.close();
  await Promise.all(Object.values(relays).map((relay) => relay.stop()));
});
beforeEach(() => recovered());
afterEach(() => stack.clearFaults());

let page = 10;

/** Opportunities are kept for a while: each query asks for a page of another size, so that it must ask Salesforce. */
function context(): Promise<Reply> {
  return stack.graphql(
    'agent',
    `{ cases(first: 100, orderBy: [{ number: ASC }]) { nodes { number account { salesforceAccountId opportunities(first: ${++page}) { nodes { name } } } } } }`,
  );
}

/** Asks again until it is so; fails after some seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > 6_000) throw new Error('not back after 6 s');
    await wait(50);
  }
}

function recovered(): Promise<void> {
  return until(async () => {
    const { status, body } = await context();
    return status === 200 && body.errors === undefined;
  });
}

interface Row {
  readonly number: string;
  readonly account: {
    readonly salesforceAccountId: string | null;
    readonly opportunities: { readonly nodes: readonly unknown[] } | null;
  } | null;
}
const rowsOf = ({ body }: Reply): readonly Row[] => (body.data as { cases: { nodes: Row[] } }).cases.nodes;

async function timed(work: () => Promise<Reply>): Promise<{ reply: Reply; seconds: number }> {
  const start = performance.now();
  const reply = await work();
  return { reply, seconds: (performance.now() - start) / 1000 };
}

function expectNothingLeaked({ text }: Reply): void {
  const { credentials } = stack.sandbox;
  for (const secret of [
    credentials.servicenow.clientSecret,
    credentials.servicenow.password,
    credentials.salesforce.clientSecret,
    credentials.salesforce.clientId,
  ])
    expect(text).not.toContain(secret);
  expect(text).not.toMatch(
    /127\.0\.0\.1|localhost|ECONN|UND_ERR|hibernating|\bat \S+ \(|\.ts:\d|node:|Bearer|eyJ|sysparm|SELECT/,
  );
}

/** Cases stand, opportunities are null, and one error says so, at the first of them, with the count of the others. */
function expectOnlyOpportunitiesMissing(reply: Reply, codes: readonly string[]): void {
  expect(reply.status).toBe(200);
  const rows = rowsOf(reply);
  expect(rows.length).toBeGreaterThan(10);
  const missing = rows.flatMap(({ account }, index) =>
    account !== null && account.salesforceAccountId !== null ? [index] : [],
  );
  expect(missing.length).toBeGreaterThan(1);
  for (const index of missing) expect(rows[index]?.account?.opportunities).toBeNull();
  expect(reply.body.errors).toHaveLength(1);
  const [error] = reply.body.errors ?? [];
  expect(error?.path).toEqual(['cases', 'nodes', missing[0], 'account', 'opportunities']);
  expect(codes).toContain(error?.extensions['code']);
  expect(error?.extensions).toMatchObject({ connection: 'salesforce', affected: missing.length - 1 });
  expectNothingLeaked(reply);
}

const UNAVAILABLE = ['UPSTREAM_UNAVAILABLE'];
const FAULTS: readonly (readonly [string, Omit<FaultInput, 'path'>, readonly string[]])[] = [
  ['drops connections', { drop: 'before' }, UNAVAILABLE],
  ['drops connections after the work', { drop: 'after' }, UNAVAILABLE],
  [
    'answers 500',
    { status: 500, body: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'at Foo.bar (Foo.java:1) 127.0.0.1' }] },
    ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_REJECTED'],
  ],
  ['answers 503', { status: 503, body: 'down for maintenance at 127.0.0.1' }, UNAVAILABLE],
  [
    'answers 429',
    { status: 429, headers: { 'retry-after': '1' } },
    ['UPSTREAM_RATE_LIMITED', 'UPSTREAM_UNAVAILABLE'],
  ],
  ['answers HTML with 200', { corrupt: 'html' }, UNAVAILABLE],
  ['answers half of it', { corrupt: 'truncated' }, UNAVAILABLE],
  ['answers broken JSON', { corrupt: 'malformed' }, UNAVAILABLE],
  [
    'answers other JSON than it should',
    { status: 200, body: { hello: 'world' } },
    ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_REJECTED'],
  ],
  ['never stops answering', { corrupt: 'endless' }, ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT']],
  ['hangs', { delayMs: 60_000 }, ['UPSTREAM_TIMEOUT']],
];

describe.each(FAULTS)('while Salesforce %s', (_, fault, codes) => {
  it('cases are answered in time without opportunities, and with them as soon as it is back', async () => {
    await stack.fault('salesforce', { path: '/services/data', ...fault });
    const { reply, seconds } = await timed(context);
    expectOnlyOpportunitiesMissing(reply, codes);
    expect(seconds).toBeLessThan(DEADLINE + 1);
    await stack.clearFaults();
    await recovered();
    expect(
      rowsOf(await context()).some(({ account }) => (account?.opportunities?.nodes.length ?? 0) > 0),
    ).toBe(true);
  });
});

describe('while Salesforce is stopped', () => {
  it('its closed port costs the opportunities only, again and again, and it is found again without a restart', async () => {
    await relays.salesforce.stop();
    try {
      for (let i = 0; i < 10; i++) {
        const { reply, seconds } = await timed(context);
        expectOnlyOpportunitiesMissing(reply, UNAVAILABLE);
        expect(seconds).toBeLessThan(DEADLINE + 1);
      }
    } finally {
      await relays.salesforce.start();
    }
    await recovered();
  });

  it('who does not ask for it does not notice', async () => {
    await stack.fault('salesforce', { path: '/', delayMs: 60_000 });
    const slow = Promise.all(Array.from({ length: 10 }, context));
    const { reply, seconds } = await timed(() =>
      stack.graphql('agent', '{ cases(first: 5) { nodes { number account { name } } } }'),
    );
    expect(reply.body.errors).toBeUndefined();
    expect(seconds).toBeLessThan(DEADLINE / 2);
    for (const each of await slow)
      expectOnlyOpportunitiesMissing(each, ['UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE']);
  });

  it.each([
    ['fails for now', { status: 503, body: 'maintenance at 127.0.0.1' }, true],
    // A refused credential is not tried again for five seconds: coming back from that is not waited for here.
    [
      'is refused',
      {
        status: 400,
        body: { error: 'invalid_grant', error_description: "user hasn't approved this consumer 127.0.0.1" },
      },
      false,
    ],
  ])('a login that %s costs no more than that', async (_, fault, comesBack) => {
    const QUERY =
      '{ cases(first: 100, orderBy: [{ number: ASC }]) { nodes { number account { salesforceAccountId opportunities { nodes { name } } } } } }';
    // A gateway that has not logged in yet.
    const fresh = await startStack({ cases: 20, deadline: DEADLINE });
    try {
      await fresh.fault('salesforce', { path: '/services/oauth2/token', ...fault });
      const { body, text } = await fresh.graphql('agent', QUERY);
      expect(body.errors).toHaveLength(1);
      expect(body.errors?.[0]).toMatchObject({
        extensions: { code: expect.stringMatching(/^UPSTREAM_/) as string, connection: 'salesforce' },
      });
      expect((body.data as { cases: { nodes: unknown[] } }).cases.nodes.length).toBeGreaterThan(10);
      expect(text).not.toMatch(/127\.0\.0\.1|approved|maintenance|eyJ/);
      await fresh.clearFaults();
      if (!comesBack) return;
      await until(async () => (await fresh.graphql('agent', QUERY)).body.errors === undefined);
    } finally {
      await fresh.close();
    }
  });
});

describe('while ServiceNow is down', () => {
  it.each([
    ['stopped', undefined, UNAVAILABLE],
    ['dropping connections', { drop: 'before' }, UNAVAILABLE],
    ['asleep (an HTML page with 200)', { corrupt: 'html' }, UNAVAILABLE],
    ['hanging', { delayMs: 60_000 }, ['UPSTREAM_TIMEOUT']],
  ] as const)(
    '%s: there are no cases, one error says why, opportunities are still there, and it comes back by itself',
    async (_, fault, codes) => {
      if (fault === undefined) await relays.servicenow.stop();
      else await stack.fault('servicenow', { path: '/api/now', ...fault });
      try {
        const { reply, seconds } = await timed(context);
        expect(reply.body.data).toEqual({ cases: null });
        expect(reply.body.errors).toHaveLength(1);
        expect(reply.body.errors?.[0]).toMatchObject({
          path: ['cases'],
          extensions: { connection: 'servicenow', retryable: true },
        });
        expect(codes).toContain(reply.body.errors?.[0]?.extensions['code']);
        expect(seconds).toBeLessThan(DEADLINE + 1);
        expectNothingLeaked(reply);
        const other = await stack.graphql(
          'agent',
          `{ viewer { name } opportunities(first: ${++page}) { nodes { name } } }`,
        );
        expect(other.body.errors).toBeUndefined();
      } finally {
        if (fault === undefined) await relays.servicenow.start();
        await stack.clearFaults();
      }
      await recovered();
    },
  );
});

describe('while ServiceNow is down when the gateway starts', () => {
  it('the gateway serves, says that it is not ready, and recovers when it is back', async () => {
    const late = { servicenow: await startRelay(), salesforce: await startRelay() };
    await late.servicenow.stop();
    const started = await startStack({
      cases: 20,
      deadline: DEADLINE,
      config: (config) => relayed(late, config),
    });
    try {
      expect((await fetch(`${started.url}/health/live`)).status).toBe(200);
      expect((await fetch(started.gateway.health)).status).toBe(503);
      const ask = () => started.graphql('agent', '{ viewer { name } cases(first: 3) { nodes { number } } }');
      // Which domains a viewer sees is not known yet, so nobody is shown anything.
      const { status, body, text } = await ask();
      expect(status).toBe(503);
      expect(body.data ?? null).toBeNull();
      expect(body.errors).toHaveLength(1);
      expect(body.errors?.[0]).toMatchObject({
        extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true },
      });
      expect(text).not.toMatch(/127\.0\.0\.1|ECONN/);
      await late.servicenow.start();
      await until(async () => (await fetch(started.gateway.health)).status === 200);
      const back = await ask();
      expect(back.body.errors).toBeUndefined();
      expect((back.body.data as { cases: { nodes: unknown[] } }).cases.nodes).toHaveLength(3);
    } finally {
      await started.close();
      await Promise.all([late.servicenow.stop(), late.salesforce.stop()]);
    }
  });
});
