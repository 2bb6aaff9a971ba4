/** Where what a resolution code speaks of stands; `null`: there is none, `unreadable`: the viewer may not read it. */
export interface RelatedStates {
  /** Internal value of the state. */
  readonly incident: string | null;
  readonly problem: string | null;
  readonly change: string | null;
  /** Internal values of request_state of the case's requests. */
  readonly requests: readonly string[] | 'unreadable';
}

export const UNREADABLE = 'unreadable';

interface Expectation {
  readonly of: keyof RelatedStates;
  readonly holds: (state: string) => boolean;
  /** What the code says of the case, as an agent reads it. */
  readonly claim: string;
}

const PROBLEM_ENDED: ReadonlySet<string> = new Set(['106', '107']);

/**
 * The five codes of the CSM-ITSM integration (ServiceNow facts 6.5) by their labels, since their internal values are known to nobody but the instance.
 * Labels are compared without regard to the kind of dash, blanks and case: documents disagree on them.
 */
const EXPECTATIONS: ReadonlyMap<string, Expectation> = new Map([
  [
    'solved-fixed by closing related prb',
    { of: 'problem', holds: (state) => state === '107', claim: 'a related problem that is closed' },
  ],
  [
    'solved-workaround provided based on open prb',
    {
      of: 'problem',
      holds: (state) => !PROBLEM_ENDED.has(state),
      claim: 'a related problem that is still open',
    },
  ],
  [
    'solved-fixed by closing related change request',
    { of: 'change', holds: (state) => state === '3', claim: 'a related change request that is closed' },
  ],
  [
    'solved-fixed by closing related incident',
    { of: 'incident', holds: (state) => state === '7', claim: 'a related incident that is closed' },
  ],
  [
    'solved-related request is closed complete',
    {
      of: 'requests',
      holds: (state) => state === 'closed_complete',
      claim: 'a request that is closed complete',
    },
  ],
]);

/** Which related record a code speaks of; `null` for the codes that speak of none. */
export function relatedOf(label: string): keyof RelatedStates | null {
  return EXPECTATIONS.get(plain(label))?.of ?? null;
}

/** Says where a resolution code does not fit what the case has. It is for the agent to judge: nothing is refused. */
export function solutionWarnings(label: string, related: RelatedStates): readonly string[] {
  const expected = EXPECTATIONS.get(plain(label));
  if (expected === undefined) return [];
  const { of, holds, claim } = expected;
  const found = related[of];
  if (found === UNREADABLE)
    return [`"${label}" speaks of ${claim}; you may not read those records, so it was not checked.`];
  const states = typeof found === 'string' ? [found] : (found ?? []);
  return states.some(holds) ? [] : [`"${label}" speaks of ${claim}, and the case has none.`];
}

function plain(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/\s*[-\u2010-\u2015]\s*/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
