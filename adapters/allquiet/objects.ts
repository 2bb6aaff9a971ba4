/** Lists that rows are read from: incidents, and what has happened to them, which comes along with them. */
export const OBJECTS = ['incidents', 'events'] as const;

/** Where the API starts below the address of the connection. */
export const ROOT = '/api/public/v1';

/** Incidents of one page; documented as the most. */
export const LARGEST_PAGE = 100;
/** Incidents that are asked for by their ids at once: one page. 49 bytes each, so that the address stays below 5 KB. */
export const KEYS_AT_ONCE = 100;

export const STATUSES: readonly string[] = ['Open', 'Resolved'];
export const SEVERITIES: readonly string[] = ['Critical', 'Warning', 'Minor'];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids are UUIDs in lower case. What is none is that of another system, and is not asked for. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

export function isEvents({ object }: { readonly object: string }): boolean {
  return object === 'events';
}

/** An event has no id of its own: it is the so-manieth of its incident, the oldest being the first. */
const EVENT = /^([0-9a-f-]{36}):([1-9]\d{0,6})$/;

export function eventId(incident: string, place: number): string {
  return `${incident}:${place}`;
}

/** The incident of an event's id; null where it is none. */
export function incidentOfEvent(id: unknown): string | null {
  const [, incident] = typeof id === 'string' ? (EVENT.exec(id) ?? []) : [];
  return isId(incident) ? incident : null;
}
