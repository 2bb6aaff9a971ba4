import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable } from '../../../src/contract/index.ts';
import type { Doing } from '../errors.ts';
import { isSysId } from '../names.ts';

/** Path of one record. A key that is no sys_id leads to no record, and must not become a part of a path. */
export function recordPath(table: BoundTable, key: string, doing: Doing): string {
  if (!isSysId(key)) throw new CasegraphError('not-found', `There is no ${doing.name} with this key.`);
  return `/api/now/table/${table.object}/${key}`;
}
