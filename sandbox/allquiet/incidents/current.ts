import type { AqEvent, AqIncident, AqSeverity, AqStatus, AqUser } from '../../world/allquiet-records.ts';

/** What holds now is what the newest event that says something of it says. Events stand in order of time. */
export function statusOf({ events }: Pick<AqIncident, 'events'>): AqStatus {
  return newest(events, ({ status }) => status) ?? 'Open';
}

export function severityOf({ events }: Pick<AqIncident, 'events'>): AqSeverity {
  return newest(events, ({ severity }) => severity) ?? 'Warning';
}

/** Whom the newest assignment names. */
export function assignedTo({ events }: Pick<AqIncident, 'events'>): readonly AqUser[] {
  return newest(events, ({ userAssignments }) => (userAssignments.length > 0 ? userAssignments : null)) ?? [];
}

/** A snooze ends by itself, without an event. */
export function isSnoozed({ snoozed }: Pick<AqIncident, 'snoozed'>, now: number): boolean {
  if (snoozed === null) return false;
  return snoozed.snoozedUntil === null || Date.parse(snoozed.snoozedUntil) > now;
}

function newest<T>(events: readonly AqEvent[], read: (event: AqEvent) => T | null): T | null {
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at];
    const said = event === undefined ? null : read(event);
    if (said !== null) return said;
  }
  return null;
}
