import type { Update } from './history.ts';
import type { Label, Told } from './note.ts';
import { change, labelled, said } from './wording.ts';

/** A request that has ended: closed complete, incomplete or skipped, or cancelled. */
const ENDED: ReadonlySet<string> = new Set(['3', '4', '7']);

/**
 * A change of state. A request has two: how far the order has got, which is told where both change, and the state that every task has. How it was closed
 * goes along.
 */
export function tellRequest(update: Update, label: Label): Told | null {
  const [field, changed] = stateOf(update);
  if (changed === null) return null;
  const ended = field === 'request_state' ? changed.after.startsWith('closed') : ENDED.has(changed.after);
  const notes = ended ? said('Close notes', update.value('close_notes')) : [];
  return { field, says: [labelled('State', 'sc_request', field, changed, label), ...notes] };
}

function stateOf(update: Update) {
  const order = change(update, 'request_state');
  return order === null ? (['state', change(update, 'state')] as const) : (['request_state', order] as const);
}
