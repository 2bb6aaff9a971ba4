/** A client for the tests beside it: calls the service without a network. */
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT, importPKCS8 } from 'jose';
import type { SandboxResponse, Service } from '../http/service.ts';
import type { World } from '../world/world.ts';
import { createSalesforce } from './index.ts';
import type { SalesforceOptions } from './index.ts';
import { NOW, testWorld } from './test-world.ts';

export const ORIGIN = 'http://127.0.0.1:4300';
export const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

export interface TestRequest {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface TestOrg {
  readonly service: Service;
  /** Moves the clock. */
  advance(milliseconds: number): void;
  send(target: string, request?: TestRequest): Promise<SandboxResponse>;
  login(username?: string): Promise<string>;
  /** A call with a session; the target is behind /services/data/v62.0. */
  api(target: string, request?: TestRequest): Promise<SandboxResponse>;
  query(soql: string, resource?: string): Promise<SandboxResponse>;
}

export function testOptions(now: () => number, more: Partial<SalesforceOptions> = {}): SalesforceOptions {
  return {
    now,
    publicKeyPem: keys.publicKey,
    consumerKey: 'key',
    consumerSecret: 'secret',
    username: 'ann@acme.test',
    ...more,
  };
}

/** A good assertion unless the claims say otherwise; a claim of undefined is left out. */
export async function assertion(
  claims: Record<string, unknown> = {},
  pem: string = keys.privateKey,
  now: number = NOW,
): Promise<string> {
  const exp = Math.floor(now / 1000) + 180;
  const all = { iss: 'key', sub: 'ann@acme.test', aud: 'https://login.salesforce.com', exp, ...claims };
  const key = await importPKCS8(pem, 'RS256');
  return new SignJWT(all).setProtectedHeader({ alg: 'RS256' }).sign(key);
}

export const form = (fields: Record<string, string>): TestRequest => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

export function testOrg(more: Partial<SalesforceOptions> = {}, world: World = testWorld()): TestOrg {
  let now = NOW;
  const service = createSalesforce(
    world,
    testOptions(() => now, more),
  );
  let token: Promise<string> | undefined;
  const send: TestOrg['send'] = async (target, { method = 'GET', headers = {}, body = '' } = {}) => {
    const url = new URL(target.replace(/^\/+/, '/'), ORIGIN);
    const path = decodeURIComponent(target.split('?')[0] ?? '');
    const request = {
      method,
      target,
      path,
      query: url.searchParams,
      headers,
      body: Buffer.from(body),
      origin: ORIGIN,
    };
    return service.handle(request);
  };
  const login: TestOrg['login'] = async (username = 'ann@acme.test') => {
    const signed = await assertion({ sub: username, exp: Math.floor(now / 1000) + 180 });
    const { body } = await send('/services/oauth2/token', form({ grant_type: GRANT, assertion: signed }));
    return (body as { access_token: string }).access_token;
  };
  const api: TestOrg['api'] = async (target, { headers = {}, ...rest } = {}) => {
    token ??= login();
    const authorization = `Bearer ${await token}`;
    return send(`/services/data/v62.0${target}`, { ...rest, headers: { authorization, ...headers } });
  };
  return {
    service,
    send,
    login,
    api,
    advance: (milliseconds) => (now += milliseconds),
    query: (soql, resource = 'query') => api(`/${resource}?q=${encodeURIComponent(soql)}`),
  };
}
