import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OAuthClient } from '../../sandbox/servicenow/index.ts';
import { devSettings } from '../../src/cli/dev-config.ts';
import { Secret, type Config } from '../../src/config/index.ts';
import type { Auth } from '../../src/connections/index.ts';
import { runCommand } from '../harness/command.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { startStack, type Reply, type Stack } from '../harness/stack.ts';

type Connection = Config['connections'][number];

/** A key of the inbound API that tests revoke. */
const API_KEY = { key: 'demo-only-api-key', userName: 'casegraph.service', revoked: false };
/** OAuth applications beside the usual one: without an auth scope, for which releases of today answer 403, and of a user with few rights. */
const CLIENTS: readonly OAuthClient[] = [
  {
    id: 'casegraph',
    secret: 'demo-only-servicenow-client-secret',
    user: 'casegraph.service',
    scope: 'useraccount',
  },
  { id: 'unscoped', secret: 'demo-only-unscoped', user: 'casegraph.service', scope: '' },
  { id: 'limited', secret: 'demo-only-limited', user: 'limited.service', scope: 'useraccount' },
];

let stack: Stack;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casegraph-connections-'));
  stack = await startStack({
    cases: 20,
    sandbox: {
      servicenow: { apiKeys: [API_KEY], clients: CLIENTS },
      salesforce: { approvedUsers: ['seller1@casegraph.example'] },
    },
  });
});
afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => stack.forget());
afterEach(() => stack.clearFaults());

interface Report {
  readonly name: string;
  readonly domain: string | null;
  readonly adapter: string;
  readonly status: string;
  readonly problems: readonly {
    readonly message: string;
    readonly hint: string;
    readonly tables: readonly string[];
  }[];
  readonly checkedAt: string;
}

const QUERY = '{ connections { name domain adapter status problems { message hint tables } checkedAt } }';

function reportsOf({ status, body }: Reply): readonly Report[] {
  expect([status, body.errors]).toEqual([200, undefined]);
  return (body.data as { connections: readonly Report[] }).connections;
}

function report(reports: readonly Report[], name: string, domain: string | null = null): Report {
  const found = reports.find((each) => each.name === name && each.domain === domain);
  if (found === undefined) throw new Error(`no report of ${name}`);
  return found;
}

/** What a gateway of its own says, whose configuration differs: nothing is remembered from other tests. */
async function reportsWith(
  change: (config: Config) => Config,
): Promise<{ reports: readonly Report[]; text: string }> {
  const gateway = await secondGateway(stack.sandbox, change);
  try {
    const response = await fetch(gateway.graphql, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${stack.sandbox.tokens['admin']}`,
      },
      body: JSON.stringify({ query: QUERY }),
    });
    const text = await response.text();
    const body = JSON.parse(text) as Reply['body'];
    return { reports: reportsOf({ status: response.status, headers: response.headers, text, body }), text };
  } finally {
    await gateway.close();
  }
}

/** Changes one connection; ServiceNow's domain tree is given, so that a gateway starts at once whatever becomes of its login. */
function changed(name: string, change: (connection: Connection) => Connection) {
  return (config: Config): Config => ({
    ...config,
    domains: { tree: [] },
    connections: config.connections.map((each) => (each.name === name ? change(each) : each)),
  });
}

const withAuth = (name: string, auth: (before: Auth) => Auth) =>
  changed(name, (connection) => ({ ...connection, auth: auth(connection.auth) as Connection['auth'] }));

const withProblem = (message: RegExp, hint: RegExp, tables: unknown = expect.anything()) =>
  expect.objectContaining({
    message: expect.stringMatching(message) as string,
    hint: expect.stringMatching(hint) as string,
    tables,
  }) as unknown;

describe('the query connections', () => {
  it('tells an administrator that all is well, and when that was found', async () => {
    const reports = reportsOf(await stack.graphql('admin', QUERY));
    expect(
      reports.map(({ name, domain, adapter, status, problems }) => [name, domain, adapter, status, problems]),
    ).toEqual([
      ['servicenow', null, 'servicenow', 'OK', []],
      ['salesforce', null, 'salesforce', 'OK', []],
      ['erp', null, 'odata', 'OK', []],
      ['shipping', null, 'rest', 'OK', []],
      ['incident-io', null, 'incidentio', 'OK', []],
      ['all-quiet', null, 'allquiet', 'OK', []],
    ]);
    for (const { checkedAt } of reports)
      expect(Math.abs(Date.now() - Date.parse(checkedAt))).toBeLessThan(60_000);
  });

  it.each(['agent', 'agent-itsm', 'contact', 'consumer'])(
    'is forbidden to %s, who costs no system anything',
    async (who) => {
      const { body } = await stack.graphql(who, QUERY);
      expect(body.data).toEqual({ connections: null });
      expect(body.errors).toMatchObject([{ path: ['connections'], extensions: { code: 'FORBIDDEN' } }]);
      expect(await stack.requests('servicenow')).toEqual([]);
    },
  );

  it('is for whom the configuration names', async () => {
    const gateway = await secondGateway(stack.sandbox, (config) => ({
      ...config,
      server: { ...config.server, administrators: ['sn_incident_read'] },
    }));
    const codes = await Promise.all(
      ['agent', 'agent-itsm', 'admin'].map(async (who) => {
        const response = await fetch(gateway.graphql, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${stack.sandbox.tokens[who]}`,
          },
          body: JSON.stringify({ query: '{ connections { name } }' }),
        });
        const { errors } = (await response.json()) as Reply['body'];
        return errors?.[0]?.extensions['code'] ?? 'answered';
      }),
    );
    await gateway.close();
    expect(codes).toEqual(['FORBIDDEN', 'answered', 'FORBIDDEN']);
  });

  it('asks each system once in a while, however many ask how often', async () => {
    await Promise.all(Array.from({ length: 20 }, () => stack.graphql('admin', QUERY)));
    expect(await stack.requests('servicenow')).toEqual([]);
    const { reports } = await reportsWith((config) => config);
    const once = await stack.requests('servicenow');
    expect(report(reports, 'servicenow').status).toBe('OK');
    expect(once.filter(({ path }) => path === '/oauth_token.do')).toHaveLength(1);
    // One read per table, one per table with choices, one to ask who we are, and those of the start.
    expect(once.length).toBeLessThan(45);
  });

  it('shares one check among those who ask at the same time', async () => {
    const gateway = await secondGateway(stack.sandbox);
    await stack.forget();
    await stack.fault('servicenow', { path: '/api/now/table/incident', delayMs: 200 });
    const ask = () =>
      fetch(gateway.graphql, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${stack.sandbox.tokens['admin']}`,
        },
        body: JSON.stringify({ query: QUERY }),
      }).then((response) => response.text());
    const answers = await Promise.all([ask(), ask(), ask()]);
    await gateway.close();
    expect(
      new Set(answers.map((text) => JSON.stringify((JSON.parse(text) as Reply['body']).data))).size,
    ).toBe(1);
    const incidents = (await stack.requests('servicenow')).filter(({ path }) =>
      path.endsWith('/table/incident'),
    );
    expect(incidents).toHaveLength(1);
  });
});

describe('every grant logs in', () => {
  const servicenow = () => stack.sandbox.credentials.servicenow;
  const oauth = () => ({
    tokenUrl: '/oauth_token.do',
    clientId: servicenow().clientId,
    clientSecret: new Secret(servicenow().clientSecret),
  });

  async function refreshToken(): Promise<string> {
    const { user, password, clientId, clientSecret } = servicenow();
    const form = {
      grant_type: 'password',
      username: user,
      password,
      client_id: clientId,
      client_secret: clientSecret,
    };
    const response = await fetch(`${stack.sandbox.urls.servicenow}/oauth_token.do`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return ((await response.json()) as { refresh_token: string }).refresh_token;
  }

  it.each<[string, string, () => Auth | Promise<Auth>]>([
    [
      'servicenow',
      'client credentials',
      () => ({ grant: 'client-credentials', ...oauth(), clientAuth: 'body' }),
    ],
    [
      'servicenow',
      'password with a scope',
      () => ({
        grant: 'password',
        ...oauth(),
        username: servicenow().user,
        password: new Secret(servicenow().password),
        scope: 'useraccount',
      }),
    ],
    [
      'servicenow',
      'refresh token',
      async () => ({ grant: 'refresh-token', ...oauth(), refreshToken: new Secret(await refreshToken()) }),
    ],
    [
      'servicenow',
      'basic',
      () => ({ grant: 'basic', username: servicenow().user, password: new Secret(servicenow().password) }),
    ],
    [
      'servicenow',
      'API key',
      () => ({ grant: 'api-key', header: 'x-sn-apikey', key: new Secret(API_KEY.key) }),
    ],
    [
      'salesforce',
      'client credentials in a basic header',
      () => ({
        grant: 'client-credentials',
        tokenUrl: '/services/oauth2/token',
        clientId: stack.sandbox.credentials.salesforce.clientId,
        clientSecret: new Secret(stack.sandbox.credentials.salesforce.clientSecret),
        clientAuth: 'basic',
      }),
    ],
  ])('%s: %s', async (name, _, auth) => {
    const own = await auth();
    const { reports } = await reportsWith(withAuth(name, () => own));
    expect(report(reports, name)).toMatchObject({ status: 'OK', problems: [] });
  });
});

describe('what is missing is said', () => {
  it.each<[string, string, (auth: Auth) => Auth, string, RegExp, RegExp]>([
    [
      'a wrong client secret',
      'servicenow',
      (auth) => ({ ...auth, clientSecret: new Secret('demo-only-wrong-secret') }) as Auth,
      'FAILED',
      /^The login was refused: 401 server_error\.$/,
      /client id and secret/,
    ],
    [
      'a wrong audience',
      'salesforce',
      (auth) => ({ ...auth, audience: 'https://nowhere.example' }) as Auth,
      'FAILED',
      /refused: 400 invalid_grant/,
      /^auth\.audience is not the one of this org/,
    ],
    [
      'an unknown consumer key',
      'salesforce',
      (auth) => ({ ...auth, issuer: '3MVG9_unknown' }) as Auth,
      'FAILED',
      /refused: 400 invalid_client_id/,
      /^auth\.issuer/,
    ],
    [
      'a user that is not there',
      'salesforce',
      (auth) => ({ ...auth, subject: 'nobody@casegraph.example' }) as Auth,
      'FAILED',
      /refused: 400 invalid_grant/,
      /no active user of this org/,
    ],
    [
      'a user whom the app does not admit',
      'salesforce',
      (auth) => ({ ...auth, subject: 'seller2@casegraph.example' }) as Auth,
      'FAILED',
      /refused: 400 invalid_app_access/,
      /permission set or profile/,
    ],
    [
      'a token without auth scope',
      'servicenow',
      () => ({
        grant: 'client-credentials',
        tokenUrl: '/oauth_token.do',
        clientId: 'unscoped',
        clientSecret: new Secret('demo-only-unscoped'),
        clientAuth: 'body',
      }),
      'FAILED',
      /the token has no auth scope/,
      /auth scope useraccount and set auth\.scope/,
    ],
  ])('%s', async (_, name, auth, status, message, hint) => {
    const { reports, text } = await reportsWith(withAuth(name, auth));
    const { status: found, problems } = report(reports, name);
    expect(found).toBe(status);
    expect(problems).toContainEqual(withProblem(message, hint));
    expect(text).not.toMatch(/demo-only|eyJ[\w-]+\.|127\.0\.0\.1|access_denied|approved this consumer/);
    // What is wrong with one system says nothing of the others.
    const others = reports.filter((each) => each.name !== name).map((each) => each.status);
    expect(others).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
  });

  it('a key that was revoked, from one check to the next', async () => {
    const key = withAuth('servicenow', () => ({
      grant: 'api-key',
      header: 'x-sn-apikey',
      key: new Secret(API_KEY.key),
    }));
    API_KEY.revoked = true;
    try {
      const { reports, text } = await reportsWith(key);
      expect(report(reports, 'servicenow')).toMatchObject({
        status: 'FAILED',
        problems: [withProblem(/^The credential was refused: 401\.$/, /wrong or was revoked/, [])],
      });
      expect(text).not.toContain(API_KEY.key);
    } finally {
      API_KEY.revoked = false;
    }
    expect(report((await reportsWith(key)).reports, 'servicenow').status).toBe('OK');
  });

  it('403 on sys_choice', async () => {
    const body = {
      error: { message: 'Insufficient rights to query records', detail: null },
      status: 'failure',
    };
    await stack.fault('servicenow', { path: '/api/now/table/sys_choice', status: 403, body });
    const { reports } = await reportsWith((config) => config);
    expect(report(reports, 'servicenow')).toMatchObject({
      status: 'DEGRADED',
      problems: [
        {
          message: '403 on sys_choice.',
          hint: 'Grant read on sys_choice and its columns, or choices are taken from display values.',
          tables: expect.arrayContaining(['Case', 'Incident']) as unknown,
        },
      ],
    });
  });

  it('an account with few rights: choices, tables whose rows it may not read, without anything that it may', async () => {
    const limited = withAuth('servicenow', () => ({
      grant: 'client-credentials',
      tokenUrl: '/oauth_token.do',
      clientId: 'limited',
      clientSecret: new Secret('demo-only-limited'),
      clientAuth: 'body',
    }));
    const { status, problems } = report((await reportsWith(limited)).reports, 'servicenow');
    expect(status).toBe('DEGRADED');
    expect(problems).toContainEqual(withProblem(/sys_choice/, /Grant read on sys_choice/));
    expect(problems).toContainEqual(
      withProblem(/^problem has rows, and the account may read none/, /read ACL of problem/, [
        'PortalProblem',
        'Problem',
      ]),
    );
    expect(problems.flatMap(({ tables }) => tables)).not.toContain('Account');
  });

  it('columns that do not exist and columns that are hidden, told apart', async () => {
    writeFileSync(
      join(folder, 'gadget.graphql'),
      `"A gadget."
type Gadget @table(label: "Gadget", plural: "gadgets") @source(connection: "servicenow", object: "sys_user") @access(read: ["admin"]) {
  "Key."
  id: ID! @key(column: "sys_id")
  "There."
  name: String @column(name: "name")
  "Hidden from all but administrators."
  hash: String @column(name: "user_password")
  "Not there."
  colour: String @column(name: "u_colour")
}
"An ingot."
type Ingot @table(label: "Ingot", plural: "ingots") @source(connection: "salesforce", object: "Opportunity") @access(read: ["admin"]) {
  "Key."
  id: ID! @key(column: "Id")
  "Not there."
  weight: Decimal @column(name: "Weight__c")
  "Not there either."
  purity: Decimal @column(name: "Purity__c")
}
"A relic."
type Relic @table(label: "Relic", plural: "relics") @source(connection: "salesforce", object: "Relic__c") @access(read: ["admin"]) {
  "Key."
  id: ID! @key(column: "Id")
}
"A widget."
type Widget @table(label: "Widget", plural: "widgets") @source(connection: "servicenow", object: "u_widget") @access(read: ["admin"]) {
  "Key."
  id: ID! @key(column: "sys_id")
}
`,
    );
    const { reports } = await reportsWith((config) => ({
      ...config,
      tables: { ...config.tables, schema: [...config.tables.schema, folder] },
    }));
    const now = report(reports, 'servicenow');
    expect(now.status).toBe('DEGRADED');
    expect(now.problems).toHaveLength(3);
    expect(now.problems).toEqual(
      expect.arrayContaining([
        withProblem(/^user_password of sys_user is hidden/, /field ACLs sys_user\./, ['Gadget']),
        withProblem(/^sys_user has no column u_colour/, /Gadget\.colour/, ['Gadget']),
        withProblem(/^400 on u_widget: the instance has no such table/, /Correct the object/, ['Widget']),
      ]),
    );
    const force = report(reports, 'salesforce');
    expect(force.status).toBe('DEGRADED');
    expect(force.problems).toHaveLength(2);
    expect(force.problems).toEqual(
      expect.arrayContaining([
        withProblem(/no fields Weight__c, Purity__c of Opportunity/, /permission set/, ['Ingot']),
        withProblem(/no object Relic__c/, /custom objects end in __c/, ['Relic']),
      ]),
    );
  });

  it('a system that does not answer: within the deadline, and without a word about the others', async () => {
    await stack.fault('servicenow', { path: '/api/', delayMs: 60_000 });
    const started = performance.now();
    const { reports } = await reportsWith((config) => ({
      ...changed('servicenow', (same) => same)(config),
      limits: { ...config.limits, operationDeadline: 2 },
    }));
    expect(performance.now() - started).toBeLessThan(3_500);
    expect(report(reports, 'servicenow')).toMatchObject({
      status: 'FAILED',
      problems: [withProblem(/did not answer in time/, /limits\.deadline/, [])],
    });
    expect(report(reports, 'salesforce').status).toBe('OK');
  });

  it('a port where nobody listens, and an address is not shown', async () => {
    const { reports, text } = await reportsWith(
      changed('salesforce', (connection) => ({ ...connection, url: 'http://127.0.0.1:9' })),
    );
    expect(report(reports, 'salesforce')).toMatchObject({
      status: 'FAILED',
      problems: [withProblem(/is not available/, /Nobody listens there/, [])],
    });
    expect(text).not.toContain('127.0.0.1');
  });

  it('a child alias by itself, and one that has no account to be tried with', async () => {
    const child = { url: 'http://127.0.0.1:9', ca: undefined };
    const { reports } = await reportsWith((config) =>
      changed('salesforce', (connection) => ({ ...connection, domains: { 'TOP/ACME': child } }))({
        ...config,
        connections: config.connections.map((each) =>
          each.name === 'servicenow'
            ? {
                ...each,
                identity: 'viewer' as const,
                auth: { ...each.auth, subject: undefined } as Connection['auth'],
              }
            : each,
        ),
      }),
    );
    expect(report(reports, 'salesforce').status).toBe('OK');
    expect(report(reports, 'salesforce', 'TOP/ACME').status).toBe('FAILED');
    expect(report(reports, 'servicenow')).toMatchObject({
      status: 'UNKNOWN',
      problems: [withProblem(/each viewer's own name/, /--as/, [])],
    });
  });
});

describe('casegraph check --connections', () => {
  function write(name: string, change: (settings: ReturnType<typeof devSettings>) => object): string {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(change(settings())));
    return file;
  }
  const settings = () => {
    const { urls, credentials, tokens } = stack.sandbox;
    return devSettings({ ...urls, credentials, tokens }, 0, 5);
  };
  async function check(file: string, ...more: string[]) {
    const command = runCommand('check', '--connections', '--config', file, ...more);
    return { code: await command.ended, ...command.output };
  }

  it('prints who we are with each, and exits with 0 when nothing is missing', async () => {
    const file = write('well.json', (same) => same);
    const { code, out, err } = await check(file);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^servicenow \(servicenow\): ok, as casegraph\.service; \d+ tables tried$/m);
    expect(out).toMatch(
      /^salesforce \(salesforce\): ok, as integration@casegraph\.example \(00D\w+\); \d+ tables? tried$/m,
    );
    expect(out).not.toMatch(/demo-only|eyJ/);
  });

  it('says what is missing, exits with 1, and never prints a secret', async () => {
    const file = write('ill.json', ({ connections, ...rest }) => {
      const { servicenow, salesforce, ...others } = connections;
      const clientSecret = { value: 'demo-only-wrong-secret' };
      return {
        ...rest,
        connections: {
          ...others,
          servicenow: { ...servicenow, auth: { ...servicenow.auth, clientSecret } },
          salesforce: {
            ...salesforce,
            identity: 'viewer',
            environments: {
              test: {},
              broken: { auth: { ...salesforce.auth, audience: 'https://wrong.example' } },
            },
          },
        },
      };
    });
    const { code, out, err } = await check(
      file,
      '--json',
      '--environment',
      'test',
      '--as',
      'seller1@casegraph.example',
    );
    expect(code).toBe(1);
    // What the check of declarations could not ask of the system stands there.
    expect(err).not.toMatch(/demo-only|eyJ|127\.0\.0\.1/);
    const reports = JSON.parse(out) as readonly (Report & { who: string | null })[];
    expect(report(reports, 'servicenow')).toMatchObject({ status: 'FAILED', who: null });
    expect(report(reports, 'salesforce')).toMatchObject({
      status: 'OK',
      who: expect.stringContaining('seller1@casegraph.example') as string,
    });
    expect(out).not.toMatch(/demo-only|eyJ/);
  });
});
