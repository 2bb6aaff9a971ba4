import { CASE_STATES, type CaseFacts } from '../case-facts.ts';
import type { Refusal } from '../refusal.ts';

/** What is known of who asks. */
export interface Asker {
  readonly kind: string;
  readonly roles: ReadonlySet<string>;
}

/** One thing that an action asks for: `null` where it holds. */
export type Check = (asker: Asker, facts: CaseFacts) => Refusal | null;

/** Role that passes every role check, as ServiceNow's own `admin` does. */
const ADMIN = 'admin';

const STATE_NAMES: Readonly<Record<string, string>> = {
  [CASE_STATES.new]: 'New',
  [CASE_STATES.open]: 'Open',
  [CASE_STATES.awaitingInfo]: 'Awaiting Info',
  [CASE_STATES.resolved]: 'Resolved',
  [CASE_STATES.closed]: 'Closed',
  [CASE_STATES.canceled]: 'Canceled',
};

export function forbidden(message: string): Refusal {
  return { code: 'FORBIDDEN', message };
}

export function invalid(message: string): Refusal {
  return { code: 'INVALID_STATE', message };
}

export function isAgent({ kind }: Asker): boolean {
  return kind === 'agent' || kind === 'service';
}

export function hasRole({ roles }: Asker, wanted: readonly string[]): boolean {
  return roles.has(ADMIN) || wanted.some((role) => roles.has(role));
}

/** `what` completes "Only agents …". */
export function agentWithRole(what: string, ...roles: readonly string[]): Check {
  return (asker) => {
    if (!isAgent(asker)) return forbidden(`Only agents ${what}.`);
    return hasRole(asker, roles) ? null : forbidden(`You need the role ${roles.join(' or ')} to ${what}.`);
  };
}

/** Agents who work on cases. */
export function caseAgent(what: string): Check {
  return agentWithRole(what, 'sn_customerservice_agent', 'sn_customerservice_manager');
}

/** The people a case is for. Managers speak for them in closing, agents do not. */
export function customer(what: string): Check {
  return ({ kind }) =>
    kind === 'contact' || kind === 'consumer' ? null : forbidden(`Only the customer ${what}.`);
}

/** Creating ITSM records from an accepted major case takes the role itil besides (facts 6.7). */
export const itilForMajorCase: Check = (asker, { majorCaseState }) =>
  majorCaseState !== 'accepted' || hasRole(asker, ['itil'])
    ? null
    : forbidden('You need the role itil to create records from a major case.');

/** `what` begins "… takes Open or Awaiting Info.". */
export function inState(what: string, ...states: readonly string[]): Check {
  return (_, { number, state }) =>
    states.includes(state)
      ? null
      : invalid(
          `${number} is ${STATE_NAMES[state] ?? `in state ${state}`}; ${what} takes ${listed(states.map((each) => STATE_NAMES[each] ?? each))}.`,
        );
}

export const stillOpen: Check = (_, { number, state }) =>
  state === CASE_STATES.resolved || state === CASE_STATES.closed || state === CASE_STATES.canceled
    ? invalid(`${number} is resolved, closed or canceled; reopen it first.`)
    : null;

/** A child shows its major case's records and has none of its own (facts 6.2, 6.7). */
export const notBelowMajorCase: Check = (_, { number, childOfMajor }) =>
  childOfMajor ? invalid(`${number} is the child of a major case; do it there.`) : null;

export type RelatedField = 'incident' | 'problem' | 'change' | 'causedBy';

const RELATED_NAMES: Readonly<Record<RelatedField, string>> = {
  incident: 'an incident',
  problem: 'a problem',
  change: 'a change request',
  causedBy: 'a change request that caused it',
};

/** One of each kind per case (facts 6.2). */
export function without(field: RelatedField): Check {
  return (_, facts) =>
    facts[field] === null
      ? null
      : {
          code: 'ALREADY_ASSOCIATED',
          message: `${facts.number} has ${RELATED_NAMES[field]} already; a case has at most one.`,
        };
}

export function having(field: RelatedField): Check {
  return (_, facts) =>
    facts[field] === null ? invalid(`${facts.number} does not have ${RELATED_NAMES[field]}.`) : null;
}

/** `wanted`: the states of a major case that fit; `null` is a regular case. */
export function majorState(complaint: string, ...wanted: readonly (string | null)[]): Check {
  return (_, { number, majorCaseState }) =>
    wanted.includes(majorCaseState) ? null : invalid(`${number} ${complaint}.`);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
