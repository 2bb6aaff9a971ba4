import type { Call } from '../../src/contract/index.ts';
import { ask } from './ask.ts';
import { memberOf } from './column/value-at.ts';
import { notAsDocumented } from './failure.ts';

/** Name of the API key. */
export async function ping(call: Call): Promise<string> {
  const { json } = await ask(call, null, { method: 'GET', path: '/v1/identity' });
  const name = memberOf(memberOf(json, 'identity'), 'name');
  if (typeof name !== 'string') throw notAsDocumented(null, 'identity.name is no text');
  return `the API key ${name}`;
}
