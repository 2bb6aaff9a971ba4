/** One list of the Table API. */
export interface List {
  readonly object: string;
  /** Encoded query, as it reads before percent-encoding. */
  readonly query: string;
  readonly fields: readonly string[];
  readonly limit: number;
  readonly offset?: number;
  /** Whether display values are wanted; default true. They cost the instance a look at each referenced record. */
  readonly labels?: boolean;
  /** Every row fits into the limit: leaves out the headers for paging, and the count(*) behind them. */
  readonly whole?: boolean;
}

/** Path and query of `GET /api/now/table/{object}`. One shape for all fields: `{display_value, value}`, or the value alone. */
export function listPath(list: List): string {
  const parameters = [
    `sysparm_display_value=${list.labels === false ? 'false' : 'all'}`,
    'sysparm_exclude_reference_link=true',
    `sysparm_fields=${list.fields.join(',')}`,
    `sysparm_limit=${list.limit}`,
    ...(list.offset ? [`sysparm_offset=${list.offset}`] : []),
    ...(list.whole === true ? ['sysparm_no_count=true', 'sysparm_suppress_pagination_header=true'] : []),
    `sysparm_query=${encodeQuery(list.query)}`,
  ];
  return `/api/now/table/${list.object}?${parameters.join('&')}`;
}

/** Percent-encodes, but leaves the comma as it is: key lists hold many, and it may stand in a query string (RFC 3986, 3.4). */
export function encodeQuery(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',');
}
