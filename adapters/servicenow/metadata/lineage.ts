import type { Call } from '../../../src/contract/index.ts';
import { get } from '../get.ts';
import { listPath } from '../read/path.ts';
import { recordsOf } from '../result.ts';
import { readCell } from '../values/cell.ts';
import { NAME } from '../names.ts';

/** Tables that extend another, of the platform's own (facts 5.1): asking for these is not needed, and mostly not allowed. */
const EXTENDS: Readonly<Record<string, string>> = {
  incident: 'task',
  problem: 'task',
  problem_task: 'task',
  change_request: 'task',
  change_task: 'task',
  sc_request: 'task',
  sc_req_item: 'task',
  sc_task: 'task',
  sn_customerservice_case: 'task',
  sn_customerservice_task: 'task',
  customer_contact: 'sys_user',
  csm_consumer_user: 'sys_user',
  customer_account: 'core_company',
};

/** How many tables above one are looked for. */
const MOST_ABOVE = 4;
const SUPER = Array.from({ length: MOST_ABOVE }, (_, index) => `${'super_class.'.repeat(index + 1)}name`);

/** The tables that a table of the platform extends, the nearest first; `null` for a table whose place is not known here. */
export function knownAncestors(object: string): readonly string[] | null {
  const parent = EXTENDS[object];
  if (parent === undefined) return null;
  return [parent, ...(knownAncestors(parent) ?? [])];
}

/**
 * The tables that a table extends, the nearest first, as `sys_db_object` has them. Mostly only administrators may read that; an account that
 * may not is answered as if the table extended none. Throws CasegraphError where the instance cannot be asked at all.
 */
export async function readAncestors(object: string, call: Call): Promise<readonly string[]> {
  const query = `name=${object}`;
  const path = listPath({
    object: 'sys_db_object',
    query,
    fields: ['name', ...SUPER],
    limit: 1,
    whole: true,
  });
  const answer = await get(path, call);
  if (answer.status === 403) return [];
  const [record] = recordsOf(answer, {
    verb: 'read',
    name: 'the tables of the instance',
    object: 'sys_db_object',
  });
  if (readCell(record?.['name'])?.value !== object) return [];
  return SUPER.map((field) => readCell(record?.[field])?.value ?? '').filter((name) => NAME.test(name));
}
