import type { Draft } from './draft.ts';
import type { SnRecord } from './world.ts';
import { stamp } from './draft.ts';

export interface JournalEntry {
  readonly element: 'comments' | 'work_notes';
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** User name. */
  readonly by: string;
}

/** Adds entries to the journal of one record. Comments are for the customer too, work notes are not. */
export type AddJournal = (record: SnRecord, table: string, entry: JournalEntry) => void;

export function createJournal(draft: Draft): AddJournal {
  const makeId = draft.sysIds('sys_journal_field');
  const rows = draft.table('sys_journal_field');
  return (record, table, { element, value, at, by }) => {
    const entry = { sys_id: makeId(rows.length), element_id: record.sys_id, element, name: table, value };
    rows.push(stamp(entry, at, by));
  };
}
