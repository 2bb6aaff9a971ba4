import type { Draft } from './draft.ts';
import type {
  IoCategory,
  IoCustomField,
  IoOrganisation,
  IoRole,
  IoSeverity,
  IoStatus,
  IoType,
  IoUser,
} from './incidentio-records.ts';
import { DAY, ioTime } from './moment.ts';
import { ulid } from './ulid.ts';

const SLUG = 'casegraph-demo';
const USERS = 8;

type Made = Pick<Draft, 'now' | 'seed' | 'table'>;
/** The id and the dates that everything an account has set up carries. */
type Stamp = (kind: string, name: string) => { id: string; created_at: string; updated_at: string };

/** Account settings: every status category, three severities, two incident types, and who works there. */
export function createOrganisation(draft: Made): IoOrganisation {
  const at = draft.now - 600 * DAY;
  const id = (kind: string, name: string): string => ulid(at, `${draft.seed}/incidentio/${kind}/${name}`);
  const stamp: Stamp = (kind, name) => ({
    id: id(kind, name),
    created_at: ioTime(at),
    updated_at: ioTime(at),
  });
  return {
    slug: SLUG,
    statuses: STATUSES.map((given, index): IoStatus => status(given, index + 1, stamp)),
    severities: SEVERITIES.map((given, index): IoSeverity => ({
      ...stamp('severity', given.name),
      ...given,
      rank: index + 1,
    })),
    types: TYPES.map((given): IoType => ({ ...stamp('type', given.name), ...given })),
    roles: ROLES.map((given): IoRole => ({ ...stamp('role', given.name), required: false, ...given })),
    customFields: FIELDS.map((given) => customField(given, stamp, id)),
    timestamps: TIMESTAMPS.map((name, index) => ({ id: id('timestamp', name), name, rank: index + 1 })),
    priorities: PRIORITIES.map((given, index) => ({
      id: id('priority', given.name),
      ...given,
      rank: (index + 1) * 10,
    })),
    users: usersOf(draft, id),
  };
}

/** The first members of staff; incident.io knows them by their email addresses. */
function usersOf(draft: Made, id: (kind: string, name: string) => string): IoUser[] {
  const people = draft.table('sys_user').filter((row) => row['identity_type'] === 'Human');
  return people.slice(0, USERS).map((row) => ({
    id: id('user', row.sys_id),
    name: row['name'] ?? '',
    email: row['email'] ?? '',
    role: 'responder',
    slack_user_id: `U${row.sys_id.slice(0, 10).toUpperCase()}`,
  }));
}

function status([name, category, description]: StatusGiven, rank: number, stamp: Stamp): IoStatus {
  return { ...stamp('status', name), name, category, description, rank };
}

type StatusGiven = readonly [name: string, category: IoCategory, description: string];

/** In the order of an incident's life. Names are what an account calls them; only categories are fixed. */
const STATUSES: readonly StatusGiven[] = [
  ['Triage', 'triage', 'Someone has to see whether this is an incident.'],
  ['Investigating', 'live', 'The cause is not known yet.'],
  ['Fixing', 'live', 'The cause is known, the fix is **not in place**.'],
  ['Monitoring', 'live', 'The fix is in place and watched.'],
  ['Paused', 'paused', 'Nothing can be done for now.'],
  ['Documenting', 'learning', 'The impact is over; the post-mortem is being written.'],
  ['Reviewing', 'learning', 'The post-mortem is being discussed.'],
  ['Closed', 'closed', 'Everything is done.'],
  ['Declined', 'declined', 'It was no incident.'],
  ['Merged', 'merged', 'It goes on in another incident.'],
  ['Canceled', 'canceled', 'It was opened by mistake.'],
];

const SEVERITIES = [
  { name: 'Minor', description: 'Issues with **low impact**.' },
  { name: 'Major', description: 'Issues that many customers notice.' },
  { name: 'Critical', description: 'Issues that stop customers from working.' },
];

const TYPES = [
  {
    name: 'Production Outage',
    description: 'Customer facing production outages',
    is_default: true,
    private_incidents_only: false,
    create_in_triage: 'optional' as const,
  },
  {
    name: 'Security Incident',
    description: 'Handled in private, by the security team',
    is_default: false,
    private_incidents_only: true,
    create_in_triage: 'always' as const,
  },
];

const ROLES = [
  {
    name: 'Incident Lead',
    shortform: 'lead',
    description: 'Coordinates the incident',
    instructions: 'Make sure that people know what they are to do.',
    role_type: 'lead' as const,
  },
  {
    name: 'Reporter',
    shortform: '',
    description: 'Reported the incident',
    instructions: '',
    role_type: 'reporter' as const,
  },
];

const FIELDS: readonly {
  name: string;
  description: string;
  type: 'single_select' | 'text';
  options: string[];
}[] = [
  {
    name: 'Affected Team',
    description: 'Which team is impacted',
    type: 'single_select',
    options: ['Product', 'Platform', 'Support'],
  },
  { name: 'Workaround', description: 'What customers can do meanwhile', type: 'text', options: [] },
];

function customField(
  { name, description, type, options }: (typeof FIELDS)[number],
  stamp: Stamp,
  id: (kind: string, name: string) => string,
): IoCustomField {
  const stamped = stamp('field', name);
  return {
    ...stamped,
    name,
    description,
    field_type: type,
    options: options.map((value, index) => ({
      id: id('option', `${name}/${value}`),
      custom_field_id: stamped.id,
      sort_key: (index + 1) * 10,
      value,
    })),
  };
}

const TIMESTAMPS = ['Reported at', 'Resolved at'];

const PRIORITIES = [
  { name: 'Urgent', description: 'Needs attention at once.' },
  { name: 'Normal', description: 'In the course of the next weeks.' },
];
