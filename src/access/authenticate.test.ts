import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { CasegraphError } from '../contract/index.ts';
import { DEFAULT_CLAIMS } from './authenticate-claims.ts';
import { createAuthenticator } from './authenticate.ts';
import type { AuthenticatorOptions } from './authenticate.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const SECONDS = NOW / 1000;
const OPTIONS: AuthenticatorOptions = {
  issuer: 'https://idp.example',
  audience: 'casegraph',
  jwksUrl: 'https://idp.example/jwks',
  algorithms: ['RS256'],
  typ: ['JWT'],
  clockTolerance: 5,
  maxTokenAge: 3600,
  grace: 3600,
  claims: DEFAULT_CLAIMS,
};
const CLAIMS = {
  iss: OPTIONS.issuer,
  aud: 'casegraph',
  sub: 'abel.tuter',
  iat: SECONDS - 10,
  exp: SECONDS + 600,
  name: 'Abel Tuter',
  email: 'abel@example.com',
  kind: 'agent',
  roles: ['sn_customerservice_agent'],
  domain: 'TOP/ACME',
  domains: ['TOP/Initech'],
  user: '62826bf03710200044e0bfc8bcbe5df1',
};

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let good: Pair;
let other: Pair;
let goodJwk: JWK;

beforeAll(async () => {
  good = await generateKeyPair('RS256', { extractable: true });
  other = await generateKeyPair('RS256', { extractable: true });
  goodJwk = await publicJwk(good, 'k1');
});

async function publicJwk(pair: Pair, kid: string): Promise<JWK> {
  return { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' };
}

function sign(claims: object, header: object = {}, pair: Pair = good): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT', ...header })
    .sign(pair.privateKey);
}

/** A provider whose answer and clock the test moves. */
function provider(options: Partial<AuthenticatorOptions> = {}) {
  const state = {
    now: NOW,
    fetches: 0,
    answer: (): Response | Promise<Response> => Response.json({ keys: [goodJwk] }),
  };
  const authenticator = createAuthenticator(
    { ...OPTIONS, ...options },
    {
      now: () => state.now,
      fetch: async () => {
        state.fetches++;
        return state.answer();
      },
    },
  );
  const bearer = (token: string) => authenticator.authenticate(`Bearer ${token}`);
  return { state, authenticator, bearer };
}

async function refusal(promise: Promise<unknown>): Promise<CasegraphError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CasegraphError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
}

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const without = (claim: keyof typeof CLAIMS) =>
  Object.fromEntries(Object.entries(CLAIMS).filter(([key]) => key !== claim));

describe('a good token', () => {
  it('gives the viewer', async () => {
    const viewer = await provider().bearer(await sign(CLAIMS));
    expect(viewer).toEqual({
      subject: 'abel.tuter',
      name: 'Abel Tuter',
      email: 'abel@example.com',
      kind: 'agent',
      roles: new Set(['sn_customerservice_agent']),
      domain: 'TOP/ACME',
      domains: ['TOP/Initech'],
      user: '62826bf03710200044e0bfc8bcbe5df1',
    });
    expect(Object.isFrozen(viewer)).toBe(true);
  });

  it('takes claims from where the mapping says: nested, and names that hold dots', async () => {
    const { bearer } = provider({
      claims: { ...DEFAULT_CLAIMS, roles: 'realm_access.roles', domain: 'https://acme.example/domain' },
    });
    const token = await sign({
      ...without('roles'),
      realm_access: { roles: ['itil'] },
      'https://acme.example/domain': 'TOP/X',
    });
    expect(await bearer(token)).toMatchObject({ roles: new Set(['itil']), domain: 'TOP/X' });
  });

  it('is named after its subject when it brings no name, and has no roles when it lists none', async () => {
    const { name, roles } = await provider().bearer(await sign({ ...without('name'), roles: undefined }));
    expect({ name, roles }).toEqual({ name: 'abel.tuter', roles: new Set() });
  });

  it('is believed for a minute without another signature check, but not beyond its expiry', async () => {
    const { state, bearer } = provider({ clockTolerance: 0 });
    const token = await sign({ ...CLAIMS, exp: SECONDS + 30 });
    const viewer = await bearer(token);
    expect(await bearer(token)).toBe(viewer);
    state.now = NOW + 30_000;
    expect((await refusal(bearer(token))).message).toMatch(/expired/);
  });
});

describe('a bad token is refused', () => {
  const cases: [string, () => Promise<string> | string, RegExp, RegExp?][] = [
    ['expired', () => sign({ ...CLAIMS, exp: SECONDS - 6 }), /expired/],
    ['older than the longest age', () => sign({ ...CLAIMS, iat: SECONDS - 3700 }), /expired/],
    ['without exp', () => sign(without('exp')), /not valid/, /exp/],
    ['without iat', () => sign(without('iat')), /not valid/, /iat/],
    ['without sub', () => sign(without('sub')), /not valid/, /sub/],
    ['issued in the future', () => sign({ ...CLAIMS, iat: SECONDS + 60 }), /not valid/, /iat/],
    ['not yet valid', () => sign({ ...CLAIMS, nbf: SECONDS + 60 }), /not valid/, /nbf/],
    ['for another audience', () => sign({ ...CLAIMS, aud: 'other' }), /not valid/, /aud/],
    ['for no audience', () => sign(without('aud')), /not valid/, /aud/],
    ['of another issuer', () => sign({ ...CLAIMS, iss: 'https://evil.example' }), /not valid/, /iss/],
    ['of another type', () => sign(CLAIMS, { typ: 'id+jwt' }), /not valid/, /typ/],
    ['signed by another key under our key id', () => sign(CLAIMS, {}, other), /not valid/, /SIGNATURE/],
    ['signed by an unknown key', () => sign(CLAIMS, { kid: 'k9' }, other), /not valid/, /JWKS_NO_MATCHING/],
    ['alg none', () => `${b64({ alg: 'none', typ: 'JWT' })}.${b64(CLAIMS)}.`, /not valid/, /ALG_NOT_ALLOWED/],
    ['HS256 with the public key', hmacWithPublicKey, /not valid/, /ALG_NOT_ALLOWED/],
    ['a critical header nobody knows', () => withCrit(), /not valid|no bearer/],
    ['payload changed', async () => tampered(await sign(CLAIMS)), /not valid/, /SIGNATURE/],
    ['payload no JSON', async () => `${(await sign(CLAIMS)).split('.')[0]}.!!.x`, /no bearer/],
    [
      'roles a string',
      () => sign({ ...CLAIMS, roles: 'admin' }),
      /not valid/,
      /"roles" is of type string, a list/,
    ],
    [
      'a role that is no string',
      () => sign({ ...CLAIMS, roles: [1] }),
      /not valid/,
      /"roles\[0\]" is of type number/,
    ],
    ['an unknown kind', () => sign({ ...CLAIMS, kind: 'god' }), /not valid/, /none of agent, contact/],
    ['no kind', () => sign(without('kind')), /not valid/, /kind is missing/],
    ['no domain', () => sign(without('domain')), /not valid/, /domain is missing/],
    [
      'a domain with an empty step',
      () => sign({ ...CLAIMS, domain: 'TOP//ACME' }),
      /not valid/,
      /domain path/,
    ],
    ['a domain with an end slash', () => sign({ ...CLAIMS, domain: 'TOP/' }), /not valid/, /domain path/],
    [
      'a granted domain that is no path',
      () => sign({ ...CLAIMS, domains: ['/'] }),
      /not valid/,
      /domain path/,
    ],
    ['a name with a line break', () => sign({ ...CLAIMS, name: 'a\nb' }), /not valid/, /control characters/],
    [
      'a user that is an object',
      () => sign({ ...CLAIMS, user: {} }),
      /not valid/,
      /"user" is of type object/,
    ],
  ];
  it.each(cases)('%s', async (_name, make, text, detail = /./) => {
    const error = await refusal(provider().bearer(await make()));
    expect(error.kind).toBe('unauthenticated');
    expect(error.message).toMatch(text);
    if (!/no bearer/.test(error.message)) expect(error.detail).toMatch(detail);
    expect(error.message).not.toMatch(/abel|idp\.example|JWS|JWT_/);
  });

  async function hmacWithPublicKey(): Promise<string> {
    const head = `${b64({ alg: 'HS256', kid: 'k1', typ: 'JWT' })}.${b64(CLAIMS)}`;
    const mac = createHmac('sha256', await exportSPKI(good.publicKey)).update(head);
    return `${head}.${mac.digest('base64url')}`;
  }
  function withCrit(): string {
    return `${b64({ alg: 'RS256', kid: 'k1', typ: 'JWT', crit: ['x'], x: 1 })}.${b64(CLAIMS)}.AAAA`;
  }
  function tampered(token: string): string {
    const [head, , signature] = token.split('.');
    return `${head}.${b64({ ...CLAIMS, roles: ['admin'] })}.${signature}`;
  }
});

describe('a header that holds no token', () => {
  it.each<[string, string | undefined, RegExp]>([
    ['none', undefined, /is needed/],
    ['empty', ' ', /is needed/],
    ['basic', 'Basic YTpi', /no bearer token/],
    ['no token', 'Bearer ', /no bearer token/],
    ['two parts', 'Bearer a.b', /no bearer token/],
    ['five parts (encrypted)', 'Bearer a.b.c.d.e', /no bearer token/],
    ['two tokens', 'Bearer a.b.c, Bearer a.b.c', /no bearer token/],
    ['not base64url', 'Bearer a+/.b.c', /no bearer token/],
    ['too long', `Bearer ${'a'.repeat(9000)}.b.c`, /no bearer token/],
  ])('%s', async (_name, header, text) => {
    const { state, authenticator } = provider();
    const error = await refusal(authenticator.authenticate(header));
    expect([error.kind, text.test(error.message), state.fetches]).toEqual(['unauthenticated', true, 0]);
  });
});

describe('the keys', () => {
  it('are fetched once for many waiters', async () => {
    const { state, bearer } = provider();
    const tokens = await Promise.all(
      Array.from({ length: 20 }, (_, index) => sign({ ...CLAIMS, jti: String(index) })),
    );
    await Promise.all(tokens.map(bearer));
    expect(state.fetches).toBe(1);
  });

  it('are fetched again for a key id that is not among them, at most once in 30 s', async () => {
    const { state, bearer } = provider();
    await bearer(await sign(CLAIMS));
    state.answer = async () => Response.json({ keys: [goodJwk, await publicJwk(other, 'k2')] });
    const rotated = await sign(CLAIMS, { kid: 'k2' }, other);
    expect((await refusal(bearer(rotated))).kind).toBe('unauthenticated');
    expect(state.fetches).toBe(1);
    state.now += 31_000;
    expect((await bearer(rotated)).subject).toBe('abel.tuter');
    for (let i = 0; i < 5; i++)
      await refusal(bearer(await sign({ ...CLAIMS, jti: String(i) }, { kid: 'k3' })));
    expect(state.fetches).toBe(2);
  });

  it.each<[string, () => Response]>([
    [
      'unreachable',
      () => {
        throw new TypeError('fetch failed: 10.0.0.1');
      },
    ],
    ['answering 500', () => new Response('oops', { status: 500 })],
    ['answering HTML', () => new Response('<html>')],
    ['answering no keys', () => Response.json({ keys: [] })],
    ['answering without end', () => new Response('x'.repeat(300_000))],
  ])('outlive an endpoint that is %s by the grace and no longer', async (_name, broken) => {
    const { state, bearer } = provider({ maxTokenAge: 100_000, grace: 3600 });
    const token = (n: number) => sign({ ...CLAIMS, jti: String(n), exp: SECONDS + 100_000 });
    await bearer(await token(1));
    state.answer = broken;
    state.now += 600_000 + 3_500_000;
    expect((await bearer(await token(2))).subject).toBe('abel.tuter');
    state.now += 200_000;
    const error = await refusal(bearer(await token(3)));
    expect([error.kind, error.message]).toEqual([
      'upstream-unavailable',
      'Access tokens cannot be checked right now. Try again shortly.',
    ]);
    state.answer = () => Response.json({ keys: [goodJwk] });
    state.now += 31_000;
    expect((await bearer(await token(4))).subject).toBe('abel.tuter');
  });

  it('are renewed without waiting before they are old', async () => {
    const { state, bearer } = provider();
    await bearer(await sign(CLAIMS));
    state.now += 400_000;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    state.answer = async () => (await held, Response.json({ keys: [goodJwk] }));
    expect((await bearer(await sign({ ...CLAIMS, jti: '2' }))).subject).toBe('abel.tuter');
    expect(state.fetches).toBe(2);
    release();
  });

  it('must be there before the gateway is ready', async () => {
    const { state, authenticator } = provider();
    state.answer = () => new Response(null, { status: 503 });
    expect((await refusal(authenticator.ready())).kind).toBe('upstream-unavailable');
    state.answer = () => Response.json({ keys: [goodJwk] });
    state.now += 1_001;
    await authenticator.ready();
  });
});

describe('options that would accept what anybody can make are refused', () => {
  it.each<[string, Partial<AuthenticatorOptions>]>([
    ['a shared-secret algorithm', { algorithms: ['RS256', 'HS256'] }],
    ['no signature', { algorithms: ['none'] }],
    ['no algorithm', { algorithms: [] }],
    ['no audience', { audience: [] }],
    ['an empty audience', { audience: '' }],
    ['no issuer', { issuer: '' }],
  ])('%s', (_name, options) => {
    expect(() => provider(options)).toThrow(CasegraphError);
  });
});
