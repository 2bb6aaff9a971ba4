import type { Association } from './association.ts';
import { derivedNotes } from './derived-notes.ts';
import type { RecordHistory } from './history.ts';
import type { Label, Note } from './note.ts';
import { byTime, notesOf } from './notes-of.ts';

/** A case as far as it decides what it is told. */
export interface NotedCase {
  readonly state: string;
  /** Records of the case and since when. Requests and their items among them. */
  readonly associations: readonly Association[];
  /** Records of the accepted major case that it is a child of; `null` for any other case. */
  readonly ofMajor: ReadonlySet<string> | null;
  /** References of the notes that it has already. */
  readonly noted: ReadonlySet<string>;
  /** Set where the history of records cannot be read. */
  readonly unaudited?: boolean;
}

/** Whether children of a major case are told what the major case is told, and in which states they are. */
export interface PassedOn {
  readonly workNotes: boolean;
  readonly followingStates: ReadonlySet<string>;
}

/**
 * The notes that a case does not have yet, over all its records, in order. A record that a child shares with its major case is told of on the major case; the
 * child gets a copy only where work notes are passed on, and while it follows. Records of its own are told of on each case only (ServiceNow facts 6.7).
 */
export function dueNotes(
  noted: NotedCase,
  histories: ReadonlyMap<string, RecordHistory>,
  passedOn: PassedOn,
  label: Label,
): readonly Note[] {
  const found = new Map<string, Note>();
  for (const { key, bond, from, until } of noted.associations) {
    const history = histories.get(key);
    if (history === undefined || !isTold(noted, key, passedOn)) continue;
    const derived = noted.unaudited === true ? derivedNotes(history, noted.noted, label, bond) : [];
    for (const note of [...notesOf(history, label, bond), ...derived]) {
      const within = note.at >= from && (until === null || note.at <= until);
      if (within && !noted.noted.has(note.reference) && !found.has(note.reference))
        found.set(note.reference, note);
    }
  }
  return [...found.values()].toSorted(byTime);
}

function isTold({ state, ofMajor }: NotedCase, key: string, passedOn: PassedOn): boolean {
  if (ofMajor === null || !ofMajor.has(key)) return true;
  return passedOn.workNotes && passedOn.followingStates.has(state);
}
