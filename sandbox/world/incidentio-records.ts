/**
 * What incident.io holds, as its API's JSON shows it. Fields, enum values and which of them may be missing: incident.io's
 * OpenAPI description (IncidentV2, IncidentUpdateV2, FollowUpV2 and what they refer to). Moments are ISO 8601 in UTC.
 */

export const IO_CATEGORIES = [
  'triage',
  'declined',
  'merged',
  'canceled',
  'live',
  'learning',
  'closed',
  'paused',
] as const;
export type IoCategory = (typeof IO_CATEGORIES)[number];

interface Dated {
  readonly created_at: string;
  readonly updated_at: string;
}

export interface IoStatus extends Dated {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly rank: number;
  readonly category: IoCategory;
}

export interface IoSeverity extends Dated {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Lower is less severe. */
  readonly rank: number;
}

export interface IoType extends Dated {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly is_default: boolean;
  readonly private_incidents_only: boolean;
  readonly create_in_triage: 'always' | 'optional';
}

export interface IoUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly slack_user_id: string;
}

export interface IoRole extends Dated {
  readonly id: string;
  readonly name: string;
  readonly shortform: string;
  readonly description: string;
  readonly instructions: string;
  readonly role_type: 'lead' | 'reporter' | 'custom';
  readonly required: boolean;
}

export interface IoOption {
  readonly id: string;
  readonly custom_field_id: string;
  readonly sort_key: number;
  readonly value: string;
}

export interface IoCustomField extends Dated {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly field_type: 'single_select' | 'multi_select' | 'text' | 'link' | 'numeric';
  readonly options: readonly IoOption[];
}

export interface IoTimestamp {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
}

/** Who did something: one of them is there. */
export interface IoActor {
  readonly user?: IoUser;
  readonly api_key?: { readonly id: string; readonly name: string };
}

export interface IoIssueReference {
  readonly provider: string;
  readonly issue_name: string;
  readonly issue_permalink: string;
}

export interface IoFieldValue {
  readonly value_text?: string;
  readonly value_link?: string;
  readonly value_numeric?: string;
  readonly value_option?: IoOption;
}

export interface IoFieldEntry {
  readonly custom_field: Omit<IoCustomField, 'created_at' | 'updated_at'>;
  readonly values: readonly IoFieldValue[];
}

export interface IoRoleAssignment {
  readonly role: IoRole;
  readonly assignee?: IoUser;
}

export interface IoTimestampValue {
  readonly incident_timestamp: IoTimestamp;
  readonly value?: { readonly value: string };
}

export interface IoIncident extends Dated {
  readonly id: string;
  /** `INC-12`. */
  readonly reference: string;
  readonly name: string;
  readonly summary?: string;
  readonly mode: 'standard' | 'retrospective' | 'test' | 'tutorial';
  readonly visibility: 'public' | 'private';
  readonly permalink: string;
  readonly call_url?: string;
  readonly incident_status: IoStatus;
  readonly severity?: IoSeverity;
  readonly incident_type?: IoType;
  readonly creator: IoActor;
  readonly custom_field_entries: readonly IoFieldEntry[];
  readonly incident_role_assignments: readonly IoRoleAssignment[];
  readonly incident_timestamp_values: readonly IoTimestampValue[];
  readonly duration_metrics: readonly {
    readonly duration_metric: { readonly id: string; readonly name: string };
    readonly value_seconds?: number;
  }[];
  readonly external_issue_reference?: IoIssueReference;
  readonly has_debrief: boolean;
  readonly postmortem_document_ids: readonly string[];
  readonly postmortem_document_url?: string;
  readonly slack_team_id: string;
  readonly slack_channel_id: string;
  readonly slack_channel_name?: string;
  readonly workload_minutes_late: number;
  readonly workload_minutes_sleeping: number;
  readonly workload_minutes_total: number;
  readonly workload_minutes_working: number;
}

export interface IoUpdate {
  readonly id: string;
  readonly incident_id: string;
  readonly message?: string;
  readonly new_incident_status: IoStatus;
  readonly new_severity?: IoSeverity;
  /** Only for the status `merged`. */
  readonly merged_into_incident_id?: string;
  readonly updater: IoActor;
  readonly created_at: string;
}

export const IO_FOLLOW_UP_STATES = ['outstanding', 'completed', 'deleted', 'not_doing'] as const;
export type IoFollowUpState = (typeof IO_FOLLOW_UP_STATES)[number];

export interface IoPriority {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly rank: number;
}

export interface IoFollowUp extends Dated {
  readonly id: string;
  readonly incident_id: string;
  readonly title: string;
  readonly description?: string;
  readonly status: IoFollowUpState;
  readonly priority?: IoPriority;
  readonly labels: readonly string[];
  readonly assignee?: IoUser;
  readonly creator: IoActor;
  readonly completed_at?: string;
  readonly external_issue_reference?: IoIssueReference;
}

/** What an account has set up. */
export interface IoOrganisation {
  /** Of the dashboard: `https://app.incident.io/{slug}`. */
  readonly slug: string;
  readonly statuses: readonly IoStatus[];
  readonly severities: readonly IoSeverity[];
  readonly types: readonly IoType[];
  readonly roles: readonly IoRole[];
  readonly customFields: readonly IoCustomField[];
  readonly timestamps: readonly IoTimestamp[];
  readonly priorities: readonly IoPriority[];
  readonly users: readonly IoUser[];
}

export interface IncidentIoWorld {
  readonly organisation: IoOrganisation;
  /** Oldest first; the references count up with them. */
  readonly incidents: readonly IoIncident[];
  /** By incident, oldest first. */
  readonly updates: readonly IoUpdate[];
  readonly followUps: readonly IoFollowUp[];
}

/** For worlds that are about something else. */
export const NO_INCIDENT_IO: IncidentIoWorld = {
  organisation: {
    slug: 'nobody',
    statuses: [],
    severities: [],
    types: [],
    roles: [],
    customFields: [],
    timestamps: [],
    priorities: [],
    users: [],
  },
  incidents: [],
  updates: [],
  followUps: [],
};
