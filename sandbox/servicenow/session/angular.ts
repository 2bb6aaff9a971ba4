import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import { json } from '../http/answer.ts';
import { isObject, parseLenientJson } from '../http/json-body.ts';
import type { Instance } from '../instance.ts';

/** Form or JSON, whichever was sent. */
function fields(request: SandboxRequest): URLSearchParams {
  const text = request.body.toString('utf8');
  const all = new URLSearchParams(request.query);
  const add = (entries: Iterable<readonly [string, string]>): void => {
    for (const [name, value] of entries) all.set(name, value);
  };
  if (!text.trim().startsWith('{')) add(new URLSearchParams(text));
  else {
    const body = parseLenientJson(text);
    if (isObject(body)) add(Object.entries(body).map(([name, value]) => [name, String(value)] as const));
  }
  return all;
}

function login(instance: Instance, form: URLSearchParams): SandboxResponse {
  const userName = form.get('user_name') ?? '';
  if (!instance.passwordHolds(userName, form.get('user_password') ?? '')) {
    return json(401, { status: 'error', message: 'User name or password invalid' });
  }
  return json(200, { status: 'success' }, { 'Set-Cookie': [cookie(instance.sessions.open(userName))] });
}

const cookie = (session: string): string => `glide_session_store=${session}; Path=/; HttpOnly`;

/**
 * POST /angular.do: the login form, and get_user. get_user hands out the session's token in a header of a 401. A guest gets
 * a 200 and a session: now-sdk begins like that with OAuth, makes a call with its token to log that session in, and asks
 * again. The body of the guest's answer is not recorded.
 */
export function angular(instance: Instance, request: SandboxRequest): SandboxResponse {
  const form = fields(request);
  if ((request.query.get('sysparm_type') ?? '').startsWith('view_form.login')) return login(instance, form);
  const session = instance.sessions.find(request.headers.cookie ?? '');
  if (session === undefined) {
    const guest = { 'Set-Cookie': [cookie(instance.sessions.open())] };
    return json(200, { user_name: 'guest' }, guest);
  }
  const refusal = { status: 'error', message: 'User Not Authenticated' };
  return json(401, refusal, { 'X-UserToken-Response': session.userToken });
}
