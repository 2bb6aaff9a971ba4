import { articleNotes } from './article-notes.ts';
import { tellChange } from './change-notes.ts';
import {
  updatesOf,
  type AuditLine,
  type RecordHistory,
  type RecordObject,
  type Said,
  type Update,
} from './history.ts';
import { tellIncident } from './incident-notes.ts';
import type { Label, Note, Told } from './note.ts';
import { tellProblem } from './problem-notes.ts';
import { referenceOf } from '../reference.ts';
import { tellRequest } from './request-notes.ts';

/** How a case is bound to a record, as far as the words of a note depend on it. */
export type Bond = 'related' | 'caused-by';

const NAMES: Readonly<Record<RecordObject, string>> = {
  incident: 'Incident',
  problem: 'Problem',
  change_request: 'Change request',
  sc_request: 'Request',
  sc_req_item: 'Requested item',
};

const TELL: Readonly<
  Record<RecordObject, (update: Update, label: Label, link: string | null) => Told | null>
> = {
  incident: tellIncident,
  problem: tellProblem,
  change_request: tellChange,
  sc_request: tellRequest,
  sc_req_item: () => null,
};

/**
 * Records whose additional comments cases are told of. Of requests the document says it of the request in one place and of its items in another (CSM integration
 * with Request Management): both are told.
 */
const COMMENTED: ReadonlySet<RecordObject> = new Set([
  'incident',
  'change_request',
  'sc_request',
  'sc_req_item',
]);

/**
 * What a case is told of a record's history, in order: one note for each update that says something, one for each additional comment and linked article. Within one second
 * updates come in their order, and comments after them, since a comment does not say which update it came with.
 */
export function notesOf(history: RecordHistory, label: Label, bond: Bond = 'related'): readonly Note[] {
  const name = nameOf(history, bond);
  const updates = updatesOf(history).flatMap((update) => noteOf(history, update, name, label) ?? []);
  const comments = COMMENTED.has(history.object)
    ? history.said.toSorted(bySaying).map((each) => commentOf(history, each, name))
    : [];
  return [...updates, ...comments, ...articleNotes(history, name)].toSorted(byTime);
}

/** The words for one update, as {@link notesOf} says them; `null`: it says nothing. */
export function textOf(history: RecordHistory, update: Update, label: Label, bond: Bond): string | null {
  const told = TELL[history.object](update, label, history.link);
  return told === null ? null : [nameOf(history, bond), ...told.says].join('\n');
}

function nameOf({ object, number }: RecordHistory, bond: Bond): string {
  return `${bond === 'caused-by' ? 'Causing change request' : NAMES[object]} ${number}`;
}

/** Order of the notes of one case. Sorting keeps the order of what it calls equal. */
export function byTime(a: Note, b: Note): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return (a.checkpoint ?? Infinity) - (b.checkpoint ?? Infinity) || 0;
}

function noteOf(
  { object, key, link }: RecordHistory,
  update: Update,
  name: string,
  label: Label,
): Note | null {
  const told = TELL[object](update, label, link);
  if (told === null) return null;
  const { sysId } = update.lines.get(told.field) as AuditLine;
  const { at, checkpoint } = update;
  return {
    object,
    key,
    reference: referenceOf(sysId),
    at,
    checkpoint,
    text: [name, ...told.says].join('\n'),
  };
}

function commentOf({ object, key }: RecordHistory, { sysId, at, by, text }: Said, name: string): Note {
  const says = `${name}\nAdditional comment by ${by}: ${text.trim()}`;
  return { object, key, reference: referenceOf(sysId), at, checkpoint: null, text: says };
}

function bySaying(a: Said, b: Said): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.sysId < b.sysId ? -1 : 1;
}
