/** A list of the API that rows are read from. Paths and members: incident.io's OpenAPI description of July 2026. */
export interface ApiObject {
  readonly path: string;
  /** Member of a list's answer that holds the records. */
  readonly rows: string;
  /** Member of the answer to `{path}/{id}`; absent: there is no such request, or it is of no use. */
  readonly row?: string;
  /** `page_size` and `after` work. Without, everything comes at once. */
  readonly paged: boolean;
  /** Column that one value of narrows the list, by a parameter of the same name. */
  readonly parent?: 'incident_id';
  /** Filters, order and total of `GET /v2/incidents`. */
  readonly searchable?: true;
}

export const OBJECTS: Readonly<Record<string, ApiObject>> = {
  incidents: { path: '/v2/incidents', rows: 'incidents', row: 'incident', paged: true, searchable: true },
  incident_updates: {
    path: '/v2/incident_updates',
    rows: 'incident_updates',
    paged: true,
    parent: 'incident_id',
  },
  follow_ups: {
    path: '/v2/follow_ups',
    rows: 'follow_ups',
    row: 'follow_up',
    paged: false,
    parent: 'incident_id',
  },
  severities: { path: '/v1/severities', rows: 'severities', paged: false },
  incident_statuses: { path: '/v1/incident_statuses', rows: 'incident_statuses', paged: false },
  incident_types: { path: '/v1/incident_types', rows: 'incident_types', paged: false },
};

/** The description says that 250 is the largest page, the schema takes 500: what both allow is asked for. */
export const LARGEST_PAGE = 250;

/**
 * All kinds of incidents, also tests and tutorials, which the API leaves out unless they are asked for: a list shows what can be read by its id.
 */
export const MODES: readonly string[] = ['standard', 'retrospective', 'test', 'tutorial'];

export const CATEGORIES: readonly string[] = [
  'triage',
  'declined',
  'merged',
  'canceled',
  'live',
  'learning',
  'closed',
  'paused',
];

/** As all ids of the API are: 48 bits of time and 80 of chance, in Crockford's base 32. */
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** What is no such id is that of another system, and is not asked for. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && ULID.test(text);
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** When an id was made, in milliseconds since 1970. */
export function madeAt(id: string): number {
  return [...id.slice(0, 10)].reduce((sum, digit) => sum * 32 + DIGITS.indexOf(digit), 0);
}
