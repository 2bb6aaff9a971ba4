import type { IoFollowUp, IoIncident, IoStatus } from '../../world/incidentio-records.ts';

/** Something that endpoints are told. */
export type IoEvent =
  | {
      readonly kind: 'incident_created' | 'incident_updated';
      readonly incident: IoIncident;
      readonly latest?: string | undefined;
    }
  | {
      readonly kind: 'incident_status_updated';
      readonly incident: IoIncident;
      readonly from: IoStatus;
      readonly message: string | undefined;
    }
  | {
      readonly kind: 'follow_up_created' | 'follow_up_updated';
      readonly followUp: IoFollowUp;
      readonly incident: IoIncident;
    };

export interface Envelope {
  readonly type: string;
  readonly body: string;
}

/**
 * What is sent: `{ event_type, [event_type]: payload }`. Of private incidents and what belongs to them only the id is told,
 * and there is no event type for their status. Null: nothing is sent.
 */
export function envelopeOf(event: IoEvent): Envelope | null {
  const hidden = event.incident.visibility === 'private';
  if (hidden && event.kind === 'incident_status_updated') return null;
  const type = `${hidden ? 'private' : 'public'}_incident.${event.kind}_v2`;
  const payload = hidden ? { id: subjectOf(event).id } : payloadOf(event);
  return { type, body: JSON.stringify({ event_type: type, [type]: payload }) };
}

function subjectOf(event: IoEvent): IoIncident | IoFollowUp {
  return 'followUp' in event ? event.followUp : event.incident;
}

function payloadOf(event: IoEvent): unknown {
  switch (event.kind) {
    case 'incident_status_updated':
      return {
        incident: event.incident,
        ...(event.message !== undefined && { message: event.message }),
        new_status: event.incident.incident_status,
        previous_status: event.from,
      };
    case 'follow_up_created':
    case 'follow_up_updated':
      return event.followUp;
    default:
      return {
        ...event.incident,
        ...(event.latest !== undefined && { most_recent_update_message: event.latest }),
      };
  }
}
