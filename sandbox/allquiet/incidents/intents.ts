import type { AqIncident } from '../../world/allquiet-records.ts';
import { isSnoozed, statusOf } from './current.ts';

/**
 * What can be recorded on an incident. The first eight are documented; `Forwarded` is named here after the forwarding options
 * that go with an intent, since no page that could be read names it.
 */
export const INTENTS = [
  'Investigated',
  'Resolved',
  'Unresolved',
  'Commented',
  'Assigned',
  'Escalated',
  'Snoozed',
  'Archived',
  'Forwarded',
] as const;

export type Intent = (typeof INTENTS)[number];

/** Decided here: which intents an incident allows follows from its state alone. */
export function allowedIntents(incident: AqIncident, now: number): readonly Intent[] {
  if (incident.isArchived) return [];
  if (statusOf(incident) === 'Resolved') return ['Unresolved', 'Commented', 'Archived', 'Forwarded'];
  const snooze = isSnoozed(incident, now) ? [] : (['Snoozed'] as const);
  return ['Investigated', 'Resolved', 'Commented', 'Assigned', 'Escalated', ...snooze, 'Forwarded'];
}
