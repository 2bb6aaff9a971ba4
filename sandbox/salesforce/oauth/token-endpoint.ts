import { createHmac } from 'node:crypto';
import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import { findUser } from '../org.ts';
import type { Org } from '../org.ts';
import { standardHeaders } from '../rest/headers.ts';
import { verifyAssertion } from './assertion.ts';
import type { LoginRate } from './login-rate.ts';
import { OAuthError } from './oauth-error.ts';
import { clientCredentials, parameters } from './parameters.ts';
import type { Session } from './sessions.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const SCOPE = 'web api';

/** `POST /services/oauth2/token`. */
export async function tokenEndpoint(
  request: SandboxRequest,
  org: Org,
  rate: LoginRate,
): Promise<SandboxResponse> {
  try {
    if (request.method !== 'POST') throw new OAuthError('invalid_request', 'must use HTTP POST');
    const given = parameters(request);
    return { status: 200, headers: standardHeaders(), body: await grant(request, given, org, rate) };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return oauthRefusal(error);
  }
}

export function oauthRefusal(error: OAuthError): SandboxResponse {
  const body = { error: error.error, error_description: error.message };
  return { status: error.status, headers: standardHeaders(), body };
}

function grant(
  request: SandboxRequest,
  given: ReadonlyMap<string, string>,
  org: Org,
  rate: LoginRate,
): Promise<Record<string, string>> | Record<string, string> {
  switch (given.get('grant_type')) {
    case JWT_BEARER:
      return jwtBearer(request, given, org, rate);
    case 'client_credentials':
      return runAs(request, given, org, rate);
    case 'password':
      // The users of this org have no passwords.
      throw new OAuthError('invalid_grant', 'authentication failure - Invalid Password');
    case 'refresh_token':
      // No grant here gives a refresh token out, so none can be good.
      throw new OAuthError('invalid_grant', 'expired access/refresh token');
    default:
      throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
}

async function jwtBearer(
  request: SandboxRequest,
  given: ReadonlyMap<string, string>,
  org: Org,
  rate: LoginRate,
): Promise<Record<string, string>> {
  const { options } = org;
  const { publicKeyPem, consumerKey, strict = false } = options;
  const rules = { publicKeyPem, consumerKey, strict, origin: request.origin, now: org.now() };
  const username = await verifyAssertion(given.get('assertion') ?? '', rules);
  const session = logIn(username, org, rate);
  return answer(request, org, session);
}

/** The client credentials grant logs the integration user in, and answers with issue time and signature too. */
function runAs(
  request: SandboxRequest,
  given: ReadonlyMap<string, string>,
  org: Org,
  rate: LoginRate,
): Record<string, string> {
  const { consumerKey, consumerSecret, username } = org.options;
  const client = clientCredentials(request, given);
  if (client.id !== consumerKey) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  if (client.secret !== consumerSecret) throw new OAuthError('invalid_client', 'invalid client credentials');
  const session = logIn(username, org, rate);
  const body = answer(request, org, session);
  const issued = String(session.issuedAt);
  const signature = createHmac('sha256', consumerSecret).update(`${body['id']}${issued}`).digest('base64');
  return { ...body, issued_at: issued, signature };
}

function logIn(username: string, org: Org, rate: LoginRate): Session {
  const user = findUser(org.store, username);
  if (user === undefined || user['IsActive'] === false) {
    throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  }
  const canonical = String(user['Username']);
  const { approvedUsers, username: integration } = org.options;
  const approved =
    approvedUsers === undefined || [...approvedUsers, integration].some((name) => same(name, canonical));
  if (!approved) throw new OAuthError('invalid_app_access', 'user is not admin approved to access this app');
  // The code is documented, its description is not.
  if (!rate.allow(canonical)) throw new OAuthError('LOGIN_RATE_EXCEEDED', 'login rate exceeded');
  return org.sessions.open(org.id, { id: user.Id, username: canonical }, SCOPE);
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What a client learns of its session. There is neither an expiry nor a refresh token in it. */
function answer(
  { origin }: SandboxRequest,
  org: Org,
  { token, userId, scope }: Session,
): Record<string, string> {
  return {
    access_token: token,
    scope,
    instance_url: origin,
    id: `${origin}/id/${org.id}/${userId}`,
    token_type: 'Bearer',
  };
}
