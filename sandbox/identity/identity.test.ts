import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listener } from '../http/listen.ts';
import { listen } from '../http/listen.ts';
import { createWorld } from '../world/create.ts';
import type { Identity } from './identity.ts';
import { createIdentity } from './identity.ts';

const world = createWorld({ cases: 30 });
let identity: Identity;
let listener: Listener;

beforeAll(async () => {
  identity = await createIdentity(world, { now: Date.now });
  listener = await listen(identity, { port: 0 });
});
afterAll(() => listener.close());

const form = (parameters: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(parameters),
});

async function ask(init: RequestInit) {
  const response = await fetch(`${listener.url}/token`, init);
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

function verify(token: string, audience = 'casegraph') {
  const keys = createRemoteJWKSet(new URL(`${listener.url}/.well-known/jwks.json`));
  return jwtVerify(token, keys, {
    issuer: listener.url,
    audience,
    typ: 'at+jwt',
    algorithms: ['RS256', 'ES256'],
    requiredClaims: ['exp', 'iat', 'jti', 'sub'],
  });
}

test.each(world.personas.map((persona) => [persona.name, persona] as const))(
  'a token for %s verifies and carries the claims',
  async (name, persona) => {
    const { status, body } = await ask(form({ grant_type: 'password', persona: name }));
    expect([status, body['token_type'], body['expires_in']]).toEqual([200, 'Bearer', 43_200]);
    const { payload, protectedHeader } = await verify(body['access_token']!);
    expect(payload).toMatchObject(JSON.parse(JSON.stringify(persona.claims)) as object);
    expect(payload.exp! - payload.iat!).toBe(43_200);
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
  },
);

describe('what may be asked for', () => {
  test('JSON, another audience, another lifetime, the other algorithm', async () => {
    const { body } = await ask({
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ persona: 'agent', audience: 'other', expires_in: 60, alg: 'ES256' }),
    });
    const { payload } = await verify(body['access_token']!, 'other');
    expect(payload.exp! - payload.iat!).toBe(60);
    expect(decodeProtectedHeader(body['access_token']!).alg).toBe('ES256');
    await expect(verify(body['access_token']!)).rejects.toThrow(/aud/);
  });

  test('a token that has expired', async () => {
    const { body } = await ask(form({ persona: 'agent', expires_in: '-600' }));
    await expect(verify(body['access_token']!)).rejects.toThrow(/exp/);
  });

  test.each<[Record<string, string>, RegExp]>([
    [{ persona: 'nobody' }, /no persona "nobody"; there are admin, agent, agent-itsm/],
    [{}, /persona is needed/],
    [{ persona: 'agent', expires_in: 'soon' }, /number of seconds/],
    [{ persona: 'agent', expires_in: '99999999' }, /at most 2592000/],
    [{ persona: 'agent', alg: 'none' }, /RS256 or ES256/],
  ])('%j is refused with the reason', async (parameters, reason) => {
    const { status, body } = await ask(form(parameters));
    expect(status).toBe(400);
    expect(body['error']).toBe('invalid_request');
    expect(body['error_description']).toMatch(reason);
  });

  test('a body that is not JSON is refused', async () => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' };
    expect((await ask(init)).status).toBe(400);
  });
});

test('discovery leads to the keys, which hold nothing private', async () => {
  const found = (await (await fetch(`${listener.url}/.well-known/openid-configuration`)).json()) as Record<
    string,
    string
  >;
  expect(found['issuer']).toBe(listener.url);
  const { keys } = (await (await fetch(found['jwks_uri']!)).json()) as { keys: Record<string, string>[] };
  expect(keys.map(({ alg }) => alg)).toEqual(['RS256', 'ES256']);
  for (const key of keys)
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(key).not.toHaveProperty(secret);
});

test('the personas are listed', async () => {
  const listed = (await (await fetch(`${listener.url}/personas`)).json()) as Record<string, unknown>[];
  expect(listed.map(({ name }) => name).sort()).toEqual(
    [
      'admin',
      'agent',
      'agent-itsm',
      'consumer',
      'contact',
      'major-issue-manager',
      'other-domain-agent',
    ].sort(),
  );
  expect(Object.keys(listed[0]!)).toEqual(['name', 'description', 'kind', 'roles', 'domain']);
});

test('a token asked for in code names the personas when there is no such one', async () => {
  await expect(identity.issueToken('x', listener.url)).rejects.toThrow(/there are admin/);
});
