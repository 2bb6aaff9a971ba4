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
  const cookie = `glide_session_store=${instance.sessions.open(userName)}; Path=/; HttpOnly`;
  return json(200, { status: 'success' }, { 'Set-Cookie': [cookie] });
}

/** POST /angular.do: the login form, and get_user, which hands out the session's token in a header of a 401. */
export function angular(instance: Instance, request: SandboxRequest): SandboxResponse {
  const form = fields(request);
  if ((request.query.get('sysparm_type') ?? '').startsWith('view_form.login')) return login(instance, form);
  const session = instance.sessions.find(request.headers.cookie ?? '');
  const headers: Record<string, string> = session ? { 'X-UserToken-Response': session.userToken } : {};
  return json(401, { status: 'error', message: 'User Not Authenticated' }, headers);
}
