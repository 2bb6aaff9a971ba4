import type { RecordObject } from './history.ts';

/** Something that happened to a record and that its cases are told of. */
export interface Note {
  readonly object: RecordObject;
  /** Key of the record. */
  readonly key: string;
  /** Names the line of the history, or the journal entry, that it comes from. */
  readonly reference: string;
  readonly at: string;
  readonly checkpoint: number | null;
  /** Without the reference. */
  readonly text: string;
}

/** What people call the value of a choice column; the value itself where nobody knows. */
export type Label = (object: RecordObject, column: string, value: string) => string;

/** What one update of a record is worth telling. `null`: nothing. */
export interface Told {
  /** The column whose line names the note. */
  readonly field: string;
  /** One line each. */
  readonly says: readonly string[];
}
