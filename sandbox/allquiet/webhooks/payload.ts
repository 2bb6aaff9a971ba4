import type { IncidentResource } from '../incidents/resource.ts';

/**
 * The body of an outbound webhook call. Decided here, and only here: the vendor's page on outbound webhooks could not be read as far
 * as the payload. It names the incident and shows it as the API does; a receiver that believes only the id, and asks the
 * API, does not depend on this decision.
 */
export function payloadOf(incident: IncidentResource): string {
  return JSON.stringify({ incidentId: incident.id, incident });
}
