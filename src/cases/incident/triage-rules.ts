import type { Refusal } from '../refusal.ts';

/** What triage says of an incident; `null`: nothing. Priority follows from impact and urgency, by the instance's own table. */
export interface Triage {
  /** Internal values of the choices. */
  readonly impact: string | null;
  readonly urgency: string | null;
  /** Keys of group and user. */
  readonly assignmentGroup: string | null;
  readonly assignedTo: string | null;
}

export const TRIAGE = ['impact', 'urgency', 'assignmentGroup', 'assignedTo'] as const;

/** States that an incident is not worked on in any more: Resolved, Closed, Canceled (ServiceNow facts 5.4). */
const OVER: ReadonlySet<string> = new Set(['6', '7', '8']);

/** Why an incident as it stands cannot be triaged like this; `null` when it can. */
export function refuseTriage(
  { number, state }: { readonly number: string; readonly state: string },
  input: Triage,
): Refusal | null {
  if (TRIAGE.every((name) => input[name] === null)) {
    const message = 'Say at least one of impact, urgency, assignmentGroupId and assignedToId.';
    return { code: 'INVALID_INPUT', message };
  }
  if (!OVER.has(state)) return null;
  const message = `${number} is resolved, closed or canceled; only an incident that is worked on is triaged.`;
  return { code: 'INVALID_STATE', message, field: ['incidentId'] };
}
