import { groupOf, toolId, type Place } from './place.ts';

/**
 * All Quiet's outbound webhook. Its payload is not in the public API description, so that all is taken that can name an incident: the resource of the API
 * (`{ id, … }`), the same nested (`{ incident: { id } }`), or an id by name (`{ incidentId }`). `null` where there is none.
 */
export function allquietEvent(body: unknown): readonly Place[] | null {
  const event = groupOf(body);
  if (event === null) return null;
  const id = groupOf(event['incident'])?.['id'] ?? event['incidentId'] ?? event['id'];
  const key = toolId(id);
  return key === null ? null : [{ object: 'incidents', key }];
}
