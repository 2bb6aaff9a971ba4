import type { CaseColumn } from './association.ts';

/** A case as the synchronisation reads it. */
export interface SyncedCase {
  readonly key: string;
  readonly number: string;
  readonly state: string;
  readonly createdAt: string;
  readonly columns: Readonly<Record<CaseColumn, string>>;
  /** The task above it; empty text for none. */
  readonly parent: string;
  readonly majorCaseState: string;
}

/** A closed or canceled case takes no more notes (states: ServiceNow facts 5.2). */
const OVER: ReadonlySet<string> = new Set(['3', '7']);

export function isOver({ state }: Pick<SyncedCase, 'state'>): boolean {
  return OVER.has(state);
}
