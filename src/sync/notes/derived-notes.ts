import type { AuditLine, RecordHistory, Update } from './history.ts';
import type { Label, Note } from './note.ts';
import { referenceOf } from '../reference.ts';
import { textOf, type Bond } from './notes-of.ts';

/** States that an instance may have out of the box, over all kinds of record (ServiceNow facts 5.4 and 5.6). */
const STATES: readonly string[] = [
  ...Array.from({ length: 14 }, (_, index) => String(index - 5)),
  ...Array.from({ length: 8 }, (_, index) => String(index + 100)),
];

/**
 * What a case is told of a record whose history cannot be read: the state that it has now, where that is not the one it was told of last. The notes of a record
 * count up, so that a state which comes back is told of again; what lay in between is not known.
 */
export function derivedNotes(
  history: RecordHistory,
  noted: ReadonlySet<string>,
  label: Label,
  bond: Bond,
): readonly Note[] {
  const { object, key, values, createdAt, updatedAt } = history;
  const state = values['state'] ?? '';
  if (state === '') return [];
  const { last, count } = lastTold(key, [...STATES, state], noted);
  if (last === state || (last === null && updatedAt === createdAt)) return [];
  const text = textOf(history, updateTo(history, last ?? UNKNOWN), label, bond);
  if (text === null) return [];
  return [{ object, key, reference: nameOf(key, state, count), at: updatedAt, checkpoint: null, text }];
}

const UNKNOWN = 'unknown';

function lastTold(
  key: string,
  states: readonly string[],
  noted: ReadonlySet<string>,
): { readonly last: string | null; readonly count: number } {
  let last: string | null = null;
  for (let count = 0; ; count += 1) {
    const found = states.find((state) => noted.has(nameOf(key, state, count)));
    if (found === undefined) return { last, count };
    last = found;
  }
}

function nameOf(key: string, state: string, count: number): string {
  return referenceOf(key, 'state', state, String(count));
}

function updateTo({ key, values, updatedAt: at }: RecordHistory, before: string): Update {
  const after = values['state'] ?? '';
  const line: AuditLine = { sysId: '', key, field: 'state', before, after, checkpoint: null, at };
  return { at, checkpoint: null, lines: new Map([['state', line]]), value: (field) => values[field] ?? '' };
}
