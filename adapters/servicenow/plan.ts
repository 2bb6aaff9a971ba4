import type { BoundTable, Plan, Selection, TableRequest } from '../../src/contract/index.ts';
import { composeQuery } from './query/compose.ts';
import { sortingOf } from './query/order.ts';
import { splitFilter } from './query/push.ts';
import { writeGroups } from './query/term.ts';
import { fieldsOf, needsLabels } from './read/fields.ts';

/** What `read` and `count` need. */
export interface Handle {
  readonly object: string;
  /** Conditions and order; `null`: no row can match, nothing is asked. */
  readonly query: string | null;
  /** The conditions alone, for counting. */
  readonly conditions: string;
  readonly fields: readonly string[];
  readonly labels: boolean;
  readonly select: Selection;
  /** Rows to give at most, over all pages; `null` where the engine does the cutting. */
  readonly limit: number | null;
}

/**
 * Rows per request at most: 1,000, and the one that tells whether there are more. An answer of this size stays well within the instance's 60 seconds and
 * a few megabytes.
 */
export const MOST_ROWS_PER_PAGE = 1001;

/** How the request is answered. Throws `invalid-input` for values that a query must not hold. */
export function planRead(table: BoundTable, request: TableRequest): Plan<Handle> {
  const { groups, residual } = splitFilter(table, request.filter);
  const { text: sorting, ordered } = sortingOf(table, request.order);
  const limited = request.limit !== null && residual === null && ordered;
  const handle: Handle = {
    object: table.object,
    query: composeQuery(groups, sorting),
    conditions: writeGroups(groups),
    fields: fieldsOf(table, request.select),
    labels: needsLabels(table, request.select),
    select: request.select,
    limit: limited ? request.limit : null,
  };
  return { handle, residual, ordered, limited, text: textOf(handle) };
}

function textOf(handle: Handle): string {
  if (handle.query === null) return `${handle.object}: nothing matches, not asked`;
  return `GET ${handle.object} | query: ${handle.query} | fields: ${handle.fields.join(',')} | rows: ${handle.limit ?? 'all'}`;
}
