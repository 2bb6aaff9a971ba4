export type DisplayMode = 'false' | 'true' | 'all';

/** The parameters of the Table API that say what comes back (facts 1.2). */
export interface Parameters {
  readonly display: DisplayMode;
  readonly links: boolean;
  /** Absent: every column. */
  readonly fields?: readonly string[];
  readonly limit: number;
  readonly offset: number;
  readonly count: boolean;
  readonly pagination: boolean;
  readonly inputDisplay: boolean;
}

const DEFAULT_LIMIT = 10_000;

/** A whole number of at least zero; anything else counts as not given. */
function natural(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise;
}

export function readParameters(query: URLSearchParams): Parameters {
  const mode = query.get('sysparm_display_value');
  const fields = query.get('sysparm_fields');
  const is = (name: string): boolean => query.get(name) === 'true';
  return {
    display: mode === 'true' || mode === 'all' ? mode : 'false',
    links: !is('sysparm_exclude_reference_link'),
    ...(fields === null || fields.trim() === ''
      ? {}
      : { fields: fields.split(',').map((field) => field.trim()) }),
    limit: natural(query.get('sysparm_limit'), DEFAULT_LIMIT),
    offset: natural(query.get('sysparm_offset'), 0),
    count: !is('sysparm_no_count'),
    pagination: !is('sysparm_suppress_pagination_header'),
    inputDisplay: is('sysparm_input_display_value'),
  };
}
