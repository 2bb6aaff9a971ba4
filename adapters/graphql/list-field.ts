import type { BoundTable } from '../../src/contract/index.ts';
import type { Argument, ListField, PageRules } from './declaration/declared.ts';
import type { Field } from './document/field.ts';
import { merged, nested } from './document/field.ts';
import type { GraphQLHandle } from './plan.ts';
import { fieldsOf } from './select.ts';

export interface Position {
  /** Rows wanted at most; null: as many as a page holds. */
  readonly wanted: number | null;
  /** What `next` of the page before said. */
  readonly from?: string;
  readonly alias?: string;
  /** Columns besides the selected ones. */
  readonly besides?: readonly string[];
}

/** The list field with everything that one page needs. */
export function listFieldOf(
  table: BoundTable,
  list: ListField,
  handle: GraphQLHandle,
  { wanted, from, alias, besides }: Position,
): Field {
  const row = fieldsOf(table, handle.select, besides);
  return {
    name: list.field,
    ...(alias === undefined ? {} : { alias }),
    arguments: [...list.fixed, ...handle.filter, ...handle.order, ...pageArguments(list.page, wanted, from)],
    fields: merged([...rowsAt(table, list, row), ...pageFields(list)]),
    ...(list.fragment && list.rows.length === 0 ? { on: table.object } : {}),
  };
}

/** The path to the rows, with a fragment at its end where the list holds other types too. */
function rowsAt(table: BoundTable, list: ListField, fields: readonly Field[]): readonly Field[] {
  const last = list.rows.at(-1);
  if (last === undefined) return fields;
  return list.rows
    .slice(0, -1)
    .reduceRight<readonly Field[]>(
      (below, name) => [{ name, fields: below }],
      [{ name: last, fields, ...(list.fragment ? { on: table.object } : {}) }],
    );
}

/** How many rows one request asks for. */
export function sizeOf(page: PageRules, wanted: number | null): number {
  if (page.style === 'none') return Number.POSITIVE_INFINITY;
  return wanted === null ? page.size : Math.min(page.size, wanted);
}

function pageArguments(
  page: PageRules,
  wanted: number | null,
  from: string | undefined,
): readonly Argument[] {
  if (page.style === 'none') return [];
  const size = sizeOf(page, wanted);
  if (page.style === 'offset') {
    const limit: Argument = { name: page.limit, type: page.types.limit, value: size };
    return from === undefined
      ? [limit]
      : [limit, { name: page.offset, type: page.types.offset, value: Number(from) }];
  }
  const first: Argument = { name: page.first, type: page.types.first, value: size };
  return from === undefined ? [first] : [first, { name: page.after, type: page.types.after, value: from }];
}

/** What says whether there is more: the page info, or for offsets the exact number where the service has it. */
function pageFields({ page, count, rows }: ListField): readonly Field[] {
  if (page.style === 'relay') return nested(page.pageInfo, [{ name: 'hasNextPage' }, { name: 'endCursor' }]);
  return page.style === 'offset' && count !== null && rows.length > 0 ? nested(count, []) : [];
}
