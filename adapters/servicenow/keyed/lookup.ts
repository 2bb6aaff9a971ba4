import { CasegraphError, columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Column, KeyedRequest } from '../../../src/contract/index.ts';
import { KEY } from '../names.ts';
import { composeQuery } from '../query/compose.ts';
import { equalsAny } from '../query/equality.ts';
import { sortingOf } from '../query/order.ts';
import { splitFilter } from '../query/push.ts';
import { bothOf } from '../query/term.ts';
import type { Clause, Groups } from '../query/term.ts';
import { fieldsOf, needsLabels } from '../read/fields.ts';
import type { WantedKey } from './keys.ts';

/** A keyed request, prepared: what is the same for all of its keys. */
export interface Lookup {
  readonly table: BoundTable;
  readonly request: KeyedRequest;
  readonly column: Column;
  /** The column identifies a row: each key has one row at most. */
  readonly unique: boolean;
  readonly fields: readonly string[];
  readonly labels: boolean;
  readonly groups: Groups;
  readonly sorting: string;
  /** Rows per key; `null`: all, also where upstream cannot sort as wanted, so that it must not cut either. */
  readonly limit: number | null;
}

/** Throws `too-complex` for a filter that upstream can only take in part. */
export function prepare(table: BoundTable, request: KeyedRequest): Lookup {
  const column = columnOf(table, request.column);
  const { groups, residual } = splitFilter(table, request.filter);
  if (residual !== null) {
    throw new CasegraphError(
      'too-complex',
      `ServiceNow cannot apply this filter to a related list of ${table.name}. Leave out values with % _ * or blanks at their ends.`,
    );
  }
  const { text: sorting, ordered } = sortingOf(table, request.order);
  return {
    table,
    request,
    column,
    unique: column.upstream === KEY,
    fields: fieldsOf(table, request.select, [column.upstream]),
    labels: needsLabels(table, request.select),
    groups,
    sorting,
    limit: ordered ? request.limit : null,
  };
}

/** The query for some of the keys. */
export function queryFor(lookup: Lookup, keys: readonly WantedKey[]): string {
  const { groups } = equalsAny(
    lookup.column,
    keys.map((key) => key.rendered),
  );
  return write(lookup, groups);
}

/** The query with an empty list of keys, to see how much room it leaves for them. */
export function queryWithoutKeys(lookup: Lookup): string {
  const none: Clause = [`${lookup.column.upstream}NOT IN`];
  return write(lookup, [[none]]);
}

function write(lookup: Lookup, keys: Groups): string {
  const query = composeQuery(bothOf(keys, lookup.groups), lookup.sorting);
  if (query === null) throw new TypeError('a lookup without keys or groups must not be sent');
  return query;
}
