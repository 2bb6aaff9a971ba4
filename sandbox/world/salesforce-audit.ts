import type { SfRecord } from './world.ts';
import { sfTime } from './moment.ts';

/** The fields that every Salesforce record has. Moments are milliseconds since 1970. */
export function audit(
  record: SfRecord,
  created: number,
  by: string,
  modified = created,
  deleted = false,
): SfRecord {
  const last = sfTime(modified);
  record['CreatedDate'] = sfTime(created);
  record['CreatedById'] = by;
  record['LastModifiedDate'] = last;
  record['LastModifiedById'] = by;
  record['SystemModstamp'] = last;
  record['IsDeleted'] = deleted;
  return record;
}
