import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureEnded, runCommand, type Command } from '../harness/command.ts';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const PERSONAS = [
  'admin',
  'agent',
  'agent-itsm',
  'consumer',
  'contact',
  'major-issue-manager',
  'other-domain-agent',
];

/** Whether nobody listens at the port of an address. */
function refuses(address: string): Promise<boolean> {
  const { port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port) });
    socket.once('connect', () => resolve((socket.destroy(), false)));
    socket.once('error', () => resolve(true));
  });
}

/** Runs to the end. */
async function outcome(...options: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const command = runCommand(...options);
  const code = await command.ended;
  return { code, ...command.output };
}

describe('casegraph dev --json', () => {
  interface Ready {
    readonly graphql: string;
    readonly playground: string;
    readonly health: string;
    readonly sandbox: Readonly<
      Record<
        | 'servicenow'
        | 'servicenowTls'
        | 'salesforce'
        | 'erp'
        | 'shipping'
        | 'incidentio'
        | 'allquiet'
        | 'identity',
        string
      >
    >;
    readonly tokens: Readonly<Record<string, string>>;
  }
  let command: Command;
  let ready: Ready;
  beforeAll(async () => {
    command = runCommand('dev', '--json', '--port', '0', '--cases', '40');
    ready = JSON.parse(await command.firstLine) as Ready;
  });
  afterAll(() => ensureEnded(command));

  it('prints one line that says where everything is, and a token for each persona', () => {
    const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+/) as string;
    const tls = expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/) as string;
    const token = expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string;
    expect(ready).toEqual({
      graphql: url,
      playground: url,
      health: url,
      sandbox: {
        servicenow: url,
        servicenowTls: tls,
        salesforce: url,
        erp: url,
        shipping: url,
        incidentio: url,
        allquiet: url,
        identity: url,
      },
      tokens: Object.fromEntries(PERSONAS.map((name) => [name, token])),
    });
    expect(command.output.out.trimEnd()).not.toContain('\n');
    expect(command.output.err).toBe('');
  });

  it.each(PERSONAS)('the token of %s is good for the gateway', async (name) => {
    const response = await fetch(ready.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ready.tokens[name]}` },
      body: JSON.stringify({ query: '{ viewer { subject } cases(first: 1) { nodes { number } } }' }),
    });
    const body = (await response.json()) as { data: { cases: { nodes: unknown[] } }; errors?: unknown };
    expect([response.status, body.errors]).toEqual([200, undefined]);
    expect(body.data.cases.nodes).toHaveLength(1);
  });

  it('the health and the playground answer', async () => {
    expect((await fetch(ready.health)).status).toBe(200);
    const page = await fetch(ready.playground, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
  });

  it('ends cleanly on SIGTERM, and takes the sandbox with it', async () => {
    const addresses = [ready.graphql, ...Object.values(ready.sandbox)];
    expect(await Promise.all(addresses.map(refuses))).toEqual(addresses.map(() => false));
    command.signal('SIGTERM');
    expect(await command.ended).toBe(0);
    expect(await Promise.all(addresses.map(refuses))).toEqual(addresses.map(() => true));
    expect(command.output.err).toBe('');
  });
});

describe('What cannot be done is said', () => {
  it('a busy port, without leaving the sandbox behind', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as AddressInfo;
    const { code, out, err } = await outcome('dev', '--port', String(port), '--cases', '1');
    busy.close();
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`Port ${port} is in use already. Choose another with --port, or 0 for a free one.`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(await refuses(`http://127.0.0.1:${port + 100}`)).toBe(true);
  });

  it.each<[string, string[], RegExp[]]>([
    [
      'an unknown option',
      ['dev', '--prot', '1'],
      [/unknown option '--prot'/, /--port/, /Usage: casegraph dev/],
    ],
    ['an unknown command', ['sevre'], [/unknown command 'sevre'/, /serve/]],
    ['a port that is none', ['dev', '--port', 'http'], [/whole number from 0 to 65535/]],
    [
      'serve without a configuration',
      ['serve'],
      [/required option '-c, --config <file>'/, /casegraph\.example\.yaml/],
    ],
    ['a sandbox with cases that are no number', ['sandbox', '--cases', 'x'], [/--cases/, /not "x"/]],
    [
      'a configuration that is not there',
      ['serve', '--config', 'nowhere.yaml'],
      [/nowhere\.yaml/, /cannot be read/],
    ],
  ])('%s: exit code 2', async (_, options, messages) => {
    const { code, out, err } = await outcome(...options);
    expect([code, out]).toEqual([2, '']);
    for (const message of messages) expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

it('casegraph demo prints two answers as tables, and the one request that each took of each system', async () => {
  const { code, out, err } = await outcome('demo');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    /^Case\s+State\s+About\s+Account\s+Incident\s+Problem\s+Change\s+Open opportunities\n-+/m,
  );
  expect(out).toMatch(
    /^Case\s+Account\s+Deals\s+Contacts of sales\s+Orders\s+Open invoices .*\s+Shipments\n-+/m,
  );
  expect(out.match(/^CS\d{7}(?: |$)/gm)?.length).toBe(25 + 10);
  expect(out).toContain('… and 75 more cases');
  expect(out).toMatch(/\d \w{3}\*.*(?:in_transit|delivered|exception|returned|label_created)/);
  expect(out.match(/^\d upstream requests(?=, \d+ ms:$)/gm)).toEqual([
    '2 upstream requests',
    '4 upstream requests',
  ]);
  const requests = out.match(/^ {2}(GET|POST|PATCH) \S+ {2}-> {2}\d+/gm)!;
  expect(requests.map((line) => line.trim())).toEqual([
    'GET /api/now/table/sn_customerservice_case  ->  200',
    expect.stringMatching(/^GET \/services\/data\/v\d+\.0\/query {2}-> {2}200$/),
    'GET /api/now/table/sn_customerservice_case  ->  200',
    expect.stringMatching(/^POST \/services\/data\/v\d+\.0\/composite {2}-> {2}200$/),
    'GET /odata/v4/finance/Invoices  ->  200',
    'GET /v1/shipments  ->  200',
  ]);
});

describe('casegraph check', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'casegraph-check-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const CONFIG = `server: { mode: dev }
identity: { issuer: 'https://id.example', audience: casegraph, jwks: 'https://id.example/jwks' }
domains: { connection: servicenow }
connections:
  servicenow:
    adapter: servicenow
    url: https://acme.example
    auth: { grant: basic, username: u, password: { value: p } }
  salesforce:
    adapter: salesforce
    url: https://crm.example
    auth: { grant: bearer, token: { value: t } }
`;

  function file(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  }

  it('says that a good configuration is in order', async () => {
    const path = file('good.yaml', CONFIG);
    expect(await outcome('check', '--config', path)).toEqual({
      code: 0,
      out: expect.stringMatching(/good\.yaml: 2 connections and \d+ tables are in order\.\n$/) as string,
      err: '',
    });
  });

  it('says where a configuration is wrong and what was meant, all at once', async () => {
    const path = file(
      'bad.yaml',
      CONFIG.replace('mode:', 'mod:').replace('adapter: salesforce', 'adapter: salesfroce'),
    );
    const { code, out, err } = await outcome('check', '--config', path);
    expect([code, out]).toEqual([2, '']);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/bad\.yaml:1:11 .*server\.mod: .*"mode"/),
      expect.stringMatching(/bad\.yaml:10:14 .*salesfroce.*"salesforce"/),
    ]);
  });

  it.each([
    [
      'unknown-connection.graphql',
      ':3:3 There is no connection servicenwo in the configuration. Did you mean servicenow?',
    ],
    [
      'unknown-column-in-columns.graphql',
      ':3:3 columns maps numbr, which is no column. Did you mean number?',
    ],
    ['syntax-error.graphql', ':6:11 Syntax Error: Expected Name, found "!".'],
  ])('says where a declaration is wrong and what was meant: %s', async (bad, message) => {
    const schema = mkdtempSync(join(folder, 'schema-'));
    // Without the examples, whose connections this configuration does not have.
    cpSync(join(REPOSITORY, 'schema'), schema, {
      recursive: true,
      filter: (path) => !/[\\/](erp|shipping|incidentio|allquiet)$/.test(path),
    });
    cpSync(join(REPOSITORY, 'test/definitions/bad', bad), join(schema, bad));
    const path = file(`${bad}.yaml`, `${CONFIG}tables: { schema: '${schema}' }\n`);
    expect(await outcome('check', '--config', path)).toEqual({ code: 2, out: '', err: `${bad}${message}\n` });
  });
});
