import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey } from '../../sandbox/identity/keys.ts';
import type { ViewerClaims } from '../../sandbox/world/world.ts';
import { startIssuer, type Issuer } from '../harness/issuer.ts';
import { startStack, type Stack } from '../harness/stack.ts';

const QUERY =
  '{ viewer { name } cases(first: 1) { nodes { number account { opportunities { nodes { name } } } } } }';
const HOUR = 3600;
const now = (): number => Math.floor(Date.now() / 1000);

let issuer: Issuer;
let stack: Stack;
let admin: ViewerClaims;

beforeAll(async () => {
  issuer = await startIssuer();
  stack = await startStack({ config: issuer.trusted });
  const persona = stack.sandbox.world.personas.find(({ name }) => name === 'admin');
  if (persona === undefined) throw new Error('there is no admin');
  admin = persona.claims;
});
afterAll(async () => {
  await stack.close();
  await issuer.close();
});

async function upstreamRequests(): Promise<number> {
  return (await stack.requests('servicenow')).length + (await stack.requests('salesforce')).length;
}

/** An unsigned token that says what a good one says. */
function unsigned(claims: object): string {
  return new UnsecuredJWT({ ...claims })
    .setIssuer(issuer.url)
    .setAudience('casegraph')
    .setIssuedAt()
    .setExpirationTime('1h')
    .encode();
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const BAD: readonly (readonly [string, () => Promise<string> | string])[] = [
  ['that has expired', () => issuer.sign(admin, { claims: { iat: now() - 2 * HOUR, exp: now() - HOUR } })],
  ['without an expiry', () => issuer.sign(admin, { claims: { exp: undefined } })],
  ['without a moment of issue', () => issuer.sign(admin, { claims: { iat: undefined } })],
  [
    'issued in the future',
    () => issuer.sign(admin, { claims: { iat: now() + HOUR, exp: now() + 2 * HOUR } }),
  ],
  ['not valid yet', () => issuer.sign(admin, { claims: { nbf: now() + HOUR } })],
  [
    'issued too long ago, though it has not expired',
    () => issuer.sign(admin, { claims: { iat: now() - 40 * 24 * HOUR } }),
  ],
  ['for another audience', () => issuer.sign(admin, { claims: { aud: 'billing' } })],
  ['for no audience', () => issuer.sign(admin, { claims: { aud: undefined } })],
  ['of another issuer', () => issuer.sign(admin, { claims: { iss: 'https://login.elsewhere.example' } })],
  ['of no issuer', () => issuer.sign(admin, { claims: { iss: undefined } })],
  ['of the type of an ID token', () => issuer.sign(admin, { header: { typ: 'JWT' } })],
  ['of no type', () => issuer.sign(admin, { header: { typ: undefined } })],
  ['about nobody', () => issuer.sign(admin, { claims: { sub: undefined } })],
  ['of no kind of viewer', () => issuer.sign(admin, { claims: { kind: undefined } })],
  ['of an unknown kind of viewer', () => issuer.sign(admin, { claims: { kind: 'root' } })],
  ['of no domain', () => issuer.sign(admin, { claims: { domain: undefined } })],
  ['with roles as a text', () => issuer.sign(admin, { claims: { roles: 'admin' } })],
  [
    'signed by another key under the right key id',
    async () => issuer.sign(admin, { key: (await createSigningKey('RS256')).privateKey }),
  ],
  [
    'signed by a key nobody has published',
    async () => {
      const { privateKey, kid } = await createSigningKey('RS256');
      return issuer.sign(admin, { key: privateKey, header: { kid } });
    },
  ],
  [
    'that brings its own key along',
    async () => {
      const { privateKey, publicJwk } = await createSigningKey('RS256');
      return issuer.sign(admin, { key: privateKey, header: { jwk: publicJwk, kid: undefined } });
    },
  ],
  [
    'signed with the public key as a shared secret (HS256)',
    () =>
      issuer.sign(admin, { key: new TextEncoder().encode(issuer.publicKeyPem), header: { alg: 'HS256' } }),
  ],
  ['without a signature (alg: none)', () => unsigned(admin)],
  [
    'without a signature (alg: None, at+jwt)',
    () => `${base64({ alg: 'None', typ: 'at+jwt' })}.${unsigned(admin).split('.')[1] ?? ''}.`,
  ],
  [
    'with the signature cut off',
    async () => `${(await issuer.sign(admin)).split('.').slice(0, 2).join('.')}.`,
  ],
  [
    'with other claims under a good signature',
    async () => {
      const [header, , signature] = (await issuer.sign({ ...admin, roles: [] })).split('.');
      const [, claims] = (await issuer.sign(admin)).split('.');
      return [header, claims, signature].join('.');
    },
  ],
  ['that is no token', () => 'letmein'],
  ['of the sandbox, which this gateway does not trust', () => stack.sandbox.tokens['admin'] ?? ''],
  ['of 100,000 characters', () => 'a'.repeat(100_000)],
];

/** Node itself answers headers beyond its own bound, with 431. */
const refusedByNode = (name: string): boolean => name.includes('100,000');

describe('without a token there is no data, and no system is asked anything', () => {
  it('a good token gets data, so that what follows is not refused for another reason', async () => {
    const { status, body } = await stack.graphql({ token: await issuer.sign(admin) }, QUERY);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(body.data).toMatchObject({
      viewer: { name: admin.name },
      cases: { nodes: [{ number: expect.stringMatching(/^CS/) as string }] },
    });
  });

  it.each(BAD)('a token %s is refused', async (name, make) => {
    await stack.forget();
    const { status, body, text } = await stack.graphql({ token: await make() }, QUERY);
    if (refusedByNode(name)) expect(status).toBe(431);
    else {
      expect(status).toBe(401);
      expect(body.errors).toHaveLength(1);
      expect(body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    }
    expect(body.data ?? null).toBeNull();
    expect(text).not.toContain(issuer.url);
    expect(await upstreamRequests()).toBe(0);
  });

  it.each([
    ['no Authorization header', undefined],
    ['an empty one', ''],
    ['no scheme', 'letmein'],
    ['Basic credentials', `Basic ${Buffer.from('admin:admin').toString('base64')}`],
    ['Bearer without a token', 'Bearer '],
    ['two tokens', 'Bearer a.b.c, Bearer d.e.f'],
  ])('%s is refused', async (_, authorization) => {
    await stack.forget();
    const { status, body } = await stack.graphql(
      null,
      QUERY,
      {},
      authorization === undefined ? {} : { headers: { authorization } },
    );
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await upstreamRequests()).toBe(0);
  });

  it('a token in the address or in the body is no token', async () => {
    const token = await issuer.sign(admin);
    await stack.forget();
    const inAddress = await fetch(
      `${stack.gateway.graphql}?query=${encodeURIComponent(QUERY)}&access_token=${token}`,
      { headers: { 'apollo-require-preflight': '1' } },
    );
    const inBody = await stack.graphql(
      null,
      QUERY,
      {},
      {
        body: JSON.stringify({
          query: QUERY,
          access_token: token,
          extensions: { authorization: `Bearer ${token}` },
        }),
      },
    );
    expect([inAddress.status, inBody.status]).toEqual([401, 401]);
    expect(await upstreamRequests()).toBe(0);
  });
});
