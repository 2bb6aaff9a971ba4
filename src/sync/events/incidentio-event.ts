import { groupOf, toolId, type Place } from './place.ts';

type Payload = Readonly<Record<string, unknown>>;

/** What an event is about, by the word in its name: `public_incident.follow_up_updated_v2`. */
const ABOUT: readonly (readonly [RegExp, (payload: Payload) => readonly (Place | null)[]])[] = [
  // The state of an incident nests it; what else there is of it carries the incident itself, or only its id where it is private.
  [/\.incident_/, (payload) => [place('incidents', (groupOf(payload['incident']) ?? payload)['id'])]],
  [/\.follow_up_/, (payload) => [place('follow_ups', payload['id']), incidentOf(payload)]],
  [/\.action_/, (payload) => [place('actions', payload['id']), incidentOf(payload)]],
  [/\.membership_/, (payload) => [incidentOf(payload)]],
  [/\.postmortem_/, (payload) => [incidentOf(groupOf(payload['postmortem_document']) ?? {})]],
];

/**
 * incident.io's envelope: `{ event_type, [event_type]: payload }` (its OpenAPI of July 2026). `null` where it is something else. Events of kinds that are not
 * known here lead nowhere, since the vendor adds new ones: they are taken, so that the endpoint is not switched off.
 */
export function incidentioEvent(body: unknown): readonly Place[] | null {
  const envelope = groupOf(body);
  const type = envelope?.['event_type'];
  if (envelope === null || typeof type !== 'string' || type.length > 200) return null;
  const payload = Object.hasOwn(envelope, type) ? groupOf(envelope[type]) : null;
  if (payload === null) return null;
  const about = ABOUT.find(([kind]) => kind.test(type))?.[1];
  return (about?.(payload) ?? []).filter((each) => each !== null);
}

function incidentOf(payload: Payload): Place | null {
  return place('incidents', payload['incident_id']);
}

function place(object: string, id: unknown): Place | null {
  const key = toolId(id);
  return key === null ? null : { object, key };
}
