/** What the rules look at of a case. Keys are ServiceNow's sys_ids. */
export interface CaseFacts {
  readonly key: string;
  readonly number: string;
  /** Internal value of the state: see {@link CASE_STATES}. */
  readonly state: string;
  readonly shortDescription: string;
  readonly description: string | null;
  /** `1` to `4`; null where the case has none. */
  readonly priority: string | null;
  /** `1` to `3`. */
  readonly impact: string | null;
  readonly urgency: string | null;
  readonly account: string | null;
  readonly contact: string | null;
  readonly consumer: string | null;
  /** User that the case's consumer logs in as. */
  readonly consumerUser: string | null;
  readonly configurationItem: string | null;
  readonly resolutionCode: string | null;
  readonly closeNotes: string | null;
  readonly incident: string | null;
  readonly problem: string | null;
  readonly change: string | null;
  readonly causedBy: string | null;
  readonly domain: string | null;
  /** `proposed`, `accepted`, `rejected`, `canceled`; null for a regular case. */
  readonly majorCaseState: string | null;
  readonly businessImpact: string | null;
  /** The task that it stands below. */
  readonly parent: string | null;
  /** It stands below an accepted major case. */
  readonly childOfMajor: boolean;
}

/** States of a case (ServiceNow documentation, case states; 7 is the value remembered for Canceled). */
export const CASE_STATES = {
  new: '1',
  open: '10',
  awaitingInfo: '18',
  resolved: '6',
  closed: '3',
  canceled: '7',
} as const;
