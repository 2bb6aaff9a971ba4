import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { resolveAlias } from '../connections/index.ts';
import { parseConfig } from './load.ts';
import type { Config } from './load.ts';
import { ConfigError, formatProblem } from './problem.ts';

const ENV = { BASE: 'base-secret', TEST: 'test-secret' };

/** Two connections, of which the first has environments. The password of production is not there: this machine is for tests. */
const FILE = `identity: { issuer: i, audience: a, jwks: 'https://i.example/jwks' }
connections:
  crm:
    adapter: memory
    url: https://crm.example
    auth: { grant: basic, username: u, password: { env: BASE } }
    limits: { deadline: 7, retries: 1 }
    environments:
      test:
        url: https://crm-test.example
        auth: { grant: basic, username: t, password: { env: TEST } }
        limits: { retries: 0 }
      production:
        auth: { grant: basic, username: p, password: { env: NOT_HERE } }
  erp: { adapter: memory, url: 'https://erp.example', auth: { grant: none } }
`;

function parse(text: string, environment?: string, env: Record<string, string> = {}): Config {
  return parseConfig(text, 'casegraph.yaml', { ...ENV, ...env }, { adapters: ['memory'], environment });
}

function problems(...given: Parameters<typeof parse>): string[] {
  try {
    parse(...given);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => formatProblem({ ...problem, file: '' }).slice(1));
  }
  return [];
}

function crm(config: Config): unknown[] {
  const { url, auth, limits } = resolveAlias(config.connections[0]!, 'TOP');
  const { username = '', password } = auth as { username?: string; password?: { reveal(): string } };
  return [url, username, password?.reveal(), limits.deadline, limits.retries];
}

const BASE = ['https://crm.example', 'u', 'base-secret', 7, 1];
const TEST = ['https://crm-test.example', 't', 'test-secret', 7, 0];

describe('an environment', () => {
  it.each<[string, string, string | undefined, Record<string, string>, unknown[]]>([
    ['of nobody: the connection itself', FILE, undefined, {}, BASE],
    ['of the file', `environment: test\n${FILE}`, undefined, {}, TEST],
    ['of CASEGRAPH_ENVIRONMENT', FILE, undefined, { CASEGRAPH_ENVIRONMENT: 'test' }, TEST],
    [
      'of the variable before the file',
      `environment: production\n${FILE}`,
      undefined,
      { CASEGRAPH_ENVIRONMENT: 'test' },
      TEST,
    ],
    [
      'of --environment before both',
      `environment: production\n${FILE}`,
      'test',
      { CASEGRAPH_ENVIRONMENT: 'production' },
      TEST,
    ],
  ])('%s', (_, text, flag, env, expected) => {
    const config = parse(text, flag, env);
    expect(crm(config)).toEqual(expected);
    expect(config.connections[1]).toMatchObject({ name: 'erp', url: 'https://erp.example' });
    expect(config.connections[0]).not.toHaveProperty('environments');
  });

  it('needs no secret of the others', () => {
    expect(problems(FILE, 'test')).toEqual([]);
    expect(problems(FILE, 'production')).toEqual([
      '14:54 connections.crm.environments.production.auth.password: names the environment variable NOT_HERE, which is not set. Password of the service account.',
    ]);
  });

  it('may bring what the connection alone lacks', () => {
    const text = FILE.replace(/ {4}url: https:\/\/crm\.example\n {4}auth: .*\n/, '');
    expect(crm(parse(text, 'test'))).toEqual(TEST);
    const missing = problems(text);
    expect(missing).toContainEqual(
      '6:5 connections.crm.environments: needs an environment to be chosen. Set "environment", --environment or CASEGRAPH_ENVIRONMENT to one of: test, production.',
    );
  });

  it.each<[string, string, string | undefined, Record<string, string>, string[]]>([
    [
      'that no connection has, from the file',
      `environment: tets\n${FILE}`,
      undefined,
      {},
      [
        '1:14 environment: names the environment "tets", which no connection has. Of the environments, did you mean "test"?',
        '9:5 connections.crm.environments: has no "tets". There are: test, production. A connection with environments has an entry for each that is used.',
      ],
    ],
    [
      'that no connection has, from the command line',
      FILE,
      'staging',
      {},
      [
        '1:1 --environment names the environment "staging", which no connection has. Of the environments, there are: production, test',
        '8:5 connections.crm.environments: has no "staging". There are: test, production. A connection with environments has an entry for each that is used.',
      ],
    ],
    [
      'where there are none',
      FILE.replace(/ {4}environments:[^]*(?= {2}erp)/, ''),
      undefined,
      { CASEGRAPH_ENVIRONMENT: 'test' },
      [
        '1:1 CASEGRAPH_ENVIRONMENT names the environment "test", which no connection has. No connection has environments: leave it out, or add "environments" to a connection.',
      ],
    ],
    [
      'that is misspelt within, though another is used',
      FILE.replace('auth: { grant: basic, username: p,', 'auth: { grant: basic, user: p,'),
      'test',
      {},
      [
        '14:9 connections.crm.environments.production.auth.username: is missing. User name of the service account.',
        '14:31 connections.crm.environments.production.auth.user: is not a key that stands here. There are: grant, username, password.',
      ],
    ],
    [
      'whose domains would lead into another one',
      FILE.replace(
        '    limits: { deadline',
        "    domains: { TOP/ACME: { url: 'https://acme.example' } }\n    limits: { deadline",
      ),
      'test',
      {},
      [
        '10:7 connections.crm.environments.test: does not say which systems the viewers of TOP/ACME get. Write "domains" here too; it takes the place of the connection\'s.',
      ],
    ],
  ])('%s', (_, text, flag, env, expected) => expect(problems(text, flag, env)).toEqual(expected));

  it('has child aliases of its own', () => {
    const text = FILE.replace(
      '        limits: { retries: 0 }',
      "        domains: { TOP/ACME: { url: 'https://acme-test.example' } }",
    );
    const [connection] = parse(text, 'test').connections;
    expect(resolveAlias(connection!, 'TOP/ACME').url).toBe('https://acme-test.example');
    expect(resolveAlias(connection!, 'TOP').url).toBe('https://crm-test.example');
  });
});

describe('a connection in the viewer’s own name', () => {
  const JWT = 'grant: jwt-bearer, tokenUrl: /t, issuer: i, audience: a, key: { value: x }';
  const at = (auth: string, more: string) =>
    `identity: { issuer: i, audience: a, jwks: 'https://i.example/jwks' }\ndomains: { connection: crm }\nconnections:\n  crm: { adapter: memory, url: 'https://crm.example', auth: { ${auth} }, ${more} }\n`;

  it('that the domain tree is read from needs an account for it', () => {
    const found = problems(at(JWT, 'identity: viewer'));
    expect(found).toContainEqual(
      expect.stringMatching(/connections\.crm\.auth\.subject: is missing.*domain tree/),
    );
    expect(problems(at(`${JWT}, subject: s`, 'identity: viewer'))).not.toContainEqual(
      expect.stringMatching(/subject/),
    );
  });

  it('alone has a claim for the name', () => {
    expect(problems(at('grant: none', 'viewerClaim: email'))).toEqual([
      expect.stringMatching(/connections\.crm\.viewerClaim: has no effect with one service account/),
    ]);
  });
});

describe('a private key in an environment variable', () => {
  const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;
  const text = `identity: { issuer: i, audience: a, jwks: 'https://i.example/jwks' }
connections:
  crm: { adapter: memory, url: 'https://crm.example', auth: { grant: jwt-bearer, tokenUrl: /t, issuer: i, audience: a, subject: s, key: { env: KEY } } }
`;

  it.each([
    ['as it is', pem],
    ['with its line breaks written out', pem.replaceAll('\n', '\\n')],
  ])('%s', (_, value) => {
    const { auth } = resolveAlias(parse(text, undefined, { KEY: value }).connections[0]!, 'TOP');
    expect('key' in auth && auth.key.reveal()).toBe(pem);
  });
});
