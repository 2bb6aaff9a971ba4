import type { CaseFacts } from '../case-facts.ts';

/** An open case of nobody with nothing to it, but for what is given. */
export function caseFacts(given: Partial<CaseFacts> = {}): CaseFacts {
  return {
    key: 'k',
    number: 'CS0001001',
    state: '10',
    shortDescription: 'Printer on fire',
    description: null,
    priority: '2',
    impact: '2',
    urgency: '1',
    account: null,
    contact: null,
    consumer: null,
    consumerUser: null,
    configurationItem: null,
    resolutionCode: null,
    closeNotes: null,
    incident: null,
    problem: null,
    change: null,
    causedBy: null,
    domain: null,
    majorCaseState: null,
    businessImpact: null,
    parent: null,
    childOfMajor: false,
    ...given,
  };
}
