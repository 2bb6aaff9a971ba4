import type { IoActor, IoIncident, IoUpdate } from '../../world/incidentio-records.ts';
import type { Account } from '../account.ts';

export interface Occasion {
  readonly by: IoActor;
  readonly message?: string | undefined;
  readonly mergedInto?: string | undefined;
}

/**
 * Puts an incident as it is wanted in the place of what was before, writes the update that a change of status or severity or a message makes, and tells the endpoints.
 * When nothing changes nothing happens: `updated_at` stays as it was, and no event is sent.
 */
export function changeIncident(
  account: Account,
  before: IoIncident,
  wanted: IoIncident,
  occasion: Occasion,
): IoIncident {
  const { store, deliveries } = account;
  const same = JSON.stringify(wanted) === JSON.stringify(before);
  if (same && occasion.message === undefined) return before;
  const after: IoIncident = { ...wanted, updated_at: store.moment() };
  store.put(after);
  const moved = before.incident_status.id !== after.incident_status.id;
  if (moved || before.severity?.id !== after.severity?.id || occasion.message !== undefined)
    recordUpdate(account, after, occasion);
  const { message } = occasion;
  if (moved)
    deliveries.publish({
      kind: 'incident_status_updated',
      incident: after,
      from: before.incident_status,
      message,
    });
  deliveries.publish({ kind: 'incident_updated', incident: after, latest: latestMessage(account, after) });
  return after;
}

/** The update says where the incident stands now; its moment is that of the change. */
export function recordUpdate(
  { store }: Account,
  incident: IoIncident,
  { by, message, mergedInto }: Occasion,
): IoUpdate {
  const update: IoUpdate = {
    id: store.newId('update'),
    incident_id: incident.id,
    ...(message !== undefined && { message }),
    new_incident_status: incident.incident_status,
    ...(incident.severity && { new_severity: incident.severity }),
    ...(mergedInto !== undefined && { merged_into_incident_id: mergedInto }),
    updater: by,
    created_at: incident.updated_at,
  };
  store.addUpdate(update);
  return update;
}

function latestMessage({ store }: Account, { id }: IoIncident): string | undefined {
  return store.updates.findLast((update) => update.incident_id === id && update.message !== undefined)
    ?.message;
}
