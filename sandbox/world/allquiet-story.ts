import type {
  AqAttributeChange,
  AqEntity,
  AqEvent,
  AqSeverity,
  AqStatus,
  AqUser,
} from './allquiet-records.ts';
import { aqTime } from './moment.ts';

/** What an event says beyond when it was; what is not given is empty. */
export interface Step {
  readonly intent: string | null;
  readonly status?: AqStatus | undefined;
  readonly severity?: AqSeverity | undefined;
  readonly user?: AqUser | undefined;
  readonly message?: string | undefined;
  readonly assigned?: readonly AqUser[] | undefined;
  readonly unattended?: boolean | undefined;
  readonly teams?: readonly AqEntity[] | undefined;
  readonly attributeChanges?: readonly AqAttributeChange[] | undefined;
}

/** An event as All Quiet keeps it; `at` in milliseconds since 1970. */
export function eventAt(at: number, step: Step, onCallUsers: readonly AqUser[]): AqEvent {
  return {
    severity: step.severity ?? null,
    status: step.status ?? null,
    modification: {
      timestamp: aqTime(at),
      intent: step.intent,
      user: step.user ?? null,
      externalUser: null,
    },
    userAssignments: step.assigned ?? [],
    onCallUsers,
    message: step.message ?? null,
    messageIsPublic: false,
    unattended: step.unattended ?? false,
    teams: step.teams ?? [],
    attributeChanges: step.attributeChanges ?? [],
  };
}

/** How incidents without a ServiceNow incident went on after they came up. */
export interface Story {
  readonly severity: AqSeverity;
  readonly steps: readonly (Omit<Step, 'user'> & { readonly byUser?: boolean })[];
  /** Hours from today; null: without an end. */
  readonly snoozedFor?: number | null;
  readonly archived?: boolean;
}

const investigated = { intent: 'Investigated', byUser: true } as const;
const resolved = { intent: 'Resolved', status: 'Resolved', byUser: true } as const;

export const STORIES: readonly Story[] = [
  { severity: 'Critical', steps: [] },
  {
    severity: 'Warning',
    steps: [
      investigated,
      { intent: 'Commented', byUser: true, message: 'Looking at the graphs of last night.' },
    ],
  },
  { severity: 'Minor', steps: [{ intent: 'Snoozed', byUser: true }], snoozedFor: 24 * 365 * 5 },
  {
    severity: 'Critical',
    steps: [
      investigated,
      { intent: 'Commented', byUser: true, message: 'Rolled back "blue" & watching; error rate < 1 %.' },
      { ...resolved, message: 'Rolled back the release.' },
    ],
  },
  {
    severity: 'Minor',
    steps: [
      { ...resolved, byUser: false },
      { intent: 'Archived', byUser: true },
    ],
    archived: true,
  },
  {
    severity: 'Warning',
    steps: [{ intent: null, severity: 'Critical', byUser: true }, { intent: 'Escalated' }],
  },
  {
    severity: 'Critical',
    steps: [
      investigated,
      resolved,
      { intent: 'Unresolved', status: 'Open', byUser: true, message: 'It is back.' },
    ],
  },
  {
    severity: 'Warning',
    steps: [{ intent: 'Snoozed', byUser: true, message: 'After the freeze.' }],
    snoozedFor: null,
  },
  { severity: 'Minor', steps: [resolved] },
  { severity: 'Warning', steps: [investigated, { intent: 'Assigned', byUser: true }] },
];
