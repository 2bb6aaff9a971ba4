import type { SandboxRequest } from '../../http/service.ts';
import { unauthenticated } from '../http/api-error.ts';
import type { Instance } from '../instance.ts';
import { activeUser, callerOf } from './caller.ts';
import type { Caller } from './caller.ts';

/** Who is asking; `scope` only for an OAuth token, whose auth scopes are checked next. */
export interface Identity {
  readonly caller: Caller;
  readonly scope?: string;
}

function basic(instance: Instance, encoded: string): { userName: string } | undefined {
  const [userName = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return instance.passwordHolds(userName, rest.join(':')) ? { userName } : undefined;
}

function bearer(instance: Instance, token: string): { userName: string; scope: string } | undefined {
  const found = instance.tokens.find(token);
  return found && { userName: found.userName, scope: found.client.scope };
}

/** Inbound API keys (facts 4.1): one header, no auth scopes. */
function apiKey(instance: Instance, key: string): { userName: string } | undefined {
  return instance.options.apiKeys?.find((each) => each.key === key && !each.revoked);
}

/** A session counts only with its token in X-UserToken, which keeps foreign pages from using the cookie. */
function session(instance: Instance, request: SandboxRequest): { userName: string } | undefined {
  const found = instance.sessions.find(request.headers.cookie ?? '');
  return found && found.userToken === request.headers['x-usertoken'] ? found : undefined;
}

function credentials(
  instance: Instance,
  request: SandboxRequest,
): { userName: string; scope?: string; basic?: boolean } | undefined {
  const [, scheme = '', value = ''] = /^(\w+)\s+(.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'basic') {
    const found = basic(instance, value);
    return found && { ...found, basic: true };
  }
  if (scheme.toLowerCase() === 'bearer') return bearer(instance, value);
  const key = request.headers['x-sn-apikey'];
  if (key !== undefined) return apiKey(instance, key);
  const inUrl = request.query.get('access_token');
  return inUrl === null ? session(instance, request) : bearer(instance, inUrl);
}

/** Throws 401 for absent, wrong or expired credentials and for users who are inactive or locked out. */
export function authenticate(instance: Instance, request: SandboxRequest): Identity {
  const found = credentials(instance, request);
  const user = found && activeUser(instance.store, found.userName);
  if (!user) throw unauthenticated();
  const caller = instance.callers.of(user, () => callerOf(instance.store, user));
  const restricted = found.basic === true && instance.options.basicAuthRestricted === true;
  if (restricted && !caller.roles.has('snc_basic_auth_api_access')) throw unauthenticated();
  instance.sessions.claim(request.headers.cookie ?? '', found.userName);
  return found.scope === undefined ? { caller } : { caller, scope: found.scope };
}
