/** Where a column's value stands in a record: what its upstream name says. */
export type Place =
  /** Members, one inside the other: `integration.displayName`. */
  | { readonly kind: 'members'; readonly names: readonly string[] }
  /** What the newest event says that says something of it: `status`, `severity`. */
  | { readonly kind: 'current'; readonly name: 'status' | 'severity' }
  /** Value of an attribute, by its name: `attribute[ServiceNow Incident]`. */
  | { readonly kind: 'attribute'; readonly attribute: string }
  /** A member of each thing in a list: `teams[].displayName`. */
  | { readonly kind: 'each'; readonly list: string; readonly names: readonly string[] };

const NAME = '[a-z][A-Za-z0-9]{0,60}';
const MEMBERS = new RegExp(`^${NAME}(?:\\.${NAME}){0,4}$`);
const ATTRIBUTE = /^attribute\[([^[\]\p{Cc}]{1,255})\]$/u;
const EACH = new RegExp(`^(${NAME})\\[\\]((?:\\.${NAME}){1,3})$`);

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
  if (upstream === 'status' || upstream === 'severity') return { kind: 'current', name: upstream };
  if (MEMBERS.test(upstream)) return { kind: 'members', names: upstream.split('.') };
  const [, attribute] = ATTRIBUTE.exec(upstream) ?? [];
  if (attribute !== undefined) return { kind: 'attribute', attribute };
  const [, list, names] = EACH.exec(upstream) ?? [];
  return list === undefined || names === undefined
    ? null
    : { kind: 'each', list, names: names.slice(1).split('.') };
}
