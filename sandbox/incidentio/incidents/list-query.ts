import type { IoOrganisation } from '../../world/incidentio-records.ts';
import type { PageQuery } from '../http/page.ts';
import type { Filter } from './filter-value.ts';
import type { Test } from './filters.ts';
import { invalid } from '../http/api-error.ts';
import { readPage } from '../http/page.ts';
import { testOf } from './filters.ts';

export interface ListQuery {
  readonly page: PageQuery;
  readonly newestFirst: boolean;
  readonly matches: Test;
}

const PLAIN = ['page_size', 'after', 'sort_by', 'filter_mode'];
const FIELDS = ['status', 'status_category', 'created_at', 'updated_at', 'severity', 'incident_type', 'mode'];
const FIELDS_WITH_ID = ['incident_role', 'custom_field'];
const KEY = /^([a-z_]+)((?:\[[^\]]*\])+)$/;
/** The description says that 250 is the largest page, the schema takes numbers up to 500: those get 250. */
const LARGEST = { page: 250, number: 500 };
const USUAL_MODES = new Set(['standard', 'retrospective']);

/**
 * Reads the parameters of `GET /v2/incidents`. Throws a 422 for what is not documented, since a typo would show everything.
 * The mode restricts whatever the other filters say, also when any of them is enough.
 */
export function readListQuery(query: URLSearchParams, organisation: IoOrganisation): ListQuery {
  const filters = [...new Set(query.keys())]
    .filter((key) => !PLAIN.includes(key))
    .map((key) => readFilter(key, query.getAll(key)));
  const tests = filters.filter(({ field }) => field !== 'mode').map((each) => testOf(each, organisation));
  const modes = filters.filter(({ field }) => field === 'mode').map((each) => testOf(each, organisation));
  if (modes.length === 0) modes.push(({ mode }) => USUAL_MODES.has(mode));
  const any = oneOf(query, 'filter_mode', ['all', 'any']) === 'any' && tests.length > 0;
  return {
    page: readPage(query, LARGEST.page, LARGEST.number),
    newestFirst:
      oneOf(query, 'sort_by', ['created_at_newest_first', 'created_at_oldest_first']) !==
      'created_at_oldest_first',
    matches: (incident) =>
      modes.every((test) => test(incident)) &&
      (any ? tests.some((test) => test(incident)) : tests.every((test) => test(incident))),
  };
}

function readFilter(key: string, values: readonly string[]): Filter {
  const [, field = '', brackets = ''] = KEY.exec(key) ?? [];
  const inside = brackets.split(/[[\]]+/).filter((part) => part !== '');
  const [first, second] = inside;
  if (FIELDS.includes(field) && inside.length === 1 && first !== undefined)
    return { field, id: null, operator: first, values, key };
  if (FIELDS_WITH_ID.includes(field) && inside.length === 2 && first !== undefined && second !== undefined)
    return { field, id: first, operator: second, values, key };
  throw invalid(key, `${key} is not a parameter of this endpoint`);
}

function oneOf(query: URLSearchParams, name: string, words: readonly string[]): string | null {
  const word = query.get(name);
  if (word !== null && !words.includes(word))
    throw invalid(name, `${name} must be one of ${words.join(', ')}`);
  return word;
}
