import { createServer, type Server } from 'node:http';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandaloneServer } from '@apollo/server/standalone';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { checkMetadata } from '../../src/cli/check-metadata.ts';
import { devSettings } from '../../src/cli/dev-config.ts';
import { importObject } from '../../src/cli/import/import-object.ts';
import { describeFile } from '../../src/cli/import/openapi-file.ts';
import { openUpstream } from '../../src/cli/import/upstream.ts';
import { parseConfig, type Config } from '../../src/config/index.ts';
import { createConnections } from '../../src/connections/index.ts';
import type { SendResponse } from '../../src/contract/index.ts';
import { startGateway, type Gateway } from '../../src/gateway.ts';
import { adaptersOf } from '../../src/gateway/adapters.ts';
import { readDeclarations } from '../../src/gateway/declarations.ts';
import { buildCatalog } from '../../src/graphql/declaration/catalog.ts';
import { createLog } from '../../src/observe/log.ts';
import { deskServer } from '../contract/graphql/desk-server.ts';
import { ensureEnded, runCommand } from '../harness/command.ts';
import { serviceNowAdmin } from '../harness/servicenow-admin.ts';

/** One import of each kind of system, written to files, checked, and served by a gateway that knows them by these files alone. */
let sandbox: Sandbox;
let parcels: Server;
let desk: { readonly url: string; stop(): Promise<void> };
let folder: string;
let config: Config;
let file: string;
let gateway: Gateway;

const IMPORTS: readonly (readonly [connection: string, object: string, type: string])[] = [
  ['salesforce', 'Account', 'SalesforceAccount'],
  ['salesforce', 'Opportunity', 'SalesforceOpportunity'],
  ['salesforce', 'Service_Plan__c', 'ServicePlan'],
  ['servicenow', 'incident', 'ServicenowIncident'],
  ['servicenow', 'u_warranty', 'Warranty'],
  ['erp', 'Invoices', 'ErpInvoice'],
  ['desk', 'Incident', 'DeskIncident'],
];

beforeAll(async () => {
  sandbox = await startSandbox({ cases: 20 });
  parcels = await serveParcels();
  const server = deskServer();
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  desk = { url: url.replace(/\/$/, ''), stop: () => server.stop() };
  folder = mkdtempSync(join(tmpdir(), 'casegraph-import-'));
  mkdirSync(join(folder, 'tables'));
  const settings = settingsOf();
  file = join(folder, 'casegraph.yaml');
  writeFileSync(file, JSON.stringify(settings));
  config = parseConfig(JSON.stringify(settings), file, {});
  await records();
  for (const [connection, object, type] of IMPORTS) await importInto(connection, object, type);
  await importParcels();
  gateway = await startGateway({ config, log: createLog('silent') });
  // Domains are read at start, and again after a while where that failed.
  await vi.waitFor(async () => expect((await fetch(gateway.health)).status).toBe(200), {
    timeout: 10_000,
    interval: 100,
  });
}, 60_000);

afterAll(async () => {
  await gateway?.close();
  await desk.stop();
  parcels.closeAllConnections();
  await new Promise((resolve) => parcels.close(resolve));
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

/** As `casegraph dev`, but ServiceNow through its administrator, who may read the dictionary. */
function settingsOf() {
  const { urls, credentials, tokens } = sandbox;
  const settings = devSettings({ ...urls, credentials, tokens }, 0, 8, [join(folder, 'tables')]);
  const { port } = parcels.address() as AddressInfo;
  const password = { value: credentials.servicenow.logins['admin'] };
  return {
    ...settings,
    connections: {
      ...settings.connections,
      servicenow: {
        ...settings.connections.servicenow,
        auth: { grant: 'basic', username: 'admin', password },
      },
      desk: { adapter: 'graphql', url: desk.url, auth: { grant: 'none' }, options: { path: '/' } },
      parcels: { adapter: 'rest', url: `http://127.0.0.1:${port}/api`, auth: { grant: 'none' } },
    },
  };
}

/** The custom tables are empty until somebody fills them. */
async function records(): Promise<void> {
  const admin = serviceNowAdmin(sandbox);
  const [account] = await admin.list('customer_account', 'u_salesforce_account_idISNOTEMPTY^ORDERBYnumber');
  await admin.create('u_warranty', {
    u_name: 'Switches',
    u_account: account?.['sys_id'] ?? '',
    u_level: 'premium',
    u_valid_until: '2027-01-31',
    u_premium: '120.50',
    u_approved: 'true',
    sys_domain: account?.['sys_domain'] ?? '',
  });
  const { status } = await sendTo('salesforce', '/services/data/v62.0/sobjects/Service_Plan__c', {
    Name: 'Gold plan',
    Account__c: account?.['u_salesforce_account_id'],
    Amount_EUR__c: 99.5,
    Level__c: 'Gold',
  });
  expect(status).toBe(201);
}

async function sendTo(connection: string, path: string, json: unknown): Promise<SendResponse> {
  const connections = createConnections(config.connections, {
    now: Date.now,
    random: Math.random,
    publish: () => undefined,
  });
  const signal = AbortSignal.timeout(5_000);
  const send = connections.sender(connection, { domain: 'global', subject: null, signal, requestId: 'test' });
  try {
    return await send({ method: 'POST', path, json });
  } finally {
    await connections.close();
  }
}

async function imported(connection: string, object: string, out?: string, of: Config = config) {
  const upstream = openUpstream(of, connection);
  try {
    return await importObject({
      description: await upstream.describe(object),
      connection,
      config: of,
      adapters: upstream.adapters,
      name: undefined,
      out,
      parent: (name) => upstream.describe(name),
    });
  } finally {
    await upstream.close();
  }
}

async function importInto(connection: string, object: string, type: string): Promise<void> {
  const out = join(folder, 'tables', `${type}.graphql`);
  const made = await imported(connection, object, out);
  expect(made.type).toBe(type);
  writeFileSync(out, made.sdl);
}

async function importParcels(): Promise<void> {
  const document = join(folder, 'parcels.yaml');
  writeFileSync(document, PARCELS);
  const { description } = await describeFile(document, '/parcels');
  const out = join(folder, 'tables', 'Parcel.graphql');
  const made = await importObject({
    description,
    connection: 'parcels',
    config,
    adapters: adaptersOf(config),
    name: undefined,
    out,
    parent: () => Promise.resolve(description),
  });
  writeFileSync(out, made.sdl);
}

async function ask(
  query: string,
  persona = 'admin',
): Promise<{ data: Record<string, unknown> | null; errors?: readonly unknown[] }> {
  const response = await fetch(gateway.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.tokens[persona] ?? ''}` },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: Record<string, unknown> | null };
}

describe('what casegraph import writes', () => {
  it.each([...IMPORTS.map(([, , type]) => type), 'Parcel'])('%s stays as it is', async (type) => {
    const sdl = readFileSync(join(folder, 'tables', `${type}.graphql`), 'utf8');
    await expect(sdl).toMatchFileSnapshot(`../snapshots/import/${type}.graphql`);
  });

  it.each(IMPORTS)('%s %s is written the same again, over its own file', async (connection, object, type) => {
    const out = join(folder, 'tables', `${type}.graphql`);
    expect((await imported(connection, object, out)).sdl).toBe(readFileSync(out, 'utf8'));
  });

  it('is in order with the metadata it came from, as all that comes with Casegraph is', async () => {
    const documents = await readDeclarations(config);
    const adapters = adaptersOf(config);
    const catalog = buildCatalog(documents, [...adapters.keys()]);
    let printed = '';
    expect(await checkMetadata(config, documents, catalog, adapters, (text) => (printed += text))).toBe(true);
    expect(printed).toBe('');
  });
});

describe('what is imported is served', () => {
  it('objects of Salesforce, standard and custom, with relations both ways', async () => {
    const { data, errors } = await ask(`{
      salesforceOpportunities(first: 1, filter: { amount: { isNull: false } }) { nodes { name stageName { value } account { name } recordUrl } }
      servicePlans { nodes { name amountEur level { label } account { name salesforceId } } }
      salesforceAccounts(first: 3) { nodes { name opportunities(first: 1) { nodes { name } } salesforceOpportunities(first: 1) { nodes { name account { name } } } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      salesforceOpportunities: {
        nodes: [
          {
            name: expect.any(String) as string,
            recordUrl: expect.stringContaining('/lightning/r/Opportunity/') as string,
          },
        ],
      },
      servicePlans: {
        nodes: [
          {
            name: 'Gold plan',
            amountEur: '99.5',
            level: { label: 'Gold' },
            account: { name: expect.any(String) as string },
          },
        ],
      },
      salesforceAccounts: { nodes: [{}, {}, {}] },
    });
  });

  it('tables of ServiceNow, with what they inherit', async () => {
    const { data, errors } = await ask(`{
      servicenowIncidents(first: 1) { nodes { number priority { label } caller { name } } }
      warranties { nodes { name level { value label } premium validUntil approved account { name warranties { nodes { name } } } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      servicenowIncidents: { nodes: [{ number: expect.stringMatching(/^INC/) as string }] },
      warranties: {
        nodes: [
          {
            name: 'Switches',
            level: { value: 'premium', label: 'Premium "24/7"' },
            premium: '120.50',
            validUntil: '2027-01-31',
            approved: true,
            account: { warranties: { nodes: [{ name: 'Switches' }] } },
          },
        ],
      },
    });
  });

  it('an entity set, a type of a GraphQL service, and a list of a REST service', async () => {
    const { data, errors } = await ask(
      `{
      erpInvoices(first: 2) { nodes { id } }
      deskIncidents(first: 2) { nodes { title reporterId } }
      parcels(filter: { status: { eq: "sent" } }) { nodes { parcelsId status { value } toCity weight tags } }
    }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      erpInvoices: { nodes: [{}, {}] },
      deskIncidents: { nodes: [{ title: expect.any(String) as string }, {}] },
      parcels: {
        nodes: [
          { parcelsId: 'p2', status: { value: 'sent' }, toCity: 'Ghent', weight: '1.5', tags: ['fragile'] },
        ],
      },
    });
  });

  it('to administrators only, until somebody opens it', async () => {
    const { data, errors } = await ask('{ warranties { nodes { name } } }', 'agent');
    expect(data).toEqual({ warranties: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('what cannot be imported', () => {
  it.each([
    ['salesforce', 'Oportunity', /^salesforce has no "Oportunity".* Did you mean Opportunity\?$/],
    ['servicenow', 'incidnet', /^servicenow has no "incidnet".* Did you mean incident\?$/],
    ['erp', 'Invoice', /^erp has no "Invoice".* Did you mean Invoices/],
    ['desk', 'Incidents', /^desk has no "Incidents".* Did you mean Incident\?$/],
    ['salesforce', "x' OR 1=1", /no API name/],
    ['servicenow', 'Incident^ORname=x', /no table name/],
  ])('%s %s: %s', async (connection, object, message) => {
    await expect(imported(connection, object)).rejects.toThrow(message);
  });

  it('says which connection cannot be reached, and what to look at', async () => {
    const connections = config.connections.map((each) => ({ ...each, url: 'http://127.0.0.1:9' }));
    const away = { ...config, connections };
    await expect(imported('desk', 'Incident', undefined, away)).rejects.toThrow(
      /^desk: .*Check the address of the connection/,
    );
  });

  it('without the rights to the dictionary, makes the best of rows and says so', async () => {
    const { urls, credentials, tokens } = sandbox;
    const settings = devSettings({ ...urls, credentials, tokens }, 0, 8);
    const service = parseConfig(JSON.stringify(settings), 'dev', {});
    const { sdl, notes } = await imported('servicenow', 'incident', undefined, service);
    expect(notes.join('\n')).toMatch(/403 on sys_dictionary.*\n/);
    expect(sdl).toContain('caller: User @reference(column: "caller_id")');
    expect(sdl).toContain('@separated(column: "sys_domain")');
    await expect(imported('servicenow', 'u_warranty', undefined, service)).rejects.toThrow(
      /sys_dictionary|grant/i,
    );
  });
});

describe('the command', () => {
  const run = async (...options: string[]) => {
    const command = runCommand('import', ...options);
    try {
      return { code: await command.ended, ...command.output };
    } finally {
      await ensureEnded(command);
    }
  };

  it('writes the file, refuses to overwrite it, and overwrites it with --force', async () => {
    const out = join(folder, 'fresh', 'order.graphql');
    const words = ['salesforce', 'Order', '--config', file, '--out', out, '--name', 'ShopOrder'];
    const first = await run(...words);
    expect(first.err).toContain('change @access to open it');
    expect(first).toMatchObject({ code: 0, out: `${out}\n` });
    expect(readFileSync(out, 'utf8')).toContain('type ShopOrder\n');
    writeFileSync(out, '# mine');
    expect(await run(...words)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already. Add --force') as string,
    });
    expect(readFileSync(out, 'utf8')).toBe('# mine');
    expect((await run(...words, '--force')).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('type ShopOrder\n');
  }, 30_000);

  it('prints without --out, needs no configuration for an address, and names the connection to add', async () => {
    const { code, out, err } = await run('graphql', desk.url, 'Person');
    expect({ code, err }).toMatchObject({
      code: 0,
      err: expect.stringContaining(`graphql: { adapter: graphql, url: ${desk.url}`) as string,
    });
    expect(out).toContain('type Person\n');
    expect(existsSync(join(folder, 'Person.graphql'))).toBe(false);
  }, 15_000);
});

/** A small service, described by a document as people write them: references, a circle, parts put together, hostile words. */
const PARCELS = `
openapi: 3.1.0
info: { title: Parcels, version: '1' }
paths:
  /parcels:
    parameters: [{ name: tenant, in: query, required: true, schema: { type: string, default: main } }]
    get:
      parameters:
        - { $ref: '#/components/parameters/Limit' }
        - { name: offset, in: query, schema: { type: integer } }
        - { name: status, in: query, schema: { type: array, items: { $ref: '#/components/schemas/Status' } }, explode: false }
      responses:
        '200':
          content:
            application/json:
              schema:
                type: object
                properties: { total: { type: integer }, data: { type: array, items: { $ref: '#/components/schemas/Parcel' } } }
  /parcels/{parcelId}:
    get:
      responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } } }
components:
  parameters: { Limit: { name: limit, in: query, schema: { type: integer, maximum: 2 } } }
  schemas:
    Status: { type: string, enum: [new, sent] }
    Base: { type: object, required: [id], properties: { id: { type: string } } }
    Parcel:
      description: 'A parcel """ } type Query { hacked: Int } "'
      allOf: [{ $ref: '#/components/schemas/Base' }]
      type: object
      properties:
        status: { $ref: '#/components/schemas/Status' }
        'odd "name"': { type: string }
        not: { type: [boolean, 'null'] }
        parent: { $ref: '#/components/schemas/Parcel' }
        loop: { $ref: '#/components/schemas/Loop' }
        to: { type: object, properties: { city: { type: string }, zip: { type: string } } }
        weight: { type: number }
        tags: { type: array, items: { type: string } }
    Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] }
`;

const ROWS = [
  { id: 'p1', status: 'new', to: { city: 'Lille', zip: '59000' }, weight: 2, tags: [] },
  { id: 'p2', status: 'sent', to: { city: 'Ghent', zip: '9000' }, weight: 1.5, tags: ['fragile'] },
  { id: 'p3', status: 'new', to: { city: 'Gouda', zip: null }, weight: null, tags: ['cheese', 'round'] },
];

async function serveParcels(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const one = /^\/api\/parcels\/(.+)$/.exec(pathname)?.[1];
    const wanted = searchParams.get('status')?.split(',');
    const found = ROWS.filter(({ status }) => wanted === undefined || wanted.includes(status));
    const offset = Number(searchParams.get('offset') ?? 0);
    const isAsked = one !== undefined || searchParams.get('tenant') === 'main';
    const body =
      one === undefined
        ? { total: found.length, data: found.slice(offset, offset + 2) }
        : ROWS.find(({ id }) => id === one);
    response.writeHead(!isAsked ? 400 : body === undefined ? 404 : 200, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
