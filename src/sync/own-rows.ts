import { setMaxListeners } from 'node:events';
import { CasegraphError } from '../contract/index.ts';
import type { Filter, Row, Value } from '../contract/index.ts';
import type { Engine, Reader } from '../engine/engine.ts';
import { ROW, type Place, type ResultRow, type Select } from '../engine/query.ts';
import type { Choices } from '../engine/choices.ts';
import type { Viewer } from '../access/viewer.ts';

/** How the synchronisation reads and writes: as the gateway itself, through an engine that has its own tables only. */
export interface OwnRows {
  /** Rows in the order of their keys, or of columns; `first` bounds them. What is read in one tick may travel together. */
  list(table: string, ask: ListAsk): Promise<readonly ResultRow[]>;
  update(table: string, key: string, values: Readonly<Record<string, Value>>): Promise<void>;
  create(table: string, key: string, values: Readonly<Record<string, Value>>): Promise<void>;
  remove(table: string, key: string): Promise<void>;
  choices(table: string, column: string): Promise<Choices>;
}

export interface ListAsk {
  readonly filter: Filter | null;
  readonly columns: readonly string[];
  readonly first?: number;
  /** Ascending; default: the key. */
  readonly order?: readonly string[];
  readonly after?: Place | null;
}

/** Opens the rows for one piece of work, which ends with the signal. */
export type OpenRows = (signal: AbortSignal) => OwnRows;

/** Rows that one list gives at most; beyond that the answer says so instead of leaving some out. */
export const MOST_ROWS = 10_000;

/** `viewer` is the gateway itself. */
export function ownRows(engine: Engine, viewer: Viewer): OpenRows {
  let operations = 0;
  return (signal) => {
    operations += 1;
    // As many reads as a look makes may listen; that is no leak.
    setMaxListeners(0, signal);
    const asks = { viewer, signal, requestId: `sync-${operations}` };
    const reader = engine.together(engine.reader(asks, 0));
    const remembering = engine.reader(asks);
    return rowsOf(engine, reader, remembering);
  };
}

function rowsOf(engine: Engine, reader: Reader, remembering: Reader): OwnRows {
  const tableOf = (name: string) => {
    const table = engine.catalog.tables.get(name);
    if (table === undefined) throw new CasegraphError('internal', `No table ${name} is declared.`);
    return table;
  };
  const write = async (name: string, change: Parameters<Reader['write']>[1]): Promise<void> => {
    await reader.write(tableOf(name), change);
  };
  return {
    list: async (name, { filter, columns, first = MOST_ROWS, order = [], after = null }) => {
      const table = tableOf(name);
      const select: Select = { columns: new Set([table.key, ...columns]), relations: new Map() };
      const sorted = [...order, table.key].map((column) => ({ column, direction: 'asc' as const }));
      const list = { filter, order: sorted, first, after, count: false };
      const { nodes, hasNextPage } = await reader.list(table, list, select);
      if (hasNextPage && first === MOST_ROWS)
        throw new CasegraphError('too-complex', `More than ${MOST_ROWS} rows of ${name} in one look.`);
      return nodes;
    },
    update: (name, key, values) => write(name, { kind: 'update', key, values }),
    create: (name, key, values) => write(name, { kind: 'create', key, values }),
    remove: (name, key) => write(name, { kind: 'delete', key }),
    choices: (name, column) => remembering.choices(tableOf(name), column),
  };
}

/** A cell as ServiceNow stores it: empty text for none. */
export function cell({ [ROW]: row }: ResultRow, column: string): string {
  return textOf(row, column);
}

function textOf({ values }: Row, column: string): string {
  const value = values[column];
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return 'value' in value && typeof value.value === 'string' ? value.value : '';
}

/** A test that a column holds one of the values; `null` where there are none to hold. */
export function oneOf(column: string, values: Iterable<string>): Filter | null {
  const all = [...new Set(values)].filter((value) => value !== '');
  return all.length === 0 ? null : { op: 'in', column, values: all };
}
