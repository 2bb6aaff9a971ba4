import { businessRuleAbort } from '../http/api-error.ts';
import { stableId } from '../store/stable-id.ts';
import { statesOf } from './states.ts';
import { changed } from './change.ts';
import type { Change } from './change.ts';

const FROZEN: Readonly<Record<string, string>> = {
  sn_customerservice_case: 'Closed case cannot be updated',
  incident: 'Closed incident cannot be updated',
};

/**
 * Closed cases and incidents refuse writes. How a platform words it is not recorded for these tables, so the form of any
 * aborting business rule is used. One exception that was measured: a write of journals only on a closed incident answers
 * 200 and stores nothing. Returns false when the write must end like that.
 */
export function refuseClosed(change: Change): boolean {
  const rule = FROZEN[change.table.name];
  const closed = statesOf(change.table)?.closed ?? [];
  if (change.insert || rule === undefined || !closed.includes(change.before.state ?? '')) return true;
  const columns = Object.keys(change.changes).some((column) => changed(change, column));
  const journals = Object.keys(change.journals).length > 0;
  if (columns || (journals && change.table.name !== 'incident')) {
    throw businessRuleAbort(change.table.name, rule, stableId(`business rule ${rule}`));
  }
  return false;
}
