import { isJournal, pointsToRecord } from '../dictionary/column.ts';
import type { Column, TableDefinition } from '../dictionary/column.ts';
import { decided } from '../access/acl.ts';
import { storedValue } from '../query/class-name.ts';
import { holderOf, resolvePath } from '../query/path.ts';
import type { Path } from '../query/path.ts';
import { displayValue } from '../store/display.ts';
import type { Row } from '../store/row.ts';
import type { TableContext } from './context.ts';
import type { Parameters } from './parameters.ts';

export type Cell = string | Readonly<Record<string, string | null>>;

/** Writes one column of a record; undefined leaves it out. */
type CellWriter = (row: Row) => Cell | undefined;

/** Where a reference's link goes: recorded links of sys_domain name the group table. */
function linkTable(column: Column & { readonly reference: string }): string {
  return column.type === 'domain_id' ? 'sys_user_group' : column.reference;
}

function emptyCell(column: Column | undefined, parameters: Parameters): Cell {
  // Recorded: `UNKNOWN` for a due date that is not set, null for an empty text choice (facts 1.3).
  const display = column?.type === 'due_date' ? 'UNKNOWN' : '';
  if (parameters.display === 'true') return display;
  if (parameters.display === 'false') return '';
  return { display_value: column?.choice === true && column.type === 'string' ? null : display, value: '' };
}

function shape(parameters: Parameters, value: string, display: () => string, link: string | undefined): Cell {
  if (parameters.display === 'false') return link === undefined ? value : { link, value };
  if (parameters.display === 'true')
    return link === undefined ? display() : { display_value: display(), link };
  return link === undefined ? { display_value: display(), value } : { display_value: display(), link, value };
}

/** Works something out once per class: a request meets few classes and many records. */
function perTable<T>(make: (table: TableDefinition) => T): (table: TableDefinition) => T {
  const made = new Map<TableDefinition, T>();
  return (table) => {
    const known = made.get(table) ?? make(table);
    made.set(table, known);
    return known;
  };
}

/** The cell of a stored value; the shapes are those of facts 1.3. The record's own class says which choice list counts. */
function cellOf(context: TableContext, parameters: Parameters, column: Column): (row: Row) => Cell {
  const empty = emptyCell(column, parameters);
  const link =
    pointsToRecord(column) && parameters.links
      ? `${context.request.origin}${context.base}/table/${linkTable(column)}/`
      : undefined;
  const named = column.choice || column.reference !== undefined;
  // Few choices and references stand in many records of a page, so their names are kept while it is written.
  const names = perTable(() => new Map<string, string>());
  const display = (row: Row, value: string): string => {
    if (!named) return displayValue(context.sight, row.table, column, value);
    const known = names(row.table);
    const name = known.get(value) ?? displayValue(context.sight, row.table, column, value);
    known.set(value, name);
    return name;
  };
  return (row) => {
    const value = isJournal(column) ? '' : storedValue(row, column);
    if (value === '') return empty;
    return shape(parameters, value, () => display(row, value), link === undefined ? undefined : link + value);
  };
}

/**
 * A column of the table itself is left out where the caller may not read it. Behind a reference such a column, like one
 * behind an empty reference, is an empty text: the row that holds it must be readable too.
 */
function writer(context: TableContext, parameters: Parameters, path: Path): CellWriter {
  const { instance, caller, sight } = context;
  const cell = cellOf(context, parameters, path.column);
  const empty = emptyCell(undefined, parameters);
  const column = perTable((table) => instance.acls.column(caller, table, path.column, 'read'));
  const record = perTable((table) => instance.acls.row(caller, table, 'read'));
  if (path.steps.length === 0) {
    return (row) => (decided(column(row.table), row.values) ? cell(row) : undefined);
  }
  return (row) => {
    const holder = holderOf(sight, path, row);
    if (!holder) return empty;
    const readable =
      decided(record(holder.table), holder.values) && decided(column(holder.table), holder.values);
    return readable ? cell(holder) : empty;
  };
}

export type RowWriter = (row: Row) => Record<string, Cell>;

/** Prepares the writing of records once per request. Unknown names in sysparm_fields are passed over. */
export function rowWriter(context: TableContext, parameters: Parameters): RowWriter {
  const names = parameters.fields ?? [...context.table.columns.keys()];
  const writers = [...new Set(names)].flatMap((name) => {
    const path = resolvePath(context.sight.store.dictionary, context.table, name);
    return path ? [{ name, write: writer(context, parameters, path) }] : [];
  });
  return (row) => {
    const record: Record<string, Cell> = {};
    for (const { name, write } of writers) {
      const cell = write(row);
      if (cell !== undefined) record[name] = cell;
    }
    return record;
  };
}
