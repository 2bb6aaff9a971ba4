import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { spawn } from 'node:child_process';
import { SignJWT, createRemoteJWKSet, importPKCS8, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from './index.ts';
import { startSandbox } from './index.ts';
import { readMainOptions } from './main-options.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

describe('the started sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ cases: 40 });
  });
  afterAll(() => sandbox.close());

  async function assertion(
    of: { clientId: string; privateKeyFile: string },
    subject: string,
    audience: string,
  ) {
    const key = await importPKCS8(readFileSync(of.privateKeyFile, 'utf8'), 'RS256');
    const claims = new SignJWT({ iss: of.clientId, sub: subject, aud: audience, jti: crypto.randomUUID() });
    return claims.setProtectedHeader({ alg: 'RS256' }).setIssuedAt().setExpirationTime('2m').sign(key);
  }

  async function grant(url: string, parameters: Record<string, string>): Promise<Record<string, string>> {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(parameters) });
    expect(response.status, await response.clone().text()).toBe(200);
    return (await response.json()) as Record<string, string>;
  }

  test('ServiceNow takes the JWT bearer grant of the service account and answers with cases', async () => {
    const { servicenow } = sandbox.credentials;
    const { access_token: token } = await grant(`${sandbox.urls.servicenow}/oauth_token.do`, {
      grant_type: JWT_BEARER,
      assertion: await assertion(servicenow, servicenow.user, servicenow.clientId),
      client_id: servicenow.clientId,
      client_secret: servicenow.clientSecret,
    });
    const url = `${sandbox.urls.servicenow}/api/now/table/sn_customerservice_case?sysparm_fields=number&sysparm_limit=1000`;
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
    });
    const { result } = (await response.json()) as { result: unknown[] };
    expect(result).toHaveLength(40);
  });

  test('a long address is a 414, at ServiceNow beyond 8 KB, at Salesforce beyond 16 KB, long headers there a 431', async () => {
    const { servicenow, salesforce } = sandbox.urls;
    const status = async (url: string, headers = {}) => (await fetch(url, { headers })).status;
    expect(await status(`${servicenow}/api/now/table/incident?sysparm_query=${'x'.repeat(8_200)}`)).toBe(414);
    expect(await status(`${salesforce}/services/data?x=${'x'.repeat(16_400)}`)).toBe(414);
    expect(await status(`${salesforce}/services/data`, { 'x-long': 'x'.repeat(16_400) })).toBe(431);
    expect(await status(`${salesforce}/services/data`, { 'x-long': 'x'.repeat(16_000) })).toBe(200);
  });

  test('Salesforce takes the JWT bearer grant of the integration user and answers with accounts', async () => {
    const { salesforce } = sandbox.credentials;
    const { access_token: token } = await grant(`${sandbox.urls.salesforce}/services/oauth2/token`, {
      grant_type: JWT_BEARER,
      assertion: await assertion(salesforce, salesforce.username, salesforce.audience),
    });
    const url = `${sandbox.urls.salesforce}/services/data/v62.0/query?q=SELECT+COUNT()+FROM+Account`;
    const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
    const { totalSize } = (await response.json()) as { totalSize: number };
    expect(totalSize).toBe(
      sandbox.world.salesforce.get('Account')!.filter((row) => row['IsDeleted'] === false).length,
    );
  });

  test('each persona has a token that the identity provider vouches for', async () => {
    const keys = createRemoteJWKSet(new URL(`${sandbox.urls.identity}/.well-known/jwks.json`));
    expect(Object.keys(sandbox.tokens)).toHaveLength(7);
    for (const token of Object.values(sandbox.tokens))
      await jwtVerify(token, keys, { issuer: sandbox.urls.identity, audience: 'casegraph', typ: 'at+jwt' });
  });

  test('the key files are there for this user only, and go with the sandbox', async () => {
    const other = await startSandbox({ cases: 1 });
    const { privateKeyFile, caFile } = other.credentials.servicenow;
    expect(statSync(privateKeyFile).mode & 0o777).toBe(0o600);
    expect(new X509Certificate(readFileSync(caFile)).subjectAltName).toContain('127.0.0.1');
    await other.close();
    expect([existsSync(privateKeyFile), existsSync(caFile)]).toEqual([false, false]);
  });

  test('both ServiceNow listeners show the same requests', async () => {
    const clear = `${sandbox.urls.servicenow}/__sandbox/requests`;
    await fetch(clear, { method: 'DELETE' });
    await fetch(`${sandbox.urls.servicenow}/api/now/table/incident?sysparm_limit=1`);
    const { requests } = (await (await fetch(clear)).json()) as {
      requests: { path: string; status: number }[];
    };
    expect(requests).toMatchObject([{ path: '/api/now/table/incident', status: 401 }]);
  });
});

test('a busy port is an error, and nothing is left behind', async () => {
  const busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const { port } = busy.address() as AddressInfo;
  await expect(startSandbox({ cases: 1, ports: { identity: port } })).rejects.toThrow(/EADDRINUSE/);
  busy.close();
});

describe('the command line', () => {
  test.each<[string[], object]>([
    [
      [],
      {
        cases: 200,
        seed: 'casegraph',
        port: 4100,
        strict: false,
        json: false,
        withParent: false,
        help: false,
      },
    ],
    [
      ['--cases', '7', '--seed=x', '--port', '0', '--strict', '--json', '--with-parent'],
      { cases: 7, seed: 'x', port: 0, strict: true, json: true, withParent: true },
    ],
    [['--help'], { help: true }],
    [
      ['--cases', '0'],
      { problem: expect.stringMatching(/whole number from 1 to 1000000, not "0"/) as string },
    ],
    [['--cases', '1e3'], { problem: expect.stringMatching(/not "1e3"/) as string }],
    [['--port', '70000'], { problem: expect.stringMatching(/from 0 to 65528/) as string }],
    [['--prot', '1'], { problem: expect.stringMatching(/--prot/) as string }],
    [['extra'], { problem: expect.stringMatching(/extra/) as string }],
  ])('%j', (argv, outcome) => {
    expect(readMainOptions(argv)).toMatchObject(outcome);
  });

  const SCRIPT =
    "import { runSandbox } from './sandbox/main.ts'; process.exitCode = await runSandbox(process.argv.slice(1));";

  function run(...argv: string[]) {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      SCRIPT,
      '--',
      ...argv,
    ]);
    const output = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.err += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const line = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
    return { child, output, ended, line };
  }

  test('prints one line of JSON when ready and ends with its parent', async () => {
    const { child, output, ended, line } = run('--port', '0', '--cases', '3', '--json', '--with-parent');
    await line;
    const report = JSON.parse(output.out) as Record<string, string> & {
      credentials: Sandbox['credentials'];
      tokens: object;
    };
    expect(Object.keys(report)).toEqual([
      'servicenow',
      'servicenowTls',
      'salesforce',
      'identity',
      'erp',
      'shipping',
      'incidentio',
      'allquiet',
      'credentials',
      'tokens',
    ]);
    expect((await fetch(`${report['identity']}/personas`)).status).toBe(200);
    expect(existsSync(report.credentials.salesforce.privateKeyFile)).toBe(true);
    child.stdin.end();
    expect(await ended).toBe(0);
    expect(existsSync(report.credentials.salesforce.privateKeyFile)).toBe(false);
    expect(output.err).toBe('');
  });

  test('a signal ends it cleanly; a second one at the same port says that it is busy', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as AddressInfo;
    const second = run('--port', String(port), '--cases', '1');
    const first = run('--port', '0', '--cases', '1');
    await first.line;
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await second.ended).toBe(1);
    expect(second.output.err).toMatch(/Port \d+ is in use.*--port 0/);
    busy.close();
  });

  test('a bad option prints what is allowed and exits with 2', async () => {
    const { output, ended } = run('--cases', 'many');
    expect(await ended).toBe(2);
    expect(output.err).toMatch(/not "many"[\s\S]*--with-parent/);
  });
});
