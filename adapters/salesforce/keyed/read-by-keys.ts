import { CasegraphError, columnOf } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  KeyedAnswer,
  KeyedRequest,
  KeyedRows,
  Operand,
  Plan,
} from '../../../src/contract/index.ts';
import { pagesAddress } from '../answer/links.ts';
import { holdsId, isOwnId } from '../columns.ts';
import type { QueryHandle } from '../plan.ts';
import { plan } from '../plan.ts';
import type { Settings } from '../settings.ts';
import { operatorsOf } from '../soql/operators.ts';
import { needsQuery } from '../soql/query.ts';
import { byColumn, composer } from './by-column.ts';
import { byId } from './by-id.ts';
import { byParent } from './by-parent.ts';
import type { Key } from './canonical.ts';
import { keyOf } from './canonical.ts';
import { chunksOf } from './chunks.ts';
import type { Lookup } from './lookup.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import { relatedListOf } from './related-list.ts';

const NO_ROWS: KeyedRows = { rows: [], more: false };

/** Rows for many keys: each distinct key is asked for once, and keys that no row can have are not asked for at all. */
export async function readByKeys(
  settings: Settings,
  table: BoundTable,
  request: KeyedRequest,
  keys: readonly Operand[],
  call: Call,
): Promise<KeyedAnswer> {
  const column = columnOf(table, request.column);
  if (!operatorsOf(table, column).includes('in') || column.type === 'list') {
    throw new CasegraphError(
      'invalid-input',
      `${table.name} cannot be looked up by ${column.name}: Salesforce does not filter on a ${column.type}`,
    );
  }
  const planned = plan(table, request);
  const asked = keys.map((key) => keyOf(column, key));
  const distinct = new Map(asked.flatMap((key) => (isKey(key) ? [[key.canonical, key]] : [])));
  const { where } = planned.handle;
  const outcome =
    where === null || distinct.size === 0
      ? { byKey: new Map<string, KeyedRows>(), instance: null }
      : await answered({ settings, table, call, request, column, handle: planned.handle, where }, planned, [
          ...distinct.values(),
        ]);
  return {
    results: asked.map((key) =>
      isKey(key) ? (outcome.byKey.get(key.canonical) ?? NO_ROWS) : (key ?? NO_ROWS),
    ),
    ...(outcome.instance === null ? {} : { instance: pagesAddress(outcome.instance) }),
  };
}

function isKey(key: Key | CasegraphError | null): key is Key {
  return key !== null && !(key instanceof CasegraphError);
}

/** The cheapest way that gives the right rows. */
function answered(lookup: Lookup, planned: Plan<QueryHandle>, keys: readonly Key[]): Promise<KeyedOutcome> {
  const { settings, table, request, column, where } = lookup;
  // Only a list that is filtered and sorted upstream can be cut there.
  if (request.via !== undefined && planned.limited && request.limit !== null && holdsId(column)) {
    return byParent(lookup, relatedListOf(table, request.via), request.limit, keys);
  }
  const bare = isOwnId(column) && where.length === 0 && !needsQuery(table, request.select);
  if (bare && chunksOf(settings, keys, composer(lookup)).length > 1) return byId(lookup, keys);
  return byColumn(lookup, keys);
}
