import { CasegraphError } from '../../src/contract/index.ts';
import type {
  BoundTable,
  KeyedAnswer,
  KeyedRequest,
  KeyedRows,
  Operand,
  Page,
  Plan,
  Row,
} from '../../src/contract/index.ts';
import { matches } from './filter.ts';
import { compareCells } from './order.ts';
import type { MemoryOptions } from './options.ts';
import type { MemoryHandle } from './plan.ts';
import { leadsOnFrom, project, type Records, rowsOf, typesOf } from './records.ts';

/** The rows of a plan, whole, in order, with all their cells. Without an order they come as they are stored. */
export function select(records: Records, table: BoundTable, handle: Omit<MemoryHandle, 'select'>): Row[] {
  const typeOf = typesOf(table);
  const { filter, order, limit } = handle;
  const found = rowsOf(records, table).filter(
    (row) => filter === null || matches(filter, row.values, typeOf, leadsOnFrom(records, table)),
  );
  if (order.length > 0) {
    const total = [...order, { column: table.key, direction: 'asc' as const }];
    found.sort((a, b) => compareCells(total, a.values, b.values, typeOf));
  }
  return limit === null ? found : found.slice(0, limit);
}

/** One page. `resume` is the number of rows that came before it. */
export function readPage(
  records: Records,
  table: BoundTable,
  handle: MemoryHandle,
  options: MemoryOptions,
  resume?: string,
): Page {
  const rows = select(records, table, handle);
  const start = resume === undefined ? 0 : Number(resume);
  const end = start + (options.pageSize ?? 1000);
  return {
    rows: rows.slice(start, end).map((row) => project(records, table, row, handle.select)),
    next: end < rows.length ? String(end) : null,
    ...instanceOf(options),
  };
}

/** The rows of many keys: per key its rows or its error, in the order of the keys. */
export function readKeyed(
  records: Records,
  table: BoundTable,
  request: KeyedRequest,
  plan: Plan<MemoryHandle>,
  keys: readonly Operand[],
  options: MemoryOptions,
): KeyedAnswer {
  const matching = select(records, table, { ...plan.handle, limit: null });
  // Only a related list that the declaration names is cut per parent, and only in its order; otherwise the engine cuts.
  const cuts = (options.limitPerKey ?? true) && request.via !== undefined && plan.ordered;
  const rowsOfKey = (key: Operand): KeyedRows => {
    const rows = matching.filter((row) =>
      matches({ op: 'eq', column: request.column, value: key }, row.values, typesOf(table)),
    );
    const kept = cuts && request.limit !== null ? rows.slice(0, request.limit) : rows;
    return {
      rows: kept.map((row) => project(records, table, row, request.select)),
      more: kept.length < rows.length,
    };
  };
  return {
    results: keys.map((key) => options.failKey?.(table.name, key) ?? orError(() => rowsOfKey(key))),
    ...instanceOf(options),
  };
}

/** A key that the column cannot hold fails alone: its neighbours still get their rows. */
function orError<T>(compute: () => T): T | CasegraphError {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CasegraphError && error.kind === 'invalid-input') return error;
    throw error;
  }
}

function instanceOf(options: MemoryOptions): { instance?: string } {
  return options.instance === undefined ? {} : { instance: options.instance };
}
