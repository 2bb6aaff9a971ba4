import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { Org } from '../org.ts';
import { standardHeaders } from '../rest/headers.ts';
import { OAuthError } from './oauth-error.ts';
import { clientCredentials, parameters } from './parameters.ts';
import { oauthRefusal } from './token-endpoint.ts';

/**
 * `/services/oauth2/revoke`: empty when done. Its errors are form-encoded: clients read them so. That an unknown
 * token is an error is from memory.
 */
export function revokeEndpoint(request: SandboxRequest, org: Org): SandboxResponse {
  const token = parameters(request).get('token');
  if (token !== undefined && org.sessions.close(token))
    return { status: 200, headers: standardHeaders(), body: '' };
  const [error, description] =
    token === undefined
      ? ['unsupported_token_type', 'this token type is not supported']
      : ['invalid_token', 'invalid token'];
  const headers = { ...standardHeaders(), 'Content-Type': 'application/x-www-form-urlencoded' };
  return {
    status: 400,
    headers,
    body: new URLSearchParams({ error, error_description: description }).toString(),
  };
}

/** `POST /services/oauth2/introspect`: the app asks about a token; of a token it does not know it learns nothing. */
export function introspectEndpoint(request: SandboxRequest, org: Org): SandboxResponse {
  const given = parameters(request);
  const client = clientCredentials(request, given);
  const { consumerKey, consumerSecret } = org.options;
  if (client.id !== consumerKey || client.secret !== consumerSecret) {
    return oauthRefusal(new OAuthError('invalid_client', 'invalid client credentials', 401));
  }
  const found = org.sessions.inspect(given.get('token') ?? '');
  if (found === undefined) return { status: 200, headers: standardHeaders(), body: { active: false } };
  const { session, expiresAt } = found;
  const issued = Math.floor(session.issuedAt / 1000);
  const body = {
    active: true,
    scope: session.scope,
    client_id: consumerKey,
    username: session.username,
    sub: `${request.origin}/id/${org.id}/${session.userId}`,
    token_type: 'access_token',
    exp: Math.floor(expiresAt / 1000),
    iat: issued,
    nbf: issued,
  };
  return { status: 200, headers: standardHeaders(), body };
}
