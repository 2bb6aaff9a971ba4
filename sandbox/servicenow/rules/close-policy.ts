import { dataPolicy } from '../http/api-error.ts';
import { after } from './change.ts';
import type { Change } from './change.ts';

/** Columns that must hold a value after the write. */
function mandatory(change: Change): readonly string[] {
  const state = after(change, 'state');
  if (change.table.name === 'incident')
    return state === '6' || state === '7' ? ['close_code', 'close_notes'] : [];
  if (change.table.name !== 'sn_customerservice_case') return [];
  if (state === '6') return ['resolution_code', 'close_notes'];
  if (state !== '3' || change.before.state === '6') return [];
  // Closing without resolving: the agent owes notes, a manager or the customer does not (facts 5.2).
  const { caller } = change;
  return caller.external || caller.admin || caller.roles.has('sn_customerservice_manager')
    ? []
    : ['close_notes'];
}

/** "Make close info mandatory when resolved or closed". Throws 403 naming the labels of all missing columns. */
export function requireCloseInfo(change: Change): void {
  const missing = mandatory(change).filter((column) => after(change, column) === '');
  if (missing.length === 0) return;
  throw dataPolicy(missing.map((column) => change.table.columns.get(column)?.label ?? column));
}
