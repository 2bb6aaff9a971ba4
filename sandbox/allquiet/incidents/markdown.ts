import type { AqEvent, AqIncident } from '../../world/allquiet-records.ts';
import { assignedTo, severityOf, statusOf } from './current.ts';

/** Decided here: the form of the text is not documented, only that it holds the details and the timeline. */
export function markdownOf(incident: AqIncident): string {
  const { title, attributes, teams, createdAt, events } = incident;
  const facts = [
    ['Status', statusOf(incident)],
    ['Severity', severityOf(incident)],
    ['Created', createdAt],
    ['Teams', teams.map(({ displayName }) => displayName).join(', ')],
    [
      'Assigned to',
      assignedTo(incident)
        .map(({ displayName }) => displayName)
        .join(', '),
    ],
    ...attributes.map(({ name, value }) => [name, value]),
  ].filter(([, value]) => value !== '');
  const lines = facts.map(([name, value]) => `- **${name}**: ${value}`);
  return [`# ${title}`, '', ...lines, '', '## Timeline', '', ...events.map(lineOf), ''].join('\n');
}

function lineOf({ modification, status, severity, message }: AqEvent): string {
  const { timestamp, intent, user } = modification;
  const said = [intent, status, severity].filter((part) => part !== null).join(', ') || 'Updated';
  const by = user === null ? '' : ` by ${user.displayName}`;
  return `- ${timestamp} ${said}${by}${message === null ? '' : `: ${message}`}`;
}
