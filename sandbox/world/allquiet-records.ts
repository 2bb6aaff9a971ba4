/** What All Quiet keeps, named as its public API names it. Moments are ISO 8601 in UTC, ids are UUIDs in lower case. */

export type AqStatus = 'Open' | 'Resolved';
export type AqSeverity = 'Critical' | 'Warning' | 'Minor';

export const AQ_STATUSES: readonly AqStatus[] = ['Open', 'Resolved'];
export const AQ_SEVERITIES: readonly AqSeverity[] = ['Critical', 'Warning', 'Minor'];

export interface AqEntity {
  readonly id: string;
  readonly displayName: string;
}

export interface AqUser extends AqEntity {
  readonly avatarUrl: string | null;
  readonly email: string | null;
}

export interface AqAttribute {
  readonly name: string;
  readonly value: string;
  readonly isImage: boolean;
  readonly isGroupingKey: boolean;
  readonly hideInPreviews: boolean;
}

export interface AqAttributeChange {
  readonly name: string;
  readonly newValue: string | null;
  readonly oldValue: string | null;
}

/** Status and severity are null where the event did not set them: what holds is what the newest event that set it says. */
export interface AqEvent {
  readonly severity: AqSeverity | null;
  readonly status: AqStatus | null;
  readonly modification: {
    readonly timestamp: string;
    readonly intent: string | null;
    readonly user: AqUser | null;
    readonly externalUser: null;
  };
  readonly userAssignments: readonly AqUser[];
  readonly onCallUsers: readonly AqUser[];
  readonly message: string | null;
  readonly messageIsPublic: boolean;
  readonly unattended: boolean;
  readonly teams: readonly AqEntity[];
  readonly attributeChanges: readonly AqAttributeChange[];
}

export interface AqIncident {
  readonly id: string;
  readonly title: string;
  readonly integration: AqEntity;
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  readonly attributes: readonly AqAttribute[];
  /** Oldest first. */
  readonly events: readonly AqEvent[];
  readonly services: readonly AqEntity[];
  readonly sourceUser: AqUser | null;
  readonly unattended: boolean;
  readonly isArchived: boolean;
  readonly onCallUsers: readonly AqUser[];
  readonly teams: readonly AqEntity[];
  /** Null: not snoozed. A snooze without a moment lasts until somebody ends it. */
  readonly snoozed: { readonly snoozedUntil: string | null } | null;
  readonly excludeFromUptimeCalculation: boolean;
  readonly statusPageStartOverride: string | null;
  readonly statusPageEndOverride: string | null;
  /** Outbound integrations that it was forwarded to, by id. Not in the API's answers. */
  readonly forwardedTo: readonly string[];
}

/** One step of a payload mapping; exactly one of the rules is given. */
export interface AqMapping {
  readonly jsonPath?: string;
  readonly regex?: string;
  /** Goes with `regex`. */
  readonly replace?: string;
  /** `A->Critical,B->Minor,->Warning`; what stands before the last arrow alone is for everything else. */
  readonly map?: string;
  readonly static?: string;
}

export interface AqAttributeMapping {
  readonly name: string;
  readonly isGroupingKey?: boolean;
  readonly isImage?: boolean;
  readonly hideInPreviews?: boolean;
  /** Worked through in order, each on what the one before gave. */
  readonly mappings: readonly AqMapping[];
}

export interface AqInboundIntegration extends AqEntity {
  readonly teamId: string;
  /** With it the integration has a URL that monitoring tools send to. */
  readonly webhook?: {
    /** Bearer token to be shown; null: the URL is secret enough. */
    readonly token: string | null;
    readonly attributes: readonly AqAttributeMapping[];
    /** At most 86,400. */
    readonly groupingWindowInSeconds: number;
  };
}

export interface AllQuietWorld {
  readonly organization: AqEntity;
  readonly teams: readonly AqEntity[];
  readonly users: readonly AqUser[];
  readonly services: readonly AqEntity[];
  readonly integrations: readonly AqInboundIntegration[];
  /** Where incidents can be forwarded to. Webhooks are added while the sandbox runs. */
  readonly outboundIntegrations: readonly AqEntity[];
  readonly incidents: readonly AqIncident[];
}

/** For worlds without All Quiet. */
export const NO_ALL_QUIET: AllQuietWorld = {
  organization: { id: '00000000-0000-4000-8000-000000000000', displayName: '' },
  teams: [],
  users: [],
  services: [],
  integrations: [],
  outboundIntegrations: [],
  incidents: [],
};
