import type { Journal } from './rule.ts';

/** A record of the service desk, as ServiceNow stores it; empty text for none. */
export interface DeskIncident {
  readonly key: string;
  readonly number: string;
  readonly state: string;
  readonly correlationId: string;
  readonly correlationDisplay: string;
  /** Number of changes so far. */
  readonly version: number;
  readonly columns: Readonly<Record<string, string>>;
  /** The oldest first. */
  readonly journal: readonly JournalEntry[];
  readonly tasks: readonly DeskTask[];
}

export interface JournalEntry {
  readonly key: string;
  readonly element: Journal;
  readonly text: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface DeskTask {
  readonly key: string;
  readonly state: string;
  readonly correlationDisplay: string;
}
