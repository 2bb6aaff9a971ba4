import type { BoundTable } from '../../../src/contract/index.ts';
import { declarationOf } from '../declaration/declaration.ts';
import { split } from '../filter/split.ts';
import type { FilterTarget } from '../filter/target.ts';
import { targetOf } from '../filter/target.ts';
import type { ListRequest } from '../page/ask.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import type { Key, Lookup } from './lookup.ts';
import { together } from './together.ts';

/** Keys per request where the list's own filter is used and says no number of its own. */
const MOST_KEYS = 1_000;

export interface KeyFilter extends FilterTarget {
  readonly op: 'in' | 'eq';
}

/** The list's filter by which rows of a column's values are found: many at once, or one at a time. */
export function filterFor(table: BoundTable, column: string): KeyFilter | null {
  const declaration = declarationOf(table);
  for (const op of ['in', 'eq'] as const) {
    const target = targetOf(declaration, column, op);
    if (target !== null) return { ...target, op };
  }
  return null;
}

export async function byFilter(
  lookup: Lookup,
  filter: KeyFilter | null,
  keys: readonly Key[],
): Promise<KeyedOutcome> {
  if (filter === null) return { byKey: new Map(), instance: null };
  const { table, request } = lookup;
  const declaration = declarationOf(table);
  const { list } = declaration;
  // The rest of the filter goes along where it can; all of it is looked at again when the rows are here.
  const { parameters } = split(table, declaration, request.filter, new Set([filter.param]));
  const compose = (values: readonly string[]): ListRequest => ({
    template: list,
    rows: list.rows,
    page: list.page,
    parameters: [
      ...parameters,
      { name: filter.param, value: filter.op === 'in' ? values : (values[0] ?? ''), list: filter.list },
    ],
    size: list.page.size ?? null,
    keys: null,
  });
  return together(lookup, filter.op === 'in' ? (filter.max ?? MOST_KEYS) : 1, keys, compose);
}
