import type { AqEvent, AqIncident } from '../../../sandbox/world/allquiet-records.ts';
import type { Row, Value } from '../../../src/contract/index.ts';
import { boundTable } from '../tables.ts';

export const INCIDENT = boundTable(
  'AllQuietIncident',
  'incidents',
  {
    id: ['id', 'id'],
    title: ['string', 'title'],
    status: ['choice', 'status'],
    severity: ['choice', 'severity'],
    severityName: ['string', 'severity'],
    unattended: ['boolean', 'unattended'],
    archived: ['boolean', 'isArchived'],
    snoozedUntil: ['datetime', 'snoozed.snoozedUntil'],
    integrationId: ['id', 'integration.id'],
    integration: ['string', 'integration.displayName'],
    teams: ['list', 'teams[].displayName'],
    teamIds: ['list', 'teams[].id'],
    number: ['string', 'attribute[ServiceNow Incident]'],
    host: ['string', 'attribute[Host]'],
    attributes: ['json', 'attributes'],
    createdAt: ['datetime', 'createdAt'],
    updatedAt: ['datetime', 'lastUpdatedAt'],
  },
  ['title', 'status', 'severity', 'number'],
);

export const EVENT = boundTable('AllQuietEvent', 'events', {
  id: ['id', 'id'],
  incidentId: ['reference', 'incidentId', () => INCIDENT],
  intent: ['string', 'modification.intent'],
  status: ['choice', 'status'],
  severity: ['choice', 'severity'],
  message: ['text', 'message'],
  author: ['string', 'modification.user.displayName'],
  createdAt: ['datetime', 'modification.timestamp'],
});

/** What an incident is in the gateway's value space, written without looking at the adapter. */
export function incidentRow(incident: AqIncident): Row {
  const attribute = (name: string): string | null =>
    incident.attributes.find((each) => each.name === name)?.value ?? null;
  const last = (name: 'status' | 'severity'): string | null =>
    incident.events.findLast((event) => event[name] !== null)?.[name] ?? null;
  return {
    values: {
      id: incident.id,
      title: incident.title,
      status: word(last('status')),
      severity: word(last('severity')),
      severityName: last('severity'),
      unattended: incident.unattended,
      archived: incident.isArchived,
      snoozedUntil: moment(incident.snoozed?.snoozedUntil ?? null),
      integrationId: incident.integration.id,
      integration: incident.integration.displayName,
      teams: incident.teams.map(({ displayName }) => displayName),
      teamIds: incident.teams.map(({ id }) => id),
      number: attribute('ServiceNow Incident'),
      host: attribute('Host'),
      attributes: incident.attributes as unknown as Value,
      createdAt: moment(incident.createdAt),
      updatedAt: moment(incident.lastUpdatedAt),
    },
  };
}

export function eventRows({ id, events }: AqIncident): Row[] {
  return events.map((event: AqEvent, index) => ({
    values: {
      id: `${id}:${index + 1}`,
      incidentId: id,
      intent: event.modification.intent,
      status: word(event.status),
      severity: word(event.severity),
      message: event.message,
      author: event.modification.user?.displayName ?? null,
      createdAt: moment(event.modification.timestamp),
    },
  }));
}

function word(text: string | null): Value {
  return text === null ? null : { value: text, label: text };
}

/** Without zeros at the end of the fraction. */
function moment(text: string | null): string | null {
  return text?.replace(/(?:\.0+|(\.\d*[1-9])0+)Z$/, '$1Z') ?? null;
}
