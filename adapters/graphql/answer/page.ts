import type { BoundTable } from '../../../src/contract/index.ts';
import type { ListField } from '../declaration/declared.ts';
import { at, memberOf, notGraphQL } from './shape.ts';

export interface RawPage {
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

/** Rows and the place of the next page in what a list field gave. `asked` is how many rows were asked for, `from` where the page began. */
export function pageOf(
  table: BoundTable,
  list: ListField,
  value: unknown,
  asked: number,
  from: string | undefined,
): RawPage {
  const found = itemsOf(value, list.rows);
  if (found === undefined) throw notGraphQL(table, `${list.field} holds no list of rows`);
  const rows = list.fragment ? found.filter((row) => memberOf(row, '__typename') === table.object) : found;
  return { rows, next: nextOf(table, list, value, found.length, asked, from) };
}

export function itemsOf(value: unknown, path: readonly string[]): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.map((item: unknown) => at(item, path));
  const [name, ...rest] = path;
  return name === undefined ? undefined : itemsOf(memberOf(value, name), rest);
}

function nextOf(
  table: BoundTable,
  { page, count, field }: ListField,
  value: unknown,
  got: number,
  asked: number,
  from: string | undefined,
): string | null {
  if (page.style === 'none') return null;
  if (page.style === 'offset') {
    const end = Number(from ?? 0) + got;
    const total = count === null ? null : at(value, count);
    const more = typeof total === 'number' ? end < total && got > 0 : got >= asked;
    return more ? String(end) : null;
  }
  const info = at(value, page.pageInfo);
  const more = memberOf(info, 'hasNextPage');
  if (typeof more !== 'boolean') throw notGraphQL(table, `${field} came without hasNextPage`);
  if (!more) return null;
  const cursor = memberOf(info, 'endCursor');
  if (typeof cursor !== 'string' || cursor === from)
    throw notGraphQL(table, `${field}: the pages do not come to an end`);
  return cursor;
}
