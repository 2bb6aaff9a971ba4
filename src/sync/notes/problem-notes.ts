import type { Update } from './history.ts';
import type { Label, Told } from './note.ts';
import { plainText } from './plain-text.ts';
import { change, isTrue, labelled, said } from './wording.ts';

/** States of a problem and its resolution codes (ServiceNow facts 5.6). */
const RESOLVED = '106';
const CLOSED = '107';

/**
 * A change of state with the link; the workaround and the fix when they are communicated; how it ended; that it is a known error. The reason of a problem
 * that was cancelled or whose risk is accepted is taken to stand in its close notes: the facts name no column for it.
 */
export function tellProblem(update: Update, label: Label, link: string | null): Told | null {
  const says: string[] = [];
  const fields: string[] = [];
  const tell = (field: string, lines: readonly string[]): void => {
    fields.push(field);
    says.push(...lines);
  };
  const state = change(update, 'state');
  if (state !== null) {
    const ending = endingOf(update, state.after);
    tell('state', [labelled('State', 'problem', 'state', state, label), ...ending]);
  }
  if (happened(update, 'workaround_communicated_at'))
    tell('workaround_communicated_at', communicated('Workaround', plainText(update.value('workaround'))));
  if (happened(update, 'fix_communicated_at'))
    tell('fix_communicated_at', communicated('Fix', plainText(update.value('fix_notes'))));
  const knownError = change(update, 'known_error');
  if (knownError !== null && isTrue(knownError.after)) tell('known_error', ['It is a known error now.']);
  const [field] = fields;
  return field === undefined ? null : { field, says: [...says, ...said('Link', link ?? '')] };
}

function endingOf(update: Update, state: string): readonly string[] {
  const cause = said('Cause', plainText(update.value('cause_notes')));
  const fix = said('Fix', plainText(update.value('fix_notes')));
  const reason = said('Reason', update.value('close_notes'));
  const code = update.value('resolution_code');
  if (code === 'fix_applied' && (state === RESOLVED || state === CLOSED))
    return ['Fix applied.', ...cause, ...fix];
  if (state !== CLOSED) return [];
  if (code === 'risk_accepted') return ['Risk accepted.', ...cause, ...reason, ...fix];
  return code === 'canceled' ? ['Canceled.', ...reason] : [];
}

function happened({ lines }: Update, field: string): boolean {
  const line = lines.get(field);
  return line !== undefined && line.after !== '';
}

function communicated(what: string, text: string): readonly string[] {
  return text === '' ? [`${what} communicated.`] : [`${what} communicated: ${text}`];
}
