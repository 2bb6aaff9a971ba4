import { invalid } from './api-error.ts';

const USUAL_SIZE = 25;

export interface PageQuery {
  readonly size: number;
  /** Id of the last record of the page before. */
  readonly after: string | null;
}

/**
 * Reads `page_size` and `after`.
 * @param most the largest page that is given
 * @param largest the largest number that is taken; what lies above `most` gets a page of `most`
 */
export function readPage(query: URLSearchParams, most = 250, largest = most): PageQuery {
  const text = query.get('page_size');
  const size = text === null ? USUAL_SIZE : /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (size < 1 || size > largest)
    throw invalid('page_size', `page_size must be a whole number from 1 to ${largest}`);
  return { size: Math.min(size, most), after: query.get('after') };
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly meta: { readonly after?: string; readonly page_size: number };
}

/**
 * A page of what is in order already. `after` is looked up by id among all records, so that a page follows rightly even when
 * the record before it has left the list meanwhile.
 * @param follows whether a row comes behind the record that `after` names; throws when there is no such record
 */
export function pageOf<T extends { readonly id: string }>(
  ordered: readonly T[],
  { size, after }: PageQuery,
  follows: (row: T, after: string) => boolean,
): Page<T> {
  const left = after === null ? ordered : ordered.filter((row) => follows(row, after));
  const rows = left.slice(0, size);
  const last = rows.at(-1);
  const more = left.length > rows.length && last !== undefined;
  return { rows, meta: { ...(more && { after: last.id }), page_size: size } };
}
