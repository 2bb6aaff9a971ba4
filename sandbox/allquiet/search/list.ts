import type { AqIncident } from '../../world/allquiet-records.ts';
import { listFilter } from './filter.ts';
import type { Parameters } from './parameters.ts';

export interface Page {
  readonly incidents: readonly AqIncident[];
  readonly hasMore: boolean;
}

/** The default is that of the API's other lists; the most is documented. */
export const DEFAULT_LIMIT = 20;
export const MOST_ROWS = 100;

/** Of the words that the live API's refusal lists (Urgency, LatestInteraction, LastUpdatedAt, Created, Title), these. The newest come first unless Asc is true. */
const SORTS = ['Created', 'LastUpdatedAt', 'Title'] as const;
type Sort = (typeof SORTS)[number];

/** One page of those that match; what is equal comes by ascending id. */
export function listPage(visible: readonly AqIncident[], parameters: Parameters, now: number): Page {
  const filter = listFilter(parameters, now);
  const limit = parameters.whole('Limit', 1, MOST_ROWS, DEFAULT_LIMIT);
  const offset = parameters.whole('Offset', 0, 2_147_483_647, 0);
  const by = parameters.oneOf('SortBy', SORTS) ?? 'Created';
  const sign = parameters.flag('Asc') === true ? 1 : -1;
  const matching = visible.filter(filter).sort((a, b) => sign * compare(a, b, by) || text(a.id, b.id));
  return { incidents: matching.slice(offset, offset + limit), hasMore: offset + limit < matching.length };
}

function compare(a: AqIncident, b: AqIncident, by: Sort): number {
  if (by === 'Title') return text(a.title, b.title);
  const field = by === 'Created' ? 'createdAt' : 'lastUpdatedAt';
  return Date.parse(a[field]) - Date.parse(b[field]);
}

function text(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
