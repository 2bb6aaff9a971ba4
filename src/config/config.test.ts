import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionConfig } from '../connections/index.ts';
import { configJsonSchema } from './keys.ts';
import type { KeySchema } from './keys.ts';
import { loadConfig, parseConfig } from './load.ts';
import type { Config } from './load.ts';
import { ConfigError, formatProblem } from './problem.ts';
import { Secret } from './secret.ts';

const rsaKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
}) as string;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casegraph-config-'));
  writeFileSync(join(folder, 'key.pem'), rsaKey);
  writeFileSync(join(folder, 'password'), 'hunter2\n');
  writeFileSync(join(folder, 'empty'), '\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const ENV = { SECRET: 's3cr3t' };
const FILE = 'casegraph.yaml';
const BASE = `identity: { issuer: i, audience: a, jwks: 'https://i.example/jwks' }
connections:
  crm:
    adapter: memory
    url: https://crm.example
    auth: { grant: basic, username: u, password: { env: SECRET } }
`;

const parse = (text: string): Config =>
  parseConfig(text, join(folder, FILE), ENV, { adapters: ['memory', 'salesforce'] });

/** The problems of a text as lines, without the file's name. */
function problems(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => formatProblem({ ...problem, file: '' }).slice(1));
  }
  return [];
}

describe('a configuration', () => {
  it('gets its defaults', () => {
    const config = parse(BASE);
    expect(config).toMatchObject({
      server: {
        port: 4000,
        host: '127.0.0.1',
        mode: 'production',
        playground: false,
        introspection: [],
      },
      identity: {
        algorithms: ['RS256', 'ES256'],
        typ: ['at+jwt'],
        clockTolerance: 5,
        maxTokenAge: 86400,
        grace: 3600,
      },
      domains: { tree: [] },
      limits: {
        tokens: 2000,
        aliases: 30,
        rootFields: 20,
        depth: 12,
        rows: 10000,
        bodyBytes: 262144,
        operationDeadline: 15,
      },
      cases: { dataLookup: true },
    });
    expect(config.identity.claims.subject).toBe('sub');
    expect(parse(`server: { mode: dev }\n${BASE}`).server.playground).toBe(true);
  });

  it('is what the connections room takes', () => {
    const connections: readonly ConnectionConfig[] = parse(`${BASE}    domains:
      TOP/ACME: { url: 'https://acme.example', limits: { deadline: 3 } }
`).connections;
    expect(connections).toMatchObject([
      {
        name: 'crm',
        url: 'https://crm.example',
        domains: { 'TOP/ACME': { url: 'https://acme.example', limits: { deadline: 3 } } },
      },
    ]);
  });

  it('reads secrets from where they are, and files beside it', () => {
    const [jwt, basic] = parse(`${BASE.replace(
      '{ grant: basic, username: u, password: { env: SECRET } }',
      `
      grant: jwt-bearer
      tokenUrl: /token
      issuer: i
      subject: s
      audience: a
      key: { file: key.pem }
      clientSecret: { value: shown }`,
    )}
    caFile: ./key.pem
  other: { adapter: memory, url: 'https://o.example/', auth: { grant: basic, username: u, password: { file: password } } }
tables: { schema: ./schema }
`).connections;
    expect(jwt?.ca).toBe(rsaKey);
    expect(
      jwt?.auth.grant === 'jwt-bearer' && [
        jwt.auth.key.reveal(),
        jwt.auth.clientSecret?.reveal(),
        jwt.auth.algorithm,
      ],
    ).toEqual([rsaKey.trimEnd(), 'shown', 'RS256']);
    expect(basic?.auth.grant === 'basic' && basic.auth.password.reveal()).toBe('hunter2');
  });

  it('makes paths absolute', () => {
    expect(parse(`${BASE}tables: { schema: ./schema }`).tables.schema).toEqual([join(folder, 'schema')]);
  });

  it('never prints a secret', () => {
    const config = parse(BASE);
    const printed = [JSON.stringify(config), inspect(config, { depth: 20, showHidden: true })];
    const secret = new Secret('s3cr3t');
    printed.push(
      String(secret),
      `${secret as unknown as string}`,
      inspect(secret),
      `a${secret as unknown as string}`,
      JSON.stringify({ secret }),
    );
    for (const text of printed) expect(text).not.toContain('s3cr3t');
    expect(printed.slice(2)).toEqual([
      '[secret]',
      '[secret]',
      '[secret]',
      'a[secret]',
      '{"secret":"[secret]"}',
    ]);
  });
});

describe('problems', () => {
  const rest = BASE.slice(BASE.indexOf('connections:'));
  const line = (text: string) => `${BASE}${text}\n`;
  it.each<[string, string, string[]]>([
    [
      'an empty file',
      '',
      [
        '1:1 identity: is missing. Who issues the tokens that viewers come with.',
        '1:1 connections: is missing. The systems that rows are read from, by the name that tables use for them.',
      ],
    ],
    ['no YAML', 'a: {}}', ['1:6 this is not YAML: Unexpected flow-map-end token in YAML stream: "}".']],
    ['a key twice', `${BASE}cases: {}\ncases: {}\n`, ['8:1 this is not YAML: Map keys must be unique.']],
    ['a list', '- a', ['1:1 must be a group of keys, not a list.']],
    [
      'an unknown key',
      line('serve: {}'),
      ['7:1 serve: is not a key that stands here. Did you mean "server"?'],
    ],
    [
      'an unknown key far from all',
      line('cache: { zzz: 1 }'),
      ['7:10 cache.zzz: is not a key that stands here. There are: maxBytes, bypassRoles.'],
    ],
    [
      'a wrong type',
      line('server: { port: "http" }'),
      ['7:17 server.port: must be a number, not "http". Port to listen on; 0 takes a free one.'],
    ],
    [
      'a fraction',
      line('server:\n  port: 1.5'),
      ['8:9 server.port: must be a whole number, not 1.5. Port to listen on; 0 takes a free one.'],
    ],
    [
      'too much',
      line('server: { port: 70000 }'),
      ['7:17 server.port: must be at most 65535. Port to listen on; 0 takes a free one.'],
    ],
    [
      'nothing behind a key',
      line('limits:\n  depth:'),
      ['8:3 limits.depth: must be a number, not empty. Levels of a query.'],
    ],
    [
      'a wrong word',
      line('server: { mode: productoin }'),
      [
        '7:17 server.mode: must be one of "dev", "production", not "productoin"; did you mean "production"? "dev" opens the playground and introspection to all, and takes plain http to other machines.',
      ],
    ],
    [
      'a missing key',
      rest.concat('identity:\n  issuer: i\n  audience: a\n'),
      ["6:1 identity.jwks: is missing. Address of the issuer's public keys."],
    ],
    [
      'an address that is none',
      BASE.replace('https://crm.example', 'crm.example'),
      [
        '5:10 connections.crm.url: must be an address such as https://acme.example, without user, query and fragment. Address of the system: "https://acme.service-now.com".',
      ],
    ],
    [
      'a password in an address',
      BASE.replace('https://crm.example', 'https://u:hunter2@crm.example'),
      [
        '5:10 connections.crm.url: must be an address such as https://acme.example, without user, query and fragment. Address of the system: "https://acme.service-now.com".',
      ],
    ],
    [
      'an unknown grant',
      BASE.replace('grant: basic', 'grant: basik'),
      [
        '6:20 connections.crm.auth.grant: must be one of "jwt-bearer", "client-credentials", "password", "refresh-token", "basic", "api-key", "bearer", "none", not "basik"; did you mean "basic"?',
      ],
    ],
    [
      'a key of another grant',
      BASE.replace('username: u', 'username: u, scop: x'),
      [
        '6:40 connections.crm.auth.scop: is not a key that stands here. There are: grant, username, password.',
      ],
    ],
    [
      'a secret in the file',
      BASE.replace('{ env: SECRET }', 'hunter2'),
      [
        '6:50 connections.crm.auth.password: must say where the secret is: { env: NAME } or { file: path }; in a demo it may be given as { value: "…" }. Password of the service account.',
      ],
    ],
    [
      'a secret that is not there',
      BASE.replace('SECRET', 'NOPE'),
      [
        '6:50 connections.crm.auth.password: names the environment variable NOPE, which is not set. Password of the service account.',
      ],
    ],
    [
      'a file that is not there',
      BASE.replace('env: SECRET', 'file: nope'),
      [
        '6:50 connections.crm.auth.password: names a file that cannot be read: nope. Password of the service account.',
      ],
    ],
    [
      'an empty file of a secret',
      BASE.replace('env: SECRET', 'file: empty'),
      ['6:50 connections.crm.auth.password: names an empty file: empty. Password of the service account.'],
    ],
    [
      'a missing secret',
      BASE.replace(', password: { env: SECRET }', ''),
      ['6:5 connections.crm.auth.password: is missing. Password of the service account.'],
    ],
    [
      'a name that is none',
      BASE.replace('crm:', 'CRM one:'),
      [
        '3:3 connections.CRM one: must be a name of small letters, digits and "-", such as "salesforce-acme".',
      ],
    ],
    [
      'a domain path that is none',
      line('    domains: { /TOP/: {} }'),
      ['7:16 connections.crm.domains./TOP/: must be a domain path such as TOP/ACME.'],
    ],
    [
      'an adapter that is not there',
      BASE.replace('memory', 'salesfroce'),
      [
        '4:14 connections.crm.adapter: names "salesfroce", for which there is no adapter. Of the adapters, did you mean "salesforce"?',
      ],
    ],
    [
      'domains from nowhere',
      line('domains: {}'),
      ['7:10 domains: says neither where the tree is nor what it is. Write either "connection" or "tree".'],
    ],
    [
      'domains from an unknown connection',
      line('domains: { connection: cmr }'),
      [
        '7:24 domains.connection: names the connection "cmr", which is not there. Of the connections, did you mean "crm"?',
      ],
    ],
    [
      'credentials in the clear',
      BASE.replace('https://crm.example', 'http://crm.example'),
      [
        '5:10 connections.crm.url: would be sent to in the clear. Write https://, or set server.mode to "dev".',
      ],
    ],
    [
      'viewers behind one password',
      line('    identity: viewer'),
      [
        '7:15 connections.crm.identity: cannot be "viewer" with the grant "basic". Only "jwt-bearer" can ask in the name of each viewer.',
      ],
    ],
    [
      'a child that inherits what does not go together',
      line('    domains:\n      TOP: { identity: viewer }\n      TOP/A: {}'),
      [
        '8:14 connections.crm.domains.TOP.identity: cannot be "viewer" with the grant "basic". Only "jwt-bearer" can ask in the name of each viewer.'.replace(
          '8:14',
          '8:24',
        ),
        '9:7 connections.crm.domains.TOP/A.identity: cannot be "viewer" with the grant "basic". Only "jwt-bearer" can ask in the name of each viewer.',
      ],
    ],
    [
      'an assertion about nobody',
      BASE.replace(
        'grant: basic, username: u, password:',
        'grant: jwt-bearer, tokenUrl: /t, issuer: i, audience: a, key: { file: key.pem }, clientSecret:',
      ),
      [
        '6:5 connections.crm.auth.subject: is missing. User name of the service account; or set identity to "viewer".',
      ],
    ],
    [
      'a key that is none',
      BASE.replace(
        'grant: basic, username: u, password:',
        'grant: jwt-bearer, subject: s, tokenUrl: /t, issuer: i, audience: a, key:',
      ),
      [
        '6:87 connections.crm.auth.key: is not a private key in PEM. It starts with "-----BEGIN PRIVATE KEY-----".',
      ],
    ],
    [
      'a key for another algorithm',
      BASE.replace(
        'grant: basic, username: u, password: { env: SECRET }',
        'grant: jwt-bearer, algorithm: ES256, subject: s, tokenUrl: /t, issuer: i, audience: a, key: { file: key.pem }',
      ),
      [
        '6:105 connections.crm.auth.key: cannot sign ES256. RS256 takes an RSA key of at least 2048 bits, ES256 a key on the curve P-256.',
      ],
    ],
  ])('%s', (_, text, expected) => expect(problems(text)).toEqual(expected));

  it('are told all at once, in the order of the file', () => {
    const text = `server: { prot: 1, port: x }
identity: { issuer: i }
domains: { connection: nope }
connections:
  crm:
    adapter: nope
    url: http://crm.example
    auth: { grant: basic, username: 7, password: hunter2 }
`;
    const found = problems(text);
    expect(found.map((each) => each.split(': ')[0])).toEqual([
      '1:11 server.prot',
      '1:26 server.port',
      '2:1 identity.audience',
      '2:1 identity.jwks',
      '3:24 domains.connection',
      '6:14 connections.crm.adapter',
      '7:10 connections.crm.url',
      '8:37 connections.crm.auth.username',
      '8:50 connections.crm.auth.password',
    ]);
    expect(found.join()).not.toContain('hunter2');
  });

  it('stand where an anchor is used', () => {
    const found = problems(
      `${BASE}  two: { adapter: memory, url: &u 'nope', auth: { grant: none } }\n  three: { adapter: memory, url: *u, auth: { grant: none } }\n`,
    );
    expect(found.map((each) => each.split(': ')[0])).toEqual([
      '7:35 connections.two.url',
      '8:34 connections.three.url',
    ]);
  });

  it('of a bomb of aliases', () => {
    const levels = Array.from(
      { length: 8 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`,
    );
    expect(problems(`l0: &l0 [a]\n${levels.join('\n')}`)).toHaveLength(1);
  });

  it('of a file that is not there', async () => {
    await expect(loadConfig(join(folder, 'nope.yaml'), {})).rejects.toThrow(
      /nope.yaml:1:1 the configuration file cannot be read \(ENOENT\)/,
    );
  });
});

describe('casegraph.example.yaml', () => {
  const text = readFileSync(new URL('../../casegraph.example.yaml', import.meta.url), 'utf8');

  it('is a configuration once its secrets are there', async () => {
    const file = join(folder, 'example.yaml');
    writeFileSync(file, text);
    writeFileSync(join(folder, 'salesforce.key.pem'), rsaKey);
    const config = await loadConfig(file, { SERVICENOW_CLIENT_SECRET: 'x' });
    expect(config.connections.map(({ name, auth }) => [name, auth.grant])).toEqual([
      ['servicenow', 'client-credentials'],
      ['salesforce', 'jwt-bearer'],
    ]);
  });

  it('says of all its secrets that they are not there', () => {
    const names = (() => {
      try {
        return [parseConfig(text, '/nowhere/example.yaml', {})];
      } catch (error) {
        return error instanceof ConfigError ? error.problems.map(({ path }) => path) : [];
      }
    })();
    expect(names).toEqual(['connections.servicenow.auth.clientSecret', 'connections.salesforce.auth.key']);
  });

  it('names every key at the top', () => {
    for (const key of Object.keys(configJsonSchema().properties ?? {}))
      expect(text).toMatch(new RegExp(`^#? ?${key}:`, 'm'));
  });
});

it('every key is documented', () => {
  const undocumented: string[] = [];
  const visit = (schema: KeySchema, path: string): void => {
    for (const [key, each] of Object.entries(schema.properties ?? {})) {
      if (!each.description) undocumented.push(`${path}.${key}`);
      visit(each, `${path}.${key}`);
    }
    for (const each of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) visit(each, path);
    if (schema.items) visit(schema.items, `${path}[]`);
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${path}.*`);
  };
  visit(configJsonSchema(), '');
  expect(undocumented).toEqual([]);
});
