import type { Call } from '../../src/contract/index.ts';
import { ask } from './answer/ask.ts';
import { errorOf } from './answer/failure.ts';
import { memberOf, notGraphQL } from './answer/shape.ts';
import type { Settings } from './settings.ts';

/** GraphQL has no way to ask who one is; that the service answers a query with this credential is what can be known. */
export async function ping(settings: Settings, call: Call): Promise<string> {
  const { data, complaints } = await ask(settings, call, null, [{ name: '__typename' }]);
  const [first] = complaints;
  if (first !== undefined) throw errorOf(null, first);
  const type = memberOf(data, '__typename');
  if (typeof type !== 'string') throw notGraphQL(null, 'no __typename');
  return `a GraphQL service (${type.slice(0, 100)})`;
}
