import type { Value } from '../data/derived.ts';
import { picklistValues } from '../dictionary/picklists.ts';
import { isLongText } from '../dictionary/object-info.ts';
import type { Operand, Ordering } from './ast.ts';
import type { Column } from './column.ts';
import { keyOf } from './comparison-key.ts';
import type { Key } from './comparison-key.ts';
import { SoqlError } from './soql-error.ts';

interface SortKey<Row> {
  readonly sign: 1 | -1;
  readonly nullsLast: boolean;
  read(row: Row): Key | null;
}

/** Below this many wanted rows, the best are kept while passing over the rows instead of sorting all of them. */
const FEW = 200;

/**
 * Rows in order, as far as `wanted` needs them. Nulls come first in both directions unless NULLS LAST says
 * otherwise; text sorts without case, a picklist by the order of its values; equal rows keep their order.
 */
export function orderRows<Row>(
  rows: readonly Row[],
  order: readonly Ordering[],
  bind: (operand: Operand) => Column<Row>,
  wanted: number,
): readonly Row[] {
  const keys = order.map((ordering) => sortKey(ordering, bind(ordering.operand)));
  if (keys.length === 0) return rows;
  const few = wanted <= FEW && rows.length > 4 * wanted;
  const sorted = few ? best(rows, keys, wanted) : rows.map((row) => entryOf(row, keys)).sort(comparer(keys));
  return sorted.map((entry) => entry.row);
}

interface Entry<Row> {
  readonly row: Row;
  readonly keys: readonly (Key | null)[];
}

function compareKeys<Row>(
  sorts: readonly SortKey<Row>[],
  a: readonly (Key | null)[],
  b: readonly (Key | null)[],
): number {
  for (let i = 0; i < sorts.length; i++) {
    const sort = sorts[i];
    const [left, right] = [a[i] ?? null, b[i] ?? null];
    if (sort === undefined || left === right) continue;
    if (left === null) return sort.nullsLast ? 1 : -1;
    if (right === null) return sort.nullsLast ? -1 : 1;
    return left < right ? -sort.sign : sort.sign;
  }
  return 0;
}

function entryOf<Row>(row: Row, sorts: readonly SortKey<Row>[]): Entry<Row> {
  return { row, keys: sorts.map((sort) => sort.read(row)) };
}

function comparer<Row>(sorts: readonly SortKey<Row>[]): (a: Entry<Row>, b: Entry<Row>) => number {
  return (a, b) => compareKeys(sorts, a.keys, b.keys);
}

/** The first `wanted` of the rows in order, without sorting the rest; most fail on their first key alone. */
function best<Row>(
  rows: readonly Row[],
  sorts: readonly SortKey<Row>[],
  wanted: number,
): readonly Entry<Row>[] {
  const compare = comparer(sorts);
  const kept: Entry<Row>[] = [];
  const [first] = sorts;
  if (first === undefined || wanted === 0) return kept;
  for (const row of rows) {
    const last = kept.length === wanted ? kept[kept.length - 1] : undefined;
    if (last !== undefined && compareKeys([first], [first.read(row)], last.keys) > 0) continue;
    const entry = entryOf(row, sorts);
    if (last !== undefined && compare(entry, last) >= 0) continue;
    kept.splice(placeOf(entry, kept, compare), 0, entry);
    if (kept.length > wanted) kept.pop();
  }
  return kept;
}

/** Behind all that are not after it, so that equal rows keep their order. */
function placeOf<Row>(
  entry: Entry<Row>,
  kept: readonly Entry<Row>[],
  compare: (a: Entry<Row>, b: Entry<Row>) => number,
): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = kept[middle];
    if (other !== undefined && compare(other, entry) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sortKey<Row>({ descending, nullsLast, at }: Ordering, column: Column<Row>): SortKey<Row> {
  const { field, type } = column;
  if (type === 'multipicklist' || type === 'address' || (field !== undefined && isLongText(field))) {
    throw new SoqlError('INVALID_FIELD', `field '${column.name}' can not be sorted in a query call`, at);
  }
  const places =
    type === 'picklist' && field !== undefined ? picklistValues(column.object, field.name) : undefined;
  const place = places && new Map(places.map((value, index) => [value, index]));
  const read = (row: Row): Key | null => placed(place, keyOf(type, column.read(row)), column.read(row));
  return { sign: descending ? -1 : 1, nullsLast, read };
}

/** Values outside the list come behind it, by their letters. */
function placed(place: ReadonlyMap<string, number> | undefined, key: Key | null, value: Value): Key | null {
  if (place === undefined || key === null || typeof value !== 'string') return key;
  const index = place.get(value);
  return index === undefined ? `~${String(key)}` : String(index).padStart(4, '0');
}
