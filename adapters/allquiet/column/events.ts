import { parseDateTime } from '../../../src/contract/index.ts';
import { isObject, memberOf } from './members.ts';

/** What has happened to an incident, as the API has it. */
export type ApiEvent = Readonly<Record<string, unknown>>;

/**
 * An incident's events, the oldest first. The API is said to give the newest first and shows the order nowhere, so that they are put in order by their
 * moments here; those of one moment stay as they came, or turned round with the rest. Null where there are none such.
 */
export function eventsOf(incident: unknown): readonly ApiEvent[] | null {
  const events = memberOf(incident, 'events');
  if (!Array.isArray(events) || !events.every(isObject)) return null;
  const [first, last] = [momentOf(events[0]), momentOf(events.at(-1))];
  const oldestFirst = first > last ? events.toReversed() : events;
  return oldestFirst.toSorted((a, b) => compare(momentOf(a), momentOf(b)));
}

/** When it happened; comparable as text. Empty where it does not say. */
export function momentOf(event: unknown): string {
  const moment = parseDateTime(memberOf(memberOf(event, 'modification'), 'timestamp'));
  // Without the Z a moment with a fraction comes after the same one without.
  return moment === null ? '' : moment.slice(0, -1);
}

/** What holds now is what the newest event says that says something of it. */
export function newest(incident: unknown, name: 'status' | 'severity'): unknown {
  const event = eventsOf(incident)?.findLast((each) => typeof memberOf(each, name) === 'string');
  return memberOf(event, name);
}

/** Whether events were left out of a list's answer, of which only the newest are shown. */
export function isCut(incident: unknown): boolean {
  const [events, total] = [memberOf(incident, 'events'), memberOf(incident, 'eventsTotalCount')];
  return Array.isArray(events) && typeof total === 'number' && total > events.length;
}

/** Place of the oldest event that is shown among all, from 1. */
export function firstPlace(incident: unknown): number {
  const [events, total] = [memberOf(incident, 'events'), memberOf(incident, 'eventsTotalCount')];
  if (!Array.isArray(events) || typeof total !== 'number' || !Number.isSafeInteger(total)) return 1;
  return Math.max(1, total - events.length + 1);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
