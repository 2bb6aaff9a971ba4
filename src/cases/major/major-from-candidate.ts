import { CASE_STATES, type CaseFacts } from '../case-facts.ts';
import type { Values } from '../creation/record-kind.ts';

/** Whether a candidate is somebody's case already. One that was made to be a candidate has no customer (facts 6.7). */
export function hasCustomer({ account, contact, consumer }: CaseFacts): boolean {
  return account !== null || contact !== null || consumer !== null;
}

/**
 * The major case that takes the place of a candidate: what it is about and its related records, but nobody's account, contact or consumer (ServiceNow
 * facts 6.7). It begins Open, since a manager has looked at it. What the candidate does not have is left out.
 */
export function majorFromCandidate(facts: CaseFacts): Values {
  const values: Values = {
    shortDescription: facts.shortDescription,
    description: facts.description,
    priority: facts.priority,
    impact: facts.impact,
    urgency: facts.urgency,
    configurationItemId: facts.configurationItem,
    businessImpact: facts.businessImpact,
    incident: facts.incident,
    problem: facts.problem,
    changeRequest: facts.change,
    causedByChange: facts.causedBy,
    state: CASE_STATES.open,
    majorCaseState: 'accepted',
    workNotes: `This major case was made from ${facts.number}.`,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
