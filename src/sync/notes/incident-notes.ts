import type { Update } from './history.ts';
import type { Label, Told } from './note.ts';
import { change, labelled, said } from './wording.ts';

/** States of an incident (ServiceNow facts 5.4). */
const ON_HOLD = '3';
const ENDED: ReadonlySet<string> = new Set(['6', '7']);

/** A change of state; On Hold with its reason, Resolved and Closed with code and notes. */
export function tellIncident(update: Update, label: Label): Told | null {
  const state = change(update, 'state');
  if (state === null) return null;
  const says = [labelled('State', 'incident', 'state', state, label)];
  const value = (field: string): string => label('incident', field, update.value(field));
  if (state.after === ON_HOLD) says.push(...said('On-hold reason', value('hold_reason')));
  if (ENDED.has(state.after)) {
    says.push(...said('Resolution code', value('close_code')));
    says.push(...said('Resolution notes', update.value('close_notes')));
  }
  return { field: 'state', says };
}
