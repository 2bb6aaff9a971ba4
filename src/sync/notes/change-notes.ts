import type { Update } from './history.ts';
import type { Label, Told } from './note.ts';
import { change, isTrue, labelled, said } from './wording.ts';

/** States of a change request that end it (ServiceNow facts 5.6). */
const ENDED: ReadonlySet<string> = new Set(['3', '4']);

/** A change of state or type, how it was closed; that it is held, and why; that the hold was removed. */
export function tellChange(update: Update, label: Label): Told | null {
  const says: string[] = [];
  const fields: string[] = [];
  const state = change(update, 'state');
  if (state !== null) {
    fields.push('state');
    says.push(labelled('State', 'change_request', 'state', state, label));
    if (ENDED.has(state.after)) {
      says.push(...said('Close code', label('change_request', 'close_code', update.value('close_code'))));
      says.push(...said('Close notes', update.value('close_notes')));
    }
  }
  const type = change(update, 'type');
  if (type !== null) {
    fields.push('type');
    says.push(labelled('Type', 'change_request', 'type', type, label));
  }
  const hold = holdOf(update);
  if (hold !== null) {
    fields.push(hold.field);
    says.push(...hold.says);
  }
  const [field] = fields;
  return field === undefined ? null : { field, says };
}

function holdOf(update: Update): Told | null {
  const reason = update.value('on_hold_reason');
  const held = update.lines.get('on_hold');
  if (held !== undefined && isTrue(held.after) !== isTrue(held.before))
    return {
      field: 'on_hold',
      says: isTrue(held.after)
        ? ['It is on hold.', ...said('On-hold reason', reason)]
        : ['The hold was removed.'],
    };
  const given = update.lines.get('on_hold_reason');
  if (given === undefined || given.after === '' || !isTrue(update.value('on_hold'))) return null;
  return { field: 'on_hold_reason', says: said('On-hold reason', reason) };
}
