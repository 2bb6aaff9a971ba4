import { isJournal } from '../dictionary/column.ts';
import { after, changed } from '../rules/change.ts';
import type { Change } from '../rules/change.ts';

/** One changed column of one update, under the column names of sys_audit (facts 5.7). */
export interface AuditLine {
  readonly tablename: string;
  readonly fieldname: string;
  readonly documentkey: string;
  readonly user: string;
  /** Values as stored: sys_ids of references, values of choices. */
  readonly oldvalue: string;
  readonly newvalue: string;
  /** The record's sys_mod_count after the update: lines of one update share it, and it orders updates within a second. */
  readonly record_checkpoint: string;
}

/** Columns that only say that there was an update. */
const NOT_AUDITED: readonly string[] = [
  'sys_updated_on',
  'sys_updated_by',
  'sys_mod_count',
  'sys_tags',
  'sys_domain_path',
];

/**
 * What the history keeps of an update: a line for each column that got another value. Only tasks are audited, and inserts are
 * not (a platform audits them only where a property says so; that is from memory). Journals have a table of their own.
 */
export function auditLines(change: Change, sysId: string, checkpoint: string): AuditLine[] {
  if (change.insert || change.table.root !== 'task') return [];
  const columns = [...change.table.columns.values()].filter(
    (column) => !isJournal(column) && !NOT_AUDITED.includes(column.name) && changed(change, column.name),
  );
  return columns.map(({ name }) => ({
    tablename: change.table.name,
    fieldname: name,
    documentkey: sysId,
    user: change.caller.userName,
    oldvalue: change.before[name] ?? '',
    newvalue: after(change, name),
    record_checkpoint: checkpoint,
  }));
}
