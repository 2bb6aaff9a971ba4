import { CasegraphError } from '../contract/index.ts';
import type { Alias } from './alias.ts';
import type { Channel } from './channel.ts';
import { isTokenGrant, staticHeaders } from './grants/index.ts';
import { beginOperation } from './operation.ts';
import type { Caller, Operation } from './operation.ts';
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

/** Who is asking, as far as it matters to whom an alias logs in as. */
export type Asker = Pick<Caller, 'subject' | 'names'>;

/** The name under which rows of the alias are read, for keys of caches: who shares it may share rows. Throws without a viewer where one is needed. */
export function identityOf(alias: Alias, asker: Asker): string {
  const of = alias.domain === null ? '' : `@${alias.domain}`;
  const name = viewerName(alias, asker);
  return name === null ? `service${of}` : `viewer${of}:${name}`;
}

/** The credential of the alias for this viewer. Throws what the token endpoint's failure was. */
export async function credentialFor(
  channel: Channel,
  tokens: TokenCache,
  asker: Asker,
  operation: Operation,
  now: () => number,
): Promise<Credential> {
  const { alias } = channel;
  if (!isTokenGrant(alias.auth)) {
    const headers = staticHeaders(alias.auth);
    return { headers, secrets: Object.values(headers), instance: null, token: null };
  }
  const key = tokenKey(alias, asker);
  const token = await tokens.get(key, fetchFor(channel, asker, operation, now), operation.signal);
  return fromToken(token);
}

/** Another credential after a 401; `null`: there is none to be had. */
export async function replaceCredential(
  channel: Channel,
  tokens: TokenCache,
  asker: Asker,
  operation: Operation,
  refused: Credential,
  now: () => number,
): Promise<Credential | null> {
  if (!refused.token) return null;
  const key = tokenKey(channel.alias, asker);
  const fetch = fetchFor(channel, asker, operation, now);
  const token = await tokens.replace(key, refused.token, fetch, operation.signal);
  return token && fromToken(token);
}

function tokenKey(alias: Alias, asker: Asker): string {
  return `${alias.key} ${identityOf(alias, asker)}`;
}

function fetchFor(channel: Channel, asker: Asker, asked: Operation, now: () => number): FetchToken {
  const { alias } = channel;
  const { requestId, viewer: subject } = asked;
  return async (refreshToken, signal) => {
    if (!isTokenGrant(alias.auth)) throw new Error(`"${alias.name}" has no token grant`);
    const viewer = viewerName(alias, asker);
    // An operation of its own: those who wait for it come and go with deadlines of theirs.
    const operation = beginOperation(alias.name, alias.limits.deadline, { signal, requestId, subject }, now);
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

/**
 * The viewer's own name there; `null` where one account reads for everybody. Only the gateway itself, which is no viewer, may fall back to the
 * account: a viewer whose name is not known must not get that account's rights.
 */
function viewerName(alias: Alias, { subject, names }: Asker): string | null {
  if (alias.identity === 'service') return null;
  if (subject === null) {
    if (alias.auth.grant === 'jwt-bearer' && alias.auth.subject !== undefined) return null;
    throw nameless(alias, 'this request has no viewer');
  }
  const { viewerClaim: claim } = alias;
  const name = claim === null ? subject : names && Object.hasOwn(names, claim) ? names[claim] : undefined;
  if (name) return name;
  throw nameless(alias, `the access token has no claim "${claim ?? 'sub'}" that names the viewer there`);
}

function nameless({ name }: Alias, why: string): CasegraphError {
  const message = `"${name}" is read in the viewer's own name, and ${why}.`;
  return new CasegraphError('upstream-unauthorized', message, { connection: name });
}
