import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../sandbox/world/credentials.ts';
import { devSettings } from '../../src/cli/dev-config.ts';
import { parseConfig, type Config } from '../../src/config/index.ts';
import { startStack, type Stack } from '../harness/stack.ts';

/** Administrators can see what other systems were asked, and never what is secret or personal. */

let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ cases: 40, config: withAnswers });
}, 30_000);
afterAll(() => stack.close());

function withAnswers(config: Config): Config {
  return { ...config, callLog: { ...config.callLog, entries: 500, bodyChars: 4096, inAnswers: true } };
}

interface Call {
  readonly number: number;
  readonly connection: string;
  readonly purpose: string;
  readonly operation: string | null;
  readonly viewer: string | null;
  readonly requestId: string;
  readonly request: { readonly method: string; readonly path: string; readonly body: string | null };
  readonly answer: { readonly status: number; readonly bytes: number; readonly body: string | null } | null;
  readonly durationMs: number;
  readonly attempt: number;
  readonly cache: string;
  readonly error: string | null;
}

const CALLS = `query Calls($filter: UpstreamCallFilter, $last: Int) {
  upstreamCalls(filter: $filter, last: $last) {
    number at connection domain purpose operation viewer requestId
    request { method path body } answer { status bytes body } durationMs attempt cache error
  }
}`;

async function calls(filter: object = {}, last = 1000): Promise<readonly Call[]> {
  const { body } = await stack.graphql('admin', CALLS, { filter, last });
  expect(body.errors).toBeUndefined();
  return (body.data as { upstreamCalls: Call[] }).upstreamCalls;
}

interface Upstream {
  readonly requests: number;
  readonly durationMs: number;
  readonly calls: readonly Omit<Call, 'request' | 'answer'>[];
}

function upstreamOf(body: unknown): Upstream {
  return (body as { extensions: { upstream: Upstream } }).extensions.upstream;
}

const CASES = `query CaseList { cases(first: 5) { nodes { number contact { name email phone } account { name opportunities(first: 2) { nodes { name } } } } } }`;

let used = 0;

async function traced(who: string, query: string, variables = {}) {
  const id = `call-log-test-${(used += 1)}`;
  const reply = await stack.graphql(who, query, variables, { headers: { 'x-request-id': id } });
  return { id, reply };
}

describe('an administrator', () => {
  it('finds the calls of an operation by its request id', async () => {
    const { id, reply } = await traced('agent', CASES);
    expect(reply.body.errors).toBeUndefined();
    const found = await calls({ requestId: id });
    expect(new Set(found.map(({ connection }) => connection))).toEqual(new Set(['servicenow', 'salesforce']));
    const subject = stack.sandbox.world.personas.find(({ name }) => name === 'agent')!.claims.sub;
    for (const call of found) {
      expect(call).toMatchObject({
        operation: 'CaseList',
        viewer: subject,
        requestId: id,
        attempt: 1,
        error: null,
      });
      expect(call.answer?.status).toBe(200);
      expect(call.durationMs).toBeGreaterThanOrEqual(0);
    }
    const [first] = found.filter(({ purpose }) => purpose === 'DATA');
    expect(first?.request.method).toBe('GET');
    expect(first?.request.path).toContain('sn_customerservice_case');
    expect(first?.answer?.body).toContain('CS00');
    const numbers = found.map(({ number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it('filters by connection, status, duration, viewer and failure', async () => {
    await stack.fault('salesforce', { status: 500, times: 1, path: '/services/data' });
    const { id } = await traced(
      'agent',
      'query Faulty { salesContacts(first: 3) { nodes { name } } cases(first: 4) { nodes { number } } }',
    );
    await stack.clearFaults();
    const failed = await calls({ requestId: id, failedOnly: true });
    expect(failed.length).toBeGreaterThan(0);
    expect(
      failed.every(({ answer, error }) => error !== null || answer === null || answer.status >= 400),
    ).toBe(true);
    const only = async (filter: object) => (await calls(filter)).length;
    const all = await calls();
    expect(await only({ connection: 'salesforce' })).toBe(
      all.filter((each) => each.connection === 'salesforce').length,
    );
    expect(await only({ connection: 'nobody' })).toBe(0);
    expect(await only({ status: 'SERVER_ERROR' })).toBeGreaterThan(0);
    expect(await only({ status: 'SUCCESS', requestId: id })).toBeGreaterThan(0);
    expect(await only({ minDuration: 60_000 })).toBe(0);
    expect(await only({ viewer: 'nobody' })).toBe(0);
    expect((await calls({}, 3)).map(({ number }) => number)).toEqual(
      all.slice(-3).map(({ number }) => number),
    );
  });

  it('is told when the number of calls makes no sense', async () => {
    for (const last of [-1, 1001]) {
      const { body } = await stack.graphql('admin', CALLS, { last });
      expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('sees no answer from memory, and why memory did not answer', async () => {
    const query = '{ opportunities(first: 3) { nodes { name } } }';
    const first = await traced('agent', query.replace('{', 'query Once {'));
    const second = await traced('agent', query.replace('{', 'query Again {'));
    const made = await calls({ requestId: first.id });
    expect(made.filter(({ purpose }) => purpose === 'DATA').map(({ cache }) => cache)).toEqual(['MISS']);
    expect(await calls({ requestId: second.id })).toEqual([]);
    expect(upstreamOf(second.reply.body)).toEqual({ requests: 0, durationMs: 0, calls: [] });
  });
});

it.each(['agent', 'agent-itsm', 'contact', 'consumer'])(
  '%s is no administrator: FORBIDDEN',
  async (persona) => {
    const { body } = await stack.graphql(persona, '{ upstreamCalls { number } }');
    expect([body.data, body.errors?.map(({ extensions }) => extensions['code'])]).toEqual([
      { upstreamCalls: null },
      ['FORBIDDEN'],
    ]);
  },
);

describe('what is secret or personal', () => {
  const QUERIES: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    ['agent', CASES.replace('first: 5', 'first: 40'), {}],
    ['agent', '{ contacts(first: 40) { nodes { name email phone mobilePhone } } }', {}],
    ['agent', '{ consumers(first: 20) { nodes { name email mobilePhone } } }', {}],
    [
      'agent',
      'query ($e: String!) { contacts(filter: { email: { contains: $e } }) { nodes { name email } } }',
      { e: '@' },
    ],
    ['agent', '{ users(first: 40) { nodes { name email userName } } }', {}],
    ['agent', '{ salesContacts(first: 40) { nodes { name title email phone } } }', {}],
    [
      'agent',
      '{ invoices(first: 20) { nodes { number note debtor { name } } } shipments(first: 20) { nodes { id city instructions } } }',
      {},
    ],
    ['contact', '{ myCases(first: 20) { nodes { number contact { name email } } } }', {}],
    ['consumer', '{ myCases(first: 20) { nodes { number } } }', {}],
    ['admin', '{ connections { name status } }', {}],
  ];

  it('is in no entry, whichever adapter made it', async () => {
    for (const { name } of stack.sandbox.world.personas) await stack.graphql(name, CASES);
    for (const [who, query, variables] of QUERIES)
      expect((await stack.graphql(who, query, variables)).body.errors, query).toBeUndefined();
    await filteredByMail();
    const all = await calls();
    for (const connection of ['servicenow', 'salesforce', 'erp', 'shipping'])
      expect(
        all.some((call) => call.connection === connection),
        connection,
      ).toBe(true);
    expect(all.some(({ purpose }) => purpose === 'TOKEN')).toBe(true);
    const text = JSON.stringify(all);
    expect(text).toMatch(/\*\*\*/);
    const forms = (value: string) => [
      value,
      encodeURIComponent(value),
      Buffer.from(value).toString('base64').slice(0, -4),
    ];
    for (const value of [...secrets(), ...personal()])
      for (const form of forms(value)) if (form.length > 5) expect(text, value).not.toContain(form);
    expect(text).not.toMatch(/eyJ[\w-]{10,}|Bearer |Basic |00D[A-Za-z0-9]{12}!/);
  });

  /** The tables' own names of columns may differ: whichever takes a mail address as a filter is asked with those of the personas. */
  async function filteredByMail(): Promise<void> {
    const mails = stack.sandbox.world.personas.map(({ claims }) => claims.email);
    for (const list of ['contacts', 'users', 'consumers', 'salesContacts'])
      for (const mail of mails.slice(0, 4))
        await stack.graphql(
          'admin',
          `query ($m: String!) { ${list}(filter: { email: { eq: $m } }) { nodes { name } } }`,
          { m: mail },
        );
  }

  function secrets(): string[] {
    const { credentials, tokens, world } = stack.sandbox;
    const named = JSON.stringify(credentials, (key, value: unknown) =>
      typeof value === 'string' && !/secret|key$|password/i.test(key) ? undefined : value,
    );
    const values = [...named.matchAll(/"([^"]{8,})":?/g)].map(([, value]) => value!);
    const passwords = world.personas.map(({ claims }) => demoPassword(claims.sub));
    return [
      ...values.filter((value) => value.startsWith('demo-only')),
      ...passwords,
      ...Object.values(tokens),
    ];
  }

  /** Mail addresses and telephone numbers of everybody in ServiceNow and Salesforce. */
  function personal(): string[] {
    const { world } = stack.sandbox;
    const rows = [...world.servicenow.values(), ...world.salesforce.values()].flat() as readonly object[];
    const values = rows.flatMap((row) =>
      Object.entries(row).flatMap(([key, value]) =>
        /^(email|phone|mobile_phone|home_phone|Phone|Email|MobilePhone)$/.test(key) &&
        typeof value === 'string'
          ? [value]
          : [],
      ),
    );
    expect(values.filter((value) => value.includes('@')).length).toBeGreaterThan(20);
    return [...new Set(values)].filter((value) => value.length > 5);
  }
});

describe('in dev mode an answer says what it has cost', () => {
  it('as many requests as the systems have counted', async () => {
    for (const query of [
      CASES,
      '{ cases(first: 3) { nodes { number incident { number } } totalCount } }',
      '{ viewer { name } }',
    ]) {
      await stack.forget();
      const { reply, id } = await traced('agent-itsm', query.replace('{', ' {'));
      const lists = await Promise.all(
        (['servicenow', 'salesforce', 'erp', 'shipping'] as const).map((system) => stack.requests(system)),
      );
      const { requests, calls: listed } = upstreamOf(reply.body);
      expect(requests).toBe(lists.reduce((sum, list) => sum + list.length, 0));
      expect(listed).toHaveLength(requests);
      expect(await calls({ requestId: id })).toHaveLength(requests);
    }
  });

  it('for each of many at once, even with the same request id', async () => {
    await stack.forget();
    const personas = ['agent', 'agent-itsm', 'admin'];
    const replies = await Promise.all(
      personas.map((who, index) =>
        stack.graphql(
          who,
          `{ cases(first: ${index + 11}) { nodes { number } } }`,
          {},
          { headers: { 'x-request-id': 'the-same-id' } },
        ),
      ),
    );
    const seen = (await stack.requests('servicenow')).length;
    expect(replies.map(({ body }) => upstreamOf(body).requests).reduce((sum, each) => sum + each, 0)).toBe(
      seen,
    );
  });

  it.each([
    ['dev', undefined, true],
    ['production', undefined, false],
    ['production', true, true],
    ['dev', false, false],
  ])('mode %s, configured %s: %s', (mode, inAnswers, expected) => {
    const { urls, credentials, tokens } = stack.sandbox;
    const settings = {
      ...devSettings({ ...urls, credentials, tokens }, 0, 8),
      server: { mode },
      callLog: { inAnswers },
    };
    expect(parseConfig(JSON.stringify(settings), 'test', {}).callLog.inAnswers).toBe(expected);
  });

  it('where it is off, nothing is added', async () => {
    const quiet = await startStack({ cases: 5 });
    const { body } = await quiet.graphql('agent', CASES);
    await quiet.close();
    expect(body).not.toHaveProperty('extensions');
  });
});

it('calls take no more room than is configured, however many there are', async () => {
  const config = (given: Config): Config => ({
    ...given,
    callLog: { ...given.callLog, entries: 50 },
    cache: { ...given.cache, maxBytes: 0 },
  });
  const small = await startStack({ cases: 5, config });
  try {
    for (let round = 0; round < 10; round += 1) {
      const aliases = Array.from(
        { length: 20 },
        (_, index) => `a${index}: incidents(first: ${index * 10 + round + 1}) { nodes { number } }`,
      );
      const { body } = await small.graphql('agent-itsm', `{ ${aliases.join(' ')} }`);
      expect(body.errors).toBeUndefined();
    }
    const { body } = await small.graphql('admin', '{ upstreamCalls(last: 1000) { number } }');
    const { upstreamCalls } = body.data as { upstreamCalls: { number: number }[] };
    expect(upstreamCalls).toHaveLength(50);
    expect(upstreamCalls.at(-1)!.number).toBeGreaterThan(200);
  } finally {
    await small.close();
  }
});
