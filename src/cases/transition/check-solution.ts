import { CasegraphError } from '../../contract/index.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { relatedOf, solutionWarnings, UNREADABLE, type RelatedStates } from './solution-warnings.ts';

/** Requests of one case that are looked at. */
const REQUESTS = 100;

/**
 * What does not fit about the resolution code that a case was given; to be asked once it was. What the code means is begun to be read at once, together with the
 * case. What cannot be looked at is said, and fails nothing.
 */
export function solutionCheck(
  store: CaseStore,
  code: string,
): (facts: CaseFacts) => Promise<readonly string[]> {
  const reading = store.choiceLabel('Case', 'resolutionCode', code).catch(() => null);
  return async (facts) => {
    const label = await reading;
    const wanted = label === null ? null : relatedOf(label);
    if (label === null || wanted === null) return [];
    const none: RelatedStates = { incident: null, problem: null, change: null, requests: [] };
    return solutionWarnings(label, { ...none, [wanted]: await statesOf(store, facts, wanted) });
  };
}

const TYPES = { incident: 'Incident', problem: 'Problem', change: 'ChangeRequest' } as const;

async function statesOf(
  store: CaseStore,
  facts: CaseFacts,
  wanted: keyof RelatedStates,
): Promise<string | null | readonly string[]> {
  try {
    if (wanted === 'requests') return await requestStates(store, facts);
    const key = facts[wanted];
    const row = key === null ? null : await store.readRow(TYPES[wanted], key, ['state']);
    return row === null ? null : store.valueOf(TYPES[wanted], row, 'state');
  } catch (error) {
    if (error instanceof CasegraphError && error.kind !== 'cancelled') return UNREADABLE;
    throw error;
  }
}

async function requestStates(store: CaseStore, facts: CaseFacts): Promise<readonly string[]> {
  const rows = await store.readRows('ServiceRequest', { case: [facts.key] }, ['requestState'], REQUESTS);
  return rows.map((row) => store.valueOf('ServiceRequest', row, 'requestState') ?? '');
}
