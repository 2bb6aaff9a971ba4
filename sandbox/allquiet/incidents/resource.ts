import type { AqIncident } from '../../world/allquiet-records.ts';
import { permissionsOf } from '../authenticate.ts';
import type { ApiKey } from '../options.ts';
import { isSnoozed } from './current.ts';
import { allowedIntents } from './intents.ts';

/** For whom and when an incident is shown. */
export interface Showing {
  /** Null: to a webhook, which may do nothing with it. */
  readonly key: ApiKey | null;
  readonly now: number;
  /** The newest events that are shown; `eventsTotalCount` counts all. */
  readonly events: number;
}

/** An incident as the API gives it (IncidentResource of the API's description), with its keys in that order. */
export function resourceOf(incident: AqIncident, { key, now, events }: Showing) {
  const { id, title, integration, createdAt, lastUpdatedAt, attributes, services, sourceUser } = incident;
  return {
    id,
    title,
    integration,
    createdAt,
    lastUpdatedAt,
    attributes,
    events: incident.events.slice(-events),
    eventsTotalCount: incident.events.length,
    services,
    sourceUser,
    unattended: incident.unattended,
    isArchived: incident.isArchived,
    onCallUsers: incident.onCallUsers,
    teams: incident.teams,
    snoozed: isSnoozed(incident, now) ? incident.snoozed : null,
    subIncidents: [],
    allowedIntents: allowedIntents(incident, now),
    canDelete: incident.isArchived && key !== null && permissionsOf(key).includes('delete'),
    excludeFromUptimeCalculation: incident.excludeFromUptimeCalculation,
    statusPageStartOverride: incident.statusPageStartOverride,
    statusPageEndOverride: incident.statusPageEndOverride,
  };
}

export type IncidentResource = ReturnType<typeof resourceOf>;
