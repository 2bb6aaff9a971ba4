import type { Call } from '../../src/contract/index.ts';
import { ask } from './ask.ts';
import { isObject, memberOf } from './column/members.ts';
import { notAsDocumented } from './failure.ts';
import { ROOT } from './objects.ts';

/** Whose API key it is: a user's, or an organisation's. */
export async function ping(call: Call): Promise<string> {
  const { json } = await ask(call, null, { method: 'GET', path: `${ROOT}/auth/me` });
  if (!isObject(json)) throw notAsDocumented(null, 'auth/me is no object');
  const organizations = memberOf(json, 'allowedOrganizations');
  const [organization] = Array.isArray(organizations) ? (organizations as unknown[]) : [];
  const name = memberOf(memberOf(json, 'user'), 'displayName') ?? memberOf(organization, 'displayName');
  return typeof name === 'string' ? `an API key of ${name}` : 'an API key';
}
