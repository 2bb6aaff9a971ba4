import type { Value } from '../contract/index.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Triage } from './priority.ts';

/**
 * The new incident's columns, by relation or column name of the Incident table: what ServiceNow's own integration copies from a case. The domain is
 * the case's.
 */
export function incidentFromCase(
  facts: CaseFacts,
  triage: Triage,
  correlationId: string,
): Readonly<Record<string, Value>> {
  const values: Record<string, Value | null> = {
    shortDescription: facts.shortDescription,
    impact: triage.impact,
    urgency: triage.urgency,
    priority: triage.priority,
    caller: facts.contact ?? facts.consumerUser,
    configurationItemId: facts.configurationItem,
    problem: facts.problem,
    changeRequest: facts.change,
    causedByChange: facts.causedBy,
    correlationId,
    correlationDisplay: 'Casegraph',
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
