import { incidentsToLink } from './allquiet-links.ts';
import { createAllQuietSetting } from './allquiet-setting.ts';
import type { Setting } from './allquiet-setting.ts';
import type { AllQuietWorld, AqAttribute, AqEvent, AqIncident, AqSeverity } from './allquiet-records.ts';
import type { Step, Story } from './allquiet-story.ts';
import { STORIES, eventAt } from './allquiet-story.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { SnRecord } from './world.ts';
import { DAY, HOUR, aqTime } from './moment.ts';
import { COMMENTS, SYMPTOMS, THINGS } from './vocabulary/trouble.ts';

const INCIDENTS = 20;
const MINUTE = 60_000;

/** Attribute of an All Quiet incident that holds the number of its ServiceNow incident. */
export const SERVICENOW_ATTRIBUTE = 'ServiceNow Incident';
/** What stands in `correlation_display` of a ServiceNow incident whose `correlation_id` is an All Quiet id. */
export const ALL_QUIET = 'All Quiet';

/** An incident's rows before its dates and people are filled in. */
interface Outline {
  readonly title: string;
  readonly created: number;
  readonly severity: AqSeverity;
  readonly attributes: readonly AqAttribute[];
  readonly place: number;
}

/**
 * Twenty incidents: up to nine that ServiceNow incidents of cases were made from (these are given the id in their
 * `correlation_id`), then others in all states. Made after all ServiceNow records, from a random stream of its own.
 */
export function createAllQuiet(draft: Draft): AllQuietWorld {
  const random = draft.random('allquiet');
  const setting = createAllQuietSetting(draft);
  const linked = incidentsToLink(draft).map((record, place) =>
    linkedIncident(record, place, setting, random, draft.now),
  );
  const others = Array.from({ length: INCIDENTS - linked.length }, (_, place) =>
    otherIncident(STORIES[place % STORIES.length] as Story, place, setting, random, draft.now),
  );
  return { ...setting.world, incidents: [...linked, ...others] };
}

const SEVERITY_OF_URGENCY: Readonly<Record<string, AqSeverity>> = { '1': 'Critical', '2': 'Warning' };

/** The story of an incident that was forwarded to ServiceNow and went on as the ServiceNow incident did. */
function linkedIncident(
  record: SnRecord,
  place: number,
  setting: Setting,
  random: Random,
  now: number,
): AqIncident {
  const created = millis(record['opened_at']) ?? now - DAY;
  const outline: Outline = {
    title: record['short_description'] ?? '',
    created,
    severity: SEVERITY_OF_URGENCY[record['urgency'] ?? ''] ?? 'Minor',
    attributes: [
      attribute(SERVICENOW_ATTRIBUTE, record['number'] ?? ''),
      attribute('Service', random.pick(THINGS)),
    ],
    place,
  };
  const user = setting.user(place);
  const ended = millis(record['resolved_at']);
  const last = ended ?? now - HOUR;
  const between = (part: number): number => created + Math.floor(((last - created) * part) / 1000) * 1000;
  const steps: [number, Step][] = [
    [between(0.1), { intent: 'Forwarded', user }],
    [between(0.2), { intent: 'Investigated', user }],
  ];
  if (place % 2 === 0)
    steps.push([between(0.5), { intent: 'Commented', user, message: random.pick(COMMENTS) }]);
  if (ended !== undefined)
    steps.push([
      ended,
      { intent: 'Resolved', status: 'Resolved', user, message: record['close_notes'] ?? '' },
    ]);
  const incident = assemble(outline, steps, setting);
  record['correlation_id'] = incident.id;
  record['correlation_display'] = ALL_QUIET;
  return { ...incident, teams: [setting.teamOf(record)], forwardedTo: [setting.servicenow] };
}

function otherIncident(
  story: Story,
  place: number,
  setting: Setting,
  random: Random,
  now: number,
): AqIncident {
  const created = now - random.between(2, 40) * DAY - random.between(1, 1400) * MINUTE;
  const outline: Outline = {
    title: `${random.pick(THINGS)} ${random.pick(SYMPTOMS)}`,
    created,
    severity: story.severity,
    attributes: [
      attribute('Host', `node-${random.between(1, 40)}.casegraph.example`),
      attribute('Check', random.pick(['http', 'disk', 'latency', 'queue'])),
    ],
    place: 100 + place,
  };
  const user = setting.user(place);
  const steps = story.steps.map(({ byUser, ...step }, at): [number, Step] => {
    const assigned = step.intent === 'Assigned' ? { assigned: [setting.user(place + 1)] } : {};
    return [
      created + (at + 1) * HOUR + random.between(0, 50) * MINUTE,
      { ...step, ...assigned, ...(byUser && { user }) },
    ];
  });
  const { snoozedFor, archived = false } = story;
  const snoozed =
    snoozedFor === undefined
      ? null
      : { snoozedUntil: snoozedFor === null ? null : aqTime(now + snoozedFor * HOUR) };
  return { ...assemble(outline, steps, setting), snoozed, isArchived: archived };
}

function assemble(outline: Outline, steps: readonly [number, Step][], setting: Setting): AqIncident {
  const { created, severity, place } = outline;
  const onCall = [setting.user(place)];
  const first: Step = { intent: null, status: 'Open', severity, unattended: true };
  const sorted = [...steps].sort(([a], [b]) => a - b);
  const events: AqEvent[] = [[created, first] as const, ...sorted].map(([at, step]) =>
    eventAt(at, step, onCall),
  );
  return {
    id: setting.uuid('incident', place),
    title: outline.title,
    integration: setting.integration(place),
    createdAt: aqTime(created),
    lastUpdatedAt: events.at(-1)?.modification.timestamp ?? aqTime(created),
    attributes: outline.attributes,
    events,
    services: place % 3 === 0 ? setting.world.services.slice(0, 1) : [],
    sourceUser: null,
    unattended: !steps.some(([, { user }]) => user !== undefined),
    isArchived: false,
    onCallUsers: onCall,
    teams: [setting.team(place)],
    snoozed: null,
    excludeFromUptimeCalculation: false,
    statusPageStartOverride: null,
    statusPageEndOverride: null,
    forwardedTo: [],
  };
}

function attribute(name: string, value: string): AqAttribute {
  return { name, value, isImage: false, isGroupingKey: false, hideInPreviews: false };
}

/** ServiceNow's moments are in UTC. */
function millis(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Date.parse(`${text.replace(' ', 'T')}Z`);
}
