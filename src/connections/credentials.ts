import { CasegraphError } from '../contract/index.ts';
import type { Alias } from './alias.ts';
import type { Channel } from './channel.ts';
import { isTokenGrant, staticHeaders } from './grants/index.ts';
import { beginOperation } from './operation.ts';
import type { Operation } from './operation.ts';
import type { FetchToken, Token, TokenCache } from './token-cache.ts';
import { requestToken } from './token-request.ts';

/** What a request is authorised with. */
export interface Credential {
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  /** Address that the token's answer named; `null`: the alias's own. */
  readonly instance: string | null;
  /** `null`: the credential is sent as it is, and there is no other. */
  readonly token: Token | null;
}

/** The name under which rows of the alias are read, for keys of caches: who shares it may share rows. Throws without a viewer where one is needed. */
export function identityOf(alias: Alias, subject: string | null): string {
  const of = alias.domain === null ? '' : `@${alias.domain}`;
  return alias.identity === 'service' ? `service${of}` : `viewer${of}:${viewerOf(alias, subject)}`;
}

/** The credential of the alias for this viewer. Throws what the token endpoint's failure was. */
export async function credentialFor(
  channel: Channel,
  tokens: TokenCache,
  subject: string | null,
  operation: Operation,
  now: () => number,
): Promise<Credential> {
  const { alias } = channel;
  if (!isTokenGrant(alias.auth)) {
    const headers = staticHeaders(alias.auth);
    return { headers, secrets: Object.values(headers), instance: null, token: null };
  }
  const key = tokenKey(alias, subject);
  const token = await tokens.get(key, fetchFor(channel, subject, operation.requestId, now), operation.signal);
  return fromToken(token);
}

/** Another credential after a 401; `null`: there is none to be had. */
export async function replaceCredential(
  channel: Channel,
  tokens: TokenCache,
  subject: string | null,
  operation: Operation,
  refused: Credential,
  now: () => number,
): Promise<Credential | null> {
  if (!refused.token) return null;
  const key = tokenKey(channel.alias, subject);
  const fetch = fetchFor(channel, subject, operation.requestId, now);
  const token = await tokens.replace(key, refused.token, fetch, operation.signal);
  return token && fromToken(token);
}

function tokenKey(alias: Alias, subject: string | null): string {
  return `${alias.key} ${identityOf(alias, subject)}`;
}

function fetchFor(
  channel: Channel,
  subject: string | null,
  requestId: string,
  now: () => number,
): FetchToken {
  const { alias } = channel;
  return async (refreshToken, signal) => {
    if (!isTokenGrant(alias.auth)) throw new Error(`"${alias.name}" has no token grant`);
    const viewer = alias.identity === 'viewer' ? viewerOf(alias, subject) : null;
    // An operation of its own: those who wait for it come and go with deadlines of theirs.
    const operation = beginOperation(alias.name, alias.limits.deadline, { signal, requestId }, now);
    try {
      return await requestToken(channel, alias.auth, operation, {
        subject: viewer,
        now: now(),
        refreshToken,
      });
    } finally {
      operation.end();
    }
  };
}

function fromToken(token: Token): Credential {
  return {
    headers: { authorization: `Bearer ${token.accessToken}` },
    secrets: [token.accessToken],
    instance: token.instance,
    token,
  };
}

function viewerOf(alias: Alias, subject: string | null): string {
  if (subject) return subject;
  throw new CasegraphError(
    'upstream-unauthorized',
    `"${alias.name}" is read in the viewer's own name, and this request has no viewer.`,
    { connection: alias.name },
  );
}
