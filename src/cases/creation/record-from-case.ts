import type { Value } from '../../contract/index.ts';
import type { CaseFacts } from '../case-facts.ts';
import { DO_NOT_NOTIFY } from '../incident/notification.ts';
import type { Triage } from './priority.ts';
import type { Values } from './record-kind.ts';

/**
 * What a new record takes over from its case, by column or relation name of its table (ServiceNow facts 6.3). What the case does not have is
 * left out, and the domain is the case's.
 */

/** The caller is a customer wherever there is one, and hears of the case: the instance is not to notify of the incident as well (facts 6.4). */
export function incidentFromCase(facts: CaseFacts, triage: Triage): Values {
  const caller = facts.contact ?? facts.consumerUser;
  return present({
    shortDescription: facts.shortDescription,
    impact: triage.impact,
    urgency: triage.urgency,
    priority: triage.priority,
    caller,
    notify: caller === null ? null : DO_NOT_NOTIFY,
    configurationItemId: facts.configurationItem,
    problem: facts.problem,
    changeRequest: facts.change,
    causedByChange: facts.causedBy,
  });
}

export function problemFromCase(facts: CaseFacts): Values {
  return present({
    shortDescription: facts.shortDescription,
    impact: facts.impact,
    urgency: facts.urgency,
    priority: facts.priority,
    configurationItemId: facts.configurationItem,
    companyId: facts.account,
    firstReportedById: facts.key,
  });
}

/** New, normal, of category Other and moderate risk; asked for by the agent who creates it. */
export function normalChangeFromCase(facts: CaseFacts, requestedBy: string | null): Values {
  return present({
    shortDescription: facts.shortDescription,
    description: facts.description,
    impact: facts.impact,
    urgency: facts.urgency,
    priority: facts.priority,
    configurationItemId: facts.configurationItem,
    companyId: facts.account,
    type: 'normal',
    state: '-5',
    category: 'Other',
    risk: '3',
    requestedBy,
  });
}

function present(values: Readonly<Record<string, Value>>): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
