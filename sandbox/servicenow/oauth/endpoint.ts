import { decodeJwt } from 'jose';
import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import { activeUser } from '../access/caller.ts';
import { json } from '../http/answer.ts';
import type { Instance } from '../instance.ts';
import type { OAuthClient } from './client.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** What recorded instances answer whatever was wrong (facts 4.2); other error bodies are not confirmed. */
const refused = (): SandboxResponse =>
  json(401, { error_description: 'access_denied', error: 'server_error' });

interface Grant {
  readonly client: OAuthClient;
  readonly userName: string;
  readonly refreshable: boolean;
}

function clientOf(instance: Instance, form: URLSearchParams): OAuthClient | undefined {
  const client = instance.options.clients.find(({ id }) => id === form.get('client_id'));
  return client && client.secret === (form.get('client_secret') ?? '') ? client : undefined;
}

function audience(assertion: string): string {
  try {
    const { aud } = decodeJwt(assertion);
    return (Array.isArray(aud) ? aud[0] : aud) ?? '';
  } catch {
    return '';
  }
}

/** A public client may leave id and secret out; the assertion's audience says which it is. */
async function jwtBearer(instance: Instance, form: URLSearchParams): Promise<Grant | undefined> {
  const assertion = form.get('assertion') ?? '';
  const named = form.has('client_id') ? form : new URLSearchParams({ client_id: audience(assertion) });
  const client = clientOf(instance, named);
  if (!client) return undefined;
  const claims = await instance.assertions.verify(assertion, client.id);
  if (!claims) return undefined;
  const fresh =
    claims.jti === undefined ||
    instance.tokens.takeAssertion(`${client.id} ${claims.jti}`, claims.exp * 1000 + 300_000);
  return fresh ? { client, userName: claims.sub, refreshable: false } : undefined;
}

function passwordGrant(instance: Instance, form: URLSearchParams): Grant | undefined {
  const client = clientOf(instance, form);
  const userName = form.get('username') ?? '';
  const known = instance.passwordHolds(userName, form.get('password') ?? '');
  return client && known ? { client, userName, refreshable: true } : undefined;
}

function refreshGrant(instance: Instance, form: URLSearchParams): Grant | undefined {
  const client = clientOf(instance, form);
  const token = instance.tokens.findRefresh(form.get('refresh_token') ?? '');
  return client && token?.client.id === client.id
    ? { client, userName: token.userName, refreshable: true }
    : undefined;
}

/** The token acts as the client's OAuth Application User; a client without one is refused. */
function clientCredentials(instance: Instance, form: URLSearchParams): Grant | undefined {
  const client = clientOf(instance, form);
  return client?.user === undefined ? undefined : { client, userName: client.user, refreshable: false };
}

async function grantOf(instance: Instance, form: URLSearchParams): Promise<Grant | undefined> {
  switch (form.get('grant_type')) {
    case 'password':
      return passwordGrant(instance, form);
    case 'client_credentials':
      return clientCredentials(instance, form);
    case 'refresh_token':
      return refreshGrant(instance, form);
    case JWT_BEARER:
      return jwtBearer(instance, form);
    default:
      return undefined;
  }
}

/** POST /oauth_token.do (facts 4.1). Only a form body counts: credentials in the URL are refused. */
export async function tokenEndpoint(instance: Instance, request: SandboxRequest): Promise<SandboxResponse> {
  const form = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .startsWith('application/x-www-form-urlencoded');
  if (request.method !== 'POST' || !form) return refused();
  const grant = await grantOf(instance, new URLSearchParams(request.body.toString('utf8')));
  if (!grant || !activeUser(instance.store, grant.userName)) return refused();
  const token = instance.tokens.access(grant.client, grant.userName);
  return json(200, {
    access_token: token.token,
    ...(grant.refreshable ? { refresh_token: instance.tokens.refresh(grant.client, grant.userName) } : {}),
    scope: grant.client.scope,
    token_type: 'Bearer',
    expires_in: instance.tokens.secondsLeft(token),
  });
}
