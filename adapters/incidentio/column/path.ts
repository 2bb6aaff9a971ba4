/** Where a column's value stands in a record: what its upstream name says. */
export type Place =
  /** Members, one inside the other: `incident_status.name`. */
  | { readonly kind: 'members'; readonly names: readonly string[] }
  /** Entry of a custom field, by the field's id or name: `custom_field[Affected Team]`. */
  | { readonly kind: 'field'; readonly field: string }
  /** Who has a role, by its id or type (`lead`, `reporter`), and a member of that user: `incident_role[lead].name`. */
  | { readonly kind: 'role'; readonly role: string; readonly names: readonly string[] }
  /** A moment of the incident's life, by its id or name: `incident_timestamp[Resolved at]`. */
  | { readonly kind: 'timestamp'; readonly timestamp: string };

const MEMBERS = /^[a-z][a-z0-9_]{0,60}(?:\.[a-z][a-z0-9_]{0,60}){0,5}$/;
const CHOSEN =
  /^(custom_field|incident_role|incident_timestamp)\[([^[\]\p{Cc}]{1,100})\]((?:\.[a-z][a-z0-9_]{0,60}){0,3})$/u;

/** Upstream names come from declarations alone, so that there are few; one is read for every cell. */
const known = new Map<string, Place | null>();
const MOST_KNOWN = 10_000;

/** Null where the text is no such name. */
export function placeOf(upstream: string): Place | null {
  const before = known.get(upstream);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const place = parsed(upstream);
  known.set(upstream, place);
  return place;
}

function parsed(upstream: string): Place | null {
  if (MEMBERS.test(upstream)) return { kind: 'members', names: upstream.split('.') };
  const [, head, chosen = '', rest = ''] = CHOSEN.exec(upstream) ?? [];
  const names = rest === '' ? [] : rest.slice(1).split('.');
  if (head === 'incident_role' && names.length > 0) return { kind: 'role', role: chosen, names };
  if (head === 'custom_field' && rest === '') return { kind: 'field', field: chosen };
  if (head === 'incident_timestamp' && rest === '') return { kind: 'timestamp', timestamp: chosen };
  return null;
}
