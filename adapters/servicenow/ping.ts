import type { Call } from '../../src/contract/index.ts';
import { get } from './get.ts';
import { listPath } from './read/path.ts';
import { recordsOf } from './result.ts';
import { readCell } from './values/cell.ts';

/** The platform's dynamic filter "Me": the user that the request runs as. */
const ME = 'sys_idDYNAMIC90d1921e5f510100a9ad2572f2b477fe';

/** Asks for the account's own user record; answers its user name. */
export async function whoAmI(call: Call): Promise<string> {
  const object = 'sys_user';
  const path = listPath({ object, query: ME, fields: ['user_name'], limit: 1, whole: true });
  const [user] = recordsOf(await get(path, call), { verb: 'read', name: 'the own user record', object });
  const name = readCell(user?.['user_name'])?.value;
  // Without read access the list is empty, which proves the connection all the same.
  return name ? name : 'an account that may not read its own user record';
}
