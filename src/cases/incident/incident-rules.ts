import { hasRole, isAgent, type Asker } from '../actions/checks.ts';
import type { Refusal } from '../refusal.ts';

/** What agents do with the state of an incident. */
export type IncidentAction = 'RESOLVE' | 'CLOSE' | 'HOLD' | 'RESUME';

/** What a change of state may say besides. */
export interface IncidentInput {
  /** Internal value of the choice. */
  readonly closeCode: string | null;
  readonly closeNotes: string | null;
  /** Internal value of the choice. */
  readonly holdReason: string | null;
  /** Said to the caller. */
  readonly comment: string | null;
}

/** What the rules look at of an incident. */
export interface IncidentFacts {
  readonly number: string;
  /** Internal value of the state. */
  readonly state: string;
  readonly closeCode: string | null;
  readonly closeNotes: string | null;
  readonly holdReason: string | null;
}

interface Rule {
  readonly from: readonly string[];
  /** State that the incident comes to. */
  readonly to: string;
  readonly needs: readonly (keyof IncidentInput)[];
  /** Completes "… takes an incident that is New or In Progress.". */
  readonly what: string;
}

/**
 * States: ServiceNow facts 5.4. Closing needs nothing more than resolving did. An instance need not insist on a reason to hold; here it is asked for,
 * since the case's work notes tell it.
 */
export const INCIDENT_RULES: Readonly<Record<IncidentAction, Rule>> = {
  RESOLVE: { from: ['1', '2', '3'], to: '6', needs: ['closeCode', 'closeNotes'], what: 'resolving' },
  CLOSE: { from: ['6'], to: '7', needs: [], what: 'closing' },
  HOLD: { from: ['1', '2'], to: '3', needs: ['holdReason'], what: 'holding' },
  RESUME: { from: ['3'], to: '2', needs: [], what: 'taking off hold' },
};

const STATES: Readonly<Record<string, string>> = {
  1: 'New',
  2: 'In Progress',
  3: 'On Hold',
  6: 'Resolved',
  7: 'Closed',
  8: 'Canceled',
};

const NAMES: Readonly<Record<keyof IncidentInput, string>> = {
  closeCode: 'a close code',
  closeNotes: 'close notes',
  holdReason: 'a reason to hold it',
  comment: 'a comment',
};

/** Names of the mutations' inputs, for refusals. */
export const INPUT_FIELDS: Readonly<Record<keyof IncidentInput, string>> = {
  closeCode: 'closeCode',
  closeNotes: 'closeNotes',
  holdReason: 'reason',
  comment: 'comment',
};

/** Who may change incidents at all. */
export function refuseIncidentWriter(asker: Asker): Refusal | null {
  if (isAgent(asker) && hasRole(asker, ['sn_incident_write', 'itil'])) return null;
  const message = 'Only agents with the role sn_incident_write or itil change incidents.';
  return { code: 'FORBIDDEN', message, field: ['incidentId'] };
}

/** Why an incident as it stands cannot be resolved, closed, held or taken off hold like this; `null` when it can. */
export function refuseIncident(
  action: IncidentAction,
  facts: IncidentFacts,
  input: IncidentInput,
): Refusal | null {
  const { from, needs, what } = INCIDENT_RULES[action];
  if (!from.includes(facts.state)) {
    const wanted = from
      .map((state) => STATES[state])
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1');
    const message = `${facts.number} is ${STATES[facts.state] ?? `in state ${facts.state}`}; ${what} takes an incident that is ${wanted}.`;
    return { code: 'INVALID_STATE', message, field: ['incidentId'] };
  }
  const field = needs.find((name) => (input[name] ?? '').trim() === '');
  if (field === undefined) return null;
  const message = `${facts.number} needs ${NAMES[field]} for this.`;
  return { code: 'INVALID_INPUT', message, field: [INPUT_FIELDS[field]] };
}

/** The incident is where it was to come to and says what it was to say: a repeat has nothing left to do. */
export function incidentIsDone(action: IncidentAction, facts: IncidentFacts, input: IncidentInput): boolean {
  const same = (name: 'closeCode' | 'closeNotes' | 'holdReason'): boolean =>
    input[name] === null || input[name] === facts[name];
  return (
    facts.state === INCIDENT_RULES[action].to && same('closeCode') && same('closeNotes') && same('holdReason')
  );
}
