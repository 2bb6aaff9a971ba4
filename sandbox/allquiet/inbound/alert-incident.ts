import type { AqInboundIntegration, AqIncident } from '../../world/allquiet-records.ts';
import { eventAt } from '../../world/allquiet-story.ts';
import { aqTime } from '../../world/moment.ts';
import type { Desk } from '../desk.ts';
import { upsert } from '../incidents/attributes.ts';
import { severityOf, statusOf } from '../incidents/current.ts';
import type { Alert } from './alert.ts';
import { CORRELATION } from './alert.ts';

/** A new incident from an alert; null where there is nothing to open, since it tells of an end. */
export function openedBy(
  { id: integrationId, displayName, teamId }: AqInboundIntegration,
  alert: Alert,
  { incidents, world }: Desk,
  at: number,
): AqIncident | null {
  if (alert.status === 'Resolved') return null;
  const { status, severity, title, correlationId } = alert;
  const step = { intent: null, status, severity, unattended: true };
  const hidden = { isImage: false, isGroupingKey: false, hideInPreviews: true };
  const correlation = correlationId === null ? [] : [{ name: CORRELATION, value: correlationId, ...hidden }];
  return {
    id: incidents.newId(),
    title,
    integration: { id: integrationId, displayName },
    createdAt: aqTime(at),
    lastUpdatedAt: aqTime(at),
    attributes: [...alert.attributes, ...correlation],
    events: [eventAt(at, step, [])],
    services: [],
    sourceUser: null,
    unattended: true,
    isArchived: false,
    onCallUsers: [],
    teams: world.teams.filter(({ id }) => id === teamId),
    snoozed: null,
    excludeFromUptimeCalculation: false,
    statusPageStartOverride: null,
    statusPageEndOverride: null,
    forwardedTo: [],
  };
}

/** What an alert changes; null where it says nothing new. A resolved incident is opened again by an open alert. */
export function updatedBy(incident: AqIncident, alert: Alert, at: number): AqIncident | null {
  const { attributes, changes } = upsert(incident.attributes, alert.attributes);
  const status = alert.status === statusOf(incident) ? undefined : alert.status;
  const severity = alert.severity === severityOf(incident) ? undefined : alert.severity;
  if (status === undefined && severity === undefined && changes.length === 0) return null;
  const intent = status === undefined ? null : status === 'Resolved' ? 'Resolved' : 'Unresolved';
  const unattended = status === undefined ? incident.unattended : status === 'Open';
  const step = { intent, status, severity, unattended, attributeChanges: changes };
  const snoozed = status === 'Resolved' ? null : incident.snoozed;
  const events = [...incident.events, eventAt(at, step, incident.onCallUsers)];
  return { ...incident, attributes, events, unattended, snoozed };
}
