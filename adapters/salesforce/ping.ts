import type { Call } from '../../src/contract/index.ts';
import { isObject, notSalesforce } from './answer/shape.ts';
import { ask } from './ask.ts';

/** Who the connection's user is: `integration@acme.example (00D…)`. */
export async function ping(call: Call): Promise<string> {
  const { json } = await ask(call, null, { method: 'GET', path: '/services/oauth2/userinfo' });
  if (!isObject(json)) throw notSalesforce(null, 'userinfo: the answer is no JSON object');
  const { preferred_username: user, organization_id: organisation } = json;
  if (typeof user !== 'string' || typeof organisation !== 'string') {
    throw notSalesforce(null, 'userinfo: no preferred_username or organization_id');
  }
  return `${user} (${organisation})`;
}
