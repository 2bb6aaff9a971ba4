import { CasegraphError } from '../contract/index.ts';
import type { Choice, ChoiceList, ChoiceOption, Order } from '../contract/index.ts';
import { hasColumn } from './at-source.ts';
import { UNCACHED } from './cache-policy.ts';
import { visibleIn } from './column-access.ts';
import type { TableDefinition } from './definition.ts';
import type { KeyedDependencies } from './keyed.ts';
import { numberOf, readKey } from './read-key.ts';
import type { ReadOptions } from './read-store.ts';
import { columnDenied, deniedColumns, narrowed, type Readable } from './readable.ts';
import { scan } from './scan.ts';
import { callFor, type Scope } from './scope.ts';

/** Rows that are looked at for the values that occur, where the owning system's own list cannot be had. */
export const CHOICE_ROWS = 500;
/** Seconds that a list is kept: administrators change them seldom. */
const LIST_TTL = 300;
/** Seconds for values out of rows, which come and go. */
const ROWS_TTL = 60;

/** The values that a choice column can have, and where that is known from. */
export interface Choices {
  readonly options: readonly ChoiceOption[];
  /** Column of the table that decides which options are offered; `null` where none is known. */
  readonly dependsOn: string | null;
  readonly source: 'instance' | 'rows';
  /** Why the values come from rows, and what that means; for people. */
  readonly note: string | null;
}

/** All lists of one table; `refusal` instead where the account behind the connection may not read them. */
interface Kept {
  readonly lists: Readonly<Record<string, ChoiceList>>;
  readonly refusal: string | null;
}

/**
 * The choices of a column as the owning system has them, else those that rows show which the viewer can see. Throws CasegraphError: `forbidden`
 * for a column that the viewer may not read, `invalid-input` for one without choices, else what kept the rows from being read.
 */
export async function readChoices(
  dependencies: KeyedDependencies,
  scope: Scope,
  readable: Readable,
  name: string,
): Promise<Choices> {
  const { table } = readable;
  const column = table.columns.get(name);
  if (column === undefined || column.hidden || column.type !== 'choice') throw noChoices(table, name);
  if (deniedColumns(table, [name], scope).size > 0) throw columnDenied(table, name, 0);
  if (!hasColumn(readable.bound, name)) return absent(table, name);
  const kept = await keptLists(dependencies, scope, readable);
  const list = kept?.lists[name];
  if (list !== undefined)
    return {
      options: list.options,
      dependsOn: columnNamed(readable, list.dependsOn, scope),
      source: 'instance',
      note: null,
    };
  return fromRows(dependencies, scope, readable, name, reasonFor(table, kept));
}

function absent({ label }: TableDefinition, name: string): Choices {
  const note = `${label} has no ${name} in the system that your rows come from: it is empty in all of them.`;
  return { options: [], dependsOn: null, source: 'rows', note };
}

function noChoices({ label, columns }: TableDefinition, name: string): CasegraphError {
  const known = [...columns.values()].filter(({ hidden, type }) => !hidden && type === 'choice');
  const names = known.map((column) => column.name).join(', ');
  return new CasegraphError(
    'invalid-input',
    `${label} has no choice column ${name}. ${names === '' ? 'It has none.' : `Choice columns: ${names}.`}`,
  );
}

/** `null` where systems of this kind keep no lists. A refusal is kept as long as a list: asking again would not help. */
async function keptLists(
  { upstreams, store, now }: KeyedDependencies,
  scope: Scope,
  { bound }: Readable,
): Promise<Kept | null> {
  const adapter = upstreams.adapter(bound.connection);
  if (adapter.choices === undefined) return null;
  const identity = upstreams.identity(bound.connection, scope.viewer);
  const signature = JSON.stringify(['choices', numberOf(bound), identity]);
  return store.read(signature, keptFor(LIST_TTL, scope), async (signal) => {
    try {
      const call = callFor(upstreams, now, scope, bound.connection, signal);
      const lists = await adapter.choices?.(bound, call);
      return { lists: Object.fromEntries(lists ?? []), refusal: null };
    } catch (error) {
      if (isRefusal(error)) return { lists: {}, refusal: error.message };
      throw error;
    }
  });
}

function keptFor(ttl: number, { maxAge, signal }: Scope): ReadOptions {
  return { policy: { ...UNCACHED, ttl }, maxAge, signal };
}

/** The system is there and will not say; where it is not there, its rows are not either. */
export function isRefusal(error: unknown): error is CasegraphError {
  return (
    error instanceof CasegraphError &&
    ['upstream-unauthorized', 'upstream-rejected', 'not-found'].includes(error.kind)
  );
}

function reasonFor({ label }: TableDefinition, kept: Kept | null): string {
  if (kept === null) return `The system that owns ${label} has no choice lists to read.`;
  return kept.refusal ?? `The system that owns ${label} has no list for this column, or does not show it.`;
}

function columnNamed({ table, bound }: Readable, upstream: string | null, scope: Scope): string | null {
  if (upstream === null) return null;
  const found = [...bound.columns.values()].find((column) => column.upstream === upstream);
  const hidden = found === undefined || table.columns.get(found.name)?.hidden !== false;
  return hidden || deniedColumns(table, [found.name], scope).size > 0 ? null : found.name;
}

/**
 * Distinct values of rows that the viewer can see. Kept by the condition that opens them, so that nobody is shown a value out of somebody
 * else's rows. Rows that are only reached through others are not read for themselves.
 */
async function fromRows(
  dependencies: KeyedDependencies,
  scope: Scope,
  readable: Readable,
  name: string,
  reason: string,
): Promise<Choices> {
  const { table } = readable;
  const seen = narrowed(readable, visibleIn(table, [name], scope.viewer));
  const { rows: filter } = seen;
  const nothing = { options: [], dependsOn: null, source: 'rows' } as const;
  if (filter === false) return { ...nothing, note: `${reason} You can see no rows to take values from.` };
  if (table.reach !== 'root')
    return {
      ...nothing,
      note: `${reason} Its rows are reached through other tables only, so none were read.`,
    };
  const selection = { columns: [table.key, name], joins: {} };
  const key = readKey(dependencies, scope, seen, selection, ['choices', filter]);
  const found = await dependencies.store.read(key, keptFor(ROWS_TTL, scope), async (signal) => {
    const request = {
      readable: seen,
      selection,
      filter,
      order: orderFor(dependencies, seen),
      limit: CHOICE_ROWS,
    };
    const { rows } = await scan(dependencies, { ...scope, signal }, request, dependencies.scanRows);
    return { options: distinct(rows.map(({ values }) => values[name])), read: rows.length };
  });
  const note = `${reason} These are the values of ${found.read} rows that you can see; there may be others.`;
  return { ...nothing, options: found.options, note };
}

/** Any rows will do: a system that cannot sort by the key is not made to give all of them. */
function orderFor({ upstreams }: KeyedDependencies, { bound, table }: Readable): readonly Order[] {
  const { order } = upstreams.adapter(bound.connection).capabilities(bound);
  return order.has(table.key) ? [{ column: table.key, direction: 'asc' }] : [];
}

function distinct(cells: readonly unknown[]): readonly ChoiceOption[] {
  const byValue = new Map<string, string>();
  for (const cell of cells) {
    if (typeof cell !== 'object' || cell === null || !('value' in cell)) continue;
    const { value, label } = cell as Choice;
    if (!byValue.has(value)) byValue.set(value, label);
  }
  return [...byValue]
    .map(([value, label]) => ({ value, label, inactive: false, dependentValues: [] }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }) || (a.value < b.value ? -1 : 1));
}
