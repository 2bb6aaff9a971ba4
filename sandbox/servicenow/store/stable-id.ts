import { createHash } from 'node:crypto';

/** A sys_id (32 hex digits) that is the same for the same text, for rows this program makes up itself. */
export function stableId(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
