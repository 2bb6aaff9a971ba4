import { after, changed, enters } from './change.ts';
import type { Change } from './change.ts';
import { statesOf } from './states.ts';

const LOOKUPS: Readonly<Record<string, string>> = {
  incident: 'dl_u_priority',
  problem: 'dl_problem_priority',
};

/** Priority from impact and urgency. While the lookup is on it also overrides a priority that was written. */
export function derivePriority(change: Change): void {
  const table = change.store.dictionary.get(LOOKUPS[change.table.name] ?? '');
  const concerned =
    change.insert || ['impact', 'urgency', 'priority'].some((column) => changed(change, column));
  if (!table || !change.priorityLookup || !concerned) return;
  const rows = [...change.store.rows(table)].sort(
    (a, b) => Number(a.values.order ?? 0) - Number(b.values.order ?? 0),
  );
  const found = rows.find(
    ({ values }) =>
      values.active !== 'false' &&
      values.impact === after(change, 'impact') &&
      values.urgency === after(change, 'urgency'),
  );
  if (found) change.changes.priority = found.values.priority ?? '';
}

/** incident_state and problem_state are the state under their old names: writing either writes both. */
export function mirrorState(change: Change): void {
  const twin = { incident: 'incident_state', problem: 'problem_state' }[change.table.name];
  if (twin === undefined) return;
  // The column that the write names wins; naming both, the state does.
  if (changed(change, twin) && !changed(change, 'state')) change.changes.state = after(change, twin);
  else if (change.insert || changed(change, 'state')) change.changes[twin] = after(change, 'state');
}

function stamp(change: Change, at: string, by: string): void {
  if (!change.table.columns.has(at)) return;
  if (after(change, at) === '') change.changes[at] = change.now;
  if (after(change, by) === '') change.changes[by] = change.caller.userId;
}

/** Who resolved and closed when, and whether the record is active. */
export function stampStates(change: Change): void {
  const states = statesOf(change.table);
  if (!states) return;
  if (enters(change, 'state', states.resolved)) stamp(change, 'resolved_at', 'resolved_by');
  if (enters(change, 'state', states.closed)) stamp(change, 'closed_at', 'closed_by');
  if (change.insert || changed(change, 'state')) {
    change.changes.active = String(!states.inactive.includes(after(change, 'state')));
  }
}

/** A customer's comment on a case that awaits information opens it again (facts 5.2). */
export function reopenOnCustomerComment(change: Change): void {
  if (change.table.name !== 'sn_customerservice_case' || change.insert || !change.caller.external) return;
  if (change.before.state === '18' && change.journals.comments !== undefined && !changed(change, 'state')) {
    change.changes.state = '10';
  }
}

/** How often the record was given to another group. */
export function countReassignment(change: Change): void {
  if (change.insert || !changed(change, 'assignment_group') || (change.before.assignment_group ?? '') === '')
    return;
  change.changes.reassignment_count = String(Number(change.before.reassignment_count ?? 0) + 1);
}
