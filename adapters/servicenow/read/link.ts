import type { SendResponse } from '../../../src/contract/index.ts';
import { unreadable } from '../errors.ts';

/**
 * Offset of the next page, from the Link header; `null` when it names none. A short page says nothing: ServiceNow cuts to the limit
 * before it leaves out rows that the account may not read. Throws when the next page would not lie further on.
 */
export function nextOffset(headers: SendResponse['headers'], offset: number): number | null {
  const header = headers['link'];
  const text = typeof header === 'string' ? header : (header ?? []).join(',');
  const next = /<([^<>]*)>\s*;\s*rel="?next"?/.exec(text)?.[1];
  if (next === undefined) return null;
  const found = /[?&]sysparm_offset=(\d{1,9})(?!\d)/.exec(next)?.[1];
  if (found === undefined || Number(found) <= offset)
    throw unreadable('a Link header whose next page does not lie further on');
  return Number(found);
}
