import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { GRANT, ORIGIN, assertion, form, testOrg } from '../test-client.ts';
import type { TestRequest } from '../test-client.ts';
import { ID, NOW } from '../test-world.ts';

const TOKEN = '/services/oauth2/token';
const soon = NOW / 1000 + 180;
const bearer = (token: string): TestRequest => ({ headers: { authorization: `Bearer ${token}` } });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});

async function exchange(signed: string, more: Parameters<typeof testOrg>[0] = {}) {
  const { status, body } = await testOrg(more).send(TOKEN, form({ grant_type: GRANT, assertion: signed }));
  return { status, ...(body as Record<string, string>) };
}

describe('JWT bearer', () => {
  test('answers what clients need and nothing about expiry', async () => {
    const org = testOrg();
    const response = await org.send(TOKEN, form({ grant_type: GRANT, assertion: await assertion() }));
    const body = response.body as Record<string, string>;
    expect(response.status).toBe(200);
    expect(Object.keys(body)).toEqual(['access_token', 'scope', 'instance_url', 'id', 'token_type']);
    expect(body['access_token']).toMatch(/^00D\w{12}![\w.]{96}$/);
    expect(body).toMatchObject({ instance_url: ORIGIN, token_type: 'Bearer' });
    expect(body['id']).toMatch(new RegExp(`^${ORIGIN}/id/00D\\w{15}/${ID.ann}$`));
    expect(response.headers).toMatchObject({
      'Content-Type': 'application/json;charset=UTF-8',
      'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
    });
  });

  test('parameters may stand in the query string', async () => {
    const query = new URLSearchParams({ grant_type: GRANT, assertion: await assertion() });
    expect((await testOrg().send(`${TOKEN}?${query.toString()}`, { method: 'POST' })).status).toBe(200);
  });

  test.each([
    ['the sandbox login host', { aud: 'https://test.salesforce.com' }],
    ['a trailing slash', { aud: 'https://login.salesforce.com/' }],
    ['the own address', { aud: ORIGIN }],
    ['the own address with a slash', { aud: `${ORIGIN}/` }],
    ['a list of audiences', { aud: ['https://elsewhere.test', ORIGIN] }],
    ['milliseconds for exp, as the official tool sends', { exp: NOW + 300 }],
    ['exp as text', { exp: String(soon) }],
    ['exp far ahead', { exp: soon + 86_400 * 365 }],
    ['another user', { sub: 'BOB@acme.test' }],
  ])('takes %s', async (_, claims) => expect((await exchange(await assertion(claims))).status).toBe(200));

  test.each([
    ['another audience', { aud: 'https://example.com' }, 'invalid_grant', 'audience is invalid'],
    ['no audience', { aud: undefined }, 'invalid_grant', 'audience is invalid'],
    ['exp in the past', { exp: NOW / 1000 - 1 }, 'invalid_grant', 'expired authorization code'],
    [
      'exp in the past as text',
      { exp: String(NOW / 1000 - 1) },
      'invalid_grant',
      'expired authorization code',
    ],
    ['no exp', { exp: undefined }, 'invalid_grant', 'invalid assertion'],
    ['an unknown client', { iss: 'other' }, 'invalid_client_id', 'client identifier invalid'],
    ['an unknown user', { sub: 'no@one.test' }, 'invalid_grant', "user hasn't approved this consumer"],
    ['an inactive user', { sub: 'eve@acme.test' }, 'invalid_grant', "user hasn't approved this consumer"],
    ['no user', { sub: undefined }, 'invalid_grant', "user hasn't approved this consumer"],
  ])('refuses %s', async (_, claims, error, error_description) => {
    expect(await exchange(await assertion(claims))).toEqual({ status: 400, error, error_description });
  });

  test('refuses a signature by another key, another algorithm, and what is no JWT', async () => {
    const hmac = await new SignJWT({ iss: 'key', sub: 'ann@acme.test', aud: ORIGIN, exp: soon })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('secret'));
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await assertion()).split('.')[1]}.`;
    for (const wrong of [await assertion({}, String(stranger)), hmac, none, 'nonsense', '', 'a.b.c']) {
      expect(await exchange(wrong)).toEqual({
        status: 400,
        error: 'invalid_grant',
        error_description: 'invalid assertion',
      });
    }
  });

  test('refuses a user the app is not approved for', async () => {
    const signed = await assertion({ sub: 'bob@acme.test' });
    expect(await exchange(signed, { approvedUsers: ['ann@acme.test'] })).toMatchObject({
      status: 400,
      error: 'invalid_app_access',
    });
    expect(await exchange(signed, { approvedUsers: ['bob@acme.test'] })).toMatchObject({ status: 200 });
  });

  test.each([
    [{ exp: soon }, 200],
    [{ exp: NOW / 1000 + 301 }, 400],
    [{ exp: String(soon) }, 400],
    [{ exp: soon + 0.5 }, 400],
    [{ exp: NOW + 300 }, 400],
  ])('in strict mode %j answers %i', async (claims, status) => {
    expect(await exchange(await assertion(claims), { strict: true })).toMatchObject({ status });
  });

  test('an hour has only so many logins', async () => {
    const org = testOrg({ loginsPerHour: 2 });
    const signed = form({ grant_type: GRANT, assertion: await assertion({ exp: soon + 86_400 }) });
    const other = form({ grant_type: GRANT, assertion: await assertion({ sub: 'bob@acme.test' }) });
    const statuses = [];
    for (const request of [signed, signed, signed, other])
      statuses.push((await org.send(TOKEN, request)).status);
    expect(statuses).toEqual([200, 200, 400, 200]);
    org.advance(3_600_001);
    expect((await org.send(TOKEN, signed)).status).toBe(200);
  });
});

describe('other grants', () => {
  test.each<[string, Record<string, string>, number, string | undefined]>([
    [
      'client credentials',
      { grant_type: 'client_credentials', client_id: 'key', client_secret: 'secret' },
      200,
      undefined,
    ],
    [
      'a wrong secret',
      { grant_type: 'client_credentials', client_id: 'key', client_secret: 'x' },
      400,
      'invalid_client',
    ],
    [
      'a wrong client',
      { grant_type: 'client_credentials', client_id: 'x', client_secret: 'secret' },
      400,
      'invalid_client_id',
    ],
    [
      'a password',
      { grant_type: 'password', username: 'ann@acme.test', password: 'x' },
      400,
      'invalid_grant',
    ],
    ['a refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 400, 'invalid_grant'],
    ['an unknown grant', { grant_type: 'telepathy' }, 400, 'unsupported_grant_type'],
    ['no grant', {}, 400, 'unsupported_grant_type'],
  ])('%s', async (_, fields, status, error) => {
    const response = await testOrg().send(TOKEN, form(fields));
    expect([response.status, (response.body as { error?: string }).error]).toEqual([status, error]);
  });

  test('client credentials in a Basic header', async () => {
    const request = form({ grant_type: 'client_credentials' });
    const authorization = `Basic ${Buffer.from('key:secret').toString('base64')}`;
    const response = await testOrg().send(TOKEN, {
      ...request,
      headers: { ...request.headers, authorization },
    });
    expect(response.body).toMatchObject({ issued_at: String(NOW), signature: expect.any(String) as string });
  });

  test('a GET is refused', async () => {
    expect(await testOrg().send(TOKEN)).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });
});

describe('sessions', () => {
  test('end after two hours without a call; each call starts the time anew', async () => {
    const org = testOrg();
    const token = await org.login();
    const call = async () => (await org.send('/services/data/v62.0/limits', bearer(token))).status;
    org.advance(7_199_000);
    expect(await call()).toBe(200);
    org.advance(7_199_000);
    expect(await call()).toBe(200);
    org.advance(7_200_000);
    const late = await org.send('/services/data/v62.0/limits', bearer(token));
    expect(late.status).toBe(401);
    expect(late.headers).toMatchObject({ 'WWW-Authenticate': 'Token' });
    expect(late.headers).not.toHaveProperty('Sforce-Limit-Info');
    expect(late.body).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  });

  test('the app may ask about a token, and revoke it', async () => {
    const org = testOrg();
    const token = await org.login();
    const ask = form({ token, client_id: 'key', client_secret: 'secret' });
    expect((await org.send('/services/oauth2/introspect', ask)).body).toEqual({
      active: true,
      scope: 'web api',
      client_id: 'key',
      username: 'ann@acme.test',
      sub: expect.stringContaining(ID.ann) as string,
      token_type: 'access_token',
      exp: NOW / 1000 + 7_200,
      iat: NOW / 1000,
      nbf: NOW / 1000,
    });
    expect((await org.send('/services/oauth2/introspect', form({ token }))).status).toBe(401);
    expect(await org.send('/services/oauth2/revoke', form({ token }))).toMatchObject({
      status: 200,
      body: '',
    });
    expect((await org.send('/services/oauth2/introspect', ask)).body).toEqual({ active: false });
    expect((await org.send('/services/data/v62.0/limits', bearer(token))).status).toBe(401);
    const again = await org.send('/services/oauth2/revoke', form({ token }));
    expect(new URLSearchParams(String(again.body)).get('error')).toBe('invalid_token');
  });

  test('who the user is', async () => {
    const org = testOrg();
    const token = await org.login('bob@acme.test');
    const info = (await org.send('/services/oauth2/userinfo', bearer(token))).body as Record<string, string>;
    expect(info).toMatchObject({ user_id: ID.bob, preferred_username: 'bob@acme.test', name: 'Bob Baker' });
    const path = new URL(info['sub'] ?? '').pathname;
    const identity = await org.send(`${path}?format=json&oauth_token=${encodeURIComponent(token)}`);
    expect(identity).toMatchObject({
      status: 200,
      body: { user_id: ID.bob, username: 'bob@acme.test', active: true },
    });
    expect(await org.send(path)).toMatchObject({ status: 403, body: 'Missing_OAuth_Token' });
    expect(await org.send(path, bearer('wrong'))).toMatchObject({ status: 403, body: 'Bad_OAuth_Token' });
    expect(await org.send(path.replace(ID.bob, ID.ann), bearer(token))).toMatchObject({ status: 403 });
  });
});
