import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { ConfigError } from '../../src/config/index.ts';
import type { Config } from '../../src/config/index.ts';
import { startStack, type Stack } from '../harness/stack.ts';

/** What comes in is never believed: it only says where to look, and only if it is proved to come from the source. */

const SECRETS = ['first-secret-of-the-business-rule', 'second-secret-while-rotating'] as const;
const STANDARD = `whsec_${Buffer.from('a secret of thirty-two bytes ok!').toString('base64')}`;
const BEARER = 'all-quiet-token-of-the-test';
const TOLERANCE = 300;
const BYTES = 8_192;

let stack: Stack;
let admin: string;

beforeAll(async () => {
  stack = await startStack({ cases: 5, config: withEvents });
  admin = 'admin';
}, 30_000);
afterAll(() => stack.close());

function withEvents(config: Config): Config {
  const { servicenow, salesforce } = eventSettings();
  const text = JSON.stringify({
    ...minimal(),
    events: { servicenow, incidents: salesforce, quiet: { kind: 'allquiet', secrets: [{ value: BEARER }] } },
  });
  const { events } = parseConfig(text, 'test', {});
  return { ...config, events };
}

function eventSettings() {
  const both = { tolerance: TOLERANCE, bodyBytes: BYTES };
  return {
    servicenow: { ...both, secrets: SECRETS.map((value) => ({ value })) },
    salesforce: { ...both, kind: 'incidentio', secrets: [{ value: STANDARD }] },
  };
}

function minimal() {
  const connection = {
    adapter: 'rest',
    url: 'https://x.example',
    auth: { grant: 'api-key', header: 'x', key: { value: 'k' } },
  };
  return {
    identity: { issuer: 'https://id.example', audience: 'casegraph', jwks: 'https://id.example/keys' },
    domains: { tree: [] },
    connections: {
      servicenow: { ...connection, adapter: 'servicenow' },
      incidents: connection,
      quiet: connection,
    },
  };
}

const seconds = (): number => Math.floor(Date.now() / 1000);

interface Delivery {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

interface Signing {
  readonly id?: string;
  readonly timestamp?: number | string;
  readonly secret?: string;
  readonly body?: string | Buffer;
}

function event(more: object = {}): string {
  return JSON.stringify({
    id: randomUUID(),
    table: 'incident',
    sys_id: '9d385017c611228701d22104cc95c371',
    operation: 'update',
    sys_updated_on: '2026-11-22 07:29:37',
    sys_mod_count: '7',
    ...more,
  });
}

/** Signed by node alone: the gateway's own code has no part in it. */
function signed({
  id = randomUUID(),
  timestamp = seconds(),
  secret = SECRETS[0],
  body = event(),
}: Signing = {}): Delivery {
  const text = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)]);
  const mac = createHmac('sha256', secret).update(text).digest('hex');
  const headers = {
    'x-casegraph-id': id,
    'x-casegraph-timestamp': String(timestamp),
    'x-casegraph-signature': `v1=${mac}`,
  };
  return { path: '/events/servicenow', headers, body };
}

function standard({
  id = `msg_${randomUUID()}`,
  timestamp = seconds(),
  secret = STANDARD,
  body = envelope(),
}: Signing = {}): Delivery {
  const key = Buffer.from(secret.slice(6), 'base64');
  const mac = createHmac('sha256', key)
    .update(`${id}.${timestamp}.${String(body)}`)
    .digest('base64');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')} v1,${mac}`,
  };
  return { path: '/events/incidents', headers, body };
}

function envelope(
  type = 'public_incident.incident_updated_v2',
  payload: object = { id: '01FDAG4SAP5TYPT98WGR2N7W91' },
): string {
  return JSON.stringify({ event_type: type, [type]: payload });
}

function bearer(
  token = BEARER,
  body: string = JSON.stringify({ id: 'inc-1', title: 'Disk full on db-1' }),
): Delivery {
  return { path: '/events/quiet', headers: { authorization: `Bearer ${token}` }, body };
}

interface Answered {
  readonly status: number;
  readonly body: { readonly errors?: readonly { message: string; extensions: { code: string } }[] };
}

async function send({ path, headers, body }: Delivery): Promise<Answered> {
  const response = await fetch(stack.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, body: (await response.json()) as Answered['body'] };
}

interface Counts {
  readonly accepted: number;
  readonly refused: Readonly<Record<string, number>>;
}

async function counts(connection: string): Promise<Counts> {
  const { body } = await stack.graphql(
    admin,
    '{ events { connection accepted refused { reason count } lastAt } }',
  );
  const { events } = body.data as {
    events: {
      connection: string;
      accepted: number;
      refused: { reason: string; count: number }[];
      lastAt: string | null;
    }[];
  };
  const found = events.find((each) => each.connection === connection)!;
  return {
    accepted: found.accepted,
    refused: Object.fromEntries(found.refused.map(({ reason, count }) => [reason, count])),
  };
}

async function upstreamRequests(): Promise<number> {
  const systems = ['servicenow', 'salesforce', 'erp', 'shipping'] as const;
  const lists = await Promise.all(systems.map((system) => stack.requests(system)));
  return lists.reduce((sum, list) => sum + list.length, 0);
}

beforeEach(() => stack.forget());

describe('what is proved is taken', () => {
  it.each<[string, () => Delivery]>([
    ['ServiceNow, signed with the first secret', () => signed()],
    ['ServiceNow, signed with the second secret', () => signed({ secret: SECRETS[1] })],
    ['ServiceNow, almost five minutes old', () => signed({ timestamp: seconds() - TOLERANCE + 5 })],
    ['incident.io, one of two signatures', () => standard()],
    ['incident.io, an event that nobody knows', () => standard({ body: envelope('public_incident.new_v9') })],
    ['All Quiet, with its token', () => bearer()],
  ])('%s', async (_, delivery) => {
    const made = delivery();
    const connection = made.path.slice('/events/'.length);
    const before = await counts(connection);
    expect(await send(made)).toEqual({ status: 202, body: { accepted: true } });
    expect(await counts(connection)).toEqual({ ...before, accepted: before.accepted + 1 });
  });

  it('what the business rule of the documentation sends, on a stand-in for the instance', async () => {
    const guide = readFileSync(new URL('../../docs/live.md', import.meta.url), 'utf8');
    const script = /```javascript\n(\(function executeRule[\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const sent: Delivery[] = [];
    runInNewContext(script, instance(sent));
    expect(sent).toHaveLength(1);
    expect(await send(sent[0]!)).toEqual({ status: 202, body: { accepted: true } });
  });

  it("incident.io's own examples", async () => {
    const file = new URL('webhooks/incidentio-examples.json', import.meta.url);
    const examples = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    for (const example of Object.values(examples)) {
      expect((await send(standard({ body: JSON.stringify(example) }))).status).toBe(202);
    }
  });
});

/** As much of an instance's scripting as the business rule uses. */
function instance(sent: Delivery[]): object {
  const properties: Readonly<Record<string, string>> = {
    'casegraph.events.url': `${stack.url}/events/servicenow`,
    'casegraph.events.secret': SECRETS[0],
  };
  const columns: Readonly<Record<string, string>> = {
    sys_updated_on: '2026-11-22 07:29:37',
    sys_mod_count: '7',
  };
  class RESTMessageV2 {
    readonly #headers: Record<string, string> = {};
    #path = '';
    #body = '';
    setEndpoint(url: string): void {
      this.#path = new URL(url).pathname;
    }
    setHttpMethod(method: string): void {
      expect(method).toBe('post');
    }
    setHttpTimeout(): void {
      // Nothing is waited for here.
    }
    setRequestHeader(name: string, value: string): void {
      this.#headers[name] = value;
    }
    setRequestBody(body: string): void {
      this.#body = body;
    }
    execute(): { getStatusCode(): number } {
      sent.push({ path: this.#path, headers: this.#headers, body: this.#body });
      return { getStatusCode: () => 202 };
    }
  }
  return {
    gs: {
      getProperty: (name: string) => properties[name],
      generateGUID: () => randomUUID().replaceAll('-', ''),
      warn: (text: string) => expect.fail(text),
    },
    GlideStringUtil: { base64Encode: (text: string) => Buffer.from(text).toString('base64') },
    GlideCertificateEncryption: class {
      generateMac(key: string, algorithm: string, text: string): string {
        expect(algorithm).toBe('HmacSHA256');
        return createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');
      }
    },
    sn_ws: { RESTMessageV2 },
    current: {
      getTableName: () => 'incident',
      getUniqueValue: () => '9d385017c611228701d22104cc95c371',
      operation: () => 'update',
      getValue: (name: string) => columns[name],
    },
    previous: null,
  };
}

const NOT_SIGNED: readonly (readonly [string, string, () => Delivery])[] = [
  ['without headers', 'FORGED', () => ({ ...signed(), headers: {} })],
  ['signed with another secret', 'FORGED', () => signed({ secret: 'a secret that nobody knows' })],
  ['signed with nothing', 'FORGED', () => signed({ secret: '' })],
  [
    'with the signature of another body',
    'FORGED',
    () => ({ ...signed(), body: event({ table: 'problem' }) }),
  ],
  [
    'with the signature of another time',
    'FORGED',
    () => tampered(signed(), 'x-casegraph-timestamp', String(seconds() - 1)),
  ],
  ['with the signature of another id', 'FORGED', () => tampered(signed(), 'x-casegraph-id', randomUUID())],
  ['with a signature in capitals', 'FORGED', () => recased(signed())],
  ['with a time that is no number', 'FORGED', () => signed({ timestamp: 'now' })],
  ['with a time in milliseconds', 'STALE', () => signed({ timestamp: String(Date.now()).slice(0, 12) })],
  ['with an id too long', 'FORGED', () => signed({ id: 'x'.repeat(129) })],
  ['with an id with a dot', 'FORGED', () => signed({ id: 'a.b' })],
  ['older than five minutes', 'STALE', () => signed({ timestamp: seconds() - TOLERANCE - 2 })],
  ['from five minutes ahead', 'STALE', () => signed({ timestamp: seconds() + TOLERANCE + 5 })],
  ['of incident.io, with another secret', 'FORGED', () => standard({ secret: `whsec_${'QUJD'.repeat(8)}` })],
  [
    'of incident.io, older than five minutes',
    'STALE',
    () => standard({ timestamp: seconds() - TOLERANCE - 2 }),
  ],
  [
    'of incident.io, with the signature of ServiceNow',
    'FORGED',
    () => ({ ...signed(), path: '/events/incidents' }),
  ],
  ['of All Quiet, without a token', 'FORGED', () => ({ ...bearer(), headers: {} })],
  ['of All Quiet, with another token', 'FORGED', () => bearer(`${BEARER}x`)],
  ['of All Quiet, with a part of the token', 'FORGED', () => bearer(BEARER.slice(0, -1))],
];

function tampered(delivery: Delivery, header: string, value: string): Delivery {
  return { ...delivery, headers: { ...delivery.headers, [header]: value } };
}

function recased(delivery: Delivery): Delivery {
  return tampered(
    delivery,
    'x-casegraph-signature',
    delivery.headers['x-casegraph-signature']!.toUpperCase(),
  );
}

const NOT_READABLE: readonly (readonly [string, () => Delivery])[] = [
  ['no JSON', () => signed({ body: '{"id":' })],
  ['no group of keys', () => signed({ body: '[]' })],
  ['a nothing', () => signed({ body: 'null' })],
  ['an empty body', () => signed({ body: '' })],
  ['no table', () => signed({ body: event({ table: undefined }) })],
  ['a table that is no name', () => signed({ body: event({ table: 'incident/../sys_user' }) })],
  ['a key that is no sys_id', () => signed({ body: event({ sys_id: "x' OR 1=1" }) })],
  ['another operation', () => signed({ body: event({ operation: 'drop' }) })],
  ['bytes that are not UTF-8', () => signed({ body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) })],
  [
    'of incident.io: no envelope',
    () => standard({ body: '{"event_type":"public_incident.incident_updated_v2"}' }),
  ],
  ['of All Quiet: no id', () => bearer(BEARER, '{"title":"Disk full"}')],
];

describe('the rest is refused, counted, and leads nowhere', () => {
  it.each(NOT_SIGNED)('%s: 401 %s', async (_, reason, delivery) => refused(delivery(), 401, reason));

  it.each(NOT_READABLE)('%s: 400', async (_, delivery) => refused(delivery(), 400, 'MALFORMED'));

  async function refused(made: Delivery, status: number, reason: string): Promise<void> {
    const connection = made.path.slice('/events/'.length);
    const before = await counts(connection);
    const answer = await send(made);
    expect(answer.status).toBe(status);
    const [error] = answer.body.errors ?? [];
    expect(error?.extensions.code).toBe(status === 401 ? 'UNAUTHENTICATED' : 'BAD_USER_INPUT');
    expect(JSON.stringify(answer)).not.toMatch(/first-secret|second-secret|whsec_|all-quiet-token/);
    const after = await counts(connection);
    expect(after).toEqual({
      accepted: before.accepted,
      refused: { ...before.refused, [reason]: (before.refused[reason] ?? 0) + 1 },
    });
    expect(await upstreamRequests()).toBe(0);
  }

  it('the same delivery twice: the second is a replay, whatever is changed about what is not signed', async () => {
    for (const made of [signed(), standard()]) {
      const before = await counts(made.path.slice('/events/'.length));
      expect((await send(made)).status).toBe(202);
      expect((await send(made)).status).toBe(401);
      expect((await send({ ...made, headers: { ...made.headers, 'user-agent': 'other' } })).status).toBe(401);
      const after = await counts(made.path.slice('/events/'.length));
      expect(after.accepted).toBe(before.accepted + 1);
      expect(after.refused['REPLAYED']).toBe((before.refused['REPLAYED'] ?? 0) + 2);
    }
  });

  it('the same id with a new time is a replay, too', async () => {
    const id = randomUUID();
    expect((await send(signed({ id, timestamp: seconds() - 3 }))).status).toBe(202);
    expect((await send(signed({ id, timestamp: seconds() }))).status).toBe(401);
  });

  it('of twenty copies sent at once one is taken', async () => {
    const made = signed();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(made)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  });

  it('a body larger than allowed: 413, however it is sent', async () => {
    const before = await counts('servicenow');
    const made = signed({ body: event({ padding: 'x'.repeat(BYTES) }) });
    expect((await send(made)).status).toBe(413);
    expect(await chunked(made)).toBe(413);
    const after = await counts('servicenow');
    expect(after.refused['OVERSIZED']).toBe((before.refused['OVERSIZED'] ?? 0) + 2);
    expect(await upstreamRequests()).toBe(0);
  });

  it('who is not admitted by headers is answered before the body is there', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = httpRequest(`${stack.url}/events/servicenow`, {
        method: 'POST',
        headers: { 'content-length': '1000000000', 'x-casegraph-id': 'forged' },
      });
      outgoing.once('response', (answer) => {
        resolve(answer.statusCode);
        outgoing.destroy();
      });
      outgoing.once('error', reject);
      outgoing.flushHeaders();
    });
    expect(status).toBe(401);
  });

  it('a packed body: 400', async () => {
    const made = signed();
    expect((await send({ ...made, headers: { ...made.headers, 'content-encoding': 'gzip' } })).status).toBe(
      400,
    );
  });

  it('any change of a delivery, anywhere: 401', async () => {
    const places = ['x-casegraph-id', 'x-casegraph-timestamp', 'x-casegraph-signature', 'body'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.nat(),
        fc.constantFrom(...'0123456789abcdef'),
        async (place, at, digit) => {
          const made = signed();
          const text = place === 'body' ? String(made.body) : made.headers[place]!;
          const index = at % text.length;
          fc.pre(text[index] !== digit);
          const changed = text.slice(0, index) + digit + text.slice(index + 1);
          const other = place === 'body' ? { ...made, body: changed } : tampered(made, place, changed);
          expect((await send(other)).status).toBe(401);
        },
      ),
      { numRuns: 150 },
    );
    expect(await upstreamRequests()).toBe(0);
  });
});

describe('what is not configured is not there', () => {
  it.each([
    '/events',
    '/events/',
    '/events/salesforce',
    '/events/__proto__',
    '/events/servicenow/',
    '/events/servicenow/x',
  ])('%s: 404', async (path) => {
    expect((await send({ ...signed(), path })).status).toBe(404);
  });

  it('other methods: 405', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(`${stack.url}/events/servicenow`, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  it('counts are for administrators', async () => {
    const { body } = await stack.graphql('agent', '{ events { connection } }');
    expect([body.data, body.errors?.map(({ extensions }) => extensions['code'])]).toEqual([
      { events: null },
      ['FORBIDDEN'],
    ]);
  });
});

describe('the configuration says what is wrong with it', () => {
  it.each<[string, unknown, string]>([
    [
      'a connection that is not there',
      { servicenov: { secrets: [{ value: SECRETS[0] }] } },
      'events.servicenov',
    ],
    ['no kind', { quiet: { secrets: [{ value: SECRETS[0] }] } }, 'events.quiet.kind'],
    ['no secret', { servicenow: { secrets: [] } }, 'events.servicenow.secrets'],
    ['a short secret', { servicenow: { secrets: [{ value: 'short' }] } }, 'events.servicenow.secrets.0'],
    [
      'a secret of another kind',
      { quiet: { kind: 'incidentio', secrets: [{ value: SECRETS[0] }] } },
      'events.quiet.secrets.0',
    ],
    [
      'a tolerance of a day',
      { servicenow: { secrets: [{ value: SECRETS[0] }], tolerance: 86400 } },
      'events.servicenow.tolerance',
    ],
  ])('%s', (_, events, path) => {
    const problems = problemsOf(() => parseConfig(JSON.stringify({ ...minimal(), events }), 'test', {}));
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(JSON.stringify(problems)).not.toContain(SECRETS[0]);
  });
});

function problemsOf(read: () => unknown) {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function chunked({ path, headers, body }: Delivery): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(stack.url + path, { method: 'POST', headers: { ...headers } });
    outgoing.once('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    outgoing.once('error', reject);
    outgoing.write(String(body).slice(0, 100));
    outgoing.end(String(body).slice(100));
  });
}
