import { CasegraphError } from '../contract/index.ts';
import type { Adapter, Filter, Order, Page, Plan, Row, Selection } from '../contract/index.ts';
import { atSource, orderAtSource } from './at-source.ts';
import { columnsOf } from './filter/combine.ts';
import { keep, typeOf } from './materialise.ts';
import { sortRows } from './order.ts';
import type { KeyedDependencies } from './keyed.ts';
import type { Readable } from './readable.ts';
import { readOptions } from './freshness.ts';
import { readKey } from './read-key.ts';
import { callFor, type Scope } from './scope.ts';
import { uncutBecause } from './uncut.ts';

export interface ScanRequest {
  readonly readable: Readable;
  readonly selection: Selection;
  readonly filter: Filter | null;
  readonly order: readonly Order[];
  /** Rows wanted; `null`: all. */
  readonly limit: number | null;
}

export interface Scanned {
  readonly rows: readonly Row[];
  readonly instance: string | undefined;
}

/**
 * Reads a list: what the adapter leaves (a part of the filter, the order, the cut) is done here. Reads page after page until it has enough;
 * more than `bound` rows for one answer is an error that says what to narrow, never a silent cut.
 */
export async function scan(
  dependencies: KeyedDependencies,
  scope: Scope,
  asked: ScanRequest,
  bound: number,
): Promise<Scanned> {
  const { readable, limit } = asked;
  const filter = atSource(readable.bound, asked.filter);
  if (filter === false) return { rows: [], instance: undefined };
  const order = orderAtSource(readable.bound, asked.order);
  const request = { ...asked, filter, order };
  const adapter = dependencies.upstreams.adapter(readable.bound.connection);
  const exact = planFor(adapter, request);
  const rows: Row[] = [];
  let read = 0;
  let resume: string | null = null;
  let instance: string | undefined;
  do {
    const page: Page = await readPage(dependencies, scope, request, exact, resume);
    read += page.rows.length;
    instance ??= page.instance;
    rows.push(...keep(readable.table, page.rows, exact.residual));
    resume = page.next;
    if (exact.ordered && limit !== null && rows.length >= limit) break;
    if (resume !== null && read >= bound && !givesWhatIsWanted(exact, limit))
      throw tooMany(request, exact, bound);
  } while (resume !== null);
  const sorted = exact.ordered ? rows : sortRows(rows, order, (column) => typeOf(readable.table, column));
  return { rows: limit === null ? sorted : sorted.slice(0, limit), instance };
}

/** Every row read is one of the page: its size bounds the reading. */
function givesWhatIsWanted({ ordered, residual }: Plan, limit: number | null): boolean {
  return ordered && residual === null && limit !== null;
}

/** What the engine must test by itself has to be read as well, and cannot be cut by the upstream. */
function planFor(adapter: Adapter, { readable, selection, filter, order, limit }: ScanRequest): Plan {
  const plan = adapter.plan(readable.bound, { select: selection, filter, order, limit });
  if (plan.residual === null) return plan;
  const columns = [...columnsOf(plan.residual, new Set(selection.columns))];
  return adapter.plan(readable.bound, { select: { ...selection, columns }, filter, order, limit: null });
}

function readPage(
  dependencies: KeyedDependencies,
  scope: Scope,
  { readable, selection, filter }: ScanRequest,
  plan: Plan,
  resume: string | null,
): Promise<Page> {
  const { upstreams, store, now } = dependencies;
  const { bound } = readable;
  const key = readKey(dependencies, scope, readable, selection, ['page', plan.handle, resume], filter);
  return store.read(key, readOptions(dependencies, scope, readable), (signal) => {
    const call = callFor(upstreams, now, scope, bound.connection, signal);
    return upstreams.adapter(bound.connection).read(bound, plan, call, resume ?? undefined);
  });
}

function tooMany({ readable, order }: ScanRequest, plan: Plan, bound: number): CasegraphError {
  return new CasegraphError(
    'too-complex',
    `${readable.table.label}: ${uncutBecause(plan.residual, plan.ordered ? [] : order)}more than ${bound} rows would have to be read. Filter on further columns to narrow the list.`,
  );
}
