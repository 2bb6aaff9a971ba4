import { CASE_STATES } from '../case-facts.ts';
import type { Values } from '../creation/record-kind.ts';

/** Columns that a major case can pass on to its children, by ServiceNow's names, and the names that the rules use. */
export const SYNC_COLUMNS = {
  priority: 'priority',
  state: 'state',
  comments: 'comments',
  work_notes: 'workNotes',
  assigned_to: 'assignedTo',
  close_notes: 'closeNotes',
  resolution_code: 'resolutionCode',
} as const;

export type SyncField = keyof typeof SYNC_COLUMNS;

/** The instance's properties sn_customerservice.parent_child_case_sync and .case_fields_to_sync (ServiceNow facts 6.7). */
export interface ChildSync {
  readonly enabled: boolean;
  readonly fields: readonly SyncField[];
}

/** Children in these states follow their major case; resolved, closed and canceled ones do not. */
export const FOLLOWING_STATES = [CASE_STATES.new, CASE_STATES.open, CASE_STATES.awaitingInfo] as const;

const JOURNALS: ReadonlySet<string> = new Set(['comments', 'workNotes']);

/** What of a write to a major case its children get. */
export interface Passed {
  /** Plain columns. */
  readonly values: Values;
  /** What is said in the journal, by column; blank text is not passed on. */
  readonly said: readonly (readonly [column: string, text: string])[];
}

/**
 * What children get of what was written to their major case; `null` where that is nothing. A state that ends the case goes along with its notes and code only,
 * since nobody could tell why a child ended otherwise.
 */
export function passedOn({ enabled, fields }: ChildSync, written: Values): Passed | null {
  if (!enabled) return null;
  const wanted = new Set<string>(fields.map((field) => SYNC_COLUMNS[field]));
  const ends = written['state'] === CASE_STATES.resolved || written['state'] === CASE_STATES.closed;
  if (ends && !(wanted.has('closeNotes') && wanted.has('resolutionCode'))) wanted.delete('state');
  const entries = Object.entries(written).filter(([name]) => wanted.has(name));
  const values = Object.fromEntries(entries.filter(([name]) => !JOURNALS.has(name)));
  const said = entries.flatMap(([name, text]) =>
    JOURNALS.has(name) && typeof text === 'string' && text.trim() !== '' ? [[name, text] as const] : [],
  );
  return Object.keys(values).length === 0 && said.length === 0 ? null : { values, said };
}
