import { writeGroups } from './term.ts';
import type { Groups } from './term.ts';

/** Conditions and order as one encoded query; `null` when no row can match and nothing needs to be asked. */
export function composeQuery(groups: Groups, sorting: string): string | null {
  if (groups.length === 0) return null;
  return [writeGroups(groups), sorting].filter((part) => part !== '').join('^');
}
