/** One row of the priority lookup: impact and urgency give a priority. */
export interface PriorityRow {
  readonly impact: string;
  readonly urgency: string;
  readonly priority: string;
  readonly order: number;
}

export interface Triage {
  readonly impact: string;
  readonly urgency: string;
  readonly priority: string;
}

/** What an incident gets where the instance does not derive priorities. */
const WITHOUT_LOOKUP: Triage = { priority: '5', impact: '3', urgency: '3' };

/**
 * Priority, impact and urgency of an incident made from a case. With the lookup, the case's priority is kept and the two are derived from it. Several
 * pairs may give one priority and the documentation does not say which one wins: it is the first by `order`, then the one with the higher
 * impact. A priority that no row gives, or none at all, is treated as without lookup.
 */
export function triageFor(casePriority: string | null, lookup: readonly PriorityRow[] | null): Triage {
  if (lookup === null || casePriority === null) return WITHOUT_LOOKUP;
  const [best] = lookup
    .filter(({ priority }) => priority === casePriority)
    .sort((a, b) => a.order - b.order || a.impact.localeCompare(b.impact));
  return best === undefined
    ? WITHOUT_LOOKUP
    : { priority: casePriority, impact: best.impact, urgency: best.urgency };
}
