import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, SendResponse } from '../../../src/contract/index.ts';
import { notAsDeclared } from '../answer/failure.ts';
import { totalOf } from '../answer/records.ts';
import type { PageRule, RequestTemplate } from '../declaration/shape.ts';
import { valueAt } from '../json-path.ts';
import { followable, nextLink } from './link.ts';
import type { Position } from './position.ts';

/** No list is followed further: a service that never ends is cut off. */
const MOST_PAGES = 2_000;

/** What the pages of a list are told by. `size`: rows that were asked for; null: as many as the service likes. */
type PagedRequest = Pick<RequestTemplate, 'path'> & { readonly page: PageRule; readonly size: number | null };

/** Where the page after an answer starts; null: there is none. `count`: rows of the answer. */
export function nextPosition(
  table: BoundTable,
  { page: rule, path, size }: PagedRequest,
  position: Position,
  response: SendResponse,
  count: number,
): Position | null {
  const reached = { pages: position.pages + 1, rows: position.rows + count };
  const isShort = rule.short === 'last' && size !== null && count < size;
  const at = isShort ? null : placeAfter(table, rule, path, reached.rows, response, count);
  if (at === null) return null;
  if (at.value !== null && at.value === position.at) throw notAsDeclared(table, 'a page leads to itself');
  if (reached.pages >= MOST_PAGES)
    throw new CasegraphError(
      'too-complex',
      `${table.name}: the list is longer than ${MOST_PAGES} pages; filter it`,
      {
        connection: table.connection,
      },
    );
  return { ...reached, at: at.value };
}

interface Place {
  readonly value: string | number | null;
}

function placeAfter(
  table: BoundTable,
  rule: PageRule,
  path: string,
  rows: number,
  response: SendResponse,
  count: number,
): Place | null {
  switch (rule.style) {
    case 'none':
      return null;
    case 'offset':
    case 'page':
      return counted(table, rule, rows, response, count) ? { value: null } : null;
    case 'cursor':
      return cursorOf(table, rule, response);
    case 'link':
      return linkOf(table, rule, path, response);
  }
}

/**
 * Whether a counted list goes on. Where the answer does not say, only an empty page is the end: services cut the page size they are asked for
 * without a word.
 */
function counted(
  table: BoundTable,
  rule: PageRule,
  rows: number,
  response: SendResponse,
  count: number,
): boolean {
  if (count === 0) return false;
  if (rule.more !== undefined) {
    const more = valueAt(response.json, rule.more);
    if (typeof more !== 'boolean') throw notAsDeclared(table, `${rule.more} is no boolean`);
    return more;
  }
  return rule.total === undefined || rows < totalOf(table, response, rule.total);
}

function cursorOf(table: BoundTable, rule: PageRule, { json }: SendResponse): Place | null {
  if (rule.more !== undefined && valueAt(json, rule.more) === false) return null;
  const value = valueAt(json, rule.next ?? '');
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return { value };
  if (typeof value === 'string' && value.length <= 4_000 && !/\p{Cs}/u.test(value)) return { value };
  throw notAsDeclared(table, `${rule.next} is no cursor`);
}

function linkOf(table: BoundTable, rule: PageRule, path: string, response: SendResponse): Place | null {
  const link =
    rule.next === undefined ? nextLink(response.headers['link']) : valueAt(response.json, rule.next);
  if (link === undefined || link === null || link === '') return null;
  const target = typeof link === 'string' ? followable(link, response.instance, path, rule.under) : null;
  if (target === null)
    throw notAsDeclared(table, 'the next link leads away from the list and is not followed (see page.under)');
  return { value: target };
}
