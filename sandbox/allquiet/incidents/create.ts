import { z } from 'zod';
import type { AqIncident } from '../../world/allquiet-records.ts';
import { AQ_SEVERITIES, AQ_STATUSES } from '../../world/allquiet-records.ts';
import { eventAt } from '../../world/allquiet-story.ts';
import { aqTime } from '../../world/moment.ts';
import { fields } from '../body.ts';
import type { ApiKey } from '../options.ts';
import { Problem } from '../problem.ts';
import { attributeOf } from './attributes.ts';
import type { Directory } from './directory.ts';

/** IncidentResourceCreateRequest of the API's description. */
export const createBody = z.object({
  title: z.string().min(1).max(1920),
  status: z.enum(AQ_STATUSES),
  severity: z.enum(AQ_SEVERITIES),
  message: z.string().max(1920).nullish(),
  messageIsPublic: fields.flag,
  integrationId: fields.uuid.nullish(),
  teamIds: z.array(fields.uuid).nullish(),
  serviceIds: z.array(fields.uuid).nullish(),
  userAssignments: z.array(z.object({ userId: fields.uuid })).nullish(),
  attributes: z.array(fields.attribute).nullish(),
  excludeFromUptimeCalculation: fields.flag,
  statusPageStartOverride: fields.moment.nullish(),
  statusPageEndOverride: fields.moment.nullish(),
  publicComment: z.string().max(5000).nullish(),
});

export type CreateInput = z.infer<typeof createBody>;

/** A new incident with its first event; `at` in milliseconds since 1970. */
export function newIncident(
  input: CreateInput,
  id: string,
  at: number,
  key: ApiKey,
  directory: Directory,
): AqIncident {
  const { entity: integration, team } = directory.integration(input.integrationId ?? undefined);
  const asked = (input.teamIds ?? []).map((teamId) => directory.team(teamId, 'teamIds', key));
  const names = (input.attributes ?? []).map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Problem(400, 'attributes: a name is given twice.');
  const assigned = (input.userAssignments ?? []).map(({ userId }) =>
    directory.user(userId, 'userAssignments'),
  );
  const owner = directory.owner(key);
  const unattended = input.status === 'Open' && assigned.length === 0;
  const { status, severity, message } = input;
  const step = {
    intent: null,
    status,
    severity,
    message: message ?? undefined,
    assigned,
    unattended,
    user: owner,
  };
  const event = eventAt(at, step, []);
  return {
    id,
    title: input.title,
    integration,
    createdAt: aqTime(at),
    lastUpdatedAt: aqTime(at),
    attributes: (input.attributes ?? []).map((attribute) => attributeOf(attribute)),
    events: [{ ...event, messageIsPublic: input.messageIsPublic ?? false }],
    services: (input.serviceIds ?? []).map((serviceId) => directory.service(serviceId, 'serviceIds')),
    sourceUser: owner ?? null,
    unattended,
    isArchived: false,
    onCallUsers: [],
    teams: asked.length > 0 ? asked : teamsWithout(key, directory, team),
    snoozed: null,
    excludeFromUptimeCalculation: input.excludeFromUptimeCalculation ?? false,
    statusPageStartOverride: momentText(input.statusPageStartOverride),
    statusPageEndOverride: momentText(input.statusPageEndOverride),
    forwardedTo: [],
  };
}

/** Decided here: no teams given means the integration's team, if the key is for it, or else the key's first team. */
function teamsWithout(key: ApiKey, directory: Directory, team: AqIncident['teams'][number] | undefined) {
  const own = directory.teamsOf(key);
  return own.some(({ id }) => id === team?.id) && team !== undefined ? [team] : own.slice(0, 1);
}

function momentText(ms: number | null | undefined): string | null {
  return ms === null || ms === undefined ? null : aqTime(ms);
}
