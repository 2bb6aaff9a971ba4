import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOW, rows, smallServer } from '../testing/call.ts';
import type { Answer, Call } from '../testing/call.ts';

const keys = { privatePem: '', publicPem: '', otherPem: '' };
beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  keys.privatePem = await exportPKCS8(pair.privateKey);
  keys.publicPem = await exportSPKI(pair.publicKey);
  keys.otherPem = await exportPKCS8((await generateKeyPair('RS256', { extractable: true })).privateKey);
});

let clock = NOW;
function server(): Call {
  clock = NOW;
  return smallServer({ now: () => clock, jwtPublicKeyPem: keys.publicPem }).call;
}

function token(call: Call, form: Record<string, string>): Promise<Answer> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return call('/oauth_token.do', {
    method: 'POST',
    as: null,
    headers,
    body: new URLSearchParams(form).toString(),
  });
}

const full = { client_id: 'full', client_secret: 's3cret' };
const password = { grant_type: 'password', username: 'amy.agent', password: 'pw-amy.agent', ...full };

interface TokenBody {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly scope: string;
}
const bodyOf = (answer: Answer): TokenBody => answer.json as TokenBody;
const bearer = (answer: Answer) => ({
  as: null,
  headers: { authorization: `Bearer ${bodyOf(answer).access_token}` },
});

async function assertion(claims: Record<string, unknown> = {}, pem = keys.privatePem): Promise<string> {
  const seconds = clock / 1000;
  const all = { iss: 'full', aud: 'full', sub: 'amy.agent', iat: seconds, exp: seconds + 60, ...claims };
  return new SignJWT(all).setProtectedHeader({ alg: 'RS256' }).sign(await importPKCS8(pem, 'RS256'));
}

const jwt = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

describe('grants', () => {
  it('password: answers as recorded, and the token acts as the user', async () => {
    const call = server();
    const answer = await token(call, password);
    expect(answer.json).toEqual({
      access_token: expect.stringMatching(/^[\w-]{64}$/) as string,
      refresh_token: expect.stringMatching(/^[\w-]{64}$/) as string,
      scope: 'useraccount',
      token_type: 'Bearer',
      expires_in: 1799,
    });
    const cases = await call('/api/now/table/sn_customerservice_case', bearer(answer));
    expect(cases.headers['x-total-count']).toBe('6');
    const inUrl = await call(`/api/now/table/incident?access_token=${bodyOf(answer).access_token}`, {
      as: null,
    });
    expect(inUrl.status).toBe(200);
  });

  it('gives the same token again while it lives, with less time left', async () => {
    const call = server();
    const first = bodyOf(await token(call, password));
    clock += 600_000;
    const second = bodyOf(await token(call, password));
    expect([second.access_token, second.expires_in]).toEqual([first.access_token, 1199]);
    clock += 1_200_000;
    const third = bodyOf(await token(call, password));
    expect(third.access_token).not.toBe(first.access_token);
    const old = await call('/api/now/table/incident', {
      as: null,
      headers: { authorization: `Bearer ${first.access_token}` },
    });
    expect(old.status).toBe(401);
  });

  it('refresh_token', async () => {
    const call = server();
    const first = bodyOf(await token(call, password));
    clock += 1_900_000;
    const refreshed = await token(call, {
      grant_type: 'refresh_token',
      refresh_token: first.refresh_token ?? '',
      ...full,
    });
    expect(refreshed.status).toBe(200);
    expect(bodyOf(refreshed).access_token).not.toBe(first.access_token);
    expect((await call('/api/now/table/incident', bearer(refreshed))).status).toBe(200);
  });

  it('client_credentials acts as the application user, without a refresh token', async () => {
    const call = server();
    const answer = await token(call, { grant_type: 'client_credentials', ...full });
    expect(bodyOf(answer).refresh_token).toBeUndefined();
    const cases = await call('/api/now/table/sn_customerservice_case', bearer(answer));
    expect(rows(cases)).toHaveLength(8);
  });

  it('JWT bearer acts as the subject', async () => {
    const call = server();
    const answer = await token(call, { grant_type: jwt, assertion: await assertion(), ...full });
    expect(bodyOf(answer)).toMatchObject({ scope: 'useraccount', expires_in: 1799 });
    expect(bodyOf(answer).refresh_token).toBeUndefined();
    expect(rows(await call('/api/now/table/sn_customerservice_case', bearer(answer)))).toHaveLength(6);
  });

  it('JWT bearer of a public client needs no client in the form', async () => {
    const call = server();
    const own = await assertion({ iss: 'public', aud: 'public' });
    expect((await token(call, { grant_type: jwt, assertion: own })).status).toBe(200);
    expect((await token(call, { grant_type: jwt, assertion: await assertion() })).status).toBe(401);
  });
});

describe('refusals', () => {
  const seconds = NOW / 1000;
  it.each<[string, () => Promise<Record<string, string>>]>([
    ['wrong password', async () => ({ ...password, password: 'x' })],
    ['wrong secret', async () => ({ ...password, client_secret: 'x' })],
    ['unknown client', async () => ({ ...password, client_id: 'x' })],
    ['locked out user', async () => ({ ...password, username: 'lost.locked', password: 'pw-lost.locked' })],
    ['unknown grant', async () => ({ ...full, grant_type: 'magic' })],
    ['unknown refresh token', async () => ({ ...full, grant_type: 'refresh_token', refresh_token: 'x' })],
    [
      'client without application user',
      async () => ({ grant_type: 'client_credentials', client_id: 'public', client_secret: '' }),
    ],
    [
      'foreign signature',
      async () => ({ ...full, grant_type: jwt, assertion: await assertion({}, keys.otherPem) }),
    ],
    [
      'expired assertion',
      async () => ({ ...full, grant_type: jwt, assertion: await assertion({ exp: seconds - 301 }) }),
    ],
    ['no expiry', async () => ({ ...full, grant_type: jwt, assertion: await assertion({ exp: undefined }) })],
    [
      'other audience',
      async () => ({ ...full, grant_type: jwt, assertion: await assertion({ aud: 'bare' }) }),
    ],
    ['other issuer', async () => ({ ...full, grant_type: jwt, assertion: await assertion({ iss: 'bare' }) })],
    [
      'unknown subject',
      async () => ({ ...full, grant_type: jwt, assertion: await assertion({ sub: 'nobody' }) }),
    ],
    ['no assertion', async () => ({ ...full, grant_type: jwt })],
  ])('%s', async (_name, form) => {
    const call = server();
    const answer = await token(call, await form());
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({ error_description: 'access_denied', error: 'server_error' });
  });

  it('takes an assertion with a jti once', async () => {
    const call = server();
    const form = { grant_type: jwt, assertion: await assertion({ jti: 'one' }), ...full };
    expect([(await token(call, form)).status, (await token(call, form)).status]).toEqual([200, 401]);
  });

  it('reads neither JSON nor the URL', async () => {
    const call = server();
    const asJson = {
      method: 'POST',
      as: null,
      headers: { 'content-type': 'application/json' },
      body: password,
    };
    expect((await call('/oauth_token.do', asJson)).status).toBe(401);
    const url = `/oauth_token.do?${new URLSearchParams(password).toString()}`;
    expect((await call(url, { method: 'POST', as: null })).status).toBe(401);
  });
});

describe('auth scopes', () => {
  const credentials = (call: Call, id: string): Promise<Answer> =>
    token(call, { grant_type: 'client_credentials', client_id: id, client_secret: 's3cret' });

  it('a token without scope reaches no API', async () => {
    const call = server();
    const answer = await credentials(call, 'bare');
    expect(bodyOf(answer).scope).toBe('');
    const refused = await call('/api/now/table/incident', bearer(answer));
    expect([refused.status, refused.headers['x-is-logged-in']]).toEqual([403, 'true']);
    expect(refused.json).toEqual({
      error: { message: 'User Not Authorized', detail: 'Access to unscoped api is not allowed' },
      status: 'failure',
    });
  });

  it('another scope reaches what is bound to it', async () => {
    const authScopes = [{ scope: 'incident_only', method: 'GET', path: '/api/now/table/incident' }];
    const { call } = smallServer({ authScopes });
    const how = bearer(await credentials(call, 'narrow'));
    expect((await call('/api/now/v2/table/incident', how)).status).toBe(200);
    expect((await call('/api/now/table/incident', { ...how, method: 'POST', body: {} })).status).toBe(403);
    const refused = await call('/api/now/table/problem', how);
    expect((refused.json as { error: { message: string } }).error.message).toBe(
      'Missing required api access scope',
    );
  });
});

describe('session login', () => {
  it('opens a session that counts together with its token', async () => {
    const call = server();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = 'sysparm_type=login&user_name=amy.agent&user_password=pw-amy.agent';
    const login = await call('/angular.do?sysparm_type=view_form.login', {
      method: 'POST',
      as: null,
      headers,
      body,
    });
    expect(login.json).toEqual({ status: 'success' });
    const cookie = (login.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    const user = await call('/angular.do?sysparm_type=get_user', {
      method: 'POST',
      as: null,
      headers: { cookie },
    });
    expect(user.status).toBe(401);
    const userToken = user.headers['x-usertoken-response'] ?? '';
    const cases = await call('/api/now/table/sn_customerservice_case', {
      as: null,
      headers: { cookie, 'x-usertoken': userToken },
    });
    expect(rows(cases)).toHaveLength(6);
    expect((await call('/api/now/table/incident', { as: null, headers: { cookie } })).status).toBe(401);
  });

  it('logs a guest in by the token of a call, as now-sdk does with OAuth', async () => {
    const call = server();
    const getUser = (headers: Record<string, string>) =>
      call('/angular.do?sysparm_type=get_user', { method: 'POST', as: null, headers });
    const guest = await getUser({});
    expect(guest.status).toBe(200);
    const cookie = (guest.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    expect((await getUser({ cookie })).headers['x-usertoken-response']).toBeUndefined();
    await call('/api/now/table/sys_scope', { as: 'amy.agent', headers: { cookie } });
    const known = await getUser({ cookie });
    expect(known.status).toBe(401);
    const headers = { cookie, 'x-usertoken': known.headers['x-usertoken-response'] ?? '' };
    expect(rows(await call('/api/now/table/sn_customerservice_case', { as: null, headers }))).toHaveLength(6);
    // Someone else's credentials do not take the session over.
    await call('/api/now/table/incident', { as: 'ida.service', headers: { cookie } });
    const mine =
      '/api/now/table/sys_user?sysparm_fields=user_name&sysparm_query=sys_id=javascript:gs.getUserID()';
    expect(rows(await call(mine, { as: null, headers }))).toEqual([{ user_name: 'amy.agent' }]);
  });

  it('refuses a wrong password', async () => {
    const body = 'user_name=amy.agent&user_password=x';
    expect(
      (await server()('/angular.do?sysparm_type=view_form.login', { method: 'POST', as: null, body })).status,
    ).toBe(401);
  });
});
