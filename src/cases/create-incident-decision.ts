import { CASE_STATES, type CaseFacts } from './case-facts.ts';
import type { Refusal } from './refusal.ts';

/** What is known of who asks. */
export interface Asker {
  readonly kind: string;
  readonly roles: ReadonlySet<string>;
}

const WRITERS = ['sn_incident_write', 'admin'];
const MAJOR_WRITERS = ['itil', 'admin'];
const ENDED: ReadonlySet<string> = new Set([CASE_STATES.resolved, CASE_STATES.closed, CASE_STATES.canceled]);

/**
 * Whether an incident may be created from a case: by an agent with the role for it, on a case that is still worked on, that is nobody's child under a
 * major case, and that has no incident yet. `null` when it may.
 */
export function refuseCreateIncident(asker: Asker, facts: CaseFacts): Refusal | null {
  if (asker.kind !== 'agent' && asker.kind !== 'service')
    return forbidden('Only agents create incidents from cases.');
  if (!WRITERS.some((role) => asker.roles.has(role)))
    return forbidden('You need the role sn_incident_write to create incidents from cases.');
  if (facts.majorCaseState === 'accepted' && !MAJOR_WRITERS.some((role) => asker.roles.has(role))) {
    return forbidden('You need the role itil to create incidents from a major case.');
  }
  return refuseState(facts);
}

function refuseState({ number, state, childOfMajor, incident }: CaseFacts): Refusal | null {
  if (incident !== null)
    return {
      code: 'ALREADY_ASSOCIATED',
      message: `${number} has an incident already; a case has at most one.`,
    };
  if (ENDED.has(state))
    return invalid(
      `${number} is resolved, closed or canceled; an incident is created from a case that is still open.`,
    );
  if (childOfMajor) return invalid(`${number} is the child of a major case; create the incident there.`);
  return null;
}

function invalid(message: string): Refusal {
  return { code: 'INVALID_STATE', message };
}

function forbidden(message: string): Refusal {
  return { code: 'FORBIDDEN', message };
}
