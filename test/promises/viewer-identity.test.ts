import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WatchedRequest } from '../../sandbox/http/watch.ts';
import type { Config } from '../../src/config/index.ts';
import { startIssuer, type Issuer } from '../harness/issuer.ts';
import { startStack, type Reply, type Stack, type System } from '../harness/stack.ts';

/** Both systems are read in the viewer's own name: ServiceNow by the token's subject, Salesforce by a claim of its own. */
function asViewers(config: Config): Config {
  return {
    ...config,
    connections: config.connections.map((connection) => {
      if (connection.name === 'servicenow') return { ...connection, identity: 'viewer' as const };
      if (connection.name !== 'salesforce') return connection;
      return { ...connection, identity: 'viewer' as const, viewerClaim: 'salesforce.user' };
    }),
  };
}

let issuer: Issuer;
let stack: Stack;
beforeAll(async () => {
  issuer = await startIssuer();
  stack = await startStack({
    cases: 40,
    sandbox: { salesforce: { privateObjects: ['Opportunity'] } },
    config: (config) => issuer.trusted(asViewers(config)),
  });
  const [first, second, third, fourth] = sellers();
  NORA = { sub: 'nora.lindqvist', salesforce: first! };
  TOMAS = { sub: 'tomas.brandt', salesforce: second! };
  OTHERS = [
    { sub: 'priya.raman', salesforce: third! },
    { sub: 'ines.carvalho', salesforce: fourth! },
  ];
});

/** User names in Salesforce, who owns most first. */
function sellers(): string[] {
  const { salesforce } = stack.sandbox.world;
  const owned = (id: string) => salesforce.get('Opportunity')!.filter((row) => row['OwnerId'] === id).length;
  return salesforce
    .get('User')!
    .map(({ Id, Username }) => ({ name: String(Username), owned: owned(Id) }))
    .sort((a, b) => b.owned - a.owned)
    .map(({ name }) => name);
}

afterAll(async () => {
  await stack.close();
  await issuer.close();
});
beforeEach(async () => {
  await stack.clearFaults();
  await stack.forget();
});

/** All are agents with every role as far as the gateway knows: what differs is what the upstream lets them see. */
const CLAIMS = {
  kind: 'agent',
  domain: 'TOP',
  roles: ['sn_customerservice_agent', 'itil', 'sn_incident_read'],
};

interface Person {
  readonly sub: string;
  readonly salesforce?: string;
}

let NORA: Person;
let TOMAS: Person;
let OTHERS: readonly Person[];

async function ask({ sub, salesforce }: Person, query: string): Promise<Reply> {
  const names = salesforce === undefined ? {} : { salesforce: { user: salesforce } };
  return stack.graphql({ token: await issuer.sign({ ...CLAIMS, sub, ...names }) }, query);
}

function numbers(reply: Reply, list: string): string[] {
  const data = reply.body.data as Record<string, { nodes: { id: string }[] } | null>;
  return (data[list]?.nodes ?? []).map(({ id }) => id).sort();
}

async function reads(system: System): Promise<readonly WatchedRequest[]> {
  return (await stack.requests(system)).filter(
    ({ path }) => path.startsWith('/api/') || path.includes('/query'),
  );
}

const INCIDENTS = '{ incidents(first: 200) { nodes { id number } } }';
const OPPORTUNITIES = '{ opportunities(first: 200) { nodes { id name } } }';

describe('what a viewer sees is what the upstream lets that viewer see', () => {
  it('in ServiceNow: one has the role to read incidents, the other reads only those that are about them', async () => {
    const [nora, tomas] = await Promise.all([ask(NORA, INCIDENTS), ask(TOMAS, INCIDENTS)]);
    expect([nora.body.errors, tomas.body.errors]).toEqual([undefined, undefined]);
    const { sys_id: noraId } = stack.sandbox.world.servicenow
      .get('sys_user')!
      .find((user) => user['user_name'] === NORA.sub)!;
    const all = stack.sandbox.world.servicenow.get('incident')!;
    const own = all.filter(({ caller_id: caller }) => caller === noraId);
    expect(numbers(tomas, 'incidents').length).toBeGreaterThan(3);
    expect(numbers(nora, 'incidents')).toHaveLength(own.length);
    expect(own.length).toBeLessThan(numbers(tomas, 'incidents').length);
  });

  it('in Salesforce: each sees the own opportunities', async () => {
    const replies = await Promise.all([ask(NORA, OPPORTUNITIES), ask(TOMAS, OPPORTUNITIES)]);
    const users = stack.sandbox.world.salesforce.get('User')!;
    for (const [index, { salesforce }] of [NORA, TOMAS].entries()) {
      const { Id: owner } = users.find((user) => user['Username'] === salesforce)!;
      const own = stack.sandbox.world.salesforce
        .get('Opportunity')!
        .filter((row) => row['OwnerId'] === owner && row['IsDeleted'] !== true);
      expect(own.length).toBeGreaterThan(0);
      expect(numbers(replies[index]!, 'opportunities')).toHaveLength(own.length);
    }
    expect(numbers(replies[0], 'opportunities')).not.toEqual(numbers(replies[1], 'opportunities'));
  });

  it('and the upstream knows by name who asked, request by request', async () => {
    await Promise.all(
      [NORA, TOMAS].flatMap((person) => [INCIDENTS, OPPORTUNITIES].map((query) => ask(person, query))),
    );
    await ask(NORA, '{ cases(first: 3) { nodes { id number account { name } } } }');
    const [now, force] = [await reads('servicenow'), await reads('salesforce')];
    const who = (requests: readonly WatchedRequest[]) =>
      [...new Set(requests.map(({ user }) => user))].sort();
    expect(who(now)).toEqual([NORA.sub, TOMAS.sub]);
    expect(who(force).every((user) => user === NORA.salesforce || user === TOMAS.salesforce)).toBe(true);
    const ofCases = now.filter(({ path }) => path.endsWith('/sn_customerservice_case'));
    expect(who(ofCases)).toEqual([NORA.sub]);
  });
});

describe('nothing is mixed', () => {
  const CACHED = '{ opportunities(first: 150) { nodes { id name amount } } }';

  it('while the same question of both is under way', async () => {
    await stack.fault('servicenow', { path: '/api/now/table/incident', delayMs: 150 });
    await stack.fault('salesforce', { path: '/services/data/', delayMs: 150 });
    const query = '{ incidents(first: 50) { nodes { id } } opportunities(first: 50) { nodes { id } } }';
    const people = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? NORA : TOMAS));
    const replies = await Promise.all(people.map((person) => ask(person, query)));
    const answers = replies.map((reply) => JSON.stringify(reply.body));
    const [nora, tomas] = answers as [string, string];
    expect(nora).not.toBe(tomas);
    expect(answers).toEqual(people.map((person) => (person === NORA ? nora : tomas)));
    // Shared among the requests of one viewer, never between the two.
    const incidents = (await reads('servicenow')).filter(({ path }) => path.endsWith('/incident'));
    expect(incidents.map(({ user }) => user).sort()).toEqual([NORA.sub, TOMAS.sub]);
  });

  it('in what memory holds', async () => {
    const first = await ask(NORA, CACHED);
    const other = await ask(TOMAS, CACHED);
    expect(numbers(other, 'opportunities')).not.toEqual(numbers(first, 'opportunities'));
    await stack.forget();
    const again = [await ask(NORA, CACHED), await ask(TOMAS, CACHED)];
    expect(again.map((reply) => reply.body.data)).toEqual([first.body.data, other.body.data]);
    expect(await reads('salesforce')).toEqual([]);
  });

  it('in one login per viewer, however many ask', async () => {
    await Promise.all([...OTHERS, ...OTHERS, ...OTHERS].map((person) => ask(person, OPPORTUNITIES)));
    const logins = (await stack.requests('salesforce')).filter(({ path }) => path.endsWith('/token'));
    const subjects = logins.map(({ requestBody }) => {
      const [, claims = ''] = new URLSearchParams(requestBody).get('assertion')!.split('.');
      return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
    });
    expect(subjects.sort()).toEqual(OTHERS.map(({ salesforce }) => salesforce).sort());
  });
});

describe('a viewer whom the upstream does not know', () => {
  const BOTH = '{ incidents(first: 5) { nodes { id } } opportunities(first: 5) { nodes { id } } }';

  it.each<[string, string | undefined, RegExp]>([
    ['has no user there', 'nobody@casegraph.example', /did not let this viewer in.*active user there/],
    ['has a token without the claim', undefined, /no claim "salesforce.user"/],
  ])('%s: gets the rest, and hears whom to ask', async (_, salesforce, message) => {
    const { status, body } = await ask(
      { sub: TOMAS.sub, ...(salesforce === undefined ? {} : { salesforce }) },
      BOTH,
    );
    expect(status).toBe(200);
    const { incidents, opportunities } = body.data as Record<string, { nodes: unknown[] } | null>;
    expect(incidents?.nodes.length).toBeGreaterThan(0);
    expect(opportunities).toBeNull();
    expect(body.errors).toEqual([
      {
        message: expect.stringMatching(message) as string,
        path: ['opportunities'],
        locations: expect.anything() as unknown,
        extensions: expect.objectContaining({
          code: 'UPSTREAM_UNAUTHORIZED',
          connection: 'salesforce',
          retryable: false,
        }) as unknown,
      },
    ]);
    expect(JSON.stringify(body.errors)).not.toMatch(/invalid_grant|approved this consumer|127\.0\.0\.1|eyJ/);
  });

  it('never gets the rows that the gateway itself could read', async () => {
    await ask({ sub: 'nobody.there' }, INCIDENTS).then(({ body }) => {
      expect((body.data as { incidents: unknown }).incidents).toBeNull();
      expect(body.errors?.[0]?.extensions['code']).toBe('UPSTREAM_UNAUTHORIZED');
    });
    const users = (await reads('servicenow')).map(({ user }) => user);
    expect(users).toEqual([]);
  });

  it('is answered alike where the field hangs below rows', async () => {
    const query =
      '{ cases(first: 30, filter: { account: { isNull: false } }) { nodes { id account { salesforceAccountId opportunities(first: 2) { nodes { id } } } } } }';
    const { body } = await ask({ ...TOMAS, salesforce: 'nobody@casegraph.example' }, query);
    const { cases } = body.data as {
      cases: { nodes: { account: { salesforceAccountId: string | null; opportunities: unknown } | null }[] };
    };
    const linked = cases.nodes.filter(({ account }) => account?.salesforceAccountId);
    expect(linked.length).toBeGreaterThan(3);
    expect(linked.every(({ account }) => account?.opportunities === null)).toBe(true);
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UPSTREAM_UNAUTHORIZED']);
  });
});
