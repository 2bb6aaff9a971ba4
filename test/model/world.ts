/** What ServiceNow holds of the cases of one sequence, as plain data: read from its tables, and predicted by the model. */

export const SLOTS = ['incident', 'problem', 'change', 'causedBy'] as const;
/** What a case has at most one of. */
export type Slot = (typeof SLOTS)[number];

export type Kind = 'incident' | 'problem' | 'change' | 'request';

export interface CaseState {
  readonly id: string;
  readonly number: string;
  readonly domain: string;
  /** Id of the case that it was made from by accepting a candidate; `''`: none. */
  readonly from: string;
  readonly account: string;
  readonly consumer: string;
  /** Internal values, as the tables have them. */
  state: string;
  code: string;
  notes: string;
  major: string;
  impact: string;
  parent: string;
  readonly slots: Record<Slot, string>;
  /** `element: text` of each entry, sorted. Withdrawal notes are cut to their first word. */
  journal: string[];
}

export interface RecordState {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly domain: string;
  /** Id of the case that it was made from; `''`: it was there before. */
  readonly from: string;
  state: string;
  closeCode: string;
  closeNotes: string;
  holdReason: string;
  /** The case that a request names as its parent. */
  readonly parent: string;
  /** Quantities of a request's items. */
  items: string[];
  /** Notes that say why it was canceled. */
  withdrawn: number;
}

export interface World {
  readonly cases: Map<string, CaseState>;
  readonly records: Map<string, RecordState>;
}

/** The world as it should be, and what is remembered of the attempts that made it so. */
export interface Model extends World {
  /** The account whose cases the persona contact sees. */
  readonly account: string;
  /** The record that an attempt has completed, by the attempt's name. */
  readonly done: Map<string, string>;
  /** Records that an interrupted attempt has left unfinished, told of as an error, and whose they may be. */
  readonly unfinished: Map<string, Set<string>>;
}

export const CANCELED: Readonly<Record<Kind, string>> = {
  incident: '8',
  problem: '107',
  change: '4',
  request: 'closed_cancelled',
};

/** States in which nobody works on a record any more. */
export const OVER: Readonly<Record<Kind, readonly string[]>> = {
  incident: ['6', '7', '8'],
  problem: ['106', '107'],
  change: ['3', '4'],
  request: ['closed_cancelled', 'closed_complete', 'closed_incomplete'],
};

export const STATE = { new: '1', open: '10', awaiting: '18', resolved: '6', closed: '3', canceled: '7' };

export const NOUN: Readonly<Record<Kind, string>> = {
  incident: 'Incident',
  problem: 'Problem',
  change: 'Change request',
  request: 'Request',
};

/** The same in an order of its own, to compare. */
export function plain({ cases, records }: World): readonly unknown[] {
  const sorted = <T>(all: ReadonlyMap<string, T>): readonly T[] =>
    [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return [sorted(cases), sorted(records)];
}

/** Adds an entry to a case's journal. */
export function say(on: CaseState, text: string, element: 'work_notes' | 'comments' = 'work_notes'): void {
  on.journal.push(`${element}: ${text}`);
  on.journal.sort();
}

export function hasSaid(
  on: CaseState,
  text: string,
  element: 'work_notes' | 'comments' = 'work_notes',
): boolean {
  return on.journal.includes(`${element}: ${text}`);
}
