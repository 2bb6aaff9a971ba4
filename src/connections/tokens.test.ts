import { generateKeyPairSync } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Auth, ConnectionConfig } from './settings.ts';
import { caller, connect, errorOf, json, secret, upstream } from './upstream.test-server.ts';
import type { Bench, Upstream } from './upstream.test-server.ts';

const GET = { method: 'GET', path: '/rows' } as const;

const CLIENT = {
  grant: 'client-credentials',
  tokenUrl: '/token',
  clientId: 'the client',
  clientSecret: secret('s3cr&t'),
  clientAuth: 'body',
} as const satisfies Auth;

interface Login {
  readonly up: Upstream;
  /** Tokens that rows are given for; the latest issued is added. */
  readonly valid: Set<string>;
  readonly answers: {
    token: (nth: number) => { status?: number; body: unknown; headers?: Record<string, string> };
  };
  readonly logins: () => URLSearchParams[];
  readonly rows: () => (string | undefined)[];
}

/** An upstream with a login at `/token` that issues t1, t2, … and rows for whoever holds a valid one. */
async function login(): Promise<Login> {
  const valid = new Set<string>();
  let issued = 0;
  const answers: Login['answers'] = {
    token: (nth) => ({ body: { access_token: `t${nth}`, token_type: 'Bearer', expires_in: 1800 } }),
  };
  const up = await upstream((request, response, raw) => {
    if (!request.url.startsWith('/token')) {
      const [, token = ''] = raw.headers.authorization?.split(' ') ?? [];
      return json(
        response,
        valid.has(token) ? { token } : { error: `${token} expired` },
        valid.has(token) ? 200 : 401,
      );
    }
    issued += 1;
    const { status = 200, body, headers } = answers.token(issued);
    if (status === 200) valid.add(`t${issued}`);
    setTimeout(() => json(response, body, status, headers), 10);
  });
  const of = (token: boolean) => up.seen.filter((each) => each.url.startsWith('/token') === token);
  return {
    up,
    valid,
    answers,
    logins: () => of(true).map((each) => new URLSearchParams(each.body)),
    rows: () => of(false).map((each) => each.headers.authorization),
  };
}

function ask(bench: Bench, more: Parameters<typeof caller>[0] = {}) {
  return bench.connections.sender('up', caller(more))(GET);
}

async function bench(more: Partial<ConnectionConfig> = {}) {
  const server = await login();
  return { ...server, bench: connect(server.up.url, { auth: CLIENT, ...more }) };
}

describe('credentials that are sent as they are', () => {
  it.each<[string, Auth, Record<string, string | undefined>]>([
    [
      'basic',
      { grant: 'basic', username: 'é', password: secret('p:w') },
      { authorization: `Basic ${btoa('\xc3\xa9:p:w')}` },
    ],
    ['an API key', { grant: 'api-key', header: 'X-SN-ApiKey', key: secret('k') }, { 'x-sn-apikey': 'k' }],
    ['a bearer token', { grant: 'bearer', token: secret('t') }, { authorization: 'Bearer t' }],
    ['none', { grant: 'none' }, { authorization: undefined }],
  ])('%s; a 401 is final', async (_, auth, headers) => {
    const up = await upstream((request, response) => json(response, {}, request.nth === 1 ? 200 : 401));
    const { connections } = connect(up.url, { auth });
    const send = connections.sender('up', caller());
    expect((await send({ ...GET, headers: { 'x-sn-apikey': 'of the adapter' } })).status).toBe(200);
    const { authorization, 'x-sn-apikey': apiKey } = up.seen[0]!.headers;
    expect({ authorization, 'x-sn-apikey': apiKey }).toEqual({ 'x-sn-apikey': 'of the adapter', ...headers });
    expect((await errorOf(send(GET))).kind).toBe('upstream-unauthorized');
    expect(up.seen).toHaveLength(2);
  });
});

describe('a token', () => {
  it('is fetched once for all who wait, and kept', async () => {
    const { bench: to, logins, rows } = await bench();
    await Promise.all(Array.from({ length: 20 }, () => ask(to)));
    await ask(to);
    expect([logins().length, rows().length]).toEqual([1, 21]);
    expect(to.attempts().filter((event) => event.purpose === 'token')).toMatchObject([
      { path: '/token', status: 200 },
    ]);
  });

  it('is fetched on when the first who waits for it leaves, and given up when the last does', async () => {
    const { bench: to, up, logins, answers } = await bench();
    const [one, two] = [new AbortController(), new AbortController()];
    const first = errorOf(ask(to, { signal: one.signal }));
    const second = ask(to);
    one.abort();
    expect((await first).kind).toBe('cancelled');
    expect((await second).status).toBe(200);
    expect(logins()).toHaveLength(1);

    const fresh = connect(up.url, { auth: { ...CLIENT, tokenUrl: '/token?slow' } });
    answers.token = () => ({ body: {} });
    const last = errorOf(ask(fresh, { signal: two.signal }));
    setTimeout(() => two.abort(), 3);
    expect((await last).kind).toBe('cancelled');
    answers.token = (nth) => ({ body: { access_token: `t${nth}` } });
    expect((await ask(fresh)).status).toBe(200);
  });

  it('is renewed ahead of its end, in the background', async () => {
    const { bench: to, logins, rows } = await bench();
    await ask(to);
    to.clock.ahead += 1739_000;
    await ask(to);
    expect(logins()).toHaveLength(1);
    to.clock.ahead += 2000;
    await Promise.all([ask(to), ask(to)]);
    await new Promise((done) => setTimeout(done, 50));
    expect(logins()).toHaveLength(2);
    await ask(to);
    expect(rows().map((value) => value?.slice(7))).toEqual(['t1', 't1', 't1', 't1', 't2']);
  });

  it('serves until its end when it cannot be renewed', async () => {
    const { bench: to, answers } = await bench();
    await ask(to);
    answers.token = () => ({ status: 400, body: {} });
    to.clock.ahead += 1790_000;
    for (let n = 0; n < 3; n += 1) expect((await ask(to)).status).toBe(200);
    to.clock.ahead += 20_000;
    expect((await errorOf(ask(to))).kind).toBe('upstream-unauthorized');
  });

  it('that comes back the same with less time (ServiceNow) is not asked for again and again', async () => {
    const { bench: to, logins, answers, valid } = await bench();
    valid.add('same');
    let left = 1800;
    answers.token = () => ({ body: { access_token: 'same', expires_in: String(left) } });
    await ask(to);
    while (left > 0) {
      const step = left > 70 ? 10 : 1;
      left -= step;
      to.clock.ahead += step * 1000;
      await ask(to);
      // Time for a renewal in the background to arrive.
      if (left < 70) await new Promise((done) => setTimeout(done, 12));
    }
    expect(logins().length).toBeGreaterThan(1);
    expect(logins().length).toBeLessThan(25);
  });

  it.each([
    ['ten minutes', undefined, 600],
    ['as configured', 3600, 3600],
  ])('without a lifetime is kept %s', async (_, tokenTtl, seconds) => {
    const { bench: to, logins, answers } = await bench({ auth: { ...CLIENT, tokenTtl } });
    answers.token = (nth) => ({ body: { access_token: `t${nth}` } });
    await ask(to);
    to.clock.ahead += seconds * 1000 - 61_000;
    await ask(to);
    expect(logins()).toHaveLength(1);
    to.clock.ahead += 62_000;
    await ask(to);
    expect(logins()).toHaveLength(2);
  });

  it('is replaced once when it is refused, by all who hold it together', async () => {
    const { bench: to, logins, valid, rows } = await bench();
    await ask(to);
    valid.clear();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(to)));
    expect(answers.map((answer) => answer.json)).toEqual(Array(20).fill({ token: 't2' }));
    expect([logins().length, rows().length]).toEqual([2, 1 + 40]);
  });

  it('is replaced for a write as well', async () => {
    const { bench: to, valid } = await bench();
    await ask(to);
    valid.clear();
    const answer = await to.connections.sender('up', caller())({ method: 'POST', path: '/rows', json: {} });
    expect(answer.json).toEqual({ token: 't2' });
  });

  it('refused twice is an error, and the login is not hammered', async () => {
    const { bench: to, logins, answers, rows } = await bench();
    answers.token = () => ({ body: { access_token: 'never-good', expires_in: 900 } });
    const error = await errorOf(ask(to));
    expect([error.kind, error.code]).toEqual(['upstream-unauthorized', 'UPSTREAM_UNAUTHORIZED']);
    expect(error.detail).toBe('answered 401 {"error":"*** expired"}');
    expect([logins().length, rows().length]).toEqual([2, 2]);
    for (let n = 0; n < 5; n += 1) await errorOf(ask(to));
    expect([logins().length, rows().length]).toEqual([2, 7]);
    to.clock.ahead += 5001;
    await errorOf(ask(to));
    expect(logins()).toHaveLength(3);
  });
});

describe('a login that fails', () => {
  it.each([
    [
      'refused',
      401,
      { error: 'server_error', error_description: 'access_denied for s3cr&t' },
      'upstream-unauthorized',
      1,
      5001,
    ],
    ['refused with 400', 400, { error: 'invalid_grant' }, 'upstream-unauthorized', 1, 5001],
    ['absent', 503, {}, 'upstream-unavailable', 3, 1001],
    ['broken', 500, {}, 'upstream-unavailable', 1, 1001],
    ['rate limited', 429, {}, 'upstream-rate-limited', 3, 1001],
    ['senseless', 200, ['x'], 'upstream-unavailable', 1, 1001],
    ['without a token', 200, { access_token: '' }, 'upstream-unavailable', 1, 1001],
    ['with a token that breaks lines', 200, { access_token: 'a\r\nb' }, 'upstream-unavailable', 1, 1001],
    [
      'with a token of another kind',
      200,
      { access_token: 'a', token_type: 'mac' },
      'upstream-unavailable',
      1,
      1001,
    ],
    ['moved', 302, {}, 'upstream-unavailable', 1, 1001],
  ])('%s: %d', async (_, status, body, kind, times, pause) => {
    const { bench: to, logins, rows, answers } = await bench();
    answers.token = () => ({ status, body });
    const error = await errorOf(ask(to));
    expect([error.kind, error.connection]).toEqual([kind, 'up']);
    expect(`${error.message} ${error.detail}`).not.toContain('s3cr&t');
    for (let n = 0; n < 5; n += 1) await errorOf(ask(to));
    expect([logins().length, rows().length]).toEqual([times, 0]);
    to.clock.ahead += pause;
    answers.token = (nth) => ({ body: { access_token: `t${nth}` } });
    expect((await ask(to)).status).toBe(200);
  });

  it('tells operators what was said, without the secrets', async () => {
    const { bench: to, answers } = await bench();
    answers.token = () => ({
      status: 401,
      body: { error: 'x', said: 's3cr&t', encoded: encodeURIComponent('s3cr&t') },
    });
    const error = await errorOf(ask(to));
    expect(error.detail).toBe('answered 401 {"error":"x","said":"***","encoded":"***"}');
    expect(error.message).toBe('"up" refused this gateway\'s credential.');
  });

  it('hangs: ends with the deadline, for each caller with its own', async () => {
    const up = await upstream(() => undefined);
    const to = connect(up.url, { auth: CLIENT, limits: { deadline: 1 } });
    const started = performance.now();
    const short = errorOf(ask(to, { deadline: Date.now() + 100 })).then(() => performance.now() - started);
    const error = await errorOf(ask(to));
    expect(error.kind).toBe('upstream-timeout');
    expect(await short).toBeLessThan(900);
    expect(up.seen).toHaveLength(1);
  });
});

describe('grants', () => {
  const cases: [string, Auth, Record<string, string>, string | undefined][] = [
    [
      'client credentials in the body',
      { ...CLIENT, scope: 'useraccount' },
      {
        grant_type: 'client_credentials',
        client_id: 'the client',
        client_secret: 's3cr&t',
        scope: 'useraccount',
      },
      undefined,
    ],
    [
      'client credentials in the header',
      { ...CLIENT, clientAuth: 'basic' },
      { grant_type: 'client_credentials' },
      `Basic ${btoa('the+client:s3cr%26t')}`,
    ],
    [
      'password',
      {
        grant: 'password',
        tokenUrl: '/token',
        clientId: 'c',
        clientSecret: secret('cs'),
        username: 'u',
        password: secret('p'),
        scope: 'useraccount',
      },
      {
        grant_type: 'password',
        client_id: 'c',
        client_secret: 'cs',
        username: 'u',
        password: 'p',
        scope: 'useraccount',
      },
      undefined,
    ],
    [
      'refresh token',
      { grant: 'refresh-token', tokenUrl: '/token', clientId: 'c', refreshToken: secret('r') },
      { grant_type: 'refresh_token', client_id: 'c', refresh_token: 'r' },
      undefined,
    ],
  ];
  it.each(cases)('%s', async (_, auth, fields, authorization) => {
    const { bench: to, up, logins } = await bench({ auth });
    await ask(to);
    expect(Object.fromEntries(logins()[0]!)).toEqual(fields);
    expect(up.seen[0]?.headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(up.seen[0]?.headers.authorization).toBe(authorization);
  });

  it('the latest refresh token is used, and the configured one again when that is refused', async () => {
    const { bench: to, logins, answers } = await bench({ auth: cases[3]![1] });
    answers.token = (nth) => ({
      body: { access_token: `t${nth}`, expires_in: 100, refresh_token: `r${nth}` },
    });
    await ask(to);
    to.clock.ahead += 101_000;
    await ask(to);
    to.clock.ahead += 101_000;
    answers.token = () => ({ status: 400, body: {} });
    await errorOf(ask(to));
    to.clock.ahead += 6000;
    await errorOf(ask(to));
    expect(logins().map((form) => form.get('refresh_token'))).toEqual(['r', 'r1', 'r2', 'r']);
  });
});

describe('JWT bearer', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const jwt = {
    grant: 'jwt-bearer',
    tokenUrl: '/token',
    issuer: 'consumer-key',
    subject: 'service@acme.example',
    audience: 'https://login.salesforce.com',
    algorithm: 'RS256',
    key: secret(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string),
  } as const satisfies Auth;

  it.each([
    ['RS256, PKCS #8', 'RS256', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }), rsa.publicKey],
    ['RS256, PKCS #1', 'RS256', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }), rsa.publicKey],
    ['ES256, SEC 1', 'ES256', ec.privateKey.export({ type: 'sec1', format: 'pem' }), ec.publicKey],
  ] as const)('signs an assertion that verifies: %s', async (_, algorithm, key, publicKey) => {
    const auth = {
      ...jwt,
      algorithm,
      key: secret(key as string),
      keyId: 'k1',
      clientId: 'c',
      clientSecret: secret('cs'),
    };
    const { bench: to, logins } = await bench({ auth });
    await ask(to);
    const [form] = logins();
    const assertion = form!.get('assertion')!;
    expect(Object.fromEntries(form!)).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
      client_id: 'c',
      client_secret: 'cs',
    });
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: algorithm, typ: 'JWT', kid: 'k1' });
    const { payload } = await jwtVerify(assertion, publicKey, {
      issuer: 'consumer-key',
      subject: 'service@acme.example',
      audience: 'https://login.salesforce.com',
      algorithms: [algorithm],
    });
    expect(payload.exp).toBe(payload.iat! + 180);
    expect(Number.isInteger(payload.exp)).toBe(true);
    expect(payload.jti).toMatch(/^[\da-f-]{36}$/);
  });

  it('makes a new assertion for each attempt', async () => {
    const { bench: to, logins, answers } = await bench({ auth: jwt });
    answers.token = (nth) => (nth === 1 ? { status: 503, body: {} } : { body: { access_token: `t${nth}` } });
    await ask(to);
    expect(new Set(logins().map((form) => form.get('assertion'))).size).toBe(2);
  });

  it('asks in the viewer’s name, with a token for each', async () => {
    const { bench: to, logins, rows } = await bench({ auth: jwt, identity: 'viewer' });
    await Promise.all(['abel', 'beth', 'abel'].map((subject) => ask(to, { subject })));
    const subjects = await Promise.all(
      logins().map(async (form) => (await jwtVerify(form.get('assertion')!, rsa.publicKey)).payload.sub),
    );
    expect(subjects.sort()).toEqual(['abel', 'beth']);
    expect(new Set(rows()).size).toBe(2);
  });

  it('without a viewer asks as the account, if there is one', async () => {
    const viewer = await bench({ auth: jwt, identity: 'viewer' });
    await ask(viewer.bench, { subject: null });
    const assertion = viewer.logins()[0]!.get('assertion')!;
    expect((await jwtVerify(assertion, rsa.publicKey)).payload.sub).toBe('service@acme.example');
    const alone = await bench({ auth: { ...jwt, subject: undefined }, identity: 'viewer' });
    const error = await errorOf(ask(alone.bench, { subject: null }));
    expect([error.kind, alone.logins().length]).toEqual(['upstream-unauthorized', 0]);
  });

  it('takes the name from the claim that is named, and never falls back to the account for a viewer', async () => {
    const {
      bench: to,
      logins,
      rows,
    } = await bench({ auth: jwt, identity: 'viewer', viewerClaim: 'crm.user' });
    await ask(to, { names: { 'crm.user': 'abel@crm.example' } });
    const assertion = logins()[0]!.get('assertion')!;
    expect((await jwtVerify(assertion, rsa.publicKey)).payload.sub).toBe('abel@crm.example');
    const without: (Record<string, string> | undefined)[] = [
      undefined,
      {},
      { 'crm.user': '' },
      { email: 'abel@acme.example' },
    ];
    for (const names of without) {
      const error = await errorOf(ask(to, { names }));
      expect([error.kind, error.message]).toEqual([
        'upstream-unauthorized',
        expect.stringContaining('has no claim "crm.user"'),
      ]);
    }
    expect([logins().length, rows().length]).toEqual([1, 1]);
  });

  it('tells a viewer who is refused from a refused account', async () => {
    const { bench: to, answers } = await bench({ auth: jwt, identity: 'viewer' });
    answers.token = () => ({ status: 400, body: { error: 'invalid_grant' } });
    expect((await errorOf(ask(to))).message).toMatch(/did not let this viewer in/);
    expect((await errorOf(ask(to, { subject: null }))).message).toMatch(/refused this gateway's credential/);
  });

  it('with a key that does not fit says so without the key', async () => {
    const { bench: to } = await bench({
      auth: { ...jwt, key: secret('-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----') },
    });
    const error = await errorOf(ask(to));
    expect(error.kind).toBe('upstream-unauthorized');
    expect(`${error.stack} ${error.detail} ${String(error.cause)}`).not.toContain('QUJD');
  });
});

describe('the instance that a token names', () => {
  it('is where requests go', async () => {
    const org = await upstream((_, response) => json(response, { org: true }));
    const { bench: to, answers, rows } = await bench();
    answers.token = () => ({ body: { access_token: 'x', instance_url: `${org.url}/` } });
    expect(await ask(to)).toMatchObject({ json: { org: true }, instance: org.url });
    expect([rows().length, org.seen.length]).toEqual([0, 1]);
  });

  it('is refused where a token would go to a stranger in the clear', async () => {
    const { bench: to, answers, rows } = await bench();
    answers.token = () => ({ body: { access_token: 'x', instance_url: 'http://evil.example' } });
    const error = await errorOf(ask(to));
    expect([error.kind, error.detail, rows().length]).toEqual([
      'upstream-unavailable',
      'http://evil.example',
      0,
    ]);
    expect(error.message).not.toContain('evil');
  });
});

describe('a child alias', () => {
  it('has its own address, token, and identity for caches', async () => {
    const acme = await login();
    const { bench: to, logins } = await bench({ domains: { 'TOP/ACME': { url: acme.up.url } } });
    await ask(to);
    await ask(to, { domain: 'TOP/ACME/EMEA' });
    expect([logins().length, acme.logins().length]).toEqual([1, 1]);
    expect((await ask(to, { domain: 'TOP/ACME' })).instance).toBe(acme.up.url);
    const { identityOf, actsAs } = to.connections;
    expect(actsAs('up', { domain: 'TOP' })).toBe('service');
    expect(identityOf('up', { domain: 'TOP', subject: 'a' })).toBe('service');
    expect(identityOf('up', { domain: 'TOP/ACME', subject: 'a' })).toBe('service@TOP/ACME');
    expect(to.attempts().map((event) => event.domain)).toEqual([
      null,
      null,
      'TOP/ACME',
      'TOP/ACME',
      'TOP/ACME',
    ]);
  });

  it('keeps viewers apart', async () => {
    const { bench: to } = await bench({ identity: 'viewer' });
    const { identityOf, actsAs } = to.connections;
    expect(actsAs('up', { domain: 'TOP' })).toBe('viewer');
    expect(identityOf('up', { domain: 'TOP', subject: 'a' })).toBe('viewer:a');
    expect(identityOf('up', { domain: 'TOP', subject: 'b' })).toBe('viewer:b');
    expect(() => identityOf('up', { domain: 'TOP', subject: null })).toThrow('no viewer');
  });
});

it('no event ever holds a secret or a token', async () => {
  const {
    bench: to,
    valid,
    answers,
  } = await bench({ auth: { ...CLIENT, tokenUrl: '/token?client_secret=s3cr%26t' } });
  await ask(to);
  valid.clear();
  answers.token = () => ({ status: 401, body: {} });
  await errorOf(ask(to));
  expect(to.events.length).toBeGreaterThan(3);
  expect(JSON.stringify(to.events)).not.toMatch(/s3cr|\bt1\b/);
});
